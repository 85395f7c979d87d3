import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../figure.ts'
import { nameOf } from '../readable.ts'
import { completionFigures } from './completions.ts'
import { compilers, instantiationsPerQuery } from './instantiations.ts'
import { motif } from './motif.ts'

const file = join(import.meta.dirname, 'pins.json')
const labels = 100
/** How much more than its pin a figure may cost. */
const allowance = 1.1

type Pins = Readonly<Record<string, number>>

const measure = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const compiler of compilers) {
    for (const kind of Object.keys(motif.queries)) {
      const value = await instantiationsPerQuery(compiler, { design: motif, labels, kind, queries: 100 })
      figures.push({ name: `Motif, ${kind}`, of: `${labels} labels, ${compiler.name}`, value, unit: 'instantiations' })
    }
  }
  return [...figures, ...completionFigures(labels, Infinity)]
}

/** Our own figures at 100 labels, each bound to what is written down and a tenth. */
export const pinnedFigures = async (): Promise<Figure[]> => {
  const pins = JSON.parse(readFileSync(file, 'utf8')) as Pins
  return (await measure()).map((figure) => {
    const pin = pins[nameOf(figure)]
    if (pin === undefined) throw new Error(`${nameOf(figure)} has no pin: pnpm bench types --write-pins`)
    return { ...figure, bound: { most: Math.floor(pin * allowance) } }
  })
}

/** Writes down what our own figures are now. */
export const writePins = async (): Promise<void> => {
  const pins = Object.fromEntries((await measure()).map((figure) => [nameOf(figure), Math.round(figure.value)]))
  writeFileSync(file, `${JSON.stringify(pins, undefined, 2)}\n`)
}
