import { GraphError } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'

describe.each(engines)('on %s', (engine) => {
  let db: Database<{ nodes: {}; relationships: {} }>
  const unhandled: unknown[] = []
  const listener = (reason: unknown): number => unhandled.push(reason)
  beforeEach(async () => {
    unhandled.length = 0
    process.on('unhandledRejection', listener)
    db = await emptyGraph(engine)
  })
  afterEach(() => {
    process.off('unhandledRejection', listener)
    if (unhandled.length > 0) throw new AggregateError(unhandled, 'a rejection was left unhandled')
  })

  const wrong = () => db.cypher.as<{ x: number }, {}>('RETURN nonsense(')
  const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))
  const closed = (): Promise<GraphError | undefined> =>
    db.close().then(
      () => undefined,
      (error: unknown) => error as GraphError,
    )

  test('a failure that is awaited late ends nothing but the await', async () => {
    const runs = [
      wrong().run(),
      wrong().first(),
      wrong().one(),
      wrong().execute(),
      db.write((tx) => tx.run(wrong())),
      db.read(() => wrong().run()),
    ]
    await soon()
    const settled = await Promise.allSettled(runs)
    expect(settled.map((each) => each.status === 'rejected' && (each.reason as GraphError).code)).toEqual([
      'SYNTAX',
      'SYNTAX',
      'SYNTAX',
      'SYNTAX',
      'SYNTAX',
      'TRANSACTION',
    ])
    expect(await closed()).toBeUndefined()
  })

  test('failures that nobody awaits are told by close', async () => {
    void wrong().run()
    void wrong().execute()
    void db.write((tx) => tx.execute(wrong()))
    void db.write(() => {
      throw new Error('mine')
    })
    void db.begin({ isolation: 'serializable' })
    await soon()
    const error = await closed()
    expect(error).toBeInstanceOf(GraphError)
    expect(error?.message).toMatch(/^5 failed and nobody awaited the result; the first: /)
    const errors = (error?.cause as AggregateError | undefined)?.errors ?? []
    expect(errors.map((each: GraphError) => each.code ?? each.message).sort()).toEqual([
      'SYNTAX',
      'SYNTAX',
      'SYNTAX',
      'UNSUPPORTED_FEATURE',
      'mine',
    ])
  })

  test('what does not compile is told where it is awaited too', async () => {
    const late = db.match('(n)').detachDelete('n').execute()
    await soon()
    await expect(late).rejects.toBeInstanceOf(GraphError)
    expect(await closed()).toBeUndefined()
  })

  test("a transaction's own end may be left unawaited", async () => {
    const tx = await db.begin()
    void tx.run(wrong())
    void tx.commit()
    await soon()
    void tx.rollback()
    void tx.savepoint(async () => 1)
    await soon()
    expect((await closed())?.cause).toBeInstanceOf(AggregateError)
  })

  test('closing inside a transaction is refused, since it would wait for itself', async () => {
    await expect(db.write(() => db.close())).rejects.toMatchObject({ code: 'USAGE' })
    expect(await closed()).toBeUndefined()
  })
})
