/** Where the sources of the driver, or its bundle, lie. */
const own = import.meta.url.replace(/\/(src|dist)\/.*$/, '/$1/').replace(/^file:\/\//, '')
const frame = /\(?((?:file:\/\/)?[^\s()]+:\d+:\d+)\)?$/

/** `file:line:column` of the first caller outside Motif, as far as the stack that is kept reaches. */
export const callSite = (): string | undefined => {
  for (const line of new Error().stack?.split('\n').slice(1) ?? []) {
    const place = frame.exec(line.trim())?.[1]?.replace(/^file:\/\//, '')
    if (place !== undefined && !place.includes(own) && !/\/@motif\/|node:internal/.test(place)) return place
  }
  return undefined
}
