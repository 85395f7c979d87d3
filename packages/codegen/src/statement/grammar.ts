import {
  type CompiledQuery,
  createGraph,
  type Dialect,
  type Graph,
  GraphError,
  type Safety,
  type SchemaDescriptor,
  type SchemaShape,
} from '@motif/core'
import { recordingExecutor } from '@motif/core/testing'
import { textPlace } from './text-place.ts'
import type { Blamed, Problem } from './fault.ts'
import type { Found, FoundChain, FoundStatement, Step } from './found.ts'

/** What becomes of a text in a program: what would be sent, or what speaks against it. */
export interface Compiled {
  /** Absent where it cannot be told, or where something is wrong. */
  readonly query?: CompiledQuery | undefined
  readonly faults: readonly Blamed[]
}

/** What a program may have allowed is not known here. */
const safety: Safety = { unfilteredWrite: 'warn' }

type Calls = Readonly<Record<string, ((...given: readonly unknown[]) => unknown) | undefined>>

/** The message without its picture and its advice: the report draws its own. */
const problemOf = (error: unknown, text: string): Problem => {
  if (!(error instanceof GraphError)) throw error
  const [problem = ''] = error.message.split('\n')
  return { problem: problem.replace(/ {3}in .*$/u, ''), offset: textPlace(error.message, text), severity: 'error' }
}

/** Builds queries as the program does, on an executor that runs nothing, and compiles them. */
export class GrammarCheck {
  readonly #graph: Graph<SchemaShape>

  constructor(dialect: Dialect, schema: SchemaDescriptor | undefined) {
    this.#graph = createGraph<SchemaShape>({ executor: recordingExecutor({ dialect }), schema, safety })
  }

  check(found: Found): Compiled {
    const { stackTraceLimit } = Error
    // Texts that come from one place of a program are held against each other there; here they all do.
    Error.stackTraceLimit = 0
    try {
      return found.kind === 'chain' ? this.#chain(found) : this.#statement(found)
    } finally {
      Error.stackTraceLimit = stackTraceLimit
    }
  }

  #statement({ kind, file, literal }: FoundStatement): Compiled {
    try {
      const { cypher } = this.#graph
      // Its types are of a literal; it is one in the user's source.
      const query = kind === 'stated' ? cypher.as(literal.text) : cypher(literal.text as never)
      return { query: query.compile(), faults: [] }
    } catch (error) {
      return { faults: [{ file, literal, from: 'grammar', problem: problemOf(error, literal.text) }] }
    }
  }

  #chain(chain: FoundChain): Compiled {
    const whole = chain.rooted && chain.steps.every(({ values }) => values !== undefined)
    const faults: Blamed[] = []
    let at: unknown = this.#graph
    for (const step of chain.steps) {
      const outcome = this.#step(whole ? at : undefined, step, chain.file)
      if (outcome.fault !== undefined) faults.push(outcome.fault)
      if (whole && outcome.fault !== undefined) return { faults }
      at = outcome.query
    }
    return whole && faults.length === 0 ? this.#compiled(at, chain) : { faults }
  }

  /** One call, on the query before it; or, where that is not known, on one of a name, for what its text alone tells. */
  #step(before: unknown, { name, values, texts }: Step, file: string): { query?: unknown; fault?: Blamed } {
    const [literal] = texts
    if (before === undefined && literal === undefined) return {}
    const on = before ?? this.#graph.match('(n)' as never)
    try {
      return { query: (on as Calls)[name]?.call(on, ...(values ?? texts.map(({ text }) => text))) }
    } catch (error) {
      if (literal === undefined || (before === undefined && !isSyntax(error))) return {}
      return { fault: { file, literal, from: 'grammar', problem: problemOf(error, literal.text) } }
    }
  }

  #compiled(query: unknown, { file, steps }: FoundChain): Compiled {
    try {
      const { compile } = query as { compile?: () => CompiledQuery }
      return { query: compile?.call(query), faults: [] }
    } catch (error) {
      const literal = steps.flatMap(({ texts }) => texts)[0]
      if (literal === undefined) return { faults: [] }
      const { problem, severity } = problemOf(error, literal.text)
      return { faults: [{ file, literal, from: 'grammar', problem: { problem, severity } }] }
    }
  }
}

const isSyntax = (error: unknown): boolean => error instanceof GraphError && error.code === 'SYNTAX'
