import { describe, expect, it } from 'vitest'
import { Structure } from '../../src/bolt/packstream/structure.ts'
import { record, scriptedServer, success } from '../../src/testing/index.ts'
import { failureOf, request, rowsOf } from '../support.ts'
import { databaseAt } from './database-at.ts'

/** A datetime in a zone that no runtime knows. */
const nowhere = new Structure(0x69, [0, 0, 'Europe/Nowhere'])

const serving = () =>
  scriptedServer({
    connections: [
      [
        ['BEGIN', success()],
        ['RUN', success({ fields: ['n', 'at', 'm'] })],
        ['PULL', record(1, null, 2), record(3, [[{ at: nowhere }]], 4), record(5, null, 6), success()],
        ['RUN', success({ fields: ['n'] })],
        ['PULL', record(7), success()],
        ['COMMIT', success()],
      ],
    ],
  })

describe('a value that cannot be read', () => {
  it('is told of when it is asked for, and spoils nothing beside it', async () => {
    await using server = await serving()
    const db = databaseAt(server.url)
    const tx = await db.begin()
    const [before, row, after] = await rowsOf(tx.execute(request('RETURN n, at, m')))
    expect([before, after]).toEqual([
      { n: 1, at: null, m: 2 },
      { n: 5, at: null, m: 6 },
    ])
    expect(Object.keys(row ?? {})).toEqual(['n', 'at', 'm'])
    expect([row?.['n'], row?.['m']]).toEqual([3, 4])
    const told = await failureOf((async () => row?.['at'])())
    expect(told).toMatchObject({ code: 'RESULT_SHAPE' })
    expect(told.message).toContain("'Europe/Nowhere'")
    expect(await rowsOf(tx.execute(request('RETURN n')))).toEqual([{ n: 7 }])
    await tx.commit()
    await db.close()
    server.check()
  })
})
