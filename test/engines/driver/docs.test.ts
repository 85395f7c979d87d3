import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

/** The fenced blocks of a page that are of this language, one after the other. */
const blocks = (page: string, language: string): string =>
  [...page.matchAll(/^```(\w*)\n([^]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , text]) => text)
    .join('')

test.each(['transactions', 'observability'])(
  'the program in docs/%s.md runs, and prints what stands there',
  async (name) => {
    const page = readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8')
    // Beside the tests, where the packages are found.
    const folder = mkdtempSync(join(import.meta.dirname, '.docs-'))
    try {
      const file = join(folder, `${name}.ts`)
      writeFileSync(file, blocks(page, 'ts'))
      const { stdout } = await run(process.execPath, ['--conditions=motif-source', '--import=tsx', file], {
        cwd: folder,
      })
      expect(stdout).toBe(blocks(page, ''))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
