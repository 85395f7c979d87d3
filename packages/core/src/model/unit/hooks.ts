import { isPlain, type Plain } from '../read/plain.ts'
import { listed, refusal } from '../refuse.ts'

type Row = Record<string, unknown>
type Maybe<T> = T | undefined | void

/** What is called around the operations of a model, as run time reads it; `types/hooks.ts` says what each is given. */
export interface HookFunctions {
  readonly beforeFind?: (options: Plain) => Maybe<Plain> | Promise<Maybe<Plain>>
  readonly afterFind?: (rows: readonly Row[]) => unknown
  readonly beforeCreate?: (data: Plain) => Maybe<Plain> | Promise<Maybe<Plain>>
  readonly afterCreate?: (row: Row) => unknown
  readonly beforeUpdate?: (changes: Plain) => Maybe<Plain> | Promise<Maybe<Plain>>
  readonly afterUpdate?: (row: Row) => unknown
  readonly beforeDelete?: (found: Plain) => Maybe<Plain> | Promise<Maybe<Plain>>
  readonly afterDelete?: (result: { readonly deleted: number }) => unknown
}

const names = ['Find', 'Create', 'Update', 'Delete'].flatMap((name) => [`before${name}`, `after${name}`])

/** The hooks that were declared; undefined where there are none. Throws USAGE for one that there is not. */
export const hooksIn = (given: unknown, model: string): HookFunctions | undefined => {
  if (given === undefined) return undefined
  if (!isPlain(given)) throw refusal(`${model}: hooks are { ${names.join(', ')} }`)
  for (const [name, hook] of Object.entries(given)) {
    if (!names.includes(name)) throw refusal(`${model}: there is no hook '${name}': ${listed(names)}`)
    if (hook !== undefined && typeof hook !== 'function') throw refusal(`${model}: the hook ${name} is no function`)
  }
  return given
}
