import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { parseSnapshot } from '../../src/catalog/snapshot.ts'
import { commands } from '../../src/cli/commands.ts'
import { diagram } from '../../src/diagram/diagram.ts'
import { terminalOf } from './motif.ts'

const root = join(import.meta.dirname, '../../../..')
const page = readFileSync(join(root, 'docs/command.md'), 'utf8')

const program = new Command()
for (const add of commands) add(program, terminalOf(root), () => {})

/** What the page says of a command. */
const section = (name: string): string => page.split(/^## /m).find((each) => each.startsWith(`${name}\n`)) ?? ''

describe('docs/command.md', () => {
  it('names every command', () => {
    const [table = ''] = page.split('## What all')
    for (const each of program.commands) expect(table).toContain(`${each.name()}\``)
  })

  it.each(['init', 'generate', 'check', 'diagram'])('tells every option of %s', (name) => {
    const command = program.commands.find((each) => each.name() === name)
    expect(command).toBeDefined()
    for (const { long } of command?.options ?? [])
      expect(`${section(name)}${section('What all of them share')}`).toContain(`\`${long}`)
  })

  it('shows the diagram that the command draws', async () => {
    const path = join(root, 'examples/airports/src/graph.snapshot.json')
    const catalog = parseSnapshot(readFileSync(path, 'utf8'), path)
    await expect(diagram(catalog, { format: 'svg', title: 'airports' })).toMatchFileSnapshot(
      join(root, 'docs/airports.svg'),
    )
  })
})
