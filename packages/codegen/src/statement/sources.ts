import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { GraphError } from '@motif/core'
import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget, type ts } from 'ts-morph'

/** A user's program, loaded to be asked. */
export interface Sources {
  readonly program: ts.Program
  /** The files that are searched. */
  readonly files: readonly ts.SourceFile[]
  /** Beside what is written, and sees no name of another: types printed for it name the module that each name is from. */
  readonly outside: ts.SourceFile
  /** False when there is no `tsconfig.json`. */
  readonly configured: boolean
  /** True when what was written earlier is no part of the program, so that nobody reads it. */
  readonly unread: boolean
}

export interface SourcesOptions {
  readonly directory: string
  /** Globs, absolute or from the directory. */
  readonly include: readonly string[]
  readonly tsconfig: string | undefined
  /** What an earlier run wrote: left out, so that nothing is read off it. */
  readonly written: string
}

const alone = {
  strict: true,
  target: ScriptTarget.ES2023,
  module: ModuleKind.NodeNext,
  moduleResolution: ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
}

const configAt = ({ directory, tsconfig }: SourcesOptions): string | undefined => {
  const path = resolve(directory, tsconfig ?? 'tsconfig.json')
  if (existsSync(path)) return path
  if (tsconfig === undefined) return undefined
  throw new GraphError('USAGE', `there is no tsconfig at ${path}`)
}

const projectOf = (tsConfigFilePath: string | undefined, compilerOptions: ts.CompilerOptions): Project => {
  if (tsConfigFilePath === undefined) return new Project({ compilerOptions })
  try {
    return new Project({ tsConfigFilePath, compilerOptions })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new GraphError('USAGE', `${tsConfigFilePath} cannot be loaded: ${why}`, { cause })
  }
}

/** Loads the sources that statements are looked for in, with the project's own compiler options. */
export const loadSources = (options: SourcesOptions): Sources => {
  const { directory, include, written } = options
  const tsConfigFilePath = configAt(options)
  // The order of a union's members in what is written must not depend on what else the program holds.
  const compilerOptions = { ...(tsConfigFilePath === undefined ? alone : {}), stableTypeOrdering: true }
  const project = projectOf(tsConfigFilePath, compilerOptions)
  const unread = tsConfigFilePath !== undefined && existsSync(written) && project.getSourceFile(written) === undefined
  const found = project.addSourceFilesAtPaths([
    ...include.map((glob) => resolve(directory, glob)),
    '!**/node_modules/**',
  ])
  const old = project.getSourceFile(written)
  if (old !== undefined) project.removeSourceFile(old)
  const outside = project.createSourceFile(join(dirname(written), '.motif-outside.ts'), 'export {}', {
    overwrite: true,
  })
  const files = found.filter((file) => file !== old && !file.isDeclarationFile())
  return {
    program: project.getProgram().compilerObject,
    files: files.map(({ compilerNode }) => compilerNode),
    outside: outside.compilerNode,
    configured: tsConfigFilePath !== undefined,
    unread,
  }
}
