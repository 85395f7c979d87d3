import type { TypeWord } from '../catalog/type-word.ts'

/** Neo4j's own names of types; the commonest first, since they are asked for in this order. */
export const wordsOfTypes: ReadonlyMap<string, TypeWord> = new Map([
  ['STRING', 'string'],
  ['INTEGER', 'integer'],
  ['FLOAT', 'float'],
  ['BOOLEAN', 'boolean'],
  ['LIST<ANY>', 'list'],
  ['DATE', 'date'],
  ['ZONED DATETIME', 'dateTime'],
  ['LOCAL DATETIME', 'localDateTime'],
  ['ZONED TIME', 'time'],
  ['LOCAL TIME', 'localTime'],
  ['DURATION', 'duration'],
  ['POINT', 'point'],
])

const wordOf = (word: TypeWord, v: string): string =>
  word === 'integer'
    ? `CASE WHEN ${v} > 9007199254740991 OR ${v} < -9007199254740991 THEN 'bigint' ELSE 'integer' END`
    : `'${word}'`

/** An expression that gives the type word of a variable's value; a vector is none that a property type has a name for. */
export const typeWordOf = (variable: string): string => {
  const tests = [...wordsOfTypes].map(([type, word]) => `WHEN ${variable} IS :: ${type} THEN ${wordOf(word, variable)}`)
  return `CASE ${tests.join(' ')} ELSE 'other' END`
}
