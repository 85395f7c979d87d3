/** Sixteen bytes as the text that Cypher writes: lower case, in five groups. */
export const uuidOf = (bytes: Uint8Array): string => {
  const digits = Buffer.from(bytes).toString('hex')
  const groups = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)]
  return groups.join('-')
}
