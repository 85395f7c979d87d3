import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../must.ts'

/** A key and its certificate, as paths of PEM files. */
export interface KeyPair {
  readonly key: string
  readonly certificate: string
}

/** What a server shows, and whom it lets in. */
export interface ServerCertificate extends KeyPair {
  /** The authority whose clients it lets in; any client, with a certificate or without, where absent. */
  readonly clients?: string | undefined
}

/** Certificates for one test run. */
export interface Certificates {
  /** The certificate of our own authority. */
  readonly authority: string
  /** Of 127.0.0.1, ::1 and localhost, signed by the authority. */
  readonly server: KeyPair
  /** The same, but of another host. */
  readonly otherHost: KeyPair
  /** Of 127.0.0.1, ::1 and localhost, signed by nobody else. */
  readonly selfSigned: KeyPair
  /** Of a client, signed by the authority; its key is locked with `password`. */
  readonly client: KeyPair & { readonly password: string }
}

const local = 'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1'
const password = 'opens-the-key'

/** Makes what tests of TLS need, with openssl, valid for a day. */
export const makeCertificates = async (folder: string): Promise<Certificates> => {
  mkdirSync(folder, { recursive: true })
  const file = (name: string): string => join(folder, name)
  const openssl = (...args: readonly string[]): Promise<string> => must(['openssl', ...args], folder)
  const pair = (name: string): KeyPair => ({ key: file(`${name}.key`), certificate: file(`${name}.crt`) })
  const selfSigned = async (name: string, ...extensions: readonly string[]): Promise<KeyPair> => {
    const { key, certificate } = pair(name)
    const added = extensions.flatMap((each) => ['-addext', each])
    const out = ['-keyout', key, '-out', certificate, '-days', '1', '-subj', `/CN=motif ${name}`]
    await openssl('req', '-x509', '-newkey', 'rsa:2048', '-noenc', ...out, ...added)
    return pair(name)
  }
  const authority = await selfSigned('authority')
  const signed = async (name: string, extension: string): Promise<KeyPair> => {
    const { key, certificate } = pair(name)
    writeFileSync(file(`${name}.ext`), `${extension}\n`)
    await openssl('req', '-newkey', 'rsa:2048', '-noenc', '-keyout', key, '-out', `${name}.csr`, '-subj', `/CN=${name}`)
    const by = ['-CA', authority.certificate, '-CAkey', authority.key, '-CAcreateserial', '-days', '1']
    await openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-extfile', `${name}.ext`, '-out', certificate)
    return pair(name)
  }
  const client = await signed('client', 'extendedKeyUsage=clientAuth')
  await openssl('rsa', '-aes256', '-in', client.key, '-passout', `pass:${password}`, '-out', 'locked.key')
  return {
    authority: authority.certificate,
    server: await signed('server', local),
    otherHost: await signed('other-host', 'subjectAltName=DNS:elsewhere.invalid'),
    selfSigned: await selfSigned('self-signed', local),
    client: { key: file('locked.key'), certificate: client.certificate, password },
  }
}
