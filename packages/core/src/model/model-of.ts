import type { ModelSource } from './model-context.ts'
import { ModelRun } from './model-run.ts'
import { HookedModel } from './unit/hooked-model.ts'
import { hooksIn } from './unit/hooks.ts'

/** The model of some labels, with the hooks that were declared of them. */
export const modelOf = (source: ModelSource): ModelRun => {
  const model = new ModelRun(source)
  const { name, hooks } = model.context.definition
  const found = hooksIn(hooks, name)
  return found === undefined ? model : new HookedModel(source, found)
}
