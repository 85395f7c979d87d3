import { tag } from '../bolt/message/tag.ts'

/** Requests a client may send. */
export type RequestName =
  | 'HELLO'
  | 'LOGON'
  | 'LOGOFF'
  | 'RESET'
  | 'GOODBYE'
  | 'RUN'
  | 'BEGIN'
  | 'PULL'
  | 'DISCARD'
  | 'COMMIT'
  | 'ROLLBACK'
  | 'ROUTE'
  | 'TELEMETRY'

/** A request that came: `RUN` with its text, its parameters and the rest. */
export interface ReceivedRequest {
  readonly name: RequestName
  readonly fields: readonly unknown[]
}

/** What a scripted server does: send a message or any bytes, wait, or cut the connection, by FIN or by RST. */
export type ScriptedReply =
  | { readonly tag: number; readonly fields: readonly unknown[] }
  | { readonly bytes: Uint8Array }
  | { readonly until: Promise<unknown> }
  | { readonly cut: 'end' | 'reset' }

/** A request that must come next, by its name or with its fields, and what is done then; nothing is sent without more. */
export type Exchange = readonly [
  request: RequestName | readonly [name: RequestName, ...fields: unknown[]],
  ...replies: readonly ScriptedReply[],
]

/** All of one connection: what must come in this order, or what to do with whatever comes. */
export type Conversation = readonly Exchange[] | ((request: ReceivedRequest) => readonly ScriptedReply[])

/** SUCCESS. */
export const success = (metadata: Readonly<Record<string, unknown>> = {}): ScriptedReply => ({
  tag: tag.success,
  fields: [metadata],
})

/** FAILURE, with the code under its old and its new name. */
export const failure = (code: string, message = 'as scripted'): ScriptedReply => ({
  tag: tag.failure,
  fields: [{ code, neo4j_code: code, message }],
})

/** IGNORED. */
export const ignored: ScriptedReply = { tag: tag.ignored, fields: [] }

/** RECORD. */
export const record = (...values: readonly unknown[]): ScriptedReply => ({ tag: tag.record, fields: [values] })

/** A sign of life. */
export const noop: ScriptedReply = { bytes: Uint8Array.of(0, 0) }

/** Cuts the connection as a server that stops does, or as one that was killed. */
export const cut = (how: 'end' | 'reset' = 'end'): ScriptedReply => ({ cut: how })
