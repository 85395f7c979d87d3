import type { Place, Step } from './step.ts'
import { onStep } from './step-verb.ts'

/** What a step would lose, and the name under which losing it is allowed. */
export interface Loss {
  readonly name: string
  readonly text: string
}

const property = ({ node, relationship }: Place, name: string): string => `${node ?? relationship}.${name}`

/** Literals, comments and quoted names, in which a word does nothing. */
const inert = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*[^]*?\*\//g
const loses = /\b(?:DELETE|DROP|REMOVE)\b/i

const made = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(
    steps.flatMap((step) =>
      'createConstraint' in step ? [step.createConstraint] : 'createIndex' in step ? [step.createIndex] : [],
    ),
  )

/**
 * What a step loses that nobody can bring back; undefined when nothing is. A dropped constraint or index is not lost
 * when another of these steps makes what takes its place, or when `undone`, what is being taken back, had made it.
 * What a callback does cannot be told.
 */
export const lossOf = (step: Step, steps: readonly Step[], undone: readonly Step[] = []): Loss | undefined => {
  const replaced = (name: string | undefined): boolean => name !== undefined && made(steps).has(name)
  const ownWork = made(undone)
  const none = (): undefined => undefined
  return onStep<Loss | undefined>(step, {
    renameLabel: none,
    renameType: none,
    renameProperty: (each) =>
      each.prefer === undefined
        ? undefined
        : {
            name: property(each, each.renameProperty),
            text: `the ${each.prefer === 'old' ? 'new' : 'old'} value where both names have one`,
          },
    backfill: none,
    removeProperty: (each) => {
      const name = property(each, each.removeProperty)
      return { name, text: `the values of ${name}` }
    },
    removeLabel: ({ removeLabel }) => ({ name: removeLabel, text: `which nodes were ${removeLabel}` }),
    deleteNodes: ({ deleteNodes }) => ({ name: deleteNodes, text: `the nodes of ${deleteNodes}` }),
    deleteRelationships: (each) => ({
      name: each.deleteRelationships,
      text: `the relationships of ${each.deleteRelationships}`,
    }),
    createConstraint: none,
    createIndex: none,
    dropConstraint: ({ dropConstraint: name, replacedBy }) =>
      replaced(replacedBy) || ownWork.has(name) ? undefined : { name, text: `constraint ${name}` },
    dropIndex: ({ dropIndex: name, replacedBy }) =>
      replaced(replacedBy) || ownWork.has(name) ? undefined : { name, text: `index ${name}` },
    cypher: ({ cypher, title }) =>
      loses.test(cypher.replaceAll(inert, ''))
        ? { name: title ?? 'cypher', text: `what its Cypher deletes` }
        : undefined,
    run: none,
    runAlone: none,
  })
}
