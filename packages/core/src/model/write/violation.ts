import { amend } from '../../error/amend.ts'
import { GraphError } from '../../error/graph-error.ts'
import type { Definition } from '../definition.ts'
import { keyText } from '../key-text.ts'
import type { NodeInput, RelationInput, Values } from './inputs.ts'

/** A node as it was to be written. */
interface Written {
  readonly definition: Definition
  readonly properties: Values
}

const inRelation = ({ create, connectOrCreate }: RelationInput): readonly Written[] =>
  [...create, ...connectOrCreate].flatMap(({ node }) => writtenIn(node))

/** A node and all that are created with it. */
export const writtenIn = ({ definition, properties, relations }: NodeInput): readonly Written[] => [
  { definition, properties },
  ...relations.flatMap(inRelation),
]

/** The values of the node that breaks a constraint, where it can be told which it is: the only one, or one that is there twice. */
const culprit = (written: readonly Written[], properties: readonly string[]): Values | undefined => {
  const all = written.map((each) => Object.fromEntries(properties.map((name) => [name, each.properties[name]])))
  if (all.length === 1) return all[0]
  const met = new Set<string>()
  return all.find((values) => {
    const text = properties.map((name) => keyText(values[name])).join('')
    const twice = met.has(text)
    met.add(text)
    return twice
  })
}

/** The same error; that of a constraint tells label, properties and, off its message, the values that broke it. */
export const withValues = (error: unknown, written: () => readonly Written[]): unknown => {
  if (!(error instanceof GraphError) || error.code !== 'CONSTRAINT' || error.properties === undefined) return error
  const { label, properties } = error
  const candidates = written().filter(
    (each) =>
      (label === undefined || each.definition.labels.includes(label)) &&
      properties.every((name) => each.properties[name] !== undefined),
  )
  const values = culprit(candidates, properties)
  return values === undefined ? error : amend(error, { values })
}
