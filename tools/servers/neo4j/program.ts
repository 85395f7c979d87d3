import { basename, delimiter } from 'node:path'
import type { Report } from '../server.ts'
import { classPath } from './class-path.ts'
import { type ReleaseName, releases } from './release.ts'

/** A Neo4j on the disk, ready to be run. */
export interface Program {
  /** For people: `Neo4j 5.26.30`. */
  readonly name: string
  readonly java: string
  readonly main: string
  /** The class path, as Java takes it. */
  readonly path: string
  /** The jars of its plugins. */
  readonly plugins: readonly string[]
}

/** Fetches what a version needs at its first use. */
export const fetchProgram = async (version: ReleaseName, apoc: boolean, report: Report): Promise<Program> => {
  if (apoc && version !== '5.26') throw new Error(`APOC is at hand for Neo4j 5.26, not for ${version}`)
  const release = releases[version]
  const own = await classPath(release.version, false, report)
  const all = apoc ? await classPath(release.version, true, report) : own
  const known = new Set(own.map((jar) => basename(jar)))
  return {
    name: `Neo4j ${release.version}`,
    java: await release.java(report),
    main: release.main,
    path: [...(await release.extra()), ...all].join(delimiter),
    plugins: all.filter((jar) => !known.has(basename(jar))),
  }
}
