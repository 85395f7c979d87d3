import { isIP } from 'node:net'
import { type ConnectionOptions, createSecureContext, type SecureContext } from 'node:tls'
import { GraphError } from '@motif/core'
import type { ClientCertificate, TlsOptions } from './options.ts'
import { readPem } from './read-pem.ts'
import type { Encryption } from './url.ts'

/** What Node's `tls.connect` is given, made anew for every connection. */
export type TlsSource = () => Promise<ConnectionOptions>

/**
 * Brings together what the URL and the option `tls` say of encryption; `undefined` where there is none. Throws a
 * GraphError USAGE where they contradict each other. Files are read when the first connection is opened.
 */
export const tlsFor = (encryption: Encryption, tls: boolean | TlsOptions | undefined): TlsSource | undefined => {
  if (tls === undefined || typeof tls === 'boolean') {
    if (tls === false && encryption !== 'none') throw wrong('it is false, and the URL asks for encryption')
    return encryption === 'none' && tls !== true ? undefined : sourceFor({ trust: trustOf(encryption) })
  }
  check(encryption, tls)
  return sourceFor({ ...tls, trust: tls.trust ?? (tls.ca === undefined ? trustOf(encryption) : 'list') })
}

const trustOf = (encryption: Encryption): 'system' | 'any' => (encryption === 'any certificate' ? 'any' : 'system')

const check = (encryption: Encryption, { trust, ca, servername, clientCertificate }: TlsOptions): void => {
  if (trust !== undefined && !['system', 'list', 'any'].includes(trust)) throw wrong('trust is system, list or any')
  const listed = ca !== undefined && !(Array.isArray(ca) && ca.length === 0)
  if (trust === 'list' && !listed) throw wrong('trust is list, and ca holds no certificate to believe')
  if (ca !== undefined && !listed) throw wrong('ca is empty: leave it out to believe the authorities that Node knows')
  if (trust === 'any' && listed) throw wrong('trust is any, and ca says whom to believe')
  if (trust === 'system' && listed) {
    throw wrong('trust is system, and ca is believed instead; NODE_EXTRA_CA_CERTS adds to those that Node knows')
  }
  if (encryption === 'checked' && trust === 'any') throw wrong('trust is any, and +s in the URL checks certificates')
  if (encryption === 'any certificate' && (listed || (trust !== undefined && trust !== 'any'))) {
    throw wrong('it says whom to believe, and +ssc in the URL believes anybody: write +s')
  }
  if (servername !== undefined && isIP(servername) !== 0) throw wrong('servername is a name, not an address')
  if (typeof clientCertificate === 'object' && !(clientCertificate.cert && clientCertificate.key)) {
    throw wrong('clientCertificate has cert and key')
  }
}

const sourceFor = ({ trust, ca, clientCertificate, servername }: TlsOptions): TlsSource => {
  const contexts = new Contexts(ca)
  const renew = typeof clientCertificate === 'function' ? clientCertificate : () => clientCertificate
  const common: ConnectionOptions = {
    // Named, so that NODE_TLS_REJECT_UNAUTHORIZED does not take the check away in silence.
    rejectUnauthorized: trust !== 'any',
    ...(servername === undefined ? {} : { servername }),
  }
  return async () => ({ ...common, secureContext: await contexts.with(await renew()) })
}

/** Reads files and takes certificates apart once, and again whenever another certificate of the client is given. */
class Contexts {
  readonly #ca: TlsOptions['ca']
  #current:
    | { readonly certificate: ClientCertificate | undefined; readonly context: Promise<SecureContext> }
    | undefined

  constructor(ca: TlsOptions['ca']) {
    this.#ca = ca
  }

  with(given: ClientCertificate | undefined): Promise<SecureContext> {
    const certificate = given ?? this.#current?.certificate
    if (this.#current !== undefined && this.#current.certificate === certificate) return this.#current.context
    const before = this.#current
    const made = { certificate, context: this.#make(certificate) }
    this.#current = made
    made.context.catch(() => {
      // The next connection tries again, with what worked until now.
      if (this.#current === made) this.#current = before
    })
    return made.context
  }

  async #make(certificate: ClientCertificate | undefined): Promise<SecureContext> {
    const ca = this.#ca === undefined ? undefined : [this.#ca].flat()
    const [trusted, cert, key] = await Promise.all([
      ca && Promise.all(ca.map((each) => readPem(each, 'ca', 'CERTIFICATE'))),
      certificate && readPem(certificate.cert, 'clientCertificate.cert', 'CERTIFICATE'),
      certificate && readPem(certificate.key, 'clientCertificate.key', 'PRIVATE KEY'),
    ])
    try {
      return createSecureContext({ ca: trusted, cert, key, passphrase: certificate?.passphrase })
    } catch (cause) {
      throw wrong('a certificate cannot be read, or clientCertificate.key needs another passphrase', cause)
    }
  }
}

const wrong = (what: string, cause?: unknown): GraphError =>
  new GraphError('USAGE', `the option tls is wrong: ${what}`, { outcome: 'not sent', cause })
