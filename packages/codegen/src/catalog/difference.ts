/** One way in which a graph is not what the snapshot says. */
export interface Difference {
  readonly change: 'added' | 'removed' | 'changed'
  readonly subject: 'label' | 'relationship type' | 'property' | 'ends' | 'label set' | 'constraint'
  /** What it is about: `User`, `User.age`, `(User)-[:WROTE]->(Post)`. */
  readonly name: string
  /** As the snapshot has it, and as the graph has it. */
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** Why, in words: `12 of 3,376 nodes lack it`. */
  readonly reason?: string | undefined
}

const marks: Readonly<Record<Difference['change'], string>> = { added: '+', removed: '-', changed: '~' }

const named = ({ subject, name }: Difference): string =>
  subject === 'property' || subject === 'ends' ? name : `${subject} ${name}`

/** A difference as a line: `~ User.age: integer → integer? (12 of 3,376 nodes lack it)`. */
export const differenceText = (difference: Difference): string => {
  const { change, before, after, reason } = difference
  const value = change === 'changed' ? `${before} → ${after}` : (after ?? before)
  const why = reason === undefined ? '' : ` (${reason})`
  return `${marks[change]} ${named(difference)}${value === undefined ? '' : `: ${value}`}${why}`
}
