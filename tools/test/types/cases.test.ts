import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cases } from '../../../packages/core/test/grammar/cases.ts'
import { newestCompiler } from '../../types/compilers.ts'
import { diagnose } from '../../types/diagnose.ts'
import { people } from '../../types/people.ts'

const made = fileURLToPath(new URL('../../../packages/core/test-types/cases.tmp/', import.meta.url))

const clauseNames: Readonly<Record<string, string>> = {
  match: 'MATCH',
  'optional match': 'OPTIONAL',
  where: 'WHERE',
  with: 'WITH',
  return: 'RETURN',
  'order by': 'ORDER',
  skip: 'SKIP',
  limit: 'LIMIT',
  unwind: 'UNWIND',
  create: 'CREATE',
  merge: 'MERGE',
  'on create set': 'SET',
  'on match set': 'SET',
  set: 'SET',
  remove: 'REMOVE',
  delete: 'DELETE',
  'detach delete': 'DETACH',
}

/** The check that the compiler makes of a text: the text itself when it is taken. */
const check = ({ kind, text }: (typeof cases)[number]): string => {
  const literal = JSON.stringify(text)
  if (kind === 'pattern') return `CheckedClause<People, {}, {}, never, {}, 'MATCH', ${literal}>[${literal}]`
  if (kind === 'statement') return `CheckedStatement<People, ${literal}>[${literal}]`
  return `CheckedClause<People, Users, {}, never, {}, '${clauseNames[kind]}', ${literal}>[${literal}]`
}

beforeAll(() => {
  mkdirSync(made, { recursive: true })
})
afterAll(() => {
  rmSync(made, { recursive: true, force: true })
})

it('takes and refuses the same texts by types as at run time, but for those the table names', async () => {
  const head = [
    "import type { NodeBinding } from '../../src/grammar/binding.ts'",
    "import type { CheckedClause, CheckedStatement } from '../../src/grammar/statement.ts'",
    "import { type Equal, same } from '../equal.ts'",
    ...people,
    "type Users = { u: NodeBinding<'User'>; v: NodeBinding<'User'> }",
  ]
  const lines = cases.map((each) => {
    const taken = 'types' in each ? each.types === 'accepted' : each.accepted
    return `same<Equal<${check(each)}, ${JSON.stringify(each.text)}> extends ${taken} ? true : false>()`
  })
  writeFileSync(join(made, 'all.ts'), [...head, ...lines].join('\n'))
  writeFileSync(
    join(made, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../../tsconfig.types.json', files: ['all.ts'] }),
  )
  const wrong = await diagnose(newestCompiler, join(made, 'tsconfig.json'))
  expect(wrong.map(({ line, text }) => `${JSON.stringify(cases[line - head.length - 1] ?? line)} ${text}`)).toEqual([])
})
