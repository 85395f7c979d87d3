import type { QueryEvent } from './events.ts'

/** The names that OpenTelemetry gives to what is known of a query. */
export interface Attributes {
  readonly 'db.system.name': string
  readonly 'db.namespace'?: string
  readonly 'db.query.text': string
  readonly 'db.response.returned_rows': number
  readonly 'db.response.status_code'?: string
  readonly 'error.type'?: string
  readonly 'server.address'?: string
  readonly 'server.port'?: number
}

/**
 * A query in the words of OpenTelemetry's conventions for databases, for the attributes of a span. No parameter is among
 * them, and every value of the text is one.
 *
 * @example
 * subscribe('motif:last-row', (query) => {
 *   tracer.startSpan('query', { startTime: query.startedAt, attributes: attributesOf(query) }).end()
 * })
 */
export const attributesOf = ({ engine, database, text, rows, summary, error }: QueryEvent): Attributes => ({
  'db.system.name': engine,
  'db.query.text': text,
  'db.response.returned_rows': rows,
  ...(database === undefined ? {} : { 'db.namespace': database }),
  ...(summary?.server === undefined ? {} : endpoint(summary.server.address)),
  ...(error === undefined ? {} : { 'error.type': error.code }),
  ...(error?.engineCode === undefined ? {} : { 'db.response.status_code': error.engineCode }),
})

/** `host:port`, the host of IPv6 in brackets. */
const endpoint = (address: string): Pick<Attributes, 'server.address' | 'server.port'> => {
  const at = address.lastIndexOf(':')
  return {
    'server.address': address.slice(0, at).replace(/^\[|\]$/g, ''),
    'server.port': Number(address.slice(at + 1)),
  }
}
