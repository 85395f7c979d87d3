// Streams 5,000,000 rows and keeps none: prints the megabytes by which the process grew after the first 500,000.
import { connect } from '@motif/driver'

const db = connect(`bolt://127.0.0.1:${process.argv[2]}`)
const rows = db.cypher.as<{ i: number }, {}>("UNWIND range(1, 5000000) AS i RETURN i, 'name ' + i AS name")
const resident = (): number => process.memoryUsage.rss() / 2 ** 20
let seen = 0
let before = 0
let most = 0
for await (const row of rows.stream()) {
  seen += row === undefined ? 0 : 1
  if (seen === 500_000) before = resident()
  else if (seen % 50_000 === 0) most = Math.max(most, resident())
}
await db.close()
if (seen !== 5_000_000) throw new Error(`the stream ended after ${seen} rows`)
process.stdout.write(String(most - before))
