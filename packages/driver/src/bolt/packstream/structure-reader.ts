import { Point } from '@motif/core'
import {
  readNode,
  readNodeProperties,
  readPath,
  readRelationship,
  readRelationshipProperties,
} from './entity-reader.ts'
import { floatField, integerField } from './field.ts'
import { protocolError } from './protocol-error.ts'
import type { PackReader } from './reader.ts'
import {
  readDate,
  readDateTime,
  readDuration,
  readLegacyDateTime,
  readLegacyZonedDateTime,
  readLocalDateTime,
  readLocalTime,
  readTime,
  readZonedDateTime,
} from './temporal-reader.ts'
import { UnsupportedValue } from './unsupported-value.ts'
import { readVector } from './vector-reader.ts'

interface Structure {
  readonly fields: number
  readonly read: (reader: PackReader) => unknown
  /** Came with vectors, in Bolt 6.0. */
  readonly recent?: true
}

const readPoint = (reader: PackReader): Point =>
  new Point(Number(integerField(reader)), floatField(reader), floatField(reader))

const readSpatialPoint = (reader: PackReader): Point =>
  new Point(Number(integerField(reader)), floatField(reader), floatField(reader), floatField(reader))

const readUnsupported = (reader: PackReader): UnsupportedValue => {
  const type = reader.text()
  const version = `${integerField(reader)}.${integerField(reader)}`
  const { message } = reader.map()
  return new UnsupportedValue(type, version, typeof message === 'string' ? message : undefined)
}

/** By tag. */
const structures: ReadonlyMap<number, Structure> = new Map<number, Structure>([
  [0x50, { fields: 3, read: readPath }],
  [0x44, { fields: 1, read: readDate }],
  [0x54, { fields: 2, read: readTime }],
  [0x74, { fields: 1, read: readLocalTime }],
  [0x49, { fields: 3, read: readDateTime }],
  [0x69, { fields: 3, read: readZonedDateTime }],
  [0x46, { fields: 3, read: readLegacyDateTime }],
  [0x66, { fields: 3, read: readLegacyZonedDateTime }],
  [0x64, { fields: 2, read: readLocalDateTime }],
  [0x45, { fields: 4, read: readDuration }],
  [0x58, { fields: 3, read: readPoint }],
  [0x59, { fields: 4, read: readSpatialPoint }],
  [0x56, { fields: 2, read: readVector, recent: true }],
  [0x3f, { fields: 4, read: readUnsupported, recent: true }],
])

/** Reads what follows the tag of a structure. */
export const readStructure = (reader: PackReader, tag: number, fields: number): unknown => {
  if (tag === 0x4e) return reader.plain ? readNodeProperties(reader, fields) : readNode(reader, fields)
  if (tag === 0x52) return reader.plain ? readRelationshipProperties(reader, fields) : readRelationship(reader, fields)
  const structure = structures.get(tag)
  if (structure === undefined || (structure.recent && !reader.features.vectors)) {
    throw protocolError(`a structure that is not known (0x${tag.toString(16)})`)
  }
  if (structure.fields !== fields) throw wrongFields()
  return structure.read(reader)
}

const wrongFields = (): Error => protocolError('a structure with too few or too many fields')
