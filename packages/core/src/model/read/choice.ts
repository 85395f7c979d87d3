import type { Clause } from '../../ast/clause.ts'
import type { Relation } from '../definition.ts'
import { listed, refusal } from '../refuse.ts'
import { unknown } from './condition.ts'
import type { Choice, Chosen } from './chosen.ts'
import type { Path } from './draft.ts'
import { isPlain, type Plain } from './plain.ts'
import { counted, related } from './related.ts'
import { property, variable } from './tree.ts'

const nothing: Plain = {}

const choices = (given: Plain, word: 'select' | 'include', path: Path): Plain => {
  const found = given[word] ?? nothing
  if (!isPlain(found)) throw refusal(`${[...path, word].join('.')} takes { name: true, … }`)
  return found
}

/** The names that are wanted, each with what was said of it. */
const wanted = (given: Plain, { definition, path }: Chosen): readonly (readonly [string, unknown, Path])[] => {
  if (given['select'] !== undefined && given['include'] !== undefined)
    throw refusal(
      `${[...path, 'select'].join('.')}: select names all that is wanted, include adds to all properties: say one of them`,
    )
  const word = given['select'] === undefined ? 'include' : 'select'
  const said = Object.entries(choices(given, word, path))
    .filter(([, each]) => each !== false)
    .map(([name, each]) => [name, each, [...path, word, name]] as const)
  if (word === 'select' && said.length === 0)
    throw refusal(
      `${[...path, word].join('.')} names nothing: ${listed([...definition.fields.keys(), ...definition.relations.keys()])}`,
    )
  const all = word === 'include' ? Array.from(definition.fields.keys(), (name) => [name, true, path] as const) : []
  return [...all, ...said]
}

const ofRelation = (said: unknown, relation: Relation, chosen: Chosen, path: Path) => {
  if (said !== true && !isPlain(said)) throw refusal(`${path.join('.')} takes true or { … }`)
  const given = said === true ? nothing : said
  const from = { ...chosen, path, way: [...chosen.way, relation.name] }
  return given['count'] === undefined || given['count'] === false
    ? related(given, relation, { ...from, choose: choice })
    : counted(given, relation, from)
}

/**
 * What `select` or `include` makes of some nodes.
 *
 * @throws GraphError USAGE for a name that is not there, and where nothing is chosen.
 */
export const choice = (given: Plain, chosen: Chosen): Choice => {
  const { definition, node } = chosen
  const calls: Clause[] = []
  const made: string[] = []
  let deep = false
  const entries = wanted(given, chosen).map(([name, said, path]) => {
    const field = definition.fields.get(name)
    if (field !== undefined) {
      if (said !== true) throw refusal(`${path.join('.')} is a property: true, or nothing`)
      return { name, expression: property(node, field.property) }
    }
    const relation = definition.relations.get(name)
    if (relation === undefined) throw unknown(definition, name, path)
    const found = ofRelation(said, relation, chosen, path)
    deep ||= found.deep
    if ('expression' in found) return { name, expression: found.expression }
    calls.push(found.call)
    made.push(found.variable)
    return { name, expression: variable(found.variable) }
  })
  return { entries, calls, made, deep }
}
