// Runs where no embedded engine is installed: the driver loads, and says what to install when one is asked for.
import { GraphError } from '@motif/core'
import { connect } from '@motif/driver'

const db = connect('grafeo::memory:')
const error = await db.cypher.as('RETURN 1 AS one').run().catch((reason) => reason)
if (!(error instanceof GraphError) || !error.message.includes('@grafeo-db/js')) throw error
console.log('ok')
