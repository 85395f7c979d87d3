import { expect, it } from 'vitest'
import { parseStatement } from '../../../packages/core/src/grammar/parse-statement.ts'
import { neo4j } from '@motif/core'
import { translate } from '../translate.ts'
import { withoutSources } from '../without-sources.ts'

const text = 'MATCH ( n:A  {x : 1} )  WHERE n.x>0 RETURN  count( * ), n.x+1 AS y, n'

it('leaves no text that could be sent in place of what was read', () => {
  expect(JSON.stringify(parseStatement(text))).toContain('"source"')
  expect(JSON.stringify(withoutSources(parseStatement(text)))).not.toContain('"source"')
})

it('keeps the text of what is nothing but text', () => {
  const { compiled } = translate('CREATE INDEX  i FOR (n:A) ON (n.x)', 'printed', { dialect: neo4j, params: {} })
  expect(compiled.text).toBe('CREATE INDEX  i FOR (n:A) ON (n.x)')
})

it('prints anew, under the names that columns had', () => {
  const given = { dialect: neo4j, params: {} }
  expect(translate(text, 'written', given).compiled.text).toBe(text)
  expect(translate(text, 'printed', given).compiled.text).toBe(
    'MATCH (n:A {x: 1})\nWHERE n.x > 0\nRETURN count(*) AS `count( * )`, n.x + 1 AS y, n',
  )
})
