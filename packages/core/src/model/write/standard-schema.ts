/**
 * A validator of any library that speaks Standard Schema, version 1 (https://standardschema.dev): zod, Valibot, ArkType and
 * others. What it gives out is what is written.
 *
 * @example
 * models<Schema>()({ User: { validate: z.object({ name: z.string().min(1) }) } })
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** What a validator says: the value as it is to be, or what is wrong with it. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] }

/** A fault, and the way to it. */
export interface StandardIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}
