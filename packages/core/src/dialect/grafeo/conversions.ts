import type { Expression } from '../../ast/expression.ts'
import { knownType } from './known-type.ts'
import type { Change, Place } from './change.ts'
import { floatText } from './float-text.ts'
import { make } from './make.ts'

type Call = Extract<Expression, { kind: 'call' }>
type Rewrite = (node: Call, argument: Expression, place: Place) => Expression

const kindOf = (node: Expression, { context, scope }: Place): string => knownType(context.typeOf(node, scope)).kind
const simple: ReadonlySet<string> = new Set(['string', 'integer', 'bigint', 'float', 'number', 'boolean'])

/** The engine reads '2.9' and '1e3' as no number at all; whole numbers are read first, so that none is rounded. */
const wholeOfText = (text: Expression): Expression => {
  const holds = (sign: string): Expression => make.binary(make.call('toLower', text), 'CONTAINS', make.text(sign))
  const cut = make.call('toInteger', make.call('toFloat', text))
  return make.call(
    'coalesce',
    make.call('toInteger', text),
    make.choose([[make.binary(holds('.'), 'OR', holds('e')), cut]]),
  )
}

const toInteger: Rewrite = (node, argument, place) =>
  kindOf(argument, place) === 'string' ? wholeOfText(argument) : node

const toBoolean: Rewrite = (node, argument, place) =>
  kindOf(argument, place) === 'integer' ? make.binary(argument, '<>', make.number(0)) : node

const toText: Rewrite = (node, argument, place) => (kindOf(argument, place) === 'float' ? floatText(argument) : node)

/** The engine rounds halves away from zero, Cypher upwards: -2.5 gives -2. */
const round: Rewrite = (node, argument, place) => {
  if (kindOf(argument, place) === 'integer') return node
  const over = make.binary(argument, '-', make.call('floor', argument))
  const half: Expression = { kind: 'literal', value: 0.5 }
  return make.choose([[make.binary(over, '=', half), make.call('ceil', argument)]], make.call('round', argument))
}

/** `toXOrNull` of something that `toX` never refuses. */
const orNull =
  (name: string, rewrite: Rewrite): Rewrite =>
  (node, argument, place) => {
    if (!simple.has(kindOf(argument, place))) {
      place.context.refuse(
        'functions',
        `${node.name}() of a value of unknown type`,
        `write ${name}(), which gives null too`,
      )
    }
    return rewrite(make.call(name, argument) as Call, argument, place)
  }

/** `toXList`: element by element. */
const each =
  (name: string): Rewrite =>
  (_node, argument, place) => {
    const variable = place.context.fresh('element')
    const type = knownType(place.context.typeOf(argument, place.scope))
    const single = make.name(variable)
    const ofText = name === 'toInteger' && type.kind === 'list' && knownType(type.of).kind === 'string'
    const converted = ofText ? wholeOfText(single) : make.call(name, single)
    return { kind: 'list-comprehension', variable, in: argument, where: undefined, yield: converted }
  }

const isEmpty: Rewrite = (node, argument, place) => {
  const kind = kindOf(argument, place)
  if (kind === 'string' || kind === 'list') return make.binary(make.call('size', argument), '=', make.number(0))
  return place.context.refuse(
    'functions',
    `${node.name}()`,
    'write size(x) = 0 of a list or text, size(keys(x)) = 0 of a map',
  )
}

const rewrites: ReadonlyMap<string, Rewrite> = new Map<string, Rewrite>([
  ['tointeger', toInteger],
  ['toboolean', toBoolean],
  ['tostring', toText],
  ['round', round],
  ['isempty', isEmpty],
  ['tointegerornull', orNull('toInteger', toInteger)],
  ['tofloatornull', orNull('toFloat', (node) => node)],
  ['tobooleanornull', orNull('toBoolean', toBoolean)],
  ['tostringornull', orNull('toString', toText)],
  ['tointegerlist', each('toInteger')],
  ['tofloatlist', each('toFloat')],
  ['tobooleanlist', each('toBoolean')],
  ['tostringlist', each('toString')],
  ['character_length', (_node, argument) => make.call('char_length', argument)],
  ['btrim', (_node, argument) => make.call('trim', argument)],
  [
    'cot',
    (_node, argument) => make.binary({ kind: 'literal', value: 1, float: true }, '/', make.call('tan', argument)),
  ],
  [
    'haversin',
    (_node, argument) => make.binary(make.binary(make.number(1), '-', make.call('cos', argument)), '/', make.number(2)),
  ],
])

/** Functions of one argument that the engine lacks or computes otherwise, written with those it has. */
export const changeConversion: Change<'call'> = (node, place) => {
  const [argument] = node.arguments
  if (argument === undefined || node.arguments.length !== 1) return node
  return rewrites.get(node.name.toLowerCase())?.(node, argument, place) ?? node
}
