/** Labels that are Motif's own: the history of migrations, the lock of whoever runs them, the marker of a load under way. */
export const ours: ReadonlySet<string> = new Set(['_MotifMigration', '_MotifLock', '_MotifLoad'])
