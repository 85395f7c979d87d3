import type { LabelExpression } from '../ast/pattern.ts'

const unclear = /[|&*]/

/** A label expression as alternatives of labels that stand together; `undefined` where it names no labels. */
const alternatives = (node: LabelExpression): readonly string[] | undefined => {
  if (node.kind === 'label') return unclear.test(node.name) ? undefined : [node.name]
  if (node.kind === 'any-of') {
    const all = node.of.map(alternatives)
    return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? [])
  }
  if (node.kind !== 'all-of') return undefined
  // What names no label narrows further, nobody knows to what.
  const known = node.of.flatMap((each) => {
    const labels = alternatives(each)
    return labels === undefined ? [] : [labels]
  })
  if (known.length === 0) return undefined
  return known.reduce((left, right) => left.flatMap((one) => right.map((other) => `${one}&${other}`)))
}

/** Labels or types as a value's type names them: `User`, `A&B`, `A|B`, or `*` where any may be meant. */
export const labelsOf = (node: LabelExpression | undefined): string => {
  if (node === undefined) return '*'
  if (node.kind === 'label' && !unclear.test(node.name)) return node.name
  return alternatives(node)?.join('|') ?? '*'
}
