import { GraphNode, GraphPath, GraphRelationship } from '@motif/core'
import { integerField } from './field.ts'
import { listOfLength } from './list-of-length.ts'
import { protocolError } from './protocol-error.ts'
import type { PackReader } from './reader.ts'

type Properties = Record<string, unknown>

const nodeTag = 0x4e
const unboundTag = 0x72

/** Reads a node. Until Bolt 4.4 it has a number alone, which is its element id then. */
export const readNode = (reader: PackReader, fields: number): GraphNode => {
  const { elementIds } = reader.features
  must(fields === (elementIds ? 4 : 3))
  const id = elementIds ? skipped(reader) : idField(reader)
  const labels = labelsField(reader)
  const properties = reader.map()
  return new GraphNode(labels, elementIds ? reader.text() : id, properties)
}

/** Reads a relationship with its ends. */
export const readRelationship = (reader: PackReader, fields: number): GraphRelationship => {
  const { elementIds } = reader.features
  must(fields === (elementIds ? 8 : 5))
  if (!elementIds) {
    const [id, start, end] = [idField(reader), idField(reader), idField(reader)]
    return new GraphRelationship(reader.key(), id, [start, end], reader.map())
  }
  skip(reader, 3)
  const type = reader.key()
  const properties = reader.map()
  return new GraphRelationship(type, reader.text(), [reader.text(), reader.text()], properties)
}

/** Reads the properties of a node, which are all that is wanted of it. */
export const readNodeProperties = (reader: PackReader, fields: number): Properties => {
  const { elementIds } = reader.features
  must(fields === (elementIds ? 4 : 3))
  return propertiesBetween(reader, 2, elementIds ? 1 : 0)
}

/** Reads the properties of a relationship, which are all that is wanted of it. */
export const readRelationshipProperties = (reader: PackReader, fields: number): Properties => {
  const { elementIds } = reader.features
  must(fields === (elementIds ? 8 : 5))
  return propertiesBetween(reader, 4, elementIds ? 3 : 0)
}

/** Reads a path: its nodes and relationships, each of them once, and in which order they stand along it. */
export const readPath = (reader: PackReader): GraphPath => {
  const nodes = listOf(reader, nodeTag, (fields) => readNode(reader, fields))
  const unbound = listOf(reader, unboundTag, (fields) => readUnbound(reader, fields))
  const relationships: GraphRelationship[] = []
  const along = [memberOf(nodes, 0)]
  let from = along[0] as GraphNode
  let left = reader.listHead()
  must(left % 2 === 0)
  for (; left > 0; left -= 2) {
    const which = Number(integerField(reader))
    const to = memberOf(nodes, Number(integerField(reader)))
    const { type, elementId, properties } = memberOf(unbound, Math.abs(which) - 1)
    const ends = which > 0 ? ([from, to] as const) : ([to, from] as const)
    relationships.push(new GraphRelationship(type, elementId, [ends[0].elementId, ends[1].elementId], properties))
    along.push(to)
    from = to
  }
  return new GraphPath(along, relationships)
}

/** A relationship of a path, which does not say between which nodes it stands. */
interface Unbound {
  readonly type: string
  readonly elementId: string
  readonly properties: Properties
}

const readUnbound = (reader: PackReader, fields: number): Unbound => {
  const { elementIds } = reader.features
  must(fields === (elementIds ? 4 : 3))
  const id = elementIds ? skipped(reader) : idField(reader)
  const type = reader.key()
  const properties = reader.map()
  return { type, properties, elementId: elementIds ? reader.text() : id }
}

const listOf = <Member>(reader: PackReader, tag: number, read: (fields: number) => Member): Member[] => {
  const list: Member[] = []
  for (let left = reader.listHead(); left > 0; left--) {
    const marker = reader.byte()
    must(marker >= 0xb0 && marker < 0xc0 && reader.byte() === tag)
    list.push(read(marker & 15))
  }
  return list
}

const memberOf = <Member>(list: readonly Member[], index: number): Member => {
  const member = list[index]
  if (member === undefined) throw misshapen()
  return member
}

const propertiesBetween = (reader: PackReader, before: number, after: number): Properties => {
  skip(reader, before)
  const properties = reader.map()
  skip(reader, after)
  return properties
}

const skip = (reader: PackReader, values: number): void => {
  for (let left = values; left > 0; left--) reader.skip()
}

/** The number that every entity has beside its element id. */
const skipped = (reader: PackReader): string => {
  reader.value()
  return ''
}

const labelsField = (reader: PackReader): string[] => {
  const size = reader.listHead()
  if (size === 1) return [reader.key()]
  const labels = listOfLength<string>(size)
  for (let index = 0; index < size; index++) labels[index] = reader.key()
  return labels
}

const idField = (reader: PackReader): string => String(integerField(reader))

const must = (holds: boolean): void => {
  if (!holds) throw misshapen()
}

const misshapen = (): Error => protocolError('a node, relationship or path that is not put together as one')
