import type { Figure } from '../figure.ts'
import { modelTypes } from './types.ts'

/** What models cost. */
export const measureModels = async (): Promise<Figure[]> => modelTypes()
