import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Design, places } from './design.ts'

/** Generated projects stand inside the workspace, so that packages are found; git does not see them. */
const projects = join(import.meta.dirname, '../.tmp/types')

const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  customConditions: ['motif-source'],
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: [],
}

/** Where a generated program lies. */
export interface Project {
  readonly config: string
  readonly file: string
}

/** A program of nothing but so many queries of one kind over a schema of so many labels. */
export interface Program {
  readonly design: Design
  readonly labels: number
  /** None when there are no queries. */
  readonly kind?: string
  readonly queries: number
}

/** Where the programs of a schema lie. */
export const folderOf = ({ design, labels }: Program): string => join(projects, design.name, String(labels))

const writeProject = (program: Program, name: string, text: string): Project => {
  const { design, labels } = program
  const folder = folderOf(program)
  mkdirSync(folder, { recursive: true })
  const [config, file] = [join(folder, `tsconfig.${name}.json`), join(folder, `${name}.ts`)]
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  writeFileSync(join(folder, 'schema.ts'), design.schema(labels))
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }))
  writeFileSync(file, text)
  return { config, file }
}

/** Writes a program to be compiled. */
export const generate = (program: Program): Project => {
  const { design, labels, kind, queries } = program
  const query = kind === undefined ? undefined : design.queries[kind]
  if (queries > 0 && query === undefined) throw new RangeError(`${design.name} has no query '${kind}'`)
  const rows = places(queries, labels).map((place) => `export const q${place.index} = ${query?.(place) ?? ''}`)
  return writeProject(program, kind ?? 'nothing', `${design.head}${rows.join('\n')}\nexport {}\n`)
}

/** Writes a program whose only lines are these. */
export const generateLines = (program: Program, name: string, lines: readonly string[]): Project =>
  writeProject(program, name, `${program.design.head}${lines.join('\n')}\n`)
