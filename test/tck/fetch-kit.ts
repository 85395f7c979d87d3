import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../tools/manifest.ts'
import { must } from '../../tools/must.ts'

const pom = join(import.meta.dirname, 'pom.xml')
const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack-dependencies'

/** The version that the pom names. */
export const kitVersion: string =
  /<artifactId>tck<\/artifactId>\s*<version>([^<]+)/.exec(readFileSync(pom, 'utf8'))?.[1] ?? ''

/** The folder that holds the kit: Maven fetches it at the first use, into a folder that git ignores. */
export const fetchKit = async (): Promise<string> => {
  const folder = join(root, '.tmp/tck', kitVersion)
  if (existsSync(folder)) return folder
  const half = `${folder}.${process.pid}`
  mkdirSync(half, { recursive: true })
  const out = [`-DoutputDirectory=${half}`, `-DmarkersDirectory=${join(half, 'markers')}`]
  await must(['mvn', '-B', '-q', '-f', pom, goal, ...out, '-Dmdep.unpack.excludes=META-INF/**'])
  if (existsSync(folder)) rmSync(half, { recursive: true })
  else renameSync(half, folder)
  return folder
}
