import type { Engine } from '../engine.ts'

/** Says of an engine that cannot be interrupted what its query does meanwhile. */
export const goesOn = (engine: Engine): string =>
  engine.capabilities.cancel ? '' : `${engine.name} cannot stop a running query, so it works on in the background; `
