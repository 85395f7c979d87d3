import type { Argument, NullIn, ParamsIn } from '../value.ts'

/** What a value is made of, by name: numbers and texts. */
export type Fields<N extends string, T extends string> = {
  readonly [K in N]?: Argument<number>
} & { readonly [K in T]?: Argument<string> }
/** null where one of them may be. */
export type NullInFields<F> = { [K in keyof F]: NullIn<F[K]> }[keyof F]
/** The parameters that they ask for. */
export type ParamsInFields<F> = {
  [K in keyof F]: (x: ParamsIn<F[K], K extends 'timezone' | 'crs' ? string : number>) => 0
}[keyof F] extends (x: infer P) => 0
  ? unknown extends P
    ? {}
    : P
  : {}
