import type { Definition } from '../definition.ts'

type Made = readonly (readonly [field: string, value: unknown])[]

/** What is made of the fields of a model besides those that are given. */
interface Recipe {
  readonly defaults: Made
  /** Made on create, and on every write. */
  readonly onCreate: Made
  readonly onWrite: Made
  /** The fields that nobody may give, since they are made. */
  readonly own: readonly string[]
}

/** By the name of the field: a declaration may speak of the property. */
const named = ({ fields }: Definition, values: Readonly<Record<string, unknown>>): Made =>
  Object.entries(values).map(([name, value]) => {
    const field = fields.get(name) ?? Array.from(fields.values()).find(({ property }) => property === name)
    return [field?.name ?? name, value]
  })

const recipeFor = (definition: Definition): Recipe => {
  const { version } = definition
  const generated = named(definition, definition.generated)
  const onWrite = named(definition, definition.updated)
  const own = [...[...generated, ...onWrite].map(([name]) => name), ...definition.supplied]
  return {
    defaults: named(definition, definition.defaults),
    onCreate: version === undefined ? generated : [...generated, [version.name, 1]],
    onWrite,
    own: version === undefined ? own : [...own, version.name],
  }
}

const kept = new WeakMap<Definition, Recipe>()

/** The recipe of a model, made once. */
export const recipeOf = (definition: Definition): Recipe => {
  let found = kept.get(definition)
  if (found === undefined) kept.set(definition, (found = recipeFor(definition)))
  return found
}

const made = (value: unknown): unknown => (typeof value === 'function' ? (value as () => unknown)() : value)

/** Adds what is declared to be made. */
export const fill = (definition: Definition, fields: Record<string, unknown>, operation: 'create' | 'update'): void => {
  const { defaults, onCreate, onWrite } = recipeOf(definition)
  if (operation === 'create') {
    for (const [name, value] of defaults) if (!Object.hasOwn(fields, name)) fields[name] = made(value)
    for (const [name, value] of onCreate) fields[name] = made(value)
  }
  for (const [name, value] of onWrite) fields[name] = made(value)
}
