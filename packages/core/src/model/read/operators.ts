import type { BinaryOperator, Expression } from '../../ast/expression.ts'
import type { ScalarName, ValueType } from '../../value/value-type.ts'
import { words } from '../../value/words.ts'
import type { Field } from '../definition.ts'
import { listed, refusal } from '../refuse.ts'
import type { Draft, Path } from './draft.ts'
import { eachFromText, fromText } from './from-text.ts'
import { isPlain, type Plain } from './plain.ts'
import { and, binary, call, each, isNull, literal, not, variable } from './tree.ts'

/** What an operator is written with. */
interface Given {
  readonly draft: Draft
  readonly field: Field
  /** The property. */
  readonly of: Expression
  readonly value: unknown
  /** Where the value stands. */
  readonly path: Path
  /** Whether upper and lower case are the same. */
  readonly insensitive: boolean
}

type Operator = (given: Given) => Expression

const shown = (path: Path): string => path.join('.')

const noNull = (value: unknown, path: Path): unknown => {
  if (value === null)
    throw refusal(`${shown(path)} is null, which compares with nothing: say { eq: null } or { ne: null }`)
  return value
}

/** Null in a list makes `notIn` true of nothing, without a word. */
const listed_ = (value: unknown, path: Path): unknown => {
  if (!Array.isArray(value)) throw refusal(`${shown(path)} takes a list`)
  if (value.includes(null))
    throw refusal(`${shown(path)} holds null, which equals nothing: say { eq: null } beside it, with or`)
  return value
}

const typed =
  (kind: ScalarName) =>
  (value: unknown, path: Path): unknown => {
    const wanted = kind === 'string' ? 'string' : 'number'
    if (typeof value !== wanted) throw refusal(`${shown(path)} takes a ${wanted}`)
    return value
  }
const text = typed('string')

const lower = (of: Expression): Expression => call('toLower', of)

const folded = (of: Expression, { insensitive }: Given): Expression => (insensitive ? lower(of) : of)

/** A value as it is compared. */
const one = ({ draft, path }: Given, type: ValueType): Expression =>
  fromText(draft.parameter(path, noNull), type, draft.policy)

const compared =
  (operator: BinaryOperator): Operator =>
  (given) =>
    binary(folded(given.of, given), operator, folded(one(given, given.field.type), given))

const textual =
  (operator: BinaryOperator): Operator =>
  (given) =>
    binary(folded(given.of, given), operator, folded(given.draft.parameter(given.path, text), given))

const equals: Operator = (given) => (given.value === null ? isNull(given.of) : compared('=')(given))

const many = ({ draft }: Given, list: Expression, type: ValueType): Expression =>
  eachFromText(list, type, { policy: draft.policy, name: () => draft.name('x') })

const among: Operator = (given) => {
  const list = given.draft.parameter(given.path, listed_)
  if (!given.insensitive) return binary(given.of, 'IN', many(given, list, given.field.type))
  const item = given.draft.name('x')
  return binary(lower(given.of), 'IN', each(item, list, lower(variable(item))))
}

const pattern: Operator = (given) => {
  const { insensitive } = given
  const read = (value: unknown, path: Path): unknown => `${insensitive ? '(?i)' : ''}${String(text(value, path))}`
  return binary(given.of, '=~', given.draft.parameter(given.path, read))
}

/** What a list holds. */
const elementOf = ({ type }: Field): ValueType => (type.kind === 'list' ? type.of : type)

/** Something true of one element, or of all. */
const quantified =
  (name: 'any' | 'all', turned: boolean): Operator =>
  (asking) => {
    const { draft, of, path, field } = asking
    const element = draft.name('x')
    const type: ValueType = field.type.kind === 'list' ? { ...field.type, nullable: false } : field.type
    const asked = draft.parameter(path, listed_)
    const given = many(asking, asked.kind === 'parameter' ? { ...asked, type } : asked, elementOf(field))
    const [through, within] = turned ? [given, of] : [of, given]
    const where = binary(variable(element), 'IN', within)
    return { kind: 'quantifier', name, variable: element, in: through, where }
  }

