import { ts } from 'ts-morph'
import type { WrittenStatement } from './emit-types.ts'
import type { Site } from './find.ts'
import type { TypePrinter } from './type-text.ts'
import type { Verdict } from './typed.ts'

/** The file and name of an interface that another file can add to. */
const schemaOf = (type: ts.Type): WrittenStatement['schema'] | undefined => {
  const declaration = type.symbol?.declarations?.find(ts.isInterfaceDeclaration)
  const exported = declaration?.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  return declaration !== undefined && exported && ts.isSourceFile(declaration.parent)
    ? { file: declaration.getSourceFile().fileName, name: declaration.name.text }
    : undefined
}

/** A statement as it is to be written; undefined where its schema cannot be added to. */
export const writtenOf = ({ found }: Site, verdict: Verdict, printer: TypePrinter): WrittenStatement | undefined => {
  if (verdict.kind !== 'statement' || found.kind === 'chain') return undefined
  const schema = schemaOf(verdict.schema)
  if (schema === undefined) return undefined
  const params = verdict.params === undefined ? undefined : printer.print(verdict.params)
  return { text: found.literal.text, schema, params, row: printer.print(verdict.row) }
}
