/** Whether the operating system refused: there is no such folder, it is read-only, the disk is full. */
export const isOfSystem = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && 'syscall' in cause
