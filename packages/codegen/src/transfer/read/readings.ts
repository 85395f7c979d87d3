import { type Dialect, GraphError } from '@motif/core'
import { grafeoWords } from '../../introspect/grafeo.ts'
import { neo4jWords } from '../../introspect/neo4j.ts'
import type { Reading } from './reading.ts'

/** Maps and lists in Grafeo may hold maps and lists: so deep they are asked for. The text doubles with each. */
const deepest = 3

const toldByGrafeo = (value: string, depth: number): string => {
  const word = grafeoWords.typeWordOf(value)
  const scalar = `CASE ${word} WHEN 'localDateTime' THEN 'localDateTime ' + toString(${value}) ELSE ${word} END`
  if (depth === 0) return `CASE WHEN ${word} IN ['list', 'map'] THEN 'deep' ELSE ${scalar} END`
  const [each, key] = [`e${depth}`, `k${depth}`]
  const list = `[${each} IN ${value} | ${toldByGrafeo(each, depth - 1)}]`
  const map = `[${key} IN keys(${value}) | [${key}, ${toldByGrafeo(`${value}[${key}]`, depth - 1)}]]`
  return `CASE ${word} WHEN 'list' THEN ${list} WHEN 'map' THEN ${map} ELSE ${scalar} END`
}

const grafeo: Reading = {
  words: grafeoWords,
  temporalAsText: true,
  told: (value, isDeep) => toldByGrafeo(value, isDeep ? deepest : 1),
  match: {
    node: 'UNWIND range($from, $to) AS i MATCH (x) WHERE id(x) = i',
    relationship: 'UNWIND range($from, $to) AS i MATCH (a) WHERE id(a) = i MATCH (a)-[x]->(b)',
  },
  byColumns: true,
  page: 10_000,
}

const neo4j: Reading = {
  words: neo4jWords,
  temporalAsText: false,
  told: (value) => {
    const word = neo4jWords.typeWordOf
    return `CASE WHEN ${value} IS :: LIST<ANY> THEN [e IN ${value} | ${word('e')}] ELSE ${word(value)} END`
  },
  match: { node: 'MATCH (x)', relationship: 'MATCH (a)-[x]->(b)' },
  byColumns: false,
}

const readings: ReadonlyMap<string, Reading> = new Map([
  ['grafeo', grafeo],
  ['neo4j', neo4j],
  ['neo4j5', neo4j],
  ['neo4j2025', neo4j],
])

/** How a graph that speaks this dialect is read. Throws UNSUPPORTED_FEATURE for one that cannot be. */
export const readingOf = ({ name }: Dialect): Reading => {
  const reading = readings.get(name)
  if (reading !== undefined) return reading
  throw new GraphError(
    'UNSUPPORTED_FEATURE',
    `a graph that speaks '${name}' can be neither dumped nor loaded yet; engines that can: grafeo, neo4j`,
    { outcome: 'not sent' },
  )
}
