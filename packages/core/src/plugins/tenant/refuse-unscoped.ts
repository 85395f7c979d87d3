import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import { walkClauses } from '../../ast/walk.ts'
import { words } from '../../value/words.ts'
import { refuse } from './scoping.ts'

/** What may be called although what it does cannot be seen. */
export interface Trusted {
  readonly procedures: readonly string[]
  readonly functions: readonly string[]
}

/** Functions of Cypher with a dot in their name that look at nothing but what they are given. */
const harmless = words('coll date datetime duration localdatetime localtime point string time vector')
/** An engine may read these before it looks for quotes and comments: what a text says is then not what it seems to. */
const unicodeEscape = /\\u/i

const checkText = (text: string | undefined): void => {
  if (text !== undefined && unicodeEscape.test(text))
    refuse('write a character itself, or a parameter, in place of \\u')
}

const checkClause = (clause: Clause, { procedures }: Trusted): void => {
  checkText(clause.source)
  if (clause.kind === 'opaque') refuse('text that is not understood cannot be scoped')
  if (clause.kind === 'schema-command')
    refuse('it is not for its tenants to say what a graph is, or to see who uses it')
  if (clause.kind === 'prefix' && (clause.name === 'USE' || clause.name === 'DEFINE'))
    refuse(`${clause.name} cannot be scoped`)
  if (clause.kind === 'call-procedure' && !procedures.includes(clause.name)) refuse(`${clause.name} cannot be scoped`)
}

const checkExpression = (node: Expression, { functions }: Trusted): void => {
  if (node.kind === 'opaque') refuse('text that is not understood cannot be scoped')
  if (node.kind !== 'call' || functions.includes(node.name)) return
  const [space = '', more] = node.name.split('.')
  if (more !== undefined && !harmless.has(space.toLowerCase())) refuse(`${node.name}() cannot be scoped`)
}

/** Refuses what reads or writes the graph where no pattern says what. */
export const refuseUnscoped = (clauses: readonly Clause[], source: string | undefined, trusted: Trusted): void => {
  checkText(source)
  walkClauses(clauses, {
    clause: (node) => checkClause(node, trusted),
    expression(node) {
      checkText(node.source)
      checkExpression(node, trusted)
    },
    pattern: ({ source: text }) => checkText(text),
  })
}
