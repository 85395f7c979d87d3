import { GraphError } from '@motif/core'
import type { NotificationFilter } from '../../notification-filter.ts'
import type { Features } from '../version.ts'

/** Which notifications are wanted, as HELLO, RUN and BEGIN say it. Throws UNSUPPORTED_FEATURE before Bolt 5.2. */
export const notificationEntries = (
  { notificationFilter, version }: Features,
  { minimumSeverity, disabledCategories }: NotificationFilter,
): Record<string, unknown> => {
  const entries: Record<string, unknown> = {}
  if (minimumSeverity === undefined && disabledCategories === undefined) return entries
  if (notificationFilter === 'none') {
    throw new GraphError(
      'UNSUPPORTED_FEATURE',
      `the server speaks Bolt ${version}: notifications can be chosen from 5.2 on (Neo4j 5.7)`,
      { outcome: 'not sent' },
    )
  }
  if (minimumSeverity !== undefined) entries['notifications_minimum_severity'] = minimumSeverity
  if (disabledCategories !== undefined) entries[names[notificationFilter]] = disabledCategories
  return entries
}

const names = {
  category: 'notifications_disabled_categories',
  classification: 'notifications_disabled_classifications',
}
