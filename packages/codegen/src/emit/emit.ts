import type { Catalog } from '../catalog/catalog.ts'
import { resolve } from '../catalog/resolve.ts'
import { snapshotText } from '../catalog/snapshot.ts'
import { grouped } from '../catalog/words.ts'
import type { Settings } from '../config/settings.ts'

/** A file to be written, whole. */
export interface GeneratedFile {
  /** Absolute. */
  readonly path: string
  readonly text: string
}

export interface Emitted {
  /** The types, the zod module unless it is switched off, and the snapshot they were made from. */
  readonly files: readonly GeneratedFile[]
  /** What the user should know: an override that names nothing. */
  readonly warnings: readonly string[]
}

const sourceOf = ({ engine, scan }: Catalog): string => {
  const graph = `a ${engine.charAt(0).toUpperCase()}${engine.slice(1)} graph`
  return scan.mode === 'full'
    ? `a full scan of ${graph}`
    : `a sample of about ${grouped(scan.size)} of each label and type of ${graph}`
}

/** Writes a catalogue as text: the same catalogue and settings always give the same files. */
export const emit = async (catalog: Catalog, settings: Settings): Promise<Emitted> => {
  // ts-morph holds a whole compiler: it is loaded when something is emitted, not with every command.
  const [{ emitTypes }, { emitZod }] = await Promise.all([import('./types.ts'), import('./zod.ts')])
  const model = resolve(catalog, settings.shape)
  const options = { temporal: settings.shape.temporal ?? 'temporal', source: sourceOf(catalog) }
  return {
    files: [
      { path: settings.output, text: emitTypes(model, options) },
      ...(settings.zod === undefined ? [] : [{ path: settings.zod, text: emitZod(model, options) }]),
      { path: settings.snapshot, text: snapshotText(catalog) },
    ],
    warnings: model.warnings,
  }
}
