import { aggregating } from './aggregating.ts'
import { composing } from './composing.ts'
import { deleting } from './deleting.ts'
import { dialects } from './dialects.ts'
import type { Examples } from './example.ts'
import { expressions } from './expressions.ts'
import { filtering } from './filtering.ts'
import { functions } from './functions.ts'
import { merging } from './merging.ts'
import { modelsReading } from './models-reading.ts'
import { modelsTogether } from './models-together.ts'
import { modelsWriting } from './models-writing.ts'
import { ordering } from './ordering.ts'
import { parameters } from './parameters.ts'
import { paths } from './paths.ts'
import { patterns } from './patterns.ts'
import type { People } from './people.ts'
import { plugins } from './plugins.ts'
import { procedures } from './procedures.ts'
import { projecting } from './projecting.ts'
import { reading } from './reading.ts'
import { safety } from './safety.ts'
import { steps } from './steps.ts'
import { subqueries } from './subqueries.ts'
import { unions } from './unions.ts'
import { writing } from './writing.ts'

/** The pages of docs/guide, each with the queries it shows. */
export const pages: Readonly<Record<string, (db: People) => Examples>> = {
  aggregating,
  composing,
  deleting,
  dialects,
  expressions,
  filtering,
  functions,
  merging,
  'models-reading': modelsReading,
  'models-together': modelsTogether,
  'models-writing': modelsWriting,
  ordering,
  parameters,
  paths,
  patterns,
  plugins,
  procedures,
  projecting,
  reading,
  safety,
  steps,
  subqueries,
  unions,
  writing,
}
