import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { GraphError } from '@motif/core'
import type { NativeDatabase, NativeLibrary } from './native.ts'

/** How a file is opened. */
export interface FileOptions {
  readonly create: boolean
  readonly readOnly: boolean
}

interface OpenFile {
  readonly database: NativeDatabase
  readonly readOnly: boolean
  users: number
}

/** The engine locks a file even against its own process, so those who open it share one; copies of Motif too. */
const shared: { [key: symbol]: Map<string, OpenFile> | undefined } = globalThis as never
const key = Symbol.for('motif.grafeo.files')
const files: Map<string, OpenFile> = (shared[key] ??= new Map())

/** Opens a file, or joins those in this process who have it open. The file is closed when the last has left. */
export const openFile = (library: NativeLibrary, path: string, options: FileOptions): NativeDatabase => {
  const full = fullPath(path)
  const open = files.get(full)
  if (open !== undefined) {
    if (open.readOnly && !options.readOnly) throw unable(path, 'is open read-only in this process')
    open.users++
    return open.database
  }
  const database = openNew(library, full, { path, ...options })
  files.set(full, { database, readOnly: options.readOnly, users: 1 })
  return database
}

/** Leaves a file; the last one to leave closes it. */
export const closeFile = (path: string): void => {
  const full = fullPath(path)
  const open = files.get(full)
  if (open === undefined || --open.users > 0) return
  files.delete(full)
  open.database.close()
}

const openNew = (
  { GrafeoDB }: NativeLibrary,
  full: string,
  { path, create, readOnly }: FileOptions & { path: string },
): NativeDatabase => {
  // The engine would make a new graph of a mistyped path. A log without its file is a graph whose first close was cut short.
  const missing = !existsSync(full) && !existsSync(`${full}.wal`)
  if (missing && (!create || readOnly)) {
    throw unable(path, 'does not exist; to make a new graph say create: true, or ?create=true in the URL', 'caller')
  }
  try {
    return readOnly ? GrafeoDB.openReadOnly(full) : missing ? GrafeoDB.create(full) : GrafeoDB.open(full)
  } catch (cause) {
    throw unable(path, reason(cause), 'surroundings', cause)
  }
}

const reason = (cause: unknown): string => {
  const text = cause instanceof Error ? cause.message : String(cause)
  if (/cannot be locked|is locked/.test(text)) {
    return 'is open in another process: the embedded engine lets one process at a time use a file'
  }
  if (/magic|not a database file/.test(text)) return 'is not a Grafeo database'
  if (/damaged/.test(text)) return 'is damaged'
  return 'cannot be opened'
}

const unable = (path: string, why: string, fault: 'caller' | 'surroundings' = 'caller', cause?: unknown): GraphError =>
  new GraphError('CONNECTION', `the graph ${path} ${why}`, { fault, outcome: 'not sent', engine: 'grafeo', cause })

/** The same for every way to write a path: the folder with its links followed, then the name. */
const fullPath = (path: string): string => {
  const absolute = resolve(path)
  if (existsSync(absolute)) return realpathSync(absolute)
  const folder = dirname(absolute)
  return existsSync(folder) ? join(realpathSync(folder), basename(absolute)) : absolute
}
