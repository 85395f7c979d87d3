import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type Database, type UrlOptions } from '@motif/driver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Certificates, makeCertificates } from '../../../tools/servers/certificates.ts'
import { folders } from '../../../tools/servers/folders.ts'
import { startNeo4j } from '../../../tools/servers/neo4j/start-neo4j.ts'
import type { Server } from '../../../tools/servers/server.ts'
import type { AnyGraph } from './neo4j.ts'

const folder = join(folders.data, `client-certificates-${process.pid}`)

let certificates: Certificates
let server: Server
beforeAll(async () => {
  certificates = await makeCertificates(folder)
  server = await startNeo4j({ tls: { ...certificates.server, clients: certificates.authority } })
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const open = (scheme: string, options: UrlOptions<AnyGraph> = {}): Database<AnyGraph> =>
  connect<AnyGraph>(`${scheme}://127.0.0.1:${server.port}`, options)

const one = (db: Database<AnyGraph>): Promise<{ one: number }> =>
  db.cypher.as<{ one: number }, {}>('RETURN 1 AS one').one()

const own = () => {
  const { key, certificate, password } = certificates.client
  return { cert: certificate, key, passphrase: password }
}

test('a client that shows a certificate is let in', async () => {
  await using db = open('bolt+s', { tls: { ca: certificates.authority, clientCertificate: own() } })
  expect(await one(db)).toEqual({ one: 1 })
  await using believing = open('bolt+ssc', { tls: { clientCertificate: own() } })
  expect(await one(believing)).toEqual({ one: 1 })
})

test('one that shows none, or one of somebody else, is not, and the words tell of certificates', async () => {
  const { key, certificate } = certificates.selfSigned
  for (const clientCertificate of [undefined, { cert: certificate, key }]) {
    await using db = open('bolt+s', { tls: { ca: certificates.authority, clientCertificate } })
    const failure = await one(db).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'CONNECTION', outcome: 'not sent', retryable: false, fault: 'caller' })
    expect((failure as Error).message).toContain('certificate')
  }
})

test('a line that is not encrypted is refused by a server that wants it to be', async () => {
  await using db = open('bolt')
  await expect(one(db)).rejects.toMatchObject({ code: 'CONNECTION', outcome: 'not sent' })
})

test('a certificate is asked for anew with each connection, so that it can be renewed', async () => {
  let asked = 0
  const clientCertificate = () => {
    asked++
    return own()
  }
  await using db = open('bolt+s', { tls: { ca: certificates.authority, clientCertificate } })
  await Promise.all([1, 2, 3].map(() => one(db)))
  // One that was soon open may have served all three, while the others were still being opened.
  await expect.poll(() => db.statistics()[0]?.creating).toBe(0)
  expect(asked).toBe(db.statistics()[0]?.created)
  expect(asked).toBeGreaterThan(1)
})

test('a server that stops is told at once, by what runs and by what comes after', async () => {
  await using db = open('bolt+ssc', { tls: { clientCertificate: own() } })
  await one(db)
  const running = db.cypher
    .as<{ n: number }, {}>('UNWIND range(1, 100000000000) AS i RETURN count(i) AS n')
    .one()
    .catch((error: unknown) => error)
  await expect.poll(() => db.statistics()).toMatchObject([{ inUse: 1 }])
  await server.stop()
  expect(await running).toMatchObject({ outcome: 'rolled back' })
  await expect(one(db)).rejects.toMatchObject({
    code: 'CONNECTION',
    retryable: true,
    outcome: 'not sent',
    message: expect.stringContaining('nothing listens there'),
  })
})
