import { GraphError } from '@motif/core'
import * as driver from '@motif/driver'

const error = new GraphError('CONFLICT', 'another transaction won')
if (!(error instanceof GraphError) || driver === undefined) throw error
console.log('ok')
