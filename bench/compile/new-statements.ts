/** The medium query as a statement, each with names of its own. */
export const mediumStatement = (index: number): string => `
  MATCH (p${index}:Person)-[r:KNOWS]->(f${index}:Person)-[:WORKS_AT]->(c${index}:Company)
  WHERE p${index}.age >= $age AND f${index}.city = $city AND c${index}.name STARTS WITH $prefix
  OPTIONAL MATCH (f${index})-[:LIKES]->(t${index}:Tag)
  RETURN p${index}.name AS name, c${index}.name AS company, count(DISTINCT f${index}) AS friends, count(t${index}) AS tags
  ORDER BY friends DESC LIMIT $most`

/** A module of so many functions, each of which makes one statement at a place of its own, as a program's literals are. */
export const newStatements = (many: number): string => `export const statements = [
${Array.from({ length: many }, (_, index) => `  (db) => db.cypher(${JSON.stringify(mediumStatement(index))}),`).join('\n')}
]
`
