// Writes goldens.ts anew: npx tsx --conditions=motif-source packages/driver/test/bolt/packstream/regenerate-goldens.ts
// Look at what changed, and check it against another packer, before committing it.
import { writeFileSync } from 'node:fs'
import { cases } from './cases.ts'
import { packed } from './support.ts'

const entries = Object.entries(cases).map(([name, { value, features }]) => {
  const bytes = packed(value, features).toString('hex')
  return `  ${JSON.stringify(name)}: ${JSON.stringify(bytes)},`
})

writeFileSync(
  new URL('goldens.ts', import.meta.url),
  `/**
 * The bytes of \`cases.ts\`, by \`regenerate-goldens.ts\`. On 2026-11-22 they were compared with what the packer of the
 * official JavaScript driver (neo4j-driver 6.3.0) makes of the same values, and were the same.
 */
export const goldens: Readonly<Record<string, string>> = {
${entries.join('\n')}
}
`,
)
