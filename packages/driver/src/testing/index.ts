export { type FreshGraphOptions, freshGraph } from './fresh-graph.ts'
