import type { GraphError } from '@motif/core'
import type { Answer, Metadata } from './channel.ts'
import type { ServerFailure } from './server-failure.ts'

/** How a request without rows ended. */
export type Ending =
  | { readonly how: 'success'; readonly metadata: Metadata }
  | { readonly how: 'failure'; readonly failure: ServerFailure }
  | { readonly how: 'ignored' }
  | { readonly how: 'lost'; readonly error: GraphError }

/** What is done with the answer to a request that has no rows, in one place. */
export const whenAnswered = (ended: (ending: Ending) => void): Answer => ({
  success: (metadata) => ended({ how: 'success', metadata }),
  failure: (failure) => ended({ how: 'failure', failure }),
  ignored: () => ended({ how: 'ignored' }),
  lost: (error) => ended({ how: 'lost', error }),
})
