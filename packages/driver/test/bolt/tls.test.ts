/// <reference lib="esnext.disposable" />
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer, type TLSSocket, type TlsOptions as ServerOptions } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { Dechunker } from '../../src/bolt/chunk.ts'
import type { ClientCertificate, TlsOptions } from '../../src/bolt/options.ts'
import { tlsFor, type TlsSource } from '../../src/bolt/tls.ts'
import { Wire } from '../../src/bolt/wire.ts'

const path = (name: string): string => fileURLToPath(new URL(`certificates/${name}`, import.meta.url))
const pem = (name: string): string => readFileSync(path(name), 'utf8')

/** What the server saw of a client. */
interface Seen {
  readonly client: string | undefined
  /** Not in the types of Node. */
  readonly servername: string | false | undefined
}

interface Server extends AsyncDisposable {
  readonly port: number
  readonly seen: readonly Seen[]
}

/** A server that shows this certificate, and what it saw of each client. */
const serve = async (name: string, options: ServerOptions = {}): Promise<Server> => {
  const seen: Seen[] = []
  const server = createServer(
    { cert: pem(`${name}.pem`), key: pem(`${name}.key`), ...options },
    (socket: TLSSocket) => {
      seen.push({
        client: socket.getPeerCertificate().subject?.CN as string | undefined,
        servername: (socket as { servername?: string | false }).servername,
      })
      socket.resume().on('error', () => undefined)
    },
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

/** Before 1.3 the server is through with the client before the client is with the server: `seen` is complete then. */
const before13: ServerOptions = { maxVersion: 'TLSv1.2' }

const mutual: ServerOptions = { ...before13, requestCert: true, ca: [pem('client.pem'), pem('renewed.pem')] }

/** Opens a line as the driver does, and closes it; returns the code of what went wrong. */
const reach = async (source: TlsSource | undefined, port: number, host = '127.0.0.1'): Promise<string> => {
  const wire = new Wire({ address: { host, port }, tls: await source?.(), keepAlive: false }, new Dechunker(1 << 16))
  const outcome = await new Promise<string>((resolve) => {
    wire.onReady = () => resolve('ready')
    wire.onLost = (cause) => resolve((cause as { code?: string } | undefined)?.code ?? 'closed')
  })
  await (outcome === 'ready' ? wire.end(new Uint8Array()) : wire.destroy())
  return outcome
}

const errorOf = async (work: Promise<unknown> | undefined): Promise<unknown> => {
  try {
    return await work
  } catch (error) {
    return error
  }
}

describe('whom it trusts', () => {
  it.each<[string, string, TlsOptions | boolean | undefined, string]>([
    ['server', 'an authority of its own by path', { ca: path('authority.pem') }, 'ready'],
    ['server', 'an authority of its own in PEM', { ca: pem('authority.pem') }, 'ready'],
    ['server', 'an authority of its own as bytes', { ca: readFileSync(path('authority.pem')) }, 'ready'],
    ['server', 'several', { ca: [path('client.pem'), pem('authority.pem')] }, 'ready'],
    ['server', 'a list by name', { trust: 'list', ca: [path('authority.pem')] }, 'ready'],
    ['server', 'another authority', { ca: path('client.pem') }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['server', 'the authorities of Node', undefined, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['server', 'the authorities of Node by name', { trust: 'system' }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['server', 'the authorities of Node by true', true, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['self-signed', 'the authorities of Node', {}, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['self-signed', 'the certificate itself', { ca: path('self-signed.pem') }, 'ready'],
  ])('certificate %s, %s', async (name, _what, tls, outcome) => {
    await using server = await serve(name)
    expect(await reach(tlsFor('checked', tls), server.port)).toBe(outcome)
  })

  it('is anybody for +ssc, for trust: any, and only for those', async () => {
    await using server = await serve('self-signed')
    expect(await reach(tlsFor('any certificate', undefined), server.port)).toBe('ready')
    expect(await reach(tlsFor('any certificate', true), server.port)).toBe('ready')
    expect(await reach(tlsFor('none', { trust: 'any' }), server.port)).toBe('ready')
    expect(await reach(tlsFor('none', true), server.port)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  })

  it('is not widened by a variable of the environment', async () => {
    await using server = await serve('self-signed')
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    try {
      expect(await reach(tlsFor('checked', {}), server.port)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
    }
  })

  it('is for the host, or for the name it is told', async () => {
    await using server = await serve('server', before13)
    const ca = path('authority.pem')
    expect(await reach(tlsFor('checked', { ca }), server.port, 'localhost')).toBe('ready')
    expect(await reach(tlsFor('checked', { ca, servername: 'localhost' }), server.port)).toBe('ready')
    expect(await reach(tlsFor('checked', { ca, servername: 'elsewhere.invalid' }), server.port)).toBe(
      'ERR_TLS_CERT_ALTNAME_INVALID',
    )
    // An address is no name, and not sent as one.
    expect(await reach(tlsFor('checked', { ca }), server.port)).toBe('ready')
    expect(server.seen.map(({ servername }) => servername)).toEqual([
      'localhost',
      'localhost',
      'elsewhere.invalid',
      false,
    ])
  })

  it('does not matter without encryption', () => {
    expect(tlsFor('none', undefined)).toBeUndefined()
    expect(tlsFor('none', false)).toBeUndefined()
  })
})

describe('a certificate of the client', () => {
  const ca = path('authority.pem')
  const client: ClientCertificate = { cert: path('client.pem'), key: path('client.key') }
  const renewed: ClientCertificate = { cert: pem('renewed.pem'), key: pem('renewed.key') }
  const clients = ({ seen }: { readonly seen: readonly Seen[] }): unknown[] => seen.map((each) => each.client)

  it.each<[string, ClientCertificate | undefined, string | undefined]>([
    ['by path', client, 'Motif test client'],
    ['in PEM', renewed, 'Motif test client, renewed'],
    [
      'with a locked key',
      { ...client, key: path('client.locked.key'), passphrase: 'opens-the-key' },
      'Motif test client',
    ],
  ])('%s is shown', async (_name, clientCertificate, shown) => {
    await using server = await serve('server', mutual)
    expect(await reach(tlsFor('checked', { ca, clientCertificate }), server.port)).toBe('ready')
    expect(clients(server)).toEqual([shown])
  })

  it('is shown to a server that is not checked, too', async () => {
    await using server = await serve('self-signed', mutual)
    expect(await reach(tlsFor('any certificate', { clientCertificate: client }), server.port)).toBe('ready')
    expect(clients(server)).toEqual(['Motif test client'])
  })

  it('may be another for each connection, or the one before', async () => {
    await using server = await serve('server', mutual)
    const answers = [client, undefined, Promise.resolve(renewed), undefined]
    let calls = 0
    const source = tlsFor('checked', { ca, clientCertificate: () => answers[calls++] })
    for (const _ of answers) expect(await reach(source, server.port)).toBe('ready')
    expect(calls).toBe(4)
    const [first, second] = ['Motif test client', 'Motif test client, renewed']
    expect(clients(server)).toEqual([first, first, second, second])
  })

  it('that cannot be read fails its connection, and the one before is kept', async () => {
    await using server = await serve('server', mutual)
    const answers = [client, { ...renewed, key: 'nowhere.key' }, undefined]
    const source = tlsFor('checked', { ca, clientCertificate: () => answers.shift() })
    expect(await reach(source, server.port)).toBe('ready')
    expect(await errorOf(source?.())).toMatchObject({ code: 'USAGE' })
    expect(await reach(source, server.port)).toBe('ready')
    expect(clients(server)).toEqual(['Motif test client', 'Motif test client'])
  })

  it('is read once for all connections', async () => {
    const source = tlsFor('checked', { ca, clientCertificate: client })
    const [one, other] = await Promise.all([source?.(), source?.()])
    expect(one?.secureContext).toBe(other?.secureContext)
    expect((await source?.())?.secureContext).toBe(one?.secureContext)
  })
})

describe('what cannot be read', () => {
  const key = path('client.key')
  const cert = path('client.pem')

  it.each<[TlsOptions, string]>([
    [{ ca: 'nowhere.pem' }, 'the file of ca cannot be read (ENOENT)'],
    [{ ca: path('client.key') }, 'ca holds no certificate in PEM'],
    [{ ca: new TextEncoder().encode('odd') }, 'ca holds no certificate in PEM'],
    [{ ca: '-----BEGIN CERTIFICATE-----\nodd\n-----END CERTIFICATE-----' }, 'ca holds no certificate in PEM'],
    [{ clientCertificate: { cert: key, key } }, 'clientCertificate.cert holds no certificate in PEM'],
    [{ clientCertificate: { cert, key: cert } }, 'clientCertificate.key holds no private key in PEM'],
    [{ clientCertificate: { cert, key: path('client.locked.key') } }, 'clientCertificate.key needs another passphrase'],
    [
      { clientCertificate: { cert, key: path('client.locked.key'), passphrase: 'wrong-one' } },
      'clientCertificate.key needs another passphrase',
    ],
    [{ clientCertificate: { cert, key: path('renewed.key') } }, 'a certificate cannot be read'],
  ])('%j: %s', async (options, message) => {
    const error = await errorOf(tlsFor('checked', options)?.())
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({
      code: 'USAGE',
      outcome: 'not sent',
      message: expect.stringContaining(message) as string,
    })
    expect(inspect(error, { showHidden: true })).not.toMatch(/wrong-one|nowhere/)
  })
})

describe('contradictions', () => {
  const ca = 'authority.pem'

  it.each<[Parameters<typeof tlsFor>[0], TlsOptions | boolean, string]>([
    ['checked', false, 'it is false, and the URL asks for encryption'],
    ['any certificate', false, 'it is false, and the URL asks for encryption'],
    ['checked', { trust: 'any' }, '+s in the URL checks certificates'],
    ['any certificate', { trust: 'system' }, '+ssc in the URL believes anybody'],
    ['any certificate', { trust: 'list', ca }, '+ssc in the URL believes anybody'],
    ['any certificate', { ca }, '+ssc in the URL believes anybody'],
    ['none', { trust: 'list' }, 'ca holds no certificate to believe'],
    ['none', { trust: 'list', ca: [] }, 'ca holds no certificate to believe'],
    ['none', { ca: [] }, 'ca is empty'],
    ['none', { trust: 'any', ca }, 'trust is any, and ca says whom to believe'],
    ['none', { trust: 'system', ca }, 'NODE_EXTRA_CA_CERTS'],
    ['none', { trust: 'some' as 'any' }, 'trust is system, list or any'],
    ['none', { servername: '127.0.0.1' }, 'servername is a name, not an address'],
    ['none', { clientCertificate: { cert: 'x' } as ClientCertificate }, 'clientCertificate has cert and key'],
  ])('%s and %j: %s', (encryption, tls, message) => {
    expect(() => tlsFor(encryption, tls)).toThrow(GraphError)
    expect(() => tlsFor(encryption, tls)).toThrow(message)
  })
})
