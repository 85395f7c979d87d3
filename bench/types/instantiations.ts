import { dirname } from 'node:path'
import { run } from '../../tools/run.ts'
import { allCompilers, type Compiler } from '../../tools/types/compilers.ts'
import { parseDiagnostics } from '../../tools/types/diagnose.ts'
import { folderOf, generate, type Program } from './project.ts'

/** The compilers measured: the oldest we promise and the one we build with. */
export const compilers: readonly Compiler[] = allCompilers.filter(({ name }) => name !== '6.0')

const compile = async (compiler: Compiler, program: Program): Promise<number> => {
  const { config, file } = generate(program)
  // TypeScript 7 checks with several checkers, each of which counts what all of them share.
  const alone = compiler.name === '7.0' ? ['--singleThreaded'] : []
  const command = [
    process.execPath,
    compiler.script,
    '-p',
    config,
    '--extendedDiagnostics',
    '--pretty',
    'false',
    ...alone,
  ]
  const { output } = await run(command as [string, ...string[]], { capture: true })
  const faults = parseDiagnostics(output, dirname(config)).filter((each) => each.file === file)
  const found = /^Instantiations:\s+(?<count>\d+)/m.exec(output)?.groups?.['count']
  if (faults.length > 0 || found === undefined) {
    throw new Error(`TypeScript ${compiler.name} refuses ${file}: ${faults[0]?.text ?? output}`)
  }
  return Number(found)
}

const nones = new Map<string, number>()
const compileNone = async (compiler: Compiler, program: Program): Promise<number> => {
  const key = `${compiler.name} ${program.design.name} ${program.labels}`
  const known = nones.get(key) ?? (await compile(compiler, program))
  nones.set(key, known)
  return known
}

/** Instantiations a query costs: those of a program of many, less those of a program of none, for each query. */
export const instantiationsPerQuery = async (
  compiler: Compiler,
  program: Program & { kind: string },
): Promise<number> => {
  const { design, labels, queries } = program
  await design.prepare?.(folderOf(program), labels)
  const none = await compileNone(compiler, { design, labels, queries: 0 })
  return ((await compile(compiler, program)) - none) / queries
}
