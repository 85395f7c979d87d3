import { definitionOf } from './definition.ts'
import type { ModelSource } from './model-context.ts'
import { ModelRun } from './model-run.ts'
import { HookedModel } from './unit/hooked-model.ts'
import { hooksIn } from './unit/hooks.ts'

/** The model of some labels, with the hooks that were declared of them. */
export const modelOf = (source: ModelSource): ModelRun => {
  const { name, hooks } = definitionOf(source.given.schema, source.declarations, source.labels)
  const found = hooksIn(hooks, name)
  return found === undefined ? new ModelRun(source) : new HookedModel(source, found)
}
