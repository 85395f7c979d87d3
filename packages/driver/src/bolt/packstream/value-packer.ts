import { isFloat } from '@motif/core'
import type { Features } from '../version.ts'
import { deepest } from './deepest.ts'
import type { PackBuffer } from './pack-buffer.ts'
import { Refusal } from './refusal.ts'
import { structureOf } from './structure-of.ts'
import { Structure } from './structure.ts'

/** Packs values of any kind into a buffer. Throws a Refusal for what cannot be packed. */
export class ValuePacker {
  readonly #buffer: PackBuffer
  readonly #features: Features
  #depth = 0

  constructor(buffer: PackBuffer, features: Features) {
    this.#buffer = buffer
    this.#features = features
  }

  pack(value: unknown): void {
    this.#depth = 0
    this.#value(value)
  }

  #value(value: unknown): void {
    const buffer = this.#buffer
    if (typeof value === 'number') buffer.number(value)
    else if (typeof value === 'string') buffer.text(value)
    else if (typeof value === 'boolean') buffer.boolean(value)
    else if (value === null) buffer.null()
    else if (typeof value === 'object') this.#object(value)
    else if (typeof value === 'bigint') buffer.bigint(value)
    else if (value === undefined) throw new Refusal('is undefined: leave it out, or give null')
    else throw new Refusal(`is a ${typeof value}, which cannot be sent`)
  }

  #object(value: object): void {
    if (++this.#depth > deepest) throw new Refusal('is nested too deeply, or contains itself')
    if (Array.isArray(value)) this.#list(value)
    else if (isPlain(value)) this.#map(value)
    else if (value instanceof Uint8Array) this.#buffer.binary(value)
    else if (value instanceof ArrayBuffer) this.#buffer.binary(new Uint8Array(value))
    else if (isFloat(value)) this.#buffer.float(value.value)
    else this.#structure(value instanceof Structure ? value : structureOf(value, this.#features))
    this.#depth--
  }

  #list(list: readonly unknown[]): void {
    const size = list.length
    this.#buffer.head(size, 0x90, 0xd4)
    let index = 0
    try {
      for (; index < size; index++) this.#value(list[index])
    } catch (error) {
      throw under(error, index)
    }
  }

  /** Walked by `for in`, which makes no list of the keys, and counted on the way: a getter may add some or take some. */
  #map(map: Readonly<Record<string, unknown>>): void {
    const buffer = this.#buffer
    const start = buffer.beginMap()
    let size = 0
    let at: string | undefined
    try {
      for (const key in map) {
        // In a `for in`, V8 compiles this to nothing; `Object.hasOwn` stays a call.
        if (!Object.prototype.hasOwnProperty.call(map, key)) continue
        at = key
        buffer.text(key)
        this.#value(map[key])
        size++
      }
    } catch (error) {
      throw at === undefined ? error : under(error, at)
    }
    buffer.endMap(start, size)
  }

  #structure({ tag, fields }: Structure): void {
    this.#buffer.structureHead(tag, fields.length)
    for (const field of fields) this.#value(field)
  }
}

/** A map by literal, by `Object.create(null)`, or from another realm; no instance of a class. */
const isPlain = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: object | null = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null
}

const under = (error: unknown, step: string | number): unknown => {
  if (error instanceof Refusal) error.under(step)
  return error
}
