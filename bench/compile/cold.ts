// In a process that has parsed nothing yet: milliseconds until the first statement is parsed, and until it is compiled.
import { neo4j } from '@motif/core'
import { graphIn } from './graph.ts'
import { mediumStatement } from './new-statements.ts'

const db = graphIn(neo4j)
const text = mediumStatement(0) as never // a literal to the types
const start = performance.now()
const query = db.cypher(text)
const parsed = performance.now() - start
query.prepare()
const compiled = performance.now() - start // before the output stream is made, which takes as long again
process.stdout.write(JSON.stringify([parsed, compiled]))
