import { defineConfig } from 'vitest/config'

// Packages are tested from their sources: no build stands between an edit and its test.
const source = { resolve: { conditions: ['motif-source'] }, ssr: { resolve: { conditions: ['motif-source'] } } }

export default defineConfig({
  test: {
    projects: [
      { ...source, test: { name: 'unit', include: ['packages/*/test/**/*.test.ts'] } },
      { ...source, test: { name: 'types', include: ['tools/test/types/**/*.test.ts'], testTimeout: 120_000 } },
      {
        ...source,
        test: {
          name: 'tools',
          include: ['tools/test/{,servers/}*.test.ts', 'bench/test/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      { ...source, test: { name: 'engines', include: ['test/engines/**/*.test.ts'], testTimeout: 30_000 } },
      { ...source, test: { name: 'examples', include: ['examples/*/test/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
})
