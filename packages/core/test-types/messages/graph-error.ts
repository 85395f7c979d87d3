import { GraphError } from '@motif/core'

new GraphError('TIMEOUT', 'a deadline passed')
new GraphError('TIMEDOUT', 'a deadline passed') // ✖ '"TIMEDOUT"' is not assignable to parameter of type 'ErrorCode'
