import type { EngineName } from '../engines.ts'

type Reasons = Readonly<Record<string, string>>

/** Golden queries that an engine cannot be asked, by name, each with what it does instead. */
export const leftOut: Readonly<Partial<Record<EngineName, Reasons>>> = {
  arcadedb: {
    'set and remove a label': 'never answers: to change a label it moves the node, and then finds it once more',
  },
}
