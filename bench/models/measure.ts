import type { Figure } from '../figure.ts'
import { measureRunning } from './running.ts'
import { modelTypes } from './types.ts'

/** What models cost: types, and on a real server. */
export const measureModels = async (): Promise<Figure[]> => [...(await modelTypes()), ...(await measureRunning())]
