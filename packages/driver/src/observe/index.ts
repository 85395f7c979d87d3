export { type Attributes, attributesOf } from './attributes.ts'
export type {
  AcquireEvent,
  CloseEvent,
  ConnectEvent,
  Events,
  PoolNotice,
  QueryEvent,
  RetryEvent,
  TransactionEvent,
} from './events.ts'
export { queryLog, type QueryLogEntry, type QueryLogOptions } from './query-log.ts'
export { subscribe } from './subscribe.ts'
