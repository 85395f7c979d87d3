import type { Channel, Metadata } from '../channel.ts'
import { routeFields } from '../message/fields.ts'
import { tag } from '../message/tag.ts'
import { Reply } from '../reply.ts'
import type { TableRequest } from './router.ts'

/**
 * Asks the server of this channel for a table. `context`: the address the user named, and the context of the URL. After
 * a failure the channel has to be reset.
 */
export const askRouter = (
  channel: Pick<Channel, 'send' | 'flush'>,
  context: Readonly<Record<string, string>>,
  { database, impersonatedUser, bookmarks }: TableRequest,
): Promise<Metadata> => {
  const reply = new Reply(undefined)
  channel.send(tag.route, routeFields({ context, database, impersonatedUser, bookmarks }), reply)
  channel.flush()
  return reply.done
}
