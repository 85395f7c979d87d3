import type { Figure } from '../figure.ts'
import { createMany } from './create-many.ts'
import { modelTypes } from './types.ts'

/** What models cost: types, and writing many. */
export const measureModels = async (): Promise<Figure[]> => [...(await modelTypes()), ...(await createMany())]
