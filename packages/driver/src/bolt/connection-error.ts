import { GraphError } from '@motif/core'
import { addressText, type Address } from './address.ts'

/** Words for the codes of Node that say why a connection cannot be had, or no more. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host could not be looked up just now',
  ECONNRESET: 'the other side cut it',
  EPIPE: 'the other side has closed it',
  ETIMEDOUT: 'the other side did not answer',
  EHOSTUNREACH: 'no way leads to the host',
  ENETUNREACH: 'no way leads to the network',
  EMFILE: 'this process has no file descriptor left',
}

/** Codes that say the certificate of the server is not trusted. */
const distrusted: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an authority that is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an authority that is not trusted',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
}

/** Alerts by which a server refuses what the client showed of itself, which may come after its half of the handshake. */
const refused =
  /^ERR_SSL_(?:TLSV1(?:3)?|SSLV3)_ALERT_(?:CERTIFICATE_\w+|BAD_CERTIFICATE\w*|UNKNOWN_CA|\w+_CERTIFICATE)$/

/** What is told of a connection that could not be opened, or was lost; `what` says which, after the address. */
export const connectionError = (address: Address, what: string, cause: Error | undefined): GraphError => {
  const code = codeOf(cause)
  const subject = `${addressText(address)} ${what}`
  const untrusted = code === undefined ? undefined : certificateFault(code)
  if (untrusted !== undefined) {
    const message = `${subject}: ${untrusted} (${code})`
    return new GraphError('CONNECTION', message, { fault: 'caller', retryable: false, cause })
  }
  return new GraphError('CONNECTION', `${subject}: ${reason(cause, code)}`, {
    fault: 'surroundings',
    retryable: true,
    cause,
  })
}

const certificateFault = (code: string): string | undefined =>
  refused.test(code) ? 'it does not let in who shows no certificate that it trusts' : distrusted[code]

const reason = (cause: Error | undefined, code: string | undefined): string => {
  if (cause === undefined) return 'the server closed it'
  // The library of TLS tells of bytes that are no TLS by many codes, and in one sentence each.
  if (code === 'EPROTO' || code?.startsWith('ERR_SSL_') === true) return `no TLS can be spoken with it (${code})`
  if (code === undefined) return cause.message
  return words[code] === undefined ? `${cause.message} (${code})` : `${words[code]} (${code})`
}

/** Several addresses of a name may have been tried; the first tells what is the matter. */
const codeOf = (cause: Error | undefined): string | undefined => {
  const first = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause
  const code = (first as { readonly code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : undefined
}
