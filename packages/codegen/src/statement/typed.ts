import { ts } from 'ts-morph'
import type { Site } from './find.ts'

/** What the types say of a text. */
export type Verdict =
  /** It is given to something that is not Motif's. */
  | { readonly kind: 'other' }
  /** Nothing is known: the program's types cannot be resolved. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused' }
  /** A statement: the schema it is checked against, the parameters it asks for (none when absent), the row it gives. */
  | {
      readonly kind: 'statement'
      readonly schema: ts.Type
      readonly params: ts.Type | undefined
      readonly row: ts.Type
    }
  | { readonly kind: 'fine' }

const OTHER: Verdict = { kind: 'other' }
const UNKNOWN: Verdict = { kind: 'unknown' }
const REFUSED: Verdict = { kind: 'refused' }
const FINE: Verdict = { kind: 'fine' }

const nameOf = (type: ts.Type): string => type.symbol?.name ?? ''

const isUnknown = (type: ts.Type): boolean => (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0

/** Reads off a program's types what each text is and gives. */
export class TypeReader {
  readonly #checker: ts.TypeChecker

  constructor(program: ts.Program) {
    this.#checker = program.getTypeChecker()
  }

  read({ found, call }: Site): Verdict {
    if (found.kind === 'chain') return this.#chain(call, found.rooted)
    if (!ts.isPropertyAccessExpression(call.expression)) return OTHER
    const door = this.#typeOf(found.kind === 'stated' ? call.expression.expression : call.expression)
    if (isUnknown(door)) return UNKNOWN
    if (nameOf(door) !== 'CypherDoor') return OTHER
    return found.kind === 'stated' ? FINE : this.#statement(call, door)
  }

  #typeOf(node: ts.Node): ts.Type {
    return this.#checker.getNonNullableType(this.#checker.getTypeAtLocation(node))
  }

  #arguments(type: ts.Type): readonly ts.Type[] {
    return this.#checker.getTypeArguments(type as ts.TypeReference) // asked of references alone
  }

  #chain(call: ts.CallExpression, rooted: boolean): Verdict {
    let root: ts.Expression = call
    while (ts.isCallExpression(root) && ts.isPropertyAccessExpression(root.expression))
      root = root.expression.expression
    const type = this.#typeOf(root)
    if (isUnknown(type)) return UNKNOWN
    const door = rooted ? this.#checker.getPropertyOfType(type, 'cypher') : undefined
    const isGraph = door !== undefined && nameOf(this.#checker.getTypeOfSymbolAtLocation(door, root)) === 'CypherDoor'
    if (!isGraph && nameOf(type) !== 'Query') return OTHER
    return nameOf(this.#typeOf(call)) === 'Broken' ? REFUSED : FINE
  }

  #statement(call: ts.CallExpression, door: ts.Type): Verdict {
    const query = this.#checker.getTypeAtLocation(call)
    const [schema] = this.#arguments(door)
    const run = this.#checker.getPropertyOfType(query, 'run')
    if (nameOf(query) !== 'Runnable' || schema === undefined || run === undefined) return REFUSED
    // The last overload: the first is for the message when no parameter is given.
    const signature = this.#checker.getTypeOfSymbolAtLocation(run, call).getCallSignatures().at(-1)
    const given = signature?.parameters[0]
    const [rows] = signature === undefined ? [] : this.#arguments(signature.getReturnType())
    const [row] = rows === undefined ? [] : this.#arguments(rows)
    if (given === undefined || row === undefined) return FINE
    const tuple = this.#checker.getTypeOfSymbolAtLocation(given, call)
    const [params] = this.#arguments(tuple)
    const { elementFlags = [] } = (tuple as ts.TypeReference).target as Partial<ts.TupleType>
    const optional = ((elementFlags[0] ?? 0) & ts.ElementFlags.Optional) !== 0
    if (!optional) return { kind: 'statement', schema, params, row }
    // Parameters that may all be left out are rare, and left to inference.
    const none = params !== undefined && this.#checker.getNonNullableType(params).symbol?.name === 'NoParameters'
    return none ? { kind: 'statement', schema, params: undefined, row } : FINE
  }
}
