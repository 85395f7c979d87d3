// Draws the answer to a query as a map: plain SVG text, no browser needed. Nothing here knows of a graph.
import { geoAlbersUsa, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type Label, placeLabels } from './labels.ts'

/** An airport on the map. */
export interface Place {
  readonly iata: string
  readonly latitude: number
  readonly longitude: number
  /** Flights out and in: the size of its dot. */
  readonly flights: number
}

/** How many flights away a place is; 0 is where the journey begins, undefined is further than the query went. */
type Distance = 0 | 1 | 2 | undefined

export interface MapOptions {
  /** Outlines of land and states, as vega-datasets ships them. */
  readonly outlines: Outlines
  readonly title: string
  readonly places: readonly Place[]
  readonly home: string
  /** From home to the airports of the first flight, busiest first. */
  readonly first: readonly string[]
  /** From an airport of the first flight to one of the second. */
  readonly second: readonly (readonly [via: string, to: string])[]
}

export type Outlines = Topology<{ readonly states: GeometryCollection; readonly land: GeometryCollection }>

interface Dot {
  readonly iata: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly distance: Distance
  readonly flights: number
}

const width = 1000
const height = 720
const colours = {
  paper: '#fbfaf6',
  land: '#e9e7de',
  ink: '#22303c',
  quiet: '#7d8790',
  first: '#d1495b',
  second: '#2e7da6',
  dust: '#c3c0b4',
}

// The United States with Alaska and Hawaii in the corner. Puerto Rico, Guam and the islands beyond have no place on it.
const projection = geoAlbersUsa()
  .scale(1290)
  .translate([width / 2, 386])

const round = (value: number): number => Math.round(value * 10) / 10
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const counted = (count: number): string => count.toLocaleString('en-US')
/** The area of a dot grows with the traffic. */
const radiusOf = (flights: number): number => Math.max(1.3, round(Math.sqrt(flights) / 65))

const distanceOf = ({ home, first, second }: MapOptions): ((iata: string) => Distance) => {
  const ones = new Set(first)
  const twos = new Set(second.map(([, to]) => to))
  return (iata) => (iata === home ? 0 : ones.has(iata) ? 1 : twos.has(iata) ? 2 : undefined)
}

const dotsOf = (options: MapOptions): readonly Dot[] => {
  const distance = distanceOf(options)
  return options.places.flatMap(({ iata, latitude, longitude, flights }) => {
    const point = projection([longitude, latitude])
    if (point === null) return []
    return [
      { iata, x: round(point[0]), y: round(point[1]), radius: radiusOf(flights), distance: distance(iata), flights },
    ]
  })
}

/** A flight, bent upwards the more the longer it is. */
const arc = (from: Dot, to: Dot): string => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const bend = (dx > 0 ? 1 : -1) * 0.17
  return `M${from.x},${from.y}Q${round(from.x + dx / 2 + dy * bend)},${round(from.y + dy / 2 - dx * bend)} ${to.x},${to.y}`
}

const arcs = (flights: readonly (readonly [string, string])[], dots: ReadonlyMap<string, Dot>): string =>
  flights
    .flatMap(([from, to]) => {
      const ends = [dots.get(from), dots.get(to)] as const
      return ends[0] === undefined || ends[1] === undefined ? [] : [arc(ends[0], ends[1])]
    })
    .join('')

const circles = (dots: readonly Dot[]): string =>
  dots
    .map(({ iata, x, y, radius }) => `<circle cx="${x}" cy="${y}" r="${radius}"><title>${iata}</title></circle>`)
    .join('')

/** Airports without a flight: specks, all in one path, since there are thousands. */
const specks = (dots: readonly Dot[]): string => dots.map(({ x, y }) => `M${x},${y}h0`).join('')

/** Hubs have a name even where the journey does not begin or change. */
const busyEnough = 200_000

const names = (dots: readonly Dot[], labels: ReadonlyMap<string, Label>): string =>
  dots
    .flatMap(({ iata }) => labels.get(iata) ?? [])
    .map(({ x, y, text, anchor }) => `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`)
    .join('')

