import { IndentationText, Project, QuoteKind, type StatementStructures } from 'ts-morph'

/** Stands at the start of lines that the printer pushes in one step too far; white space to the parser. */
const mark = '\u200B'

/** Code of several lines for a type or an initializer, which keeps its own indentation. */
export const asLaidOut = (code: string): string => code.replaceAll('\n', `\n${mark}`)

/**
 * Prints statements as one file. They are given together: ts-morph parses the file anew for every call that changes it.
 */
export const print = (top: string, statements: readonly StatementStructures[]): string => {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single },
  })
  const file = project.createSourceFile('generated.ts', { statements: [...statements] })
  const text = file
    .getFullText()
    .replaceAll(new RegExp(`^( *) {2}${mark}`, 'gm'), '$1')
    .replaceAll(/;$/gm, '') // no string holds a line end: a semicolon there is the printer's own
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll('{\n}', '{}')
  return `${top}\n${text.trim()}\n`
}
