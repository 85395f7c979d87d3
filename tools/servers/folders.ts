import { join } from 'node:path'
import { root } from '../manifest.ts'

/** What servers leave on the disk, all of it below a folder that git ignores. */
export const folders = {
  /** What was fetched, kept from run to run. */
  cache: join(root, '.tmp/servers/cache'),
  /** Data of servers that run. */
  data: join(root, '.tmp/servers/data'),
} as const
