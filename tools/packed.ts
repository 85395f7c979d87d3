// What a user gets: the three packages packed, looked into, installed in an empty project by npm, checked there by every
// compiler we promise, and run on every Node we promise, by import and by require.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runInBrowser } from './packed/browser.ts'
import { checkBrowserTypes, checkNodeTypes, createConsumer, type Resolution } from './packed/consumer.ts'
import { checkContents } from './packed/contents.ts'
import { fetchRuntimes } from './packed/nodes.ts'
import { must } from './must.ts'
import { packAll } from './packed/pack.ts'
import { prepare, runSteps, type Step } from './steps.ts'
import { allCompilers, newestCompiler } from './types/compilers.ts'

const { tarballs, consumer, runtimes } = await prepare('packed', async () => {
  const packed = await packAll()
  const installed = await createConsumer(packed, { '@grafeo-db/js': '0.6.0', '@types/node': '20.19.25' })
  // TypeScript writes what Node runs, as a user's own build would.
  await must([process.execPath, newestCompiler.script, '-p', 'tsconfig.emit.json'], installed.folder)
  return { tarballs: packed, consumer: installed, runtimes: await fetchRuntimes() }
})

const node =
  (file: string, script: string): (() => Promise<void>) =>
  async () => {
    const said = await must([file, join(consumer.folder, script)], consumer.folder)
    if (!said.endsWith('ok\n')) throw new Error(said)
  }

const help = async (file: string): Promise<void> => {
  const said = await must([file, 'node_modules/@motif/codegen/dist/cli/main.js', '--help'], consumer.folder)
  for (const command of ['init', 'generate', 'check']) {
    if (!said.includes(command)) throw new Error(`motif --help does not name ${command}:\n${said}`)
  }
}

const looks = tarballs.flatMap((tarball): Step[] => [
  { name: `${tarball.name}: contents`, check: () => checkContents(tarball) },
  { name: `${tarball.name}: publint`, check: async () => void (await must(['publint', '--strict', tarball.file])) },
  {
    name: `${tarball.name}: attw`,
    check: async () => void (await must(['attw', '--profile', 'esm-only', tarball.file])),
  },
])
const resolutions: readonly Resolution[] = ['nodenext', 'bundler']
const types = allCompilers.flatMap((compiler): Step[] => [
  ...resolutions.map((resolution) => ({
    name: `TypeScript ${compiler.name}, ${resolution}`,
    check: () => checkNodeTypes(consumer, compiler, resolution),
  })),
  { name: `TypeScript ${compiler.name}, browser`, check: () => checkBrowserTypes(consumer, compiler) },
])
const runs = runtimes.flatMap(({ name, file }): Step[] => [
  { name: `Node ${name}, import`, check: node(file, 'out/node.js') },
  { name: `Node ${name}, require`, check: node(file, 'require.cjs') },
  { name: `Node ${name}, motif --help`, check: () => help(file) },
])
const alone: Step = {
  name: 'without an engine',
  check: async () => {
    rmSync(join(consumer.folder, 'node_modules/@grafeo-db'), { recursive: true })
    await node(process.execPath, 'without-engine.js')()
  },
}

await runSteps('packed', [...looks, ...types, ...runs, { name: 'browser', check: () => runInBrowser(consumer) }, alone])
rmSync(consumer.folder, { recursive: true })
