/** The members of a union of nodes that may be of kind `K`; unlike `Extract` it also finds members of several kinds. */
export type NodeOf<Union, K> = Union extends { readonly kind: infer Kinds } ? (K extends Kinds ? Union : never) : never
