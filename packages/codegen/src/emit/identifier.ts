import type { PlainValue } from '../catalog/catalog.ts'

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*$/u

/** A text as a string literal, in single quotes unless it holds one. */
export const quoted = (text: string): string => {
  // U+2028 and U+2029 may stand in a string, but some tools take them for line ends.
  const double = JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  const inner = double.slice(1, -1)
  if (text.includes("'") && !text.includes('"')) return double
  return `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** A value as a literal: `'admin'`, `3`. */
export const literal = (value: PlainValue): string => (typeof value === 'number' ? String(value) : quoted(value))

/** A name as a key of a type: bare where it may be, else quoted. */
export const typeKey = (name: string): string => (identifier.test(name) ? name : quoted(name))

/** A name as a key of an object literal, where `__proto__` would set the prototype unless it is computed. */
export const valueKey = (name: string): string => (name === '__proto__' ? "['__proto__']" : typeKey(name))

/** A text inside a JSDoc comment, which it must not end. */
export const docText = (text: string): string => text.replaceAll('*/', '*\\/').replaceAll(/[\r\n\u2028\u2029]+/g, ' ')
