// What the graph cannot tell of its labels, in one place: names for relations, a version, values of their own.
import { models } from '@motif/core/model'
import { connect } from '@motif/driver'
import { type Schema, schema } from './graph.schema.ts'

const extend = models<Schema>()({
  Person: {
    relations: { follows: 'FOLLOWS', followers: '<FOLLOWS', wrote: 'WROTE', likes: 'LIKES' },
    version: 'version',
  },
  Post: {
    relations: { author: { type: '<WROTE', one: true }, likedBy: '<LIKES' },
  },
})

/** Opens the network. */
export const openNetwork = (url: string) => connect(url, { schema, extend })

/** The network, as the functions of this example take it. */
export type Social = ReturnType<typeof openNetwork>
