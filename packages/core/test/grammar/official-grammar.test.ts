import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGraph } from '@motif/core'
import { social } from '../../../../test/engines/golden/social.ts'
import { goldens } from '../../../../test/engines/golden/queries.ts'
import type { Expression } from '../../src/ast/expression.ts'
import { tightness } from '../../src/ast/tightness.ts'
import { walkClauses } from '../../src/ast/walk.ts'
import { printClauses } from '../../src/compile/print-clauses.ts'
import { Writer } from '../../src/compile/writer.ts'
import { quoteName } from '../../src/ast/quote.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { lex } from '../../src/grammar/lex.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { reader } from '../../src/rows/reader.ts'
import { withoutSource } from '../compile/bare-tree.ts'
import { cases } from './cases.ts'
import { generatedStatement } from './generated-statements.ts'
import { officialProblem } from './official-grammar.ts'
import { kindsIn, problemOf } from './tree.ts'

/** A case as a whole statement, to which both grammars can be asked. */
const statementOf = ({ kind, text }: (typeof cases)[number]): string => {
  if (kind === 'statement') return text
  if (kind === 'pattern') return `MATCH ${text} RETURN 1`
  const word = kind.toUpperCase()
  if (kind === 'on create set' || kind === 'on match set') return `MERGE (u) ${word} ${text}`
  if (kind === 'return') return `MATCH (u), (v) RETURN ${text}`
  if (kind === 'order by' || kind === 'skip' || kind === 'limit') return `MATCH (u) RETURN u ${word} ${text}`
  return `MATCH (u), (v) ${word} ${text}${kind === 'where' || kind === 'with' || kind === 'unwind' ? ' RETURN 1' : ''}`
}

/** Where our grammar takes or refuses what Neo4j's does not, on purpose, and why. */
const differences: Readonly<Record<string, string>> = {
  'MATCH (u:User) (v) RETURN 1': 'a node after a node is a slip: what joins them has been forgotten',
  'MATCH (u) RETURN u ORDER BY u.age DESC NULLS LAST, u.name nulls first':
    'NULLS FIRST is of GQL: other engines have it',
  'MATCH (u), (v) WHERE u.age > 18 RETURN u RETURN 1': 'two RETURN say nothing that one does not',
}

describe('beside the grammar of Neo4j', () => {
  it.each([...new Set(cases.map(statementOf))])('the same is made of %s', (text) => {
    const official = officialProblem(text)
    const ours = problemOf(() => parseStatement(text))
    if (differences[text] !== undefined) expect(official === undefined).not.toBe(ours === undefined)
    else expect({ official, ours }).toEqual(official === undefined ? {} : { official, ours: expect.anything() })
  })

  it('every golden text is Cypher', () => {
    const execute = (): never => {
      throw new Error('golden texts are compiled, not run, here')
    }
    const graph = createGraph({ schema: social, executor: { dialect: neo4j, reader, execute } })
    for (const { name, query } of Object.values(goldens).flat()) {
      const { text } = query(graph).compile()
      expect({ name, text, problem: officialProblem(text) }).toEqual({ name, text, problem: undefined })
    }
  })

  it('generated statements are Cypher, and so is what is printed of their trees', () => {
    fc.assert(
      fc.property(generatedStatement, (text) => {
        fc.pre(text.length < 400)
        const tree = parseStatement(text)
        expect(kindsIn(tree)).not.toContain('opaque')
        const printed = printClauses(withoutSource(tree), new Writer(quoteName))
        const problems = [text, printed].map(officialProblem)
        expect({ text, printed, problems }).toEqual({ text, printed, problems: [undefined, undefined] })
      }),
      { numRuns: 50 },
    )
  })
})

/** Parts of a statement that are sent as they were written: what stands in them is for the engine to judge. */
const unread: ReadonlySet<string> = new Set(['opaque', 'prefix', 'schema-command', 'type-test'])

const tests = new Set(['null-test', 'type-test', 'normal-form-test', 'label-test'])

/** Two signs in a row, a test of a test, or a test that something is reckoned with: openCypher knows them. */
const isLoose = (node: Expression): boolean => {
  if (node.kind === 'unary') return node.operand.kind === 'unary' || tests.has(node.operand.kind)
  const first = 'left' in node ? node.left : 'operand' in node ? node.operand : 'of' in node ? node.of : undefined
  if (typeof first !== 'object' || !(tests.has(first.kind) || isPredicate(first))) return false
  return tests.has(node.kind) || (node.kind === 'binary' && tightness[node.operator] > tightness['='])
}
const isPredicate = (node: Expression): boolean => node.kind === 'binary' && tightness[node.operator] === tightness.IN

const isLooselyRead = (text: string): boolean => {
  let loose = false
  walkClauses(parseStatement(text), { expression: (node) => void (loose ||= isLoose(node)) })
  return loose
}

/** A statement with one of its words or signs left out, doubled or replaced by another of them. */
const spoiled = fc
  .tuple(generatedStatement, fc.nat(), fc.nat(), fc.constantFrom('left out', 'doubled', 'replaced'))
  .filter(([text]) => text.length < 200)
  .map(([text, one, other, how]) => {
    const pieces = lex(text)
      .slice(0, -1)
      .map(({ start, end }) => text.slice(start, end))
    const stranger = pieces[other % pieces.length] ?? ''
    pieces.splice(one % pieces.length, how === 'doubled' ? 0 : 1, ...(how === 'left out' ? [] : [stranger]))
    return pieces.join(' ')
  })

describe('a slip in a statement', () => {
  // The other way round holds but for words of the grammar that are names without back-ticks: NOT, `USE EXPLAIN.f()`.
  it('is refused where the grammar of Neo4j refuses it, unless it stands in what is sent as written', () => {
    fc.assert(
      fc.property(spoiled, (text) => {
        const official = officialProblem(text)
        if (official === undefined || problemOf(() => parseStatement(text)) !== undefined) return
        const kinds = kindsIn(parseStatement(text))
        // INSERT asks for a type of each relationship, which CREATE leaves to the planner.
        const known = kinds.some((kind) => unread.has(kind)) || /INSERT/i.test(text) || isLooselyRead(text)
        expect({ text, official, known }).toEqual({ text, official, known: true })
      }),
      { numRuns: 150 },
    )
  })
})
