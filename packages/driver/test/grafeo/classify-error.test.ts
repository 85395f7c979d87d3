import { describe, expect, test } from 'vitest'
import type { Failure } from '../../src/engine.ts'
import { classifyError } from '../../src/grafeo/classify-error.ts'
import { loadNative, type NativeDatabase } from '../../src/grafeo/native.ts'

const fresh = async (): Promise<NativeDatabase> => (await loadNative()).GrafeoDB.create()

/** What the engine really says, classified. */
const failure = async (texts: readonly string[], params: Record<string, unknown> = {}): Promise<Failure> => {
  const db = await fresh()
  try {
    for (const text of texts) await db.executeCypher(text, params)
  } catch (error) {
    return classifyError(error)
  } finally {
    db.close()
  }
  throw new Error('it should have failed')
}

const unique = 'CREATE CONSTRAINT u FOR (n:U) REQUIRE n.id IS UNIQUE'
const key = 'CREATE CONSTRAINT k FOR (n:K) REQUIRE (n.a, n.b) IS NODE KEY'
const required = 'CREATE CONSTRAINT r FOR (n:R) REQUIRE n.name IS NOT NULL'

describe('what the engine says', () => {
  test.each<[string, string[], Partial<Failure>]>([
    ['syntax', ['RETURN 1 AS a RETURN'], { code: 'SYNTAX', engineCode: '42001', outcome: 'not sent' }],
    ['unknown function', ['RETURN foo(1) AS a'], { code: 'SYNTAX', message: "semantic error: Unknown function 'foo'" }],
    ['missing parameter', ['RETURN $x AS a'], { code: 'PARAMETER', message: 'semantic error: Missing parameter: $x' }],
    ['arithmetic', ['RETURN 1/0 AS a'], { code: 'ENGINE', message: 'division by zero: … / …', engineCode: '22012' }],
    [
      'unique',
      [unique, 'CREATE (:U {id: 7})', 'CREATE (:U {id: 7})'],
      { code: 'CONSTRAINT', message: 'a U with the same id exists already', label: 'U', properties: ['id'] },
    ],
    [
      'a label with a vowel',
      [unique.replace(':U', ':Airport'), 'CREATE (:Airport {id: 7})', 'CREATE (:Airport {id: 7})'],
      { code: 'CONSTRAINT', message: 'an Airport with the same id exists already' },
    ],
    [
      'node key',
      [key, 'CREATE (:K {a: 1, b: 2}) CREATE (:K {a: 1, b: 2})'],
      { code: 'CONSTRAINT', message: 'a K with the same a and b exists already', label: 'K', properties: ['a', 'b'] },
    ],
    [
      'missing key',
      [key, 'CREATE (:K {a: 1})'],
      { code: 'CONSTRAINT', message: 'a K needs b', label: 'K', properties: ['b'] },
    ],
    [
      'not null',
      [required, 'CREATE (:R)'],
      { code: 'CONSTRAINT', message: 'a R needs name', label: 'R', properties: ['name'] },
    ],
    [
      'connected node',
      ['CREATE (:A)-[:X]->(:B)', 'MATCH (a:A) DELETE a'],
      { code: 'CONSTRAINT', message: 'Cannot delete node with 1 connected edge(s). Use DETACH DELETE.' },
    ],
  ])('%s', async (_name, texts, expected) => {
    expect(await failure(texts)).toMatchObject({
      ...expected,
      ...(expected.code === 'CONSTRAINT' ? { outcome: 'rolled back' } : {}),
    })
  })

  test('a conflict may be tried again', async () => {
    const db = await fresh()
    await db.executeCypher('CREATE (:A {v: 0})')
    const [a, b] = [db.beginTransaction(), db.beginTransaction()]
    await a.executeCypher('MATCH (n:A) SET n.v = 1')
    const error: unknown = await b.executeCypher('MATCH (n:A) SET n.v = 2').catch((reason: unknown) => reason)
    expect(classifyError(error)).toMatchObject({
      code: 'CONFLICT',
      retryable: true,
      outcome: 'rolled back',
      engineCode: '40000',
    })
    db.close()
  })

  test('a transaction that is over', async () => {
    const db = await fresh()
    const tx = db.beginTransaction()
    tx.commit()
    const error: unknown = await tx.executeCypher('RETURN 1 AS x').catch((reason: unknown) => reason)
    expect(classifyError(error)).toMatchObject({ code: 'TRANSACTION' })
    db.close()
  })
})

test('its limit on time is a timeout, whatever its status says', () => {
  const error = Object.assign(new Error('Query error: GRAFEO-Q003: Query exceeded timeout'), { gqlStatus: '22000' })
  expect(classifyError(error)).toMatchObject({ code: 'TIMEOUT', engineCode: '22000', outcome: 'rolled back' })
})

test('no message holds a value', async () => {
  const secret = 'correct horse'
  const texts = [unique, 'CREATE (:U {id: $secret})', 'CREATE (:U {id: $secret})']
  expect((await failure(texts, { secret })).message).not.toContain(secret)
  expect((await failure(['RETURN $n / 0 AS x'], { n: 31337 })).message).not.toContain('31337')
})

test("anything else is the engine's failure", () => {
  expect(classifyError('odd')).toMatchObject({ code: 'ENGINE', message: 'odd', fault: 'engine' })
})