const empty: Operator = ({ of, value, path }) => {
  if (typeof value !== 'boolean') throw refusal(`${shown(path)} takes true or false`)
  return binary(call('size', of), value ? '=' : '>', literal(0))
}

const within: Operator = ({ draft, of, value, path }) => {
  if (!isPlain(value) || Object.keys(value).toSorted().join() !== 'metres,point')
    throw refusal(`${shown(path)} takes { point, metres }`)
  const distance = call('point.distance', of, draft.parameter([...path, 'point'], noNull))
  return binary(distance, '<=', draft.parameter([...path, 'metres'], typed('float')))
}

type Kinds = 'all' | 'ordered' | 'text' | 'list' | 'point'

/** An operator's name, the properties it is for, and what it is written as. */
const operators: ReadonlyMap<string, readonly [Kinds, Operator]> = new Map<string, readonly [Kinds, Operator]>([
  ['eq', ['all', equals]],
  ['ne', ['all', (given) => (given.value === null ? isNull(given.of, true) : compared('<>')(given))]],
  ['in', ['all', among]],
  ['notIn', ['all', (given) => not(among(given))]],
  ['lt', ['ordered', compared('<')]],
  ['lte', ['ordered', compared('<=')]],
  ['gt', ['ordered', compared('>')]],
  ['gte', ['ordered', compared('>=')]],
  ['contains', ['text', textual('CONTAINS')]],
  ['startsWith', ['text', textual('STARTS WITH')]],
  ['endsWith', ['text', textual('ENDS WITH')]],
  ['matches', ['text', pattern]],
  ['has', ['list', (given) => binary(one(given, elementOf(given.field)), 'IN', given.of)]],
  ['hasSome', ['list', quantified('any', false)]],
  ['hasEvery', ['list', quantified('all', true)]],
  ['isEmpty', ['list', empty]],
  ['within', ['point', within]],
])

const unordered = words('point duration bytes list map')

const fits = (kinds: Kinds, { kind }: ValueType): boolean => {
  if (kinds === 'all' || kind === 'any' || kind === 'union') return true
  if (kinds === 'ordered') return !unordered.has(kind)
  return kind === (kinds === 'text' ? 'string' : kinds)
}

const ofCase = words('eq ne in notIn contains startsWith endsWith matches')

/**
 * What is said of a property: a value it equals, null, or operators that are all met.
 *
 * @throws GraphError USAGE for an operator that is not there, or not for a property of this kind.
 */
export const comparison = (
  draft: Draft,
  of: Expression,
  given: unknown,
  at: { readonly field: Field; readonly path: Path },
): Expression => {
  const { field, path } = at
  const base = { draft, of, field, insensitive: false }
  if (!isPlain(given)) return equals({ ...base, value: given, path })
  const { insensitive = false, ...said } = given as Plain & { readonly insensitive?: unknown }
  const names = Object.keys(said)
  if (names.length === 0) throw refusal(`${shown(path)} says nothing: ${listed(operators.keys())}`)
  if (
    insensitive !== false &&
    (insensitive !== true || field.type.kind !== 'string' || !names.every((name) => ofCase.has(name)))
  )
    throw refusal(`${shown(path)}: insensitive goes with ${listed(ofCase)} of a text`)
  const all = names.map((name) => {
    const [kinds, operator] = operators.get(name) ?? []
    if (kinds === undefined || operator === undefined)
      throw refusal(`${shown(path)}: there is no operator '${name}': ${listed(operators.keys())}`)
    if (!fits(kinds, field.type))
      throw refusal(`${shown(path)}: '${name}' is for ${kinds} properties, and this is of type ${field.type.kind}`)
    return operator({
      ...base,
      insensitive: insensitive === true && said[name] !== null,
      value: said[name],
      path: [...path, name],
    })
  })
  return and(all) ?? literal(true)
}
