import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chosenCompilers } from '../../types/compilers.ts'
import { compareCompletions } from '../../types/completions.ts'
import { diagnose } from '../../types/diagnose.ts'
import { compareMessages } from '../../types/messages.ts'

const packages = join(import.meta.dirname, '../../../packages')
const folderOf = (name: string): string => join(packages, name, 'test-types')
const tested = readdirSync(packages).filter((name) => existsSync(join(folderOf(name), 'tsconfig.json')))
const sources = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name))
    : []

describe.each(tested)('%s', (name) => {
  const folder = folderOf(name)
  const messages = sources(join(folder, 'messages'))
  const completions = sources(join(folder, 'completions'))

  it.each(chosenCompilers)('is accepted by TypeScript $name', async (compiler) => {
    expect(await diagnose(compiler, join(folder, 'tsconfig.json'))).toEqual([])
  })

  if (messages.length > 0) {
    it.each(chosenCompilers)('is refused in our words by TypeScript $name', async (compiler) => {
      const diagnostics = await diagnose(compiler, join(folder, 'messages/tsconfig.json'))
      expect(compareMessages(messages, diagnostics)).toEqual([])
    })
  }

  if (completions.length > 0) {
    it('completes as an editor shows it', () => {
      expect(compareCompletions(join(folder, 'tsconfig.json'), completions)).toEqual([])
    })
  }
})
