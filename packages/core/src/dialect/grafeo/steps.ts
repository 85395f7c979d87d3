import type { NodePattern, Pattern, RelationshipPattern } from '../../ast/pattern.ts'

export type Step = NodePattern | RelationshipPattern

/** The nodes and relationships of a path: one with groups in it has been refused before. */
export const stepsOf = ({ elements }: Pattern): readonly Step[] => elements as readonly Step[]
