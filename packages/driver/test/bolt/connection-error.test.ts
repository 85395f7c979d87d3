import { describe, expect, it } from 'vitest'
import { connectionError } from '../../src/bolt/connection-error.ts'

const address = { host: '::1', port: 7687 }
const coded = (code: string): Error => Object.assign(new Error(`connect ${code}`), { code })

describe('a connection that cannot be had', () => {
  it.each([
    [coded('ECONNREFUSED'), 'nothing listens there (ECONNREFUSED)'],
    [coded('ENOTFOUND'), 'there is no host of that name (ENOTFOUND)'],
    [coded('EWEIRD'), 'connect EWEIRD (EWEIRD)'],
    [coded('ERR_SSL_WRONG_VERSION_NUMBER'), 'no TLS can be spoken with it (ERR_SSL_WRONG_VERSION_NUMBER)'],
    [new Error('odd'), 'odd'],
    [undefined, 'the server closed it'],
    // As when a name has several addresses, and none answers.
    [new AggregateError([coded('ECONNREFUSED'), coded('ETIMEDOUT')]), 'nothing listens there (ECONNREFUSED)'],
  ])('for %s may be had later', (cause, reason) => {
    expect(connectionError(address, 'cannot be reached', cause)).toMatchObject({
      code: 'CONNECTION',
      message: `[::1]:7687 cannot be reached: ${reason}`,
      fault: 'surroundings',
      retryable: true,
    })
    expect(connectionError(address, 'cannot be reached', cause).cause).toBe(cause)
  })

  it('because the certificate is not trusted stays so', () => {
    expect(connectionError(address, 'cannot be reached', coded('CERT_HAS_EXPIRED'))).toMatchObject({
      message: '[::1]:7687 cannot be reached: its certificate has expired (CERT_HAS_EXPIRED)',
      fault: 'caller',
      retryable: false,
    })
  })

  it.each([
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
    'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
    'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
  ])('because the server refuses the certificate of the client stays so: %s', (code) => {
    expect(connectionError(address, 'cannot be reached', coded(code))).toMatchObject({
      message: `[::1]:7687 cannot be reached: it does not let in who shows no certificate that it trusts (${code})`,
      fault: 'caller',
      retryable: false,
    })
  })
})
