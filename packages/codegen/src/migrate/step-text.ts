import { constraintText, indexText } from './definition.ts'
import { constraintOfStep, indexOfStep } from './step-definition.ts'
import type { Place, Step } from './step.ts'
import { onStep } from './step-verb.ts'

const targetOf = ({ node, relationship }: Place): string => node ?? relationship ?? ''

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

/** What a step does, in a few words: `rename label Person to User`. */
export const stepText = (step: Step): string =>
  onStep(step, {
    renameLabel: ({ renameLabel, to }) => `rename label ${renameLabel} to ${to}`,
    renameType: ({ renameType, to }) => `rename relationship type ${renameType} to ${to}`,
    renameProperty: (each) => `rename ${targetOf(each)}.${each.renameProperty} to ${each.to}`,
    backfill: (each) =>
      `set ${targetOf(each)}.${each.backfill} to ${each.value === undefined ? short(each.cypher ?? '') : JSON.stringify(each.value)} where it is missing`,
    removeProperty: (each) => `remove ${targetOf(each)}.${each.removeProperty}`,
    removeLabel: ({ removeLabel }) => `remove label ${removeLabel}`,
    deleteNodes: ({ deleteNodes }) => `delete the nodes of ${deleteNodes}`,
    deleteRelationships: ({ deleteRelationships }) => `delete the relationships of ${deleteRelationships}`,
    createConstraint: (each) => `create ${constraintText(constraintOfStep(each))}`,
    createIndex: (each) => `create ${indexText(indexOfStep(each))}`,
    dropConstraint: ({ dropConstraint }) => `drop constraint ${dropConstraint}`,
    dropIndex: ({ dropIndex }) => `drop index ${dropIndex}`,
    cypher: ({ title, cypher }) => title ?? short(cypher),
    run: ({ title }) => title,
    runAlone: ({ title }) => title,
  })
