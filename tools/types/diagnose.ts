import { spawn } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import type { Compiler } from './compilers.ts'

/** One complaint of a compiler, its message in full. */
export interface Diagnostic {
  /** Absolute path; empty for a complaint about no file. */
  readonly file: string
  /** From 1; 0 for a complaint about no file. */
  readonly line: number
  readonly text: string
}

const located = /^(?<file>\S.*)\((?<line>\d+),\d+\): error (?<text>TS\d+: .*)$/
const global = /^error (?<text>TS\d+: .*)$/

/** Reads what `tsc --pretty false` prints; indented lines go on with the message before them. */
export const parseDiagnostics = (output: string, folder: string): Diagnostic[] => {
  const found: { file: string; line: number; text: string }[] = []
  for (const row of output.split('\n')) {
    const match = located.exec(row) ?? global.exec(row)
    const last = found.at(-1)
    if (match?.groups !== undefined) {
      const { file, line, text = '' } = match.groups
      found.push({ file: file === undefined ? '' : resolve(folder, file), line: Number(line ?? 0), text })
    } else if (row.startsWith(' ') && last !== undefined) last.text += `\n${row}`
  }
  return found
}

/** Compiles a project without writing anything and gives back every complaint; throws when the compiler itself fails. */
export const diagnose = async (compiler: Compiler, project: string): Promise<Diagnostic[]> => {
  const folder = dirname(project)
  const { output, code } = await run(compiler, project, folder)
  const found = parseDiagnostics(output, folder)
  if (code !== 0 && found.length === 0) throw new Error(`TypeScript ${compiler.name} ended with ${code}: ${output}`)
  return found
}

const run = (compiler: Compiler, project: string, cwd: string): Promise<{ output: string; code: number | null }> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [compiler.script, '-p', project, '--noEmit', '--pretty', 'false'], { cwd })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => {
        output += part
      })
    }
    child.on('error', fail)
    child.on('close', (code) => done({ output, code }))
  })
