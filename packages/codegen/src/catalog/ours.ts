/** Labels that are Motif's own: the history of migrations, the lock of whoever runs them, the marker of a load under way, the sequences that ids are allocated from. */
export const ours: ReadonlySet<string> = new Set(['_MotifMigration', '_MotifLock', '_MotifLoad', '_MotifSequence'])
