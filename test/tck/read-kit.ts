import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { readScenario } from './read-scenario.ts'
import type { Scenario } from './scenario.ts'

const read = (kit: string, name: string): Scenario[] => {
  let ids = 0
  const next = (): string => String(++ids)
  const text = readFileSync(join(kit, 'features', name), 'utf8')
  const document = new Parser(new AstBuilder(next), new GherkinClassicTokenMatcher()).parse(text)
  const pickles = compile(document, name, next)
  const seen = new Map<string, number>()
  return pickles.map((pickle) => {
    const example = (seen.get(pickle.name) ?? 0) + 1
    seen.set(pickle.name, example)
    const several = pickles.filter((other) => other.name === pickle.name).length > 1
    const id = `${dirname(name)}/${basename(name, '.feature')} ${pickle.name}${several ? ` #${example}` : ''}`
    return readScenario(pickle, { area: dirname(name), id, kit })
  })
}

/** Every scenario of the kit in a folder. */
export const readKit = (kit: string): Scenario[] =>
  readdirSync(join(kit, 'features'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.feature'))
    .toSorted()
    .flatMap((name) => read(kit, name))
