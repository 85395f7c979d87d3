import { isFloat, isGraphNode, isGraphPath, isGraphRelationship, isOffsetTime, isPoint } from '@motif/core'
import { momentText } from './moment-text.ts'

const text = (value: string): string => JSON.stringify(momentText(value))

const entries = (map: object, loose: boolean): string => {
  const parts = Object.entries(map).map(([key, value]) => `${key}: ${canonical(value, loose)}`)
  return parts.length === 0 ? '' : `{${parts.toSorted().join(', ')}}`
}

const relationship = (value: { readonly type: string; readonly properties: object }, loose: boolean): string =>
  `[:${value.type}${entries(value.properties, loose)}]`

const path = (
  { nodes, relationships }: { readonly nodes: readonly unknown[]; readonly relationships: readonly unknown[] },
  loose: boolean,
): string => {
  const steps = relationships.map((each, at) => {
    const before = nodes[at]
    if (!isGraphRelationship(each) || !isGraphNode(before)) return canonical(each, loose)
    const inside = relationship(each, loose)
    const step = each.startElementId === before.elementId ? `-${inside}->` : `<-${inside}-`
    return step + canonical(nodes[at + 1], loose)
  })
  return `<${canonical(nodes[0], loose)}${steps.join('')}>`
}

/**
 * A value as text that is the same for values that mean the same: without ids, maps and labels in one order, and with
 * `loose` lists too. Whole floats and integers are one, as they are in JavaScript.
 */
export const canonical = (value: unknown, loose = false): string => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value)
  if (typeof value !== 'object') return String(value)
  if (isFloat(value)) return String(value.value)
  if (Array.isArray(value)) {
    const items = value.map((each) => canonical(each, loose))
    return `[${(loose ? items.toSorted() : items).join(', ')}]`
  }
  if (isGraphNode(value))
    return `(${value.labels
      .toSorted()
      .map((label) => `:${label}`)
      .join('')}${entries(value.properties, loose)})`
  if (isGraphRelationship(value)) return relationship(value, loose)
  if (isGraphPath(value)) return path(value, loose)
  if (isPoint(value)) return JSON.stringify(value)
  return Symbol.toStringTag in value || isOffsetTime(value) ? text(String(value)) : entries(value, loose) || '{}'
}
