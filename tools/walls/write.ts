// Writes the walls as lint rules: `pnpm walls`, after a change of walls.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wallsConfig } from './config.ts'

writeFileSync(join(import.meta.dirname, 'oxlint.json'), wallsConfig)
