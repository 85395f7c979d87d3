import { ts } from 'ts-morph'

const flags =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.InTypeAlias |
  ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType

/** The type as text, and the names that it needs by the module each is from. */
export interface TypeText {
  readonly text: string
  readonly names: readonly { readonly module: string; readonly name: string }[]
}

const imported = /import\((?<quote>["'])(?<module>.*?)\k<quote>\)\.(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)/gu

/** Prints types so that another file can say the same. */
export class TypePrinter {
  readonly #checker: ts.TypeChecker
  readonly #outside: ts.SourceFile

  constructor(program: ts.Program, outside: ts.SourceFile) {
    this.#checker = program.getTypeChecker()
    this.#outside = outside
  }

  print(type: ts.Type): TypeText {
    const names: { module: string; name: string }[] = []
    const printed = this.#checker.typeToString(type, this.#outside, flags)
    const text = printed.replace(imported, (_, __, module: string, name: string) => {
      names.push({ module, name })
      return name
    })
    return { text, names }
  }
}
