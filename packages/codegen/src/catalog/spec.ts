import { GraphError, type PropertySpec, type ScalarName, type ValueType } from '@motif/core'

const scalars: ReadonlySet<string> = new Set<ScalarName>([
  'string',
  'boolean',
  'integer',
  'bigint',
  'float',
  'number',
  'bytes',
  'point',
  'date',
  'time',
  'localTime',
  'dateTime',
  'localDateTime',
  'duration',
])

const refuse = (spec: string): never => {
  const known = [...scalars, 'any', 'list<…>'].join(', ')
  throw new GraphError(
    'USAGE',
    `'${spec}' is not a property type; write one of ${known}, joined by | and with ? at the end if it may be missing`,
  )
}

/** The parts of a union, split at the bars outside `<…>`. */
const split = (text: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '<') depth += 1
    else if (text[at] === '>') depth -= 1
    else if (text[at] === '|' && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}

const parseOne = (text: string, nullable: boolean, whole: string): ValueType => {
  if (text === 'any') return { kind: 'any', nullable }
  if (scalars.has(text)) return { kind: text as ScalarName, nullable } // member of the set of scalar names
  if (text.startsWith('list<') && text.endsWith('>')) {
    return { kind: 'list', of: parse(text.slice(5, -1), whole), nullable }
  }
  return refuse(whole)
}

const parse = (text: string, whole: string): ValueType => {
  const nullable = text.endsWith('?')
  const parts = split(nullable ? text.slice(0, -1) : text).map((part) => part.trim())
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return parseOne(only, nullable, whole)
  return { kind: 'union', of: parts.map((part) => parseOne(part, false, whole)), nullable }
}

/**
 * Reads a property's type from its word: `integer`, `list<string>?`, `integer|string`. Throws USAGE for any other text.
 */
export const parseSpec = (spec: PropertySpec): ValueType => parse(spec.replaceAll(/\s+/g, ''), spec)

/** Writes a property's type as its word; the counterpart of `parseSpec`. */
export const formatSpec = (type: ValueType): PropertySpec => {
  const end = type.nullable ? '?' : ''
  if (type.kind === 'list') return `list<${formatSpec(type.of)}>${end}`
  if (type.kind === 'union') return `${type.of.map(formatSpec).join('|')}${end}`
  return `${type.kind}${end}`
}
