import type { Access, Column, QueryParameter, QueryRequest, QueryResult, ValueType } from '@motif/core'
import { DatabaseCore } from '../src/database-core.ts'
import type { ConnectOptions } from '../src/options.ts'
import { GrafeoEngine, type GrafeoOptions } from '../src/grafeo/engine.ts'
import type { Clock } from '../src/transaction/retry-policy.ts'

export interface Given {
  readonly columns?: Readonly<Record<string, ValueType['kind'] | ValueType>>
  readonly parameters?: Readonly<Record<string, ValueType['kind'] | ValueType>>
  readonly access?: Access
}

export const typeOf = (type: ValueType['kind'] | ValueType): ValueType =>
  typeof type === 'string' ? ({ kind: type, nullable: true } as ValueType) : type

/** A request by hand; reading or writing is told from its first word. */
export const request = (text: string, params: Record<string, unknown> = {}, given: Given = {}): QueryRequest => ({
  text,
  params,
  parameters: Object.entries(given.parameters ?? {}).map(
    ([name, type]): QueryParameter => ({ name, type: typeOf(type) }),
  ),
  columns: given.columns && Object.entries(given.columns).map(([name, type]): Column => ({ name, type: typeOf(type) })),
  access: given.access ?? (/\b(CREATE|MERGE|SET|DELETE)\b/.test(text) ? 'write' : 'read'),
})

/** A database over a new embedded graph, in memory unless told otherwise. */
export const database = (grafeo: GrafeoOptions = {}, options: ConnectOptions = {}, clock?: Clock): DatabaseCore => {
  const engine = new GrafeoEngine(grafeo)
  return new DatabaseCore({ name: engine.name, dialect: engine.dialect, load: async () => engine }, options, clock)
}

export const rowsOf = async (result: QueryResult): Promise<Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = []
  for await (const batch of result) rows.push(...(batch.rows as Record<string, unknown>[]))
  return rows
}

/** The error of something that must fail. */
export const failureOf = async (work: Promise<unknown>): Promise<Error> => {
  try {
    await work
  } catch (error) {
    return error as Error
  }
  throw new Error('it should have failed')
}

/** A clock on which a pause takes no time and is remembered, and on which nobody waits longer than a turn. */
export const testClock = (): Clock & { readonly pauses: number[] } => {
  const pauses: number[] = []
  let now = 0
  return {
    pauses,
    now: () => now,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds)
      now += milliseconds
    },
    wait: async (until) => {
      await Promise.race([until.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 20))])
    },
  }
}

/** A query that keeps Grafeo busy for some hundreds of milliseconds without a row. */
export const slow = 'UNWIND range(1, 1200) AS x UNWIND range(1, 1200) AS y RETURN sum(x * y % 7) AS c'
