/** The property that loaded nodes carry until all is there: their number in the dump. */
export const markKey = '_motifLoad'

/** The label of the one node that says how far a load has come. */
export const markerLabel = '_MotifLoad'
