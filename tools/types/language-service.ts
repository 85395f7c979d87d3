import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type * as TypeScript from 'typescript-5.9'
import { readOptions, ts } from './typescript.ts'

/** What an editor shows at one place, and what it cost the checker to find out. */
export interface Completion {
  readonly entries: readonly string[]
  readonly instantiations: number
}

/** An editor's view of a project: files may be given a text of their own before they are asked about. */
export interface LanguageService {
  /** Replaces a file's text, as typing would. */
  write(file: string, text: string): void
  /** The entries offered at an offset of the file's text; each call starts with a fresh checker, as a keystroke does. */
  completionsAt(file: string, offset: number): Completion
}

/** A language service of TypeScript 5.9 over the project that a `tsconfig.json` describes. */
export const createLanguageService = (project: string): LanguageService => {
  const options = readOptions(project)
  const texts = new Map<string, { text: string; version: number }>()
  const service = ts.createLanguageService(createHost(options, texts, dirname(project)))
  const write = (file: string, text: string): void => {
    texts.set(file, { text, version: (texts.get(file)?.version ?? 0) + 1 })
  }
  return {
    write,
    completionsAt(file, offset): Completion {
      write(file, texts.get(file)?.text ?? readFileSync(file, 'utf8')) // a new version gives a new checker
      const program = service.getProgram() as TypeScript.Program & { getInstantiationCount(): number } // internal to TypeScript
      const before = program.getInstantiationCount()
      const found = service.getCompletionsAtPosition(file, offset, {})?.entries ?? []
      return { entries: found.map(({ name }) => name), instantiations: program.getInstantiationCount() - before }
    },
  }
}

const createHost = (
  options: TypeScript.CompilerOptions,
  texts: ReadonlyMap<string, { text: string; version: number }>,
  folder: string,
): TypeScript.LanguageServiceHost => ({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [...texts.keys()],
  getScriptVersion: (file) => String(texts.get(file)?.version ?? 0),
  getScriptSnapshot: (file) => {
    const text = texts.get(file)?.text ?? ts.sys.readFile(file)
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
  },
  getCurrentDirectory: () => folder,
  getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
  fileExists: (file) => ts.sys.fileExists(file),
  readFile: (file, encoding) => ts.sys.readFile(file, encoding),
  directoryExists: (path) => ts.sys.directoryExists(path),
  getDirectories: (path) => ts.sys.getDirectories(path),
  realpath: (path) => ts.sys.realpath?.(path) ?? path,
})
