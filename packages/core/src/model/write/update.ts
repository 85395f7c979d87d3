import { GraphError } from '../../error/graph-error.ts'
import type { ModelContext } from '../model-context.ts'
import { policyOf } from '../policy-of.ts'
import { refusal } from '../refuse.ts'
import { kept } from '../unit/kept.ts'
import { thisNode } from './about.ts'
import { type Changes, applyChanges, changesOf, isSimple } from './apply-changes.ts'
import { type ChangeInput, changeInput } from './change-input.ts'
import { type Clauses, doors } from './clauses.ts'
import type { Reading, Values } from './inputs.ts'
import { keyInput, mustHaveKey } from './key-input.ts'
import { lookUp } from './lookups.ts'
import { readAll, reading } from './node-input.ts'
import { whyNothing } from './not-found.ts'
import { type Choice, returned, type Returning } from './returned.ts'
import { type Answer, writing, sendFor } from './send.ts'
import { isPlain } from '../read/plain.ts'
import { binary, variable } from '../read/tree.ts'
import { property, put, value } from './trees.ts'
import { withValues, writtenIn } from './violation.ts'

/** What an update may be told besides; under the name of the version's field too, so that a row may be spread into it. */
export interface UpdateChoice extends Choice {
  readonly version?: unknown
}

const expectedOf = ({ definition }: ModelContext, choice: UpdateChoice): unknown => {
  const { version, name } = definition
  if (!isPlain(choice)) throw refusal('update() takes an object of select, include and version')
  if (Object.hasOwn(choice, 'version') && choice.version === undefined)
    throw refusal('update(): version is undefined: leave it out where any will do')
  if (version === undefined) {
    if (choice.version !== undefined) throw refusal(`${name} has no version: declare one, { version: 'version' }`)
    return undefined
  }
  return choice.version ?? (choice as Values)[version.name]
}

/** Written and taken back, as the lock of a transaction is taken: a server reads what it has locked as it is by then. */
const lock = '_lock'

/**
 * Goes on only with a node of this version, which is looked at under a lock: of two who ask for the same version one finds
 * another. Engines without locks find that out when the second one writes.
 */
const ofVersion = (query: Clauses, { definition: { version } }: ModelContext, expected: unknown): Clauses => {
  if (expected === undefined || version === undefined) return query
  const own = property(variable('n'), version.property)
  return query
    .set('n', { [lock]: put({ kind: 'literal', value: true }) })
    .remove('n', [lock])
    .with('*')
    .where(() =>
      put(
        expected === null
          ? { kind: 'null-test', negated: false, operand: own }
          : binary(own, '=', value(expected, version.type)),
      ),
    )
}

/** Throws RESULT_SHAPE where a key was not that of one node. */
export const mustBeOne = ({ given: { executor } }: ModelContext, { rows }: Answer): void => {
  if (rows.length > 1)
    throw new GraphError('RESULT_SHAPE', `this key was that of ${rows.length} nodes, and all were changed`, {
      outcome: executor.atomically === undefined ? undefined : 'committed',
    })
}

/** Changes of one node, read and ready to be written. */
export interface Ready {
  readonly key: Values
  readonly changes: Changes
}

/** Reads a key and changes. Throws VALIDATION. */
export const readChanges = async (
  context: ModelContext,
  key: unknown,
  what: string,
  change: (reading: Reading) => ChangeInput,
): Promise<Ready> => {
  const { definition } = context
  mustHaveKey(definition)
  const read = reading(context)
  const found = keyInput(definition, key, { index: undefined, path: ['key'] }, read)
  const input = change(read)
  const call = `${what} of ${definition.name}`
  await readAll(read, call)
  return { key: found, changes: changesOf(input, call) }
}

/** Writes changes of one node, and gives the rows that `end` asks for; throws where it is not there. */
export const writeChanges = async (
  context: ModelContext,
  { key, changes }: Ready,
  expected: unknown,
  end: (query: Clauses, simple: boolean) => Returning,
): Promise<Answer> => {
  const { plan, removals, input } = changes
  const found = lookUp(doors(context), plan.lookups, policyOf(context)).match(thisNode(context, key))
  const query = end(applyChanges(ofVersion(found, context, expected), context, changes), isSimple(changes))
  const answer = await sendFor(context, query).catch((error: unknown) => {
    throw withValues(error, () =>
      writtenIn({
        definition: context.definition,
        properties: { ...key, ...input.properties },
        relations: input.relations,
      }),
    )
  })
  if (answer.rows.length === 0)
    throw await whyNothing(context, { lookups: plan.lookups, key, version: expected, removals })
  mustBeOne(context, answer)
  return answer
}

/**
 * Changes one node, in one statement.
 *
 * @throws GraphError VALIDATION; RESULT_SHAPE where there is no such node, or a node to be connected is missing; CONFLICT
 * with `expected` and `actual` where it has another version. Nothing is written then.
 */
export const update = (
  context: ModelContext,
  key: unknown,
  data: unknown,
  choice: UpdateChoice = {},
): Promise<unknown> =>
  writing(context, async () => {
    const expected = expectedOf(context, choice)
    const ready = await readChanges(context, key, 'update', (read) =>
      changeInput(context.definition, data, { index: undefined, path: [] }, read),
    )
    const { rows } = await writeChanges(context, ready, expected, (query, simple) =>
      returned(query, context, choice, { simple }),
    )
    return kept(context, choice, rows)[0]
  })
