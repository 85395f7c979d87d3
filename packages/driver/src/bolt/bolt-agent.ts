import type { BoltAgent } from './message/hello.ts'
import { userAgent } from './user-agent.ts'

const { node, v8 } = process.versions

/** What this driver says of itself; nothing in it tells one machine or user from another. */
export const boltAgent: BoltAgent = {
  product: userAgent,
  platform: `${process.platform}; ${process.arch}`,
  language: 'JavaScript',
  language_details: `Node/${node} (v8 ${v8})`,
}
