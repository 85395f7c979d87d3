// Finds a place beside each dot where its name covers neither another name nor another dot.

interface Dot {
  readonly iata: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

export interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

// What a capital of this font takes, near enough.
const [letter, line] = [9, 12]

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const boxOfDot = ({ x, y, radius }: Dot): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
})

const boxOfLabel = ({ text, x, y, anchor }: Label): Box => {
  const wide = text.length * letter
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
  return { left, right: left + wide, top: y - line + 2, bottom: y + 2 }
}

/** Right of the dot, left, above, below. */
const candidates = ({ iata: text, x, y, radius }: Dot): readonly Label[] => {
  const gap = Math.max(radius, 4) + 4
  const rounded = (value: number): number => Math.round(value * 10) / 10
  return [
    { text, x: rounded(x + gap), y: rounded(y + 4), anchor: 'start' },
    { text, x: rounded(x - gap), y: rounded(y + 4), anchor: 'end' },
    { text, x, y: rounded(y - gap), anchor: 'middle' },
    { text, x, y: rounded(y + gap + line - 3), anchor: 'middle' },
  ]
}

/** A label for each dot on the first of its four sides that is free, most important dots first; none where none is. */
export const placeLabels = (
  dots: readonly Dot[],
  page: { readonly width: number; readonly height: number },
): ReadonlyMap<string, Label> => {
  const taken: Box[] = dots.map(boxOfDot)
  const free = (box: Box): boolean =>
    box.left > 0 &&
    box.right < page.width &&
    box.top > 0 &&
    box.bottom < page.height &&
    !taken.some((other) => overlaps(box, other))
  const placed = new Map<string, Label>()
  for (const dot of dots) {
    const label = candidates(dot).find((choice) => free(boxOfLabel(choice)))
    if (label === undefined) continue
    taken.push(boxOfLabel(label))
    placed.set(dot.iata, label)
  }
  return placed
}
