import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, failureOf, request, rowsOf } from '../support.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motif-files-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const count = request('MATCH (n:A) RETURN count(n) AS n')

describe('a file', () => {
  test('keeps what was committed', async () => {
    const path = join(folder, 'kept.db')
    const first = database({ path, create: true })
    await first.execute(request('CREATE (:A)')).summary()
    await first.sync()
    await first.close()
    const second = database({ path })
    expect(await rowsOf(second.execute(count))).toEqual([{ n: 1 }])
    await second.close()
  })

  test('that does not exist is not made of a mistyped path', async () => {
    const path = join(folder, 'missing.db')
    const db = database({ path })
    const error = await failureOf(rowsOf(db.execute(count)))
    expect(error).toMatchObject({ code: 'CONNECTION', fault: 'caller', outcome: 'not sent' })
    expect(error.message).toBe(
      `the graph ${path} does not exist; to make a new graph say create: true, or ?create=true in the URL`,
    )
    expect(existsSync(path)).toBe(false)
    await db.close()
  })

  test('that is something else is refused', async () => {
    const path = join(folder, 'garbage.db')
    writeFileSync(path, 'not a graph at all '.repeat(100))
    const db = database({ path })
    expect(await failureOf(db.open())).toMatchObject({
      code: 'CONNECTION',
      message: `the graph ${path} is not a Grafeo database`,
    })
    await db.close()
    mkdirSync(join(folder, 'folder.db'))
    const directory = database({ path: join(folder, 'folder.db') })
    expect(await failureOf(directory.open())).toMatchObject({
      code: 'CONNECTION',
      message: expect.stringContaining('is not a Grafeo database'),
    })
    await directory.close()
  })

  test('opened twice in one process is shared, and closed with the last user', async () => {
    const path = join(folder, 'shared.db')
    const first = database({ path, create: true })
    await first.execute(request('CREATE (:A)')).summary()
    symlinkSync(path, join(folder, 'link.db'))
    const second = database({ path: join(folder, 'link.db') })
    await second.execute(request('CREATE (:A)')).summary()
    await first.close()
    expect(await rowsOf(second.execute(count))).toEqual([{ n: 2 }])
    expect(existsSync(`${path}.wal`)).toBe(true)
    await second.close()
    expect(existsSync(`${path}.wal`)).toBe(false)
  })

  test('open in another process is named as such', async () => {
    const path = join(folder, 'locked.db')
    const db = database({ path, create: true })
    await db.execute(request('CREATE (:A)')).summary()
    const script = `
      const { connect } = await import('@motif/driver')
      const db = connect('grafeo:' + process.argv[1])
      await db.open().then(() => console.log('opened'), error => console.log(error.code + ' ' + error.message))
    `
    const here = new URL('../..', import.meta.url)
    const loader = ['--conditions=motif-source', '--import=tsx', '--input-type=module', '-e', script, path]
    const { stdout } = await promisify(execFile)(process.execPath, loader, { cwd: here })
    expect(stdout.trim()).toBe(
      `CONNECTION the graph ${path} is open in another process: the embedded engine lets one process at a time use a file`,
    )
    await db.close()
  })

  test('opened read-only takes no writes, and is not shared with a writer', async () => {
    const path = join(folder, 'read.db')
    const writer = database({ path, create: true })
    await writer.execute(request('CREATE (:A)')).summary()
    await writer.close()
    const reader = database({ path, readOnly: true })
    expect(await rowsOf(reader.execute(count))).toEqual([{ n: 1 }])
    expect(await failureOf(reader.execute(request('CREATE (:A)')).summary())).toMatchObject({ code: 'TRANSACTION' })
    const late = database({ path })
    expect(await failureOf(late.open())).toMatchObject({
      code: 'CONNECTION',
      message: expect.stringContaining('is open read-only'),
    })
    await late.close()
    await reader.close()
  })
})

test('graphs in memory are separate', async () => {
  const [a, b] = [database(), database()]
  await a.execute(request('CREATE (:A)')).summary()
  expect(await rowsOf(b.execute(count))).toEqual([{ n: 0 }])
  await a.close()
  await b.close()
})
