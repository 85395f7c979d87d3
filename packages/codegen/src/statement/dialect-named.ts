import { type Dialect, neo4j } from '@motif/core'
import * as others from '@motif/core/dialects'
import { grafeo } from '@motif/core/grafeo'

const known: readonly Dialect[] = [neo4j, grafeo, ...Object.values(others)]

/** A dialect of Motif's by its name, as a cache keeps it. */
export const dialectNamed = (name: string): Dialect | undefined => known.find((each) => each.name === name)
