import { GraphError } from '@motif/core'

/** Where something is wrong in a dump, in what is read after a gzip is taken off. */
export interface Place {
  readonly name: string
  readonly offset: number
  readonly chunk: number
}

/** A dump that is not as it was written. */
export const damage = ({ name, offset, chunk }: Place, why: string, cause?: unknown): GraphError =>
  new GraphError('USAGE', `${name} is damaged at byte ${offset}, in chunk ${chunk}: ${why}`, {
    fault: 'surroundings',
    outcome: 'not sent',
    cause,
  })
