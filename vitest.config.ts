import { defineConfig } from 'vitest/config'

// Packages are tested from their sources: no build stands between an edit and its test.
const source = { resolve: { conditions: ['motif-source'] }, ssr: { resolve: { conditions: ['motif-source'] } } }

// The engines that test/engines runs on, as test/engines/engines.ts reads them; a folder of one engine waits for it.
const engines = process.env['MOTIF_ENGINES'] ?? 'grafeo'
const folders = { grafeo: /grafeo/, neo4j: /neo4j/, bolt: /neo4j/, examples: /neo4j/ }
const waiting = Object.entries(folders)
  .filter(([, needed]) => !needed.test(engines))
  .map(([folder]) => `test/engines/${folder}/**`)

// Property tests of a machine that does much else take longer than the five seconds of vitest's own.
const setup = { setupFiles: ['tools/seeded.ts'] }

export default defineConfig({
  test: {
    projects: [
      { ...source, test: { ...setup, name: 'unit', include: ['packages/*/test/**/*.test.ts'], testTimeout: 60_000 } },
      {
        ...source,
        test: { ...setup, name: 'types', include: ['tools/test/types/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        ...source,
        test: {
          name: 'tools',
          include: ['tools/test/{,servers/}*.test.ts', 'bench/test/**/*.test.ts', 'test/tck/test/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        ...source,
        test: {
          ...setup,
          name: 'engines',
          include: ['test/engines/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...waiting],
          globalSetup: ['test/engines/start-servers.ts'],
          testTimeout: engines === 'grafeo' ? 30_000 : 120_000,
          hookTimeout: engines === 'grafeo' ? 10_000 : 60_000,
          // A server has one graph, which one file at a time may fill.
          fileParallelism: engines === 'grafeo',
        },
      },
      { ...source, test: { name: 'examples', include: ['examples/*/test/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
})
