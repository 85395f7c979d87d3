import { listed, refusal } from './refuse.ts'

/** What can be declared of a label, as run time reads it. */
export interface Declaration {
  readonly key: readonly string[] | undefined
  readonly version: string | undefined
  /** Property by field. */
  readonly fields: Readonly<Record<string, string>>
  readonly relations: Readonly<Record<string, string | { readonly type: string; readonly one?: boolean }>>
  readonly defaults: Readonly<Record<string, unknown>>
  readonly generated: Readonly<Record<string, unknown>>
  readonly updated: Readonly<Record<string, unknown>>
  /** Filled in by a plugin. */
  readonly supplied: readonly string[]
  readonly validate: unknown
  readonly hooks: unknown
}

/** By label, as they are given to `models()`: what each is, the types hold. */
export type Declarations = Readonly<Record<string, unknown>>

/** Where nothing is declared, the same object each time, so that what was made of it is found again. */
export const noDeclarations: Declarations = Object.freeze({})

type Given = Partial<Omit<Declaration, 'key'>> & { readonly key?: string | readonly string[] }

const words = [
  'key',
  'version',
  'fields',
  'relations',
  'defaults',
  'generated',
  'updated',
  'supplied',
  'validate',
  'hooks',
]

const given = (declarations: Declarations, label: string): Given => {
  const found = Object.hasOwn(declarations, label) ? declarations[label] : undefined
  if (found === undefined) return {}
  if (typeof found !== 'object' || found === null) throw refusal(`the declaration of ${label} is no object`)
  const strange = Object.keys(found).find((word) => !words.includes(word))
  if (strange !== undefined)
    throw refusal(`the declaration of ${label} says '${strange}', which is none of ${listed(words)}`)
  return found
}

type Maps = 'fields' | 'relations' | 'defaults' | 'generated' | 'updated'

/** What was declared of some labels, for the nodes that carry all of them: of two that say the same, the first counts. */
export const declarationOf = (declarations: Declarations, labels: readonly string[]): Declaration => {
  const all = labels.map((label) => given(declarations, label))
  const first = <K extends keyof Given>(word: K): Given[K] | undefined =>
    all.find((each) => each[word] !== undefined)?.[word]
  const joined = <K extends Maps>(word: K): Declaration[K] =>
    Object.assign({}, ...all.map((each) => each[word]).reverse())
  const key = first('key')
  return {
    key: typeof key === 'string' ? [key] : key,
    version: first('version'),
    fields: joined('fields'),
    relations: joined('relations'),
    defaults: joined('defaults'),
    generated: joined('generated'),
    updated: joined('updated'),
    supplied: all.flatMap(({ supplied = [] }) => supplied),
    validate: first('validate'),
    hooks: first('hooks'),
  }
}
