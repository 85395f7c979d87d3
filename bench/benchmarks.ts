import type { Figure } from './figure.ts'
import { measureBolt } from './bolt/measure.ts'
import { measureCompile } from './compile/measure.ts'
import { measureGenerate } from './generate/measure.ts'
import { measureGrafeo } from './grafeo/measure.ts'
import { measureLanguage } from './language/measure.ts'
import { measureModels } from './models/measure.ts'
import { measureSize } from './size/measure.ts'
import { measureTransfer } from './transfer/measure.ts'
import { measureTypes } from './types/measure.ts'

/** Every benchmark by its name. */
export const benchmarks: Readonly<Record<string, () => Promise<Figure[]>>> = {
  types: measureTypes,
  language: measureLanguage,
  compile: measureCompile,
  grafeo: measureGrafeo,
  bolt: measureBolt,
  generate: measureGenerate,
  transfer: measureTransfer,
  models: measureModels,
  size: measureSize,
}
