/** Kinds of characters, by code: tables for ASCII, Unicode properties beyond it. */

const NAME = 1
const DIGIT = 2
const BLANK = 4

const table = new Uint8Array(128)
for (let code = 0; code < 128; code += 1) {
  const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
  const digit = code >= 48 && code <= 57
  const blank = code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31)
  table[code] = (letter ? NAME : 0) | (digit ? DIGIT : 0) | (blank ? BLANK : 0)
}

const nameStart = /^[\p{ID_Start}\p{Pc}\p{Sc}]/u
const namePart = /^[\p{ID_Continue}\p{Pc}\p{Sc}]/u
const blank = /^[\s\u180e]/

const kindOf = (code: number): number => table[code] ?? 0

/** How many UTF-16 units the name character at an offset takes; 0 if there is none. */
const unitsOf = (text: string, at: number, pattern: RegExp): number => {
  const point = text.codePointAt(at)
  if (point === undefined) return 0
  const character = String.fromCodePoint(point)
  return pattern.test(character) ? character.length : 0
}

export const isDigit = (code: number): boolean => code < 128 && (kindOf(code) & DIGIT) !== 0

export const isBlank = (code: number): boolean =>
  code < 128 ? (kindOf(code) & BLANK) !== 0 : blank.test(String.fromCharCode(code))

export const startsName = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code < 128 ? (kindOf(code) & NAME) !== 0 : unitsOf(text, at, nameStart) > 0
}

/** The offset after the name characters that begin at `at`. */
export const endOfName = (text: string, at: number): number => {
  let end = at
  while (end < text.length) {
    const code = text.charCodeAt(end)
    const units = code < 128 ? Number((kindOf(code) & (NAME | DIGIT)) !== 0) : unitsOf(text, end, namePart)
    if (units === 0) return end
    end += units
  }
  return end
}

/** The offset after the digits and underscores that begin at `at`. */
export const endOfDigits = (text: string, at: number): number => {
  let end = at
  while (end < text.length && (isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 95)) end += 1
  return end
}
