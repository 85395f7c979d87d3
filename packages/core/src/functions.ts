/**
 * The functions of Cypher, each by its own name. Three rules: an underscore becomes a capital (`char_length` is
 * `charLength`), a dot stays a dot (`point.distance`, `duration.between`), and the words of the language (CASE, coalesce,
 * lists, conditions) stand in `@motif/core`. What a JavaScript program has a name for already, take under another:
 * `import { toString as text } from '@motif/core/functions'`, or all: `import * as cypher from '@motif/core/functions'`.
 *
 * @module
 */
export { avg, collect, count, distinct, max, min, sum } from './expression/aggregate.ts'
export { coalesce } from './expression/coalesce.ts'
export { percentileCont, percentileDisc, stDev, stDevP } from './expression/functions/aggregate.ts'
export * from './expression/functions/conversion.ts'
export * from './expression/functions/graph.ts'
export * from './expression/functions/list.ts'
export * from './expression/functions/math.ts'
export * from './expression/functions/scalar.ts'
export { point } from './expression/functions/spatial.ts'
export * from './expression/functions/string.ts'
export * from './expression/functions/temporal.ts'
export * from './expression/functions/vector.ts'