const heading = (options: MapOptions, off: number): string => {
  const { title, places } = options
  const distance = distanceOf(options)
  const count = (wanted: Distance): string =>
    counted(places.filter(({ iata, flights }) => flights > 0 && distance(iata) === wanted).length)
  return [
    `<text x="36" y="50" font-size="26" font-weight="700">${escaped(title)}</text>`,
    `<text x="36" y="76" font-size="15" fill="${colours.quiet}">`,
    `<tspan fill="${colours.first}" font-weight="600">${count(1)} airports in one flight</tspan>, `,
    `<tspan fill="${colours.second}" font-weight="600">${count(2)} in two</tspan>, ${count(undefined)} further away</text>`,
    `<text x="36" y="${height - 18}" font-size="11" fill="${colours.quiet}">Flights of 2008, U.S. Bureau of Transportation Statistics. `,
    `Specks: airports without scheduled flights. ${off} airports lie off this map.</text>`,
  ].join('')
}

const scale = (): string => {
  const steps = [800_000, 250_000, 20_000].map((flights) => ({ flights, radius: radiusOf(flights) }))
  const floor = height - 48
  return steps
    .map(({ flights, radius }) => {
      const top = round(floor - 2 * radius)
      return `<circle cx="880" cy="${round(floor - radius)}" r="${radius}" fill="none" stroke="${colours.quiet}"/><path d="M880,${top}H906" stroke="${colours.quiet}" stroke-width=".6"/><text x="910" y="${top + 3}" font-size="10" fill="${colours.quiet}">${counted(flights)}</text>`
    })
    .concat(
      `<text x="880" y="${floor + 16}" font-size="10" text-anchor="middle" fill="${colours.quiet}">flights a year</text>`,
    )
    .join('')
}

/** The map as SVG text, the same for the same options. */
export const drawMap = (options: MapOptions): string => {
  const { outlines, home, first, second } = options
  const path = geoPath(projection).digits(1)
  const { land, states } = outlines.objects
  const dots = dotsOf(options)
  const at = new Map(dots.map((dot) => [dot.iata, dot]))
  const busy = dots.filter(({ flights }) => flights > 0)
  const of = (distance: Distance): readonly Dot[] => busy.filter((dot) => dot.distance === distance)
  const named = [home, ...first].flatMap((iata) => at.get(iata) ?? [])
  const hubs = of(2)
    .filter(({ flights }) => flights >= busyEnough)
    .sort((a, b) => b.flights - a.flights)
  const labels = placeLabels([...named, ...hubs], { width, height })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" fill="${colours.ink}">
<title>${escaped(options.title)}</title>
<rect width="${width}" height="${height}" rx="14" fill="${colours.paper}"/>
<path d="${path(feature(outlines, land)) ?? ''}" fill="${colours.land}"/>
<path d="${path(mesh(outlines, states, (a, b) => a !== b)) ?? ''}" fill="none" stroke="${colours.paper}" stroke-width=".9" stroke-linejoin="round"/>
<path d="${specks(dots.filter(({ flights }) => flights === 0))}" stroke="${colours.dust}" stroke-width="1.5" stroke-linecap="round"/>
<path d="${arcs(second, at)}" fill="none" stroke="${colours.second}" stroke-width=".8" stroke-opacity=".38"/>
<path d="${arcs(
    first.map((iata) => [home, iata] as const),
    at,
  )}" fill="none" stroke="${colours.first}" stroke-width="1.9" stroke-opacity=".85"/>
<g stroke="${colours.paper}" stroke-width=".6">
<g fill="#9a978b">${circles(of(undefined))}</g>
<g fill="${colours.second}">${circles(of(2))}</g>
<g fill="${colours.first}">${circles(of(1))}</g>
<g fill="${colours.ink}">${circles(of(0).map((dot) => ({ ...dot, radius: 6 })))}</g>
</g>
<g font-weight="700" stroke="${colours.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">
<g font-size="10" fill="#1c5c7e">${names(hubs, labels)}</g>
<g font-size="12">${names(named, labels)}</g>
</g>
${heading(options, options.places.length - dots.length)}
${scale()}
</svg>
`
}
