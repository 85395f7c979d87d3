/**
 * Cypher that names the type of the value in variable `v`, for Grafeo, which has no function for it. Each test asks for
 * something that only one type has; order matters, since some tests answer for more than one type once those before
 * them are ruled out (a whole number is taken for a node's id by `keys` and by `.year`).
 */
const tests = (v: string): readonly (readonly [condition: string, word: string])[] => [
  [`${v} IS NULL`, `'null'`],
  [`${v} STARTS WITH ''`, `'string'`],
  [`${v} = true OR ${v} = false`, `'boolean'`],
  // Halving 1 gives 0 among integers alone; the difference keeps it from overflowing.
  [
    `(${v} - ${v} + 1) / 2 = 0`,
    `CASE WHEN ${v} > 9007199254740991 OR ${v} < -9007199254740991 THEN 'bigint' ELSE 'integer' END`,
  ],
  [`duration(${v}) IS NOT NULL AND keys(${v}) IS NULL`, `'duration'`],
  // A decimal carries its digits through a division; a float prints the shortest text.
  [
    `${v} * 0.0 IS NOT NULL`,
    `CASE WHEN toString((${v} - ${v} + 1) / 2) STARTS WITH '0.50' THEN 'decimal' ELSE 'float' END`,
  ],
  [`keys(${v}) IS NOT NULL`, `'map'`],
  [
    `${v}.year IS NOT NULL`,
    `CASE WHEN ${v}.hour IS NULL THEN 'date' WHEN ${v}.timezone IS NULL THEN 'localDateTime' ELSE 'dateTime' END`,
  ],
  [`${v}.hour IS NOT NULL`, `CASE WHEN ${v}.timezone IS NULL THEN 'localTime' ELSE 'time' END`],
  [`size(${v}) IS NOT NULL`, `'list'`],
]

/** An expression that gives the type word of a variable's value; what no test knows are bytes, vectors among them. */
export const typeWordOf = (variable: string): string =>
  `CASE ${tests(variable)
    .map(([condition, word]) => `WHEN ${condition} THEN ${word}`)
    .join(' ')} ELSE 'bytes' END`
