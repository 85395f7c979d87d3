/** True for the same type, seen as the compiler sees it: `any`, `readonly` and `?` count. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Compiles for `true` alone: `same<Equal<A, B>>()`. */
export declare const same: <Verdict extends true>() => Verdict
