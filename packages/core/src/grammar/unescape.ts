const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/g

const LAST_POINT = 0x10ffff

/**
 * The meaning of a text literal's inside: `\n`, `\'`, `\u0041` …; an escape that Cypher does not know stays as written.
 *
 * @example
 * unescape('O\\'Neil') // O'Neil
 */
export const unescape = (inner: string): string =>
  inner.replace(ESCAPE, (written: string, four?: string, eight?: string, short?: string) => {
    if (short !== undefined)
      return /['"`\\]/.test(short) ? short : /[bfnrt]/.test(short) ? JSON.parse(`"${written}"`) : written
    const point = Number(`0x${four ?? eight}`)
    return point > LAST_POINT ? written : String.fromCodePoint(point)
  })
