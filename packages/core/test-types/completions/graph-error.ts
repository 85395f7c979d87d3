import { GraphError } from '@motif/core'

new GraphError('TIME¦', '') // ⇥ TIMEOUT ⇥ CONFLICT ⇥ … ≤ 500
