import { defineConfig } from '@motif/codegen'

// Read by `motif generate` and `motif check`. Paths are taken from where this file is.
export default defineConfig({
  url: 'grafeo:.tmp/social.db',
  output: 'src/graph.schema.ts',
  zod: 'src/graph.zod.ts',
  snapshot: 'src/graph.snapshot.json',
})
