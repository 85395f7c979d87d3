import type { NotificationFilter } from '@motif/driver'
import type { Data } from './protocol.ts'

/** Which notifications a driver or a session wants. */
export const notificationsOf = (data: Data): NotificationFilter | undefined => {
  const { notificationsMinSeverity, notificationsDisabledCategories } = data
  if (notificationsMinSeverity === undefined && notificationsDisabledCategories === undefined) return undefined
  return {
    minimumSeverity: notificationsMinSeverity as NotificationFilter['minimumSeverity'],
    disabledCategories: notificationsDisabledCategories as readonly string[] | undefined,
  }
}
