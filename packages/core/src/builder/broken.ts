/**
 * What a faulty query gives: it takes anything, so that one mistake is one message, at the text that is wrong. Nothing
 * of it can be reached in a program that compiles, which is why its rows may be `any`.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- see above
type Anything = string | number | boolean | object | null | undefined | ((a: any, b: any) => any)
// oxlint-disable-next-line typescript/no-explicit-any -- see above
type AnyRow = any

declare const broken: unique symbol

type Step = (...args: Anything[]) => Broken

/** What tells a faulty query from others without a look at all that it takes. */
export interface IsBroken {
  readonly [broken]: true
}

export interface Broken extends IsBroken {
  readonly match: Step
  readonly optionalMatch: Step
  readonly where: Step
  readonly with: Step
  readonly return: Step
  readonly orderBy: Step
  readonly skip: Step
  readonly limit: Step
  readonly distinct: Step
  readonly unwind: Step
  readonly create: Step
  readonly merge: Step
  readonly onCreateSet: Step
  readonly onMatchSet: Step
  readonly set: Step
  readonly remove: Step
  readonly delete: Step
  readonly detachDelete: Step
  readonly setLabels: Step
  readonly removeLabels: Step
  readonly foreach: Step
  readonly call: Step
  readonly optionalCall: Step
  readonly callProcedure: Step
  readonly loadCsv: Step
  readonly filter: Step
  readonly let: Step
  readonly next: Step
  readonly finish: Step
  readonly loadCsvWithHeaders: Step
  readonly useGraph: Step
  readonly using: Step
  readonly union: Step
  readonly unionAll: Step
  readonly all: Step
  readonly when: Step
  readonly use: Step
  readonly prepare: Step
  run(...args: Anything[]): Promise<AnyRow[]>
  first(...args: Anything[]): Promise<AnyRow>
  one(...args: Anything[]): Promise<AnyRow>
  stream(...args: Anything[]): AsyncIterable<AnyRow>
  execute(...args: Anything[]): Promise<AnyRow>
  explain(...args: Anything[]): Promise<AnyRow>
  profile(...args: Anything[]): Promise<AnyRow>
  compile(...args: Anything[]): AnyRow
}
