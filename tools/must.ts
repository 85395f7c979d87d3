import { root } from './manifest.ts'
import { type RunOptions, run } from './run.ts'

/** Runs a command quietly and gives back what it said; throws with that when it fails. */
export const must = async (
  command: readonly [string, ...string[]],
  cwd: string = root,
  env: RunOptions['env'] = {},
): Promise<string> => {
  const { code, output } = await run(command, { cwd, env, capture: true })
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}\n${output}`)
  return output
}
