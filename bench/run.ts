// `pnpm bench` runs every benchmark, `pnpm bench NAME` one; `--json` prints for programs. A line a figure: name, value,
// bound, `ok` or `short`; the exit code is 1 when one is short. Results are written to bench/results.
// `pnpm bench types --pin` holds our own types to what is written down in types/pins.json, and writes no result;
// `--write-pins` writes it down anew.
import { parseArgs } from 'node:util'
import { benchmarks } from './benchmarks.ts'
import { type Figure, isShort, verdict } from './figure.ts'
import { nameOf, readable, readableBound } from './readable.ts'
import { run } from '../tools/run.ts'
import { describe, type Result, writeResult } from './result.ts'
import { pinnedFigures, writePins } from './types/pins.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, pin: { type: 'boolean' }, 'write-pins': { type: 'boolean' } },
})

const print = (benchmark: string, figures: readonly Figure[]): void => {
  console.log(`\n${benchmark}`)
  for (const figure of figures) {
    const value = `${readable(figure.value)} ${figure.unit}`
    console.log(
      `  ${nameOf(figure).padEnd(64)} ${value.padStart(24)}  ${readableBound(figure.bound).padEnd(10)} ${verdict(figure)}`.trimEnd(),
    )
  }
}

const chosen = positionals.length === 0 ? Object.keys(benchmarks) : positionals
const unknown = chosen.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  console.error(`there is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}`)
  process.exit(2)
}

/** All but the types are measured on the packages as they are published. */
const build = async (): Promise<void> => {
  const { code, output } = await run(['tsx', 'tools/build.ts'], { capture: true })
  if (code !== 0) throw new Error(`the packages do not build: ${output}`)
}

const runAll = async (): Promise<Result[]> => {
  if (chosen.some((name) => name !== 'types')) await build()
  const results: Result[] = []
  for (const name of chosen) {
    const result = describe(name, (await benchmarks[name]?.()) ?? [])
    writeResult(result)
    if (values.json !== true) print(name, result.figures)
    results.push(result)
  }
  return results
}

const runPinned = async (): Promise<Result[]> => {
  const result = describe('types', await pinnedFigures())
  if (values.json !== true) print('types, against their pins', result.figures)
  return [result]
}

if (values['write-pins'] === true) await writePins()
else {
  const results = values.pin === true ? await runPinned() : await runAll()
  if (values.json === true) console.log(JSON.stringify(results, undefined, 2))
  const short = results.flatMap(({ figures }) => figures.filter(isShort))
  if (short.length > 0) process.exitCode = 1
}
