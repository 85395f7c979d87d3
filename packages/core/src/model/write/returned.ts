import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import { StatementQuery } from '../../builder/statement-query.ts'
import type { ModelContext } from '../model-context.ts'
import { choice } from '../read/choice.ts'
import { Draft, type Path } from '../read/draft.ts'
import type { Plain } from '../read/plain.ts'
import { builderOf } from '../read/query.ts'
import { options } from '../read/shape.ts'
import { returning } from '../read/tree.ts'
import type { Clauses, Sendable } from './clauses.ts'
import { variable } from '../read/tree.ts'
import { put } from './trees.ts'

/** What a write is to give back. */
export interface Choice {
  readonly select?: unknown
  readonly include?: unknown
}

/** The options of a write that gives a row. */
export const ofRow = ['select', 'include']

type Row = Record<string, unknown>

/** A statement, and what is done to its rows. */
export interface Returning {
  readonly query: Sendable
  readonly finish: (rows: readonly Plain[]) => readonly Row[]
}

/** Makes parts of reads with the values at hand, since a write is put together each time. */
export class GivenDraft extends Draft {
  readonly #given: Plain

  constructor(context: ModelContext, given: Plain) {
    super(context, context.definition.fields.keys())
    this.#given = given
  }

  override parameter(path: Path, as?: (value: unknown, at: Path) => unknown): Expression {
    let found: unknown = this.#given
    for (const key of path) found = (found as Readonly<Record<string | number, unknown>>)[key] // it was read from there
    return { kind: 'value', value: as === undefined ? found : as(found, path) }
  }
}

/** The column that tells whether the node was created; no field begins like that. */
export const createdColumn = '$created'

/** The end of a write: what was asked for of `n`; where `marked`, whether it was created too. */
export const returned = (
  made: Clauses,
  context: ModelContext,
  { select, include }: Choice,
  { simple, marked = false }: { readonly simple: boolean; readonly marked?: boolean },
): Returning => {
  const { definition } = context
  const given = { ...(select === undefined ? {} : { select }), ...(include === undefined ? {} : { include }) }
  options(given)
  const draft = new GivenDraft(context, given)
  const node = draft.name('n')
  const { entries, calls } = choice(given, { draft, definition, node, path: [], way: [] })
  const created = marked ? [{ name: createdColumn, expression: variable('created') }] : []
  const carried = { [node]: put(variable('n')), ...(marked ? { created: put(variable('created')) } : {}) }
  const begun = simple && calls.length === 0 && node === 'n' ? made : made.with(() => carried)
  const clauses: readonly Clause[] = [...begun.clauses(), ...calls, returning([...entries, ...created])]
  return {
    query: new StatementQuery(builderOf(context), clauses),
    finish: (rows) => {
      const found = rows as readonly Row[] // rows are objects by column name
      for (const finish of draft.finishing) for (const row of found) finish(row)
      return found
    },
  }
}
