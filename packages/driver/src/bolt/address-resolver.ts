import { GraphError } from '@motif/core'
import type { Address } from './address.ts'
import type { NetworkOptions } from './options.ts'
import { splitAddress } from './split-address.ts'

type AddressResolver = (address: Address) => Promise<readonly Address[]>

/** The option `resolver` with the texts it may give read as addresses. */
export const addressResolver = (resolver: NetworkOptions['resolver']): AddressResolver | undefined =>
  resolver === undefined ? undefined : async (address) => (await resolver(address)).map(toAddress)

const toAddress = (given: Address | string): Address => {
  if (typeof given !== 'string') return given
  const parts = splitAddress(given)
  if (parts.fault === undefined) return parts.address
  throw new GraphError('USAGE', `the option resolver gave ${given}, which is not host:port`, { outcome: 'not sent' })
}
