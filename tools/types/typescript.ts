import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type * as TypeScript from 'typescript-5.9'

/**
 * The compiler as a library: 5.9, the oldest that users may have; 7 offers no such interface. Loaded as CommonJS, since
 * an import would make vitest look through nine megabytes of source.
 */
export const ts: typeof TypeScript = createRequire(import.meta.url)('typescript-5.9') as typeof TypeScript

/** The compiler options a `tsconfig.json` stands for. */
export const readOptions = (project: string): TypeScript.CompilerOptions => {
  const { config } = ts.readConfigFile(project, (path) => readFileSync(path, 'utf8'))
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(project), undefined, project).options
}
