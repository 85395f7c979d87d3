import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { ts } from 'ts-morph'

const printer = ts.createPrinter({ removeComments: true })

/** What a schema's file says, whatever it remarks: the same for two that differ in comments and layout alone. */
export const fingerprint = (path: string): string => {
  if (!existsSync(path)) return 'none'
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
  const text = printer.printFile(file).replaceAll(/\s+/gu, ' ')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
