import { Packr, Unpackr } from 'msgpackr'

// No records: their structures would have to be in the file too, and they are read by code made from the file's words.
const packr = new Packr({ useRecords: false })
const unpackr = new Unpackr({ useRecords: false, int64AsType: 'bigint' })

/** MessagePack bytes of their own, which the next call does not write over. */
export const pack = (value: unknown): Uint8Array => Uint8Array.prototype.slice.call(packr.pack(value))

/** Throws for bytes that are no MessagePack. */
export const unpack = (bytes: Uint8Array): unknown => unpackr.unpack(bytes)
