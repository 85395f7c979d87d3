import { dirname, relative } from 'node:path'
import { quoted } from '../emit/identifier.ts'
import type { TypeText } from './type-text.ts'

/** A statement with its types in words. */
export interface WrittenStatement {
  readonly text: string
  /** The file and the name of its schema's interface. */
  readonly schema: { readonly file: string; readonly name: string }
  /** Absent when it asks for none. */
  readonly params: TypeText | undefined
  readonly row: TypeText
}

/** A module as a file beside it names it; the ending is that of the code, which every resolution takes. */
const specifier = (from: string, file: string): string => {
  const path = relative(dirname(from), file)
    .replaceAll('\\', '/')
    .replace(/\.(m?)tsx?$/u, '.$1js')
  return path.startsWith('.') ? path : `./${path}`
}

const bare = (module: string): string => module.replace(/\.m?[jt]sx?$/u, '')

/** One import for a module. */
const importText = (module: string, names: ReadonlySet<string>): string =>
  `import type { ${[...names].toSorted().join(', ')} } from ${quoted(module)}`

const entryText = ({ text, params, row }: WrittenStatement): string => {
  const query = params === undefined ? `Runnable<{}, ${row.text}>` : `WrittenQuery<${params.text}, ${row.text}>`
  return `      ${quoted(text)}: ${query}`
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

const blockText = (module: string, name: string, statements: readonly WrittenStatement[]): string => {
  const entries = statements.map(entryText).toSorted()
  return `declare module ${quoted(module)} {\n  interface ${name} {\n    statements: {\n${entries.join('\n')}\n    }\n  }\n}\n`
}

/** The names that the file has to import, by module; those of the schema's own module are in scope in its block. */
const importsOf = (output: string, statements: readonly WrittenStatement[]): Map<string, Set<string>> => {
  const imports = new Map<string, Set<string>>()
  const take = (module: string, name: string): void => {
    imports.set(module, (imports.get(module) ?? new Set()).add(name))
  }
  for (const { schema, params, row } of statements) {
    take('@motif/core', params === undefined ? 'Runnable' : 'WrittenQuery')
    const own = bare(specifier(output, schema.file))
    for (const { module, name } of [...(params?.names ?? []), ...row.names]) {
      if (bare(module) !== own) take(module.startsWith('.') ? `${bare(module)}.js` : module, name)
    }
  }
  return imports
}

const header = (fingerprint: string): string => `// Written by \`motif statements\` for schema ${fingerprint}.
// Do not edit: a statement that is not here, or no longer like this, is inferred. \`motif statements --check\` tells.
`

/**
 * Writes the types of statements as an addition to their schema, where \`db.cypher\` looks them up by text: the same
 * statements always give the same file.
 */
export const typesText = (output: string, fingerprint: string, statements: readonly WrittenStatement[]): string => {
  if (statements.length === 0) return `${header(fingerprint)}\nexport {}\n`
  const imports = [...importsOf(output, statements)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const blocks = groupBy(statements, ({ schema }) => `${specifier(output, schema.file)}#${schema.name}`)
  const parts = [...blocks.values()].map(([first, ...rest]) =>
    first === undefined ? '' : blockText(specifier(output, first.schema.file), first.schema.name, [first, ...rest]),
  )
  return `${header(fingerprint)}\n${imports.map(([module, names]) => importText(module, names)).join('\n')}\n\n${parts.toSorted().join('\n')}`
}
