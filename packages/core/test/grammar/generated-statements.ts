import fc from 'fast-check'

/** Statements of all of Cypher 5 and 25, as texts: what both Neo4j's grammar and ours take. */

type Text = fc.Arbitrary<string>

const text = (strings: TemplateStringsArray, ...parts: readonly (Text | string)[]): Text =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((given) => strings.reduce((whole, piece, at) => whole + given[at - 1] + piece))
const oneOf = (...texts: readonly (Text | string)[]): Text =>
  fc.oneof(...texts.map((each) => (typeof each === 'string' ? fc.constant(each) : each)))
const maybe = (inner: Text): Text => fc.option(inner, { nil: '', freq: 1 })
const list = (inner: Text, separator = ', ', minLength = 1, maxLength = 2): Text =>
  fc.array(inner, { minLength, maxLength }).map((all) => all.join(separator))

const name = oneOf('a', 'b', 'n', '`the name`', 'limit2', 'größe')
const label = oneOf('A', 'User', '`a label`')
const key = oneOf('x', 'name', '`a key`', 'order')
const number = oneOf('0', '1', '42', '1.5', '.5', '1e-3', '0xff', '0o17', '1_000')
const parameter = oneOf('$p', '$1', '$`a parameter`')
const type = oneOf(
  'INTEGER',
  'STRING NOT NULL',
  'LIST<FLOAT>',
  'BOOLEAN | DATE',
  'ZONED DATETIME',
  'ANY<STRING>',
  'NODE',
)
const binary = oneOf(
  ...'OR XOR AND = <> < <= > >= =~ IN CONTAINS + - * / % ^ ||'.split(' '),
  'STARTS WITH',
  'ends with',
)

interface Parts {
  readonly expression: string
  readonly operand: string
  readonly labels: string
  readonly path: string
  readonly pattern: string
  readonly clause: string
  readonly statement: string
}

