import { cypher, label } from '@motif/core'

/** A name of any kind as it stands in Cypher: in back-ticks unless it is a plain word. */
export const quoted = (name: string): string => cypher`${label(name)}`.text
