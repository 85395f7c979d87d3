/** The folder in which this package and core lie side by side, in the repository and where they are installed. */
const house = import.meta.url.replace(/[^/]+\/(?:src|dist)\/.*$/, '').replace(/^file:\/\//, '')
const own = /^(?:core|driver)\/(?:src|dist)\//
const frame = /\(?((?:file:\/\/)?[^\s()]+:\d+:\d+)\)?$/

/** Enough for what lies between a caller and here. */
const depth = 30

/** `file:line:column` of the first caller outside Motif. Costs some microseconds: asked for only where it is told. */
export const callSite = (): string | undefined => {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = depth
  const { stack = '' } = new Error()
  Error.stackTraceLimit = limit
  for (const line of stack.split('\n').slice(1)) {
    const place = frame.exec(line.trim())?.[1]?.replace(/^file:\/\//, '')
    if (place !== undefined && !isOwn(place)) return place
  }
  return undefined
}

const isOwn = (place: string): boolean =>
  /\/@motif\/|node:internal/.test(place) || (place.startsWith(house) && own.test(place.slice(house.length)))
