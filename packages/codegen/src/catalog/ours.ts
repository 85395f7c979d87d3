/** Labels that are Motif's own: the history of migrations, and the lock of whoever runs them. */
export const ours: ReadonlySet<string> = new Set(['_MotifMigration', '_MotifLock'])
