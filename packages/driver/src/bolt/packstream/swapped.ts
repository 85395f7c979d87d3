const little = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/** A copy of numbers of some bytes each, from the order of this machine to that of the wire, and back. */
export const swapped = (bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> => {
  const copy = new Uint8Array(bytes.length)
  copy.set(bytes)
  if (!little || size === 1) return copy
  const view = Buffer.from(copy.buffer)
  if (size === 2) view.swap16()
  else if (size === 4) view.swap32()
  else view.swap64()
  return copy
}