const { statement } = fc.letrec<Parts>((tie: fc.LetrecTypedTie<Parts>) => {
  const expression: Text = tie('expression')
  const operand: Text = tie('operand')
  const labels: Text = tie('labels')
  const path: Text = tie('path')
  const pattern: Text = tie('pattern')
  const inner: Text = tie('statement')
  const clause: Text = tie('clause')
  const where = maybe(text` WHERE ${expression}`)
  const map = text`{${list(text`${key}: ${expression}`, ', ', 0)}}`
  const properties = maybe(oneOf(text` ${map}`, text` ${parameter}`))
  const range = oneOf('*', '*2', '*1..3', '*..3', '*1..')
  const often = oneOf('+', '*', '{2}', '{1,3}', '{,3}', '{1,}')
  const node = text`(${maybe(name)}${maybe(oneOf(text`:${labels}`, text` IS ${labels}`))}${properties}${where})`
  const inside = text`[${maybe(name)}${maybe(text`:${labels}`)}${maybe(range)}${properties}${where}]`
  const arrow = oneOf(text`-${inside}->`, text`<-${inside}-`, text`-${inside}-`, '-->', '<--', '--')
  const plainPath = text`(${name})${arrow}(${maybe(name)})`
  const assigned = oneOf(
    text`${name}.${key} = ${expression}`,
    text`${name}[${expression}] = ${expression}`,
    text`${name} += ${expression}`,
    text`${name}:${label}`,
    text`${name}:$(${expression})`,
  )
  const item = text`${expression}${maybe(text` AS ${name}`)}`
  const projection = text`${maybe(fc.constant('DISTINCT '))}${oneOf('*', list(item))}`
  const order = text`ORDER BY ${list(text`${expression}${oneOf('', ' DESC', ' ascending')}`)}`
  const page = oneOf(
    order,
    text`SKIP ${operand}`,
    text`LIMIT ${operand}`,
    text`${order} SKIP ${number} LIMIT ${parameter}`,
  )
  const write = oneOf(text`SET ${list(assigned)}`, text`REMOVE ${name}.${key}, ${name}:${label}`)
  const returned = text`RETURN ${projection}${maybe(text` ${page}`)}`
  const transactions = oneOf(
    text`IN TRANSACTIONS OF ${number} ROWS`,
    text`IN ${number} CONCURRENT TRANSACTIONS ON ERROR CONTINUE REPORT STATUS AS ${name}`,
    'IN CONCURRENT TRANSACTIONS ON ERROR RETRY FOR 2 SECONDS THEN FAIL',
  )
  const query = text`${clause} ${maybe(text`${oneOf(clause, page)} `)}${oneOf(returned, returned, 'FINISH')}`
  return {
    labels: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'labels' },
      label,
      text`${labels}|${labels}`,
      text`${labels}&${labels}`,
      text`!${labels}`,
      text`(${labels})`,
      fc.constant('%'),
      text`$(${parameter})`,
      text`$any(${parameter})`,
    ),
    path: oneOf(
      node,
      text`${node}${arrow}${node}`,
      text`${node}${arrow}${often}${node}`,
      text`(${node}${arrow}${node}${where})${often}`,
      text`${node} (${node}${arrow}${node})${often} ${node}`,
    ),
    pattern: oneOf(
      path,
      path,
      text`${name} = ${path}`,
      text`${oneOf('SHORTEST 2', 'ANY SHORTEST', 'ALL SHORTEST PATHS', 'ANY', 'ALL', 'SHORTEST 2 GROUPS', 'ANY 2 TRAIL', 'ACYCLIC')} ${path}`,
      text`shortestPath((${name})-[*]-(${name}))`,
    ),
    operand: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'operand' },
      number,
      parameter,
      name,
      oneOf("'a text'", '"it\\\'s"', 'true', 'NULL', 'INF'),
      text`${name}.${key}`,
      text`(${expression})`,
      text`[${list(expression, ', ', 0)}]`,
      map,
      text`${operand}[${expression}]`,
      text`${operand}[${maybe(expression)}..${maybe(expression)}]`,
      text`${oneOf('coalesce', 'apoc.text.join', 'count', 'trim')}(${oneOf('', 'DISTINCT ')}${list(expression)})`,
      fc.constant('count(*)'),
      text`trim(${oneOf('BOTH', 'LEADING', 'TRAILING')} ${operand} FROM ${operand})`,
      text`CASE ${list(text`WHEN ${expression} THEN ${expression}`, ' ')}${maybe(text` ELSE ${expression}`)} END`,
      text`CASE ${expression} WHEN ${oneOf('', '< ', 'IN ', '<> ')}${operand}, ${oneOf('IS NULL', 'IS :: INT | DATE', ':A|B')} THEN ${expression} END`,
      text`[${name} IN ${operand}${maybe(text` WHERE ${operand}`)} | ${expression}]`,
      text`[${plainPath}${maybe(text` WHERE ${operand}`)} | ${expression}]`,
      text`${oneOf('all', 'any', 'none', 'single')}(${name} IN ${operand} WHERE ${expression})`,
      text`reduce(${name} = ${operand}, ${name} IN ${operand} | ${expression})`,
      text`allReduce(${name} = ${operand}, ${name} IN ${operand} | ${expression}, ${expression})`,
      text`${oneOf('EXISTS', 'COUNT')} { ${oneOf(inner, text`${pattern}${where}`)} }`,
      text`COLLECT { ${inner} }`,
      text`${name} {.${key}, .*, ${key}: ${expression}, ${name}}`,
      plainPath,
    ),
    expression: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      operand,
      operand,
      text`${operand} ${binary} ${operand}`,
      text`NOT ${operand}`,
      text`-${operand}`,
      text`${operand} IS ${oneOf('', 'NOT ')}${oneOf('NULL', text`:: ${type}`, text`TYPED ${type}`, 'NORMALIZED', 'NFKD NORMALIZED')}`,
      text`${name}:${labels}`,
      text`${name} IS ${oneOf('', 'NOT ', 'LABELED ')}${labels}`,
    ),
    clause: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'clause' },
      text`${oneOf('', 'OPTIONAL ')}MATCH ${oneOf('', 'REPEATABLE ELEMENTS ', 'DIFFERENT RELATIONSHIPS ')}${list(pattern)}${where}`,
      text`MATCH (${name}) USING INDEX ${name}:${label}(${key}) WHERE ${expression}`,
      text`MATCH (${name}) SEARCH ${name} IN (VECTOR INDEX ${name} FOR ${operand}${where} LIMIT ${number})${maybe(text` SCORE AS ${name}`)}`,
      text`WITH ${projection}${maybe(text` ${page}`)}${where}`,
      text`UNWIND ${expression} AS ${name}`,
      text`FOR ${name} IN ${expression}`,
      text`LET ${list(text`${name} = ${expression}`)}`,
      text`FILTER ${oneOf('', 'WHERE ')}${expression}`,
      write,
      text`CREATE ${list(path)}`,
      text`INSERT (${name}:${label} ${map})-[:${label}]->(${name})`,
      text`MERGE ${path}${maybe(text` ON CREATE ${text`SET ${list(assigned)}`} ON MATCH SET ${assigned}`)}`,
      text`${oneOf('', 'DETACH ')}DELETE ${list(expression)}`,
      text`FOREACH (${name} IN ${operand} | ${write})`,
      text`LOAD CSV ${oneOf('', 'WITH HEADERS ')}FROM ${operand} AS ${name}${maybe(fc.constant(" FIELDTERMINATOR ';'"))}`,
      text`${oneOf('', 'OPTIONAL ')}CALL ${oneOf('', '(*) ', '(a, b) ', '() ')}{ ${inner} }${maybe(text` ${transactions}`)}`,
      text`${oneOf('', 'OPTIONAL ')}CALL db.labels(${list(expression, ', ', 0)}) YIELD ${name} AS ${name}${where}`,
    ),
    statement: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'statement' },
      query,
      query,
      text`${query} UNION ${oneOf('', 'ALL ', 'DISTINCT ')}${query}`,
      text`${query} NEXT ${inner}`,
      text`WHEN ${expression} THEN { ${inner} } WHEN ${expression} THEN ${query} ELSE ${query}`,
      text`{ ${inner} }`,
      text`USE graph.byName(${operand}) ${query}`,
    ),
  }
})

/** A statement, perhaps with words before it that say how to run it. */
export const generatedStatement: Text = text`${oneOf('', '', 'EXPLAIN ', 'CYPHER 25 runtime = slotted ')}${statement}`
