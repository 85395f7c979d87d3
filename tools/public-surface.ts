import { join } from 'node:path'
import { type Package, root } from './manifest.ts'
import { readOptions, ts } from './types/typescript.ts'

/** The names a subpath exports, in order; a name that is only a type is written `type Name`. */
export const publicNames = ({ folder, manifest }: Package, subpath: string): string[] => {
  const entry = join(folder, manifest.exports[subpath]?.['motif-source'] ?? '')
  const program = ts.createProgram([entry], readOptions(join(root, 'tsconfig.tests.json')))
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(entry)
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file)
  if (module === undefined) throw new Error(`${entry} is no module`)
  return checker
    .getExportsOfModule(module)
    .map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      const typeOnly = symbol.declarations?.some((each) => ts.isTypeOnlyExportDeclaration(each)) === true // of a class
      return target.flags & ts.SymbolFlags.Value && !typeOnly ? symbol.name : `type ${symbol.name}`
    })
    .sort((one, other) => (one.replace('type ', '') < other.replace('type ', '') ? -1 : 1))
}
