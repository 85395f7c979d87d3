import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { must } from '../../must.ts'
import { folders } from '../folders.ts'
import type { Report } from '../server.ts'

const pom = join(import.meta.dirname, 'pom.xml')
const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath'

const read = (file: string): readonly string[] => (existsSync(file) ? readFileSync(file, 'utf8').split(delimiter) : [])

/** The jars of a version, with APOC's or without; Maven is asked when the answer it gave last time holds no more. */
export const classPath = async (version: string, apoc: boolean, report: Report): Promise<readonly string[]> => {
  const key = createHash('sha256').update(readFileSync(pom)).update(`${version} ${apoc}`).digest('hex').slice(0, 16)
  const file = join(folders.cache, `class-path-${key}`)
  const known = read(file)
  if (known.length > 0 && known.every((jar) => existsSync(jar))) return known
  report(`fetching Neo4j ${version} by Maven: about 115 MB at the first time`)
  mkdirSync(folders.cache, { recursive: true })
  const half = `${file}.${process.pid}`
  const profile = apoc ? ['-Papoc'] : []
  await must([
    'mvn',
    '-B',
    '-q',
    '-f',
    pom,
    ...profile,
    `-Dneo4j.version=${version}`,
    goal,
    `-Dmdep.outputFile=${half}`,
  ])
  renameSync(half, file)
  return read(file)
}
