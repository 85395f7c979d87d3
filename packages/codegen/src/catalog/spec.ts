import { GraphError, type PropertySpec, parsePropertySpec, type ValueType } from '@motif/core'

const known =
  'string, boolean, integer, bigint, float, number, date, time, localTime, dateTime, localDateTime, duration, point, bytes, any, list<…>'

/**
 * Reads a property's type as a user wrote it. Throws USAGE naming it and all that may stand there.
 */
export const parseSpec = (spec: PropertySpec): ValueType => {
  try {
    return parsePropertySpec(spec)
  } catch (cause) {
    const message = `'${spec}' is not a property type; write one of ${known}, joined by | and with ? at the end if it may be missing`
    throw new GraphError('USAGE', message, { cause })
  }
}

/** Writes a property's type as its word; the counterpart of `parseSpec`. */
export const formatSpec = (type: ValueType): PropertySpec => {
  const end = type.nullable ? '?' : ''
  if (type.kind === 'list') return `list<${formatSpec(type.of)}>${end}`
  if (type.kind === 'union') return `${type.of.map(formatSpec).join('|')}${end}`
  return `${type.kind}${end}`
}
