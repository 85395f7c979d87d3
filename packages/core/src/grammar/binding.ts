/**
 * What a name in scope stands for, as a tag. Properties are looked up only when touched, which keeps the cost of a
 * query flat in the size of the schema. `labels` is one label, `A&B` for both, a union for either, `*` for any.
 */
export interface NodeBinding<Labels extends string> {
  readonly kind: 'node'
  readonly labels: Labels
}
/** A node of an OPTIONAL MATCH: it may be null as a whole. */
export interface OptionalNodeBinding<Labels extends string> {
  readonly kind: 'optional-node'
  readonly labels: Labels
}
export interface RelationshipBinding<Types extends string> {
  readonly kind: 'relationship'
  readonly labels: Types
}
export interface OptionalRelationshipBinding<Types extends string> {
  readonly kind: 'optional-relationship'
  readonly labels: Types
}
/** The relationships of a step of variable length. */
export interface RelationshipListBinding<Types extends string> {
  readonly kind: 'relationship-list'
  readonly labels: Types
}
export interface PathBinding {
  readonly kind: 'path'
  readonly labels: '*'
}
/** A path or a step of variable length of an OPTIONAL MATCH. */
export interface OptionalPathBinding {
  readonly kind: 'optional-path'
  readonly labels: '*'
}
export interface OptionalRelationshipListBinding<Types extends string> {
  readonly kind: 'optional-relationship-list'
  readonly labels: Types
}
/** Anything computed: a column of WITH, an element of UNWIND. */
export interface ValueBinding<Value> {
  readonly kind: 'value'
  readonly labels: '*'
  readonly value: Value
}

/** A scope with what a pattern or clause added, and the parameters asked for so far. */
export interface Scoped<Scope, Params> {
  readonly scope: Scope
  readonly params: Params
}

/**
 * What is wrong: `bad` is the offending text, `tail` all that follows it, `options` what could stand there. It is put
 * into words only when a text fails.
 */
export interface Failure<
  Message extends string,
  Bad extends string,
  Tail extends string,
  Options extends string = never,
> {
  readonly failed: Message
  readonly bad: Bad
  readonly tail: Tail
  readonly options: Options
}
// oxlint-disable-next-line typescript/no-explicit-any -- matches every failure, whatever its texts
export type AnyFailure = Failure<any, any, any, any>

/** New names of an optional pattern become nullable, lists of a repeated part too; names bound before stay as they are. */
export type OptionalNames<Before, After> = {
  readonly [K in keyof After]: K extends keyof Before
    ? Before[K]
    : After[K] extends NodeBinding<infer L>
      ? OptionalNodeBinding<L>
      : After[K] extends RelationshipBinding<infer L>
        ? OptionalRelationshipBinding<L>
        : After[K] extends RelationshipListBinding<infer L>
          ? OptionalRelationshipListBinding<L>
          : After[K] extends PathBinding
            ? OptionalPathBinding
            : After[K] extends ValueBinding<infer X>
              ? ValueBinding<X | null>
              : After[K]
}
