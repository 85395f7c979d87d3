import grafeo from '@grafeo-db/js'

const values = ['1', "'text'", '1.5', 'true', "date('2020-01-02')", "datetime('2020-01-02T10:00:00Z')"]

/** Every third property is missing from one of a label's two nodes, so that both kinds of JSDoc are written. */
const properties = (label: number, count: number, whole: boolean): string =>
  Array.from({ length: count }, (_, at) => at)
    .filter((at) => whole || at % 3 !== 2)
    .map((at) => `property${at}: ${values[(label + at) % values.length] ?? '0'}`)
    .join(', ')

/**
 * Makes a graph of so many labels of so many properties, with a key each and as many relationship types, each between
 * two pairs of labels.
 */
export const makeGraph = async (path: string, labels: number, count: number): Promise<void> => {
  const db = grafeo.GrafeoDB.create(path)
  for (let at = 0; at < labels; at++) {
    await db.executeCypher(`CREATE (:Label${at} {id: 1, ${properties(at, count - 1, true)}}),
      (:Label${at} {id: 2, ${properties(at, count - 1, false)}})`)
    await db.executeCypher(`CREATE CONSTRAINT key${at} FOR (n:Label${at}) REQUIRE n.id IS UNIQUE`)
  }
  for (let at = 0; at < labels; at++) {
    for (const to of [(at + 1) % labels, (at + 7) % labels]) {
      await db.executeCypher(
        `MATCH (a:Label${at} {id: 1}), (b:Label${to} {id: 1}) CREATE (a)-[:TYPE_${at} {since: date('2020-01-02')}]->(b)`,
      )
    }
  }
  db.close()
}
