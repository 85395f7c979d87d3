/** Which notifications the server is asked to make. */
export interface NotificationFilter {
  /** The least severe that is wanted. */
  readonly minimumSeverity?: 'OFF' | 'WARNING' | 'INFORMATION' | undefined
  readonly disabledCategories?: readonly string[] | undefined
}
