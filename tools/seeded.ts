import fc from 'fast-check'

/**
 * A check has to say the same of the same commit: CI sets MOTIF_SEED, which the property tests start from. Without it
 * they look somewhere new in every run.
 */
const seed = process.env['MOTIF_SEED']
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
