import type { Engine } from '../engine.ts'
import { GrafeoEngine, type GrafeoOptions } from './engine.ts'
import { parseGrafeoUrl } from './url.ts'

export type { GrafeoOptions } from './engine.ts'

/**
 * The embedded engine, in memory or in a file. Needs the package `@grafeo-db/js`.
 *
 * @example
 * await using db = connect(grafeo({ path: './air.db', create: true }), { schema })
 */
export const grafeo = (options: GrafeoOptions = {}): Engine => new GrafeoEngine(options)

/** The engine a `grafeo:` URL names. */
export const fromUrl = (url: string): Engine => new GrafeoEngine(parseGrafeoUrl(url))
