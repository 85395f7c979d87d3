import { defineConfig } from 'vitest/config'

const source = { resolve: { conditions: ['motif-source'] }, ssr: { resolve: { conditions: ['motif-source'] } } }

export default defineConfig({
  test: {
    projects: [
      { ...source, test: { name: 'unit', include: ['packages/*/test/**/*.test.ts'] } },
      { ...source, test: { name: 'engines', include: ['test/engines/**/*.test.ts'], testTimeout: 30_000 } },
    ],
  },
})
