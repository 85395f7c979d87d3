import { ts } from 'ts-morph'
import type { Found, FoundChain, Known, Step } from './found.ts'
import type { Literal } from './literal.ts'

/** A found text with the call it stands in. */
export interface Site {
  readonly found: Found
  readonly call: ts.CallExpression
}

/** The calls of a chain that may hold Cypher. */
const clauses = new Set(
  (
    'match optionalMatch where filter with return orderBy skip limit distinct unwind create merge onCreateSet onMatchSet set ' +
    'remove delete detachDelete foreach call optionalCall loadCsv loadCsvWithHeaders useGraph using let next finish all'
  ).split(' '),
)
/** Those of them that a query begins with: a chain without one of these is of something else. */
const starts = new Set(
  'match optionalMatch unwind with return create merge call optionalCall foreach loadCsv loadCsvWithHeaders useGraph let'.split(
    ' ',
  ),
)

/** A node as Cypher, if it is a text without holes. */
export const literalOf = (node: ts.Node | undefined): Literal | undefined => {
  if (node === undefined || !ts.isStringLiteralLike(node)) return undefined
  const start = node.getStart() + 1
  return { text: node.text, raw: node.getSourceFile().text.slice(start, node.getEnd() - 1), start }
}

const numberOf = (node: ts.Expression): number | undefined => {
  if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll('_', ''))
  return undefined
}

const knownOf = (node: ts.Expression): Known | undefined => {
  if (ts.isStringLiteralLike(node)) return node.text
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
    return node.kind === ts.SyntaxKind.TrueKeyword
  if (!ts.isArrayLiteralExpression(node)) return numberOf(node)
  const elements = node.elements.map(knownOf)
  return elements.includes(undefined) ? undefined : (elements as Known[]) // none is undefined
}

const stepOf = (name: string, call: ts.CallExpression): Step => {
  const values = call.arguments.map(knownOf)
  const texts = call.arguments.map(literalOf).filter((literal) => literal !== undefined)
  return { name, texts, values: values.includes(undefined) ? undefined : (values as Known[]) } // none is undefined
}

/** The name that is called on something, `where` of `query.where('…')`. */
const calledOn = (node: ts.Node): { name: string; on: ts.Expression } | undefined =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
    ? { name: node.expression.name.text, on: node.expression.expression }
    : undefined

const isClause = (node: ts.Node): node is ts.CallExpression => clauses.has(calledOn(node)?.name ?? '')

/** True for a call that the next clause of its chain is called on. */
const goesOn = (call: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(call.parent) && call.parent.expression === call && isClause(call.parent.parent)

const chainOf = (last: ts.CallExpression, file: string): FoundChain | undefined => {
  const steps: Step[] = []
  let at: ts.Expression = last
  while (isClause(at)) {
    const { name, on } = calledOn(at) ?? { name: '', on: at }
    steps.unshift(stepOf(name, at))
    at = on
  }
  if (!steps.some(({ texts }) => texts.length > 0)) return undefined
  const rooted = starts.has(steps[0]?.name ?? '') && !ts.isCallExpression(at)
  return { kind: 'chain', file, steps, rooted }
}

const statementOf = (call: ts.CallExpression, file: string): Found | undefined => {
  const called = calledOn(call)
  const literal = literalOf(call.arguments[0])
  if (called === undefined || literal === undefined) return undefined
  if (called.name === 'cypher') return { kind: 'statement', file, literal }
  const stated = called.name === 'as' && ts.isPropertyAccessExpression(called.on) && called.on.name.text === 'cypher'
  return stated ? { kind: 'stated', file, literal } : undefined
}

/** Every text of Cypher in a file that stands there in full, by the names of the calls it is given to. */
export const findIn = (source: ts.SourceFile): readonly Site[] => {
  const sites: Site[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const found =
        statementOf(node, source.fileName) ??
        (isClause(node) && !goesOn(node) ? chainOf(node, source.fileName) : undefined)
      if (found !== undefined) sites.push({ found, call: node })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return sites.toSorted((a, b) => a.call.getStart() - b.call.getStart())
}
