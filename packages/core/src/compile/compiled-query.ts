import type { Warning } from './safety.ts'
import type { ValueType } from '../value/value-type.ts'

/** What a statement does to the graph; readers and writers are routed by it. */
export type Access = 'read' | 'write' | 'schema'

export interface Column {
  readonly name: string
  readonly type: ValueType
}
export interface Parameter {
  readonly name: string
  readonly type: ValueType
}

/** Text, parameters and shape: plain data that can be logged, cached, stored, sent and tested. */
export interface CompiledQuery {
  readonly text: string
  /** The inline values, by generated name (`p1`, `p2` …). Named parameters are bound at run. */
  readonly params: Readonly<Record<string, unknown>>
  /** The named parameters the text asks the caller for, and what each is. */
  readonly parameters: readonly Parameter[]
  /** Everything the text takes, named and inline, with its type: what an engine encodes by. */
  readonly bindings: readonly Parameter[]
  /** In the order the engine returns them; `undefined` where the text alone cannot tell (a CALL, `RETURN *` of unknown names). */
  readonly columns: readonly Column[] | undefined
  readonly access: Access
  /** Name of the dialect the text is written in. */
  readonly dialect: string
  /** What is most often a mistake, and was found in it; absent when nothing was. */
  readonly warnings?: readonly Warning[]
}
