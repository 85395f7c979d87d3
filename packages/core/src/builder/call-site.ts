/** Frames of Motif itself: everything below this package's folder, sources and bundle alike. A bundler may leave no URL. */
const own = ((import.meta as { url?: string }).url ?? 'motif:')
  .replace(/\/(src|dist)\/.*$/, '/$1/')
  .replace(/^file:\/\//, '')
const frame = /\(?((?:file:\/\/)?[^\s()]+:\d+:\d+)\)?$/

/** `file:line:column` of the first frame outside Motif, from the stack of an error made while the caller waits. */
export const callSiteOf = (made: Error): string | undefined => {
  for (const line of made.stack?.split('\n').slice(1) ?? []) {
    const place = frame.exec(line.trim())?.[1]?.replace(/^file:\/\//, '')
    if (place !== undefined && !place.includes(own) && !/\/@motif\/|node:internal/.test(place)) return place
  }
  return undefined
}
