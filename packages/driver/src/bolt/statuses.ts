import type { GqlStatus, Notification } from '@motif/core'
import type { Metadata } from './channel.ts'

/** What tells how a statement ended, for servers that send no status themselves. */
export interface StatusHints {
  readonly columns: readonly string[]
  readonly anyRow: boolean
}

type Fields = Readonly<Record<string, unknown>>

/** Every status carries these; a server leaves out what is as here. */
const usual: Fields = { OPERATION: '', OPERATION_CODE: '0', CURRENT_SCHEMA: '/' }

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined

const listOf = (value: unknown): readonly Fields[] => {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list.map(fieldsOf).filter((each) => each !== undefined)
}

const text = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise)
const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const positionOf = (value: unknown): Notification['position'] => {
  const { offset, line, column } = fieldsOf(value) ?? {}
  return typeof offset === 'number' && typeof line === 'number' && typeof column === 'number'
    ? { offset, line, column }
    : undefined
}

/** A status that remarks on something, as servers before 5.5 told it. */
const fromStatus = (status: Fields): Notification | undefined => {
  const code = optional(status['neo4j_code'])
  if (code === undefined) return undefined
  const record = fieldsOf(status['diagnostic_record']) ?? {}
  return {
    code,
    title: text(status['title']),
    description: text(status['description']),
    severity: optional(record['_severity']),
    category: optional(record['_classification']),
    position: positionOf(record['_position']),
  }
}

const fromNotification = (given: Fields): Notification => ({
  code: text(given['code']),
  title: text(given['title']),
  description: text(given['description']),
  severity: optional(given['severity']),
  category: optional(given['category']),
  position: positionOf(given['position']),
})

/** The remarks that came with a result, whichever way the server tells them. */
export const notificationsOf = ({ statuses, notifications }: Metadata): readonly Notification[] =>
  statuses === undefined
    ? listOf(notifications).map(fromNotification)
    : listOf(statuses).flatMap((each) => fromStatus(each) ?? [])

/** The statuses of a result; for servers that know none, what they would have been. */
export const statusesOf = (metadata: Metadata, hints: StatusHints): readonly GqlStatus[] => {
  const { statuses, notifications } = metadata
  if (statuses !== undefined) {
    return listOf(statuses).map((each) => ({
      gqlStatus: text(each['gql_status']),
      statusDescription: text(each['status_description']),
      diagnosticRecord: { ...usual, ...fieldsOf(each['diagnostic_record']) },
    }))
  }
  return [...listOf(notifications).map(asStatus), ended(hints)].toSorted((a, b) => rank(a) - rank(b))
}

/** No data, then warnings, then success, then information. */
const rank = ({ gqlStatus }: GqlStatus): number => {
  const order = ['02', '01', '00']
  const at = order.indexOf(gqlStatus.slice(0, 2))
  return at < 0 ? order.length : at
}

const ended = ({ columns, anyRow }: StatusHints): GqlStatus => {
  const [gqlStatus, statusDescription] =
    columns.length === 0
      ? ['00001', 'note: successful completion - omitted result']
      : anyRow
        ? ['00000', 'note: successful completion']
        : ['02000', 'note: no data']
  return { gqlStatus, statusDescription, diagnosticRecord: usual }
}

const asStatus = (given: Fields): GqlStatus => {
  const { severity, category, description, position } = fromNotification(given)
  const warns = severity === 'WARNING'
  return {
    gqlStatus: warns ? '01N42' : '03N42',
    statusDescription: description || (warns ? 'warn: unknown warning' : 'info: unknown notification'),
    diagnosticRecord: {
      ...usual,
      ...(severity === undefined ? {} : { _severity: severity }),
      ...(category === undefined ? {} : { _classification: category }),
      ...(position === undefined ? {} : { _position: position }),
    },
  }
}
