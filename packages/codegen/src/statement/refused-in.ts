import { ts } from 'ts-morph'
import type { Blamed } from './fault.ts'
import { literalOf, type Site } from './find.ts'
import { refusalOf } from './refusal.ts'

/** The calls of a chain, first to last. */
const callsOf = (last: ts.CallExpression): readonly ts.CallExpression[] => {
  const calls: ts.CallExpression[] = []
  let at: ts.Expression = last
  while (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression)) {
    calls.unshift(at)
    at = at.expression.expression
  }
  return calls
}

/** What the types say against a text: of a chain against the first that is wrong, since what follows takes anything. */
export const refusedIn = (checker: ts.TypeChecker, { found, call }: Site): readonly Blamed[] => {
  const wrong =
    found.kind === 'chain'
      ? callsOf(call).find((each) => checker.getTypeAtLocation(each).symbol?.name === 'Broken')
      : call
  const literal = literalOf(wrong?.arguments[0])
  if (wrong === undefined || literal === undefined) return []
  const problem = refusalOf(checker, wrong, literal.text)
  return problem === undefined ? [] : [{ file: found.file, literal, from: 'types', problem }]
}
