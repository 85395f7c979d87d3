import { isIPv6 } from 'node:net'
import type { Address } from './address.ts'

/** Where servers listen when no port is named. */
const defaultPort = 7687

/** An address, or what is wrong with it. */
export type AddressParts =
  | { readonly fault: undefined; readonly address: Address }
  | { readonly fault: 'no host' | 'several' | 'host' | 'port' }

/** Reads `host`, `host:port` and `[IPv6]:port`. */
export const splitAddress = (text: string): AddressParts => {
  if (text.includes(',')) return { fault: 'several' }
  const [, bracketed, name, port] = /^(?:\[([^[\]]*)\]|([^:[\]]*))(?::([^:]*))?$/.exec(text) ?? []
  // The zone of an IPv6 address is written with %25 in a URL.
  const host = bracketed?.replace('%25', '%') ?? name
  if (host === undefined) return { fault: 'host' }
  if (host === '') return { fault: 'no host' }
  if (bracketed === undefined ? !hostName.test(host) : !isIPv6(host)) return { fault: 'host' }
  const number = port === undefined ? defaultPort : Number(port)
  if (port !== undefined && !/^\d{1,5}$/.test(port)) return { fault: 'port' }
  if (number < 1 || number > 65_535) return { fault: 'port' }
  return { fault: undefined, address: { host, port: number } }
}

/** Of any alphabet, since names may be international. */
const hostName = /^[\p{L}\p{M}\p{N}_.-]+$/u
