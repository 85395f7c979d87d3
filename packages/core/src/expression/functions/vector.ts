import { call } from '../call.ts'
import { type CypherFunction, cypherFunction } from '../cypher-function.ts'
import type { Operand } from '../operand.ts'
import type { Argument, NullIn, ParamsIn } from '../value.ts'
import { word } from './word.ts'

/** Numbers in a row: a list, or what a driver reads a VECTOR as. */
export type Vector =
  | readonly number[]
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
type Coordinate = 'INTEGER64' | 'INTEGER32' | 'INTEGER16' | 'INTEGER8' | 'FLOAT64' | 'FLOAT32'
type Metric = 'EUCLIDEAN' | 'EUCLIDEAN_SQUARED' | 'MANHATTAN' | 'COSINE' | 'DOT' | 'HAMMING'
type Similarity = CypherFunction<[a: Vector, b: Vector], number>

interface VectorFunction {
  /** A vector of so many numbers of a kind, in Cypher 25. */
  <const A extends Argument<string | readonly number[]>, const N extends Argument<number>>(
    numbers: A,
    dimension: N,
    coordinate: Coordinate,
  ): Operand<Vector | NullIn<A> | NullIn<N>, {} & ParamsIn<A, readonly number[]> & ParamsIn<N, number>>
  readonly similarity: {
    /** How alike two vectors are by their angle, from 0 to 1: `vector.similarity.cosine(a.embedding, $p1)`. */
    readonly cosine: Similarity
    /** How alike two vectors are by their distance, from 0 to 1: `vector.similarity.euclidean(a.embedding, $p1)`. */
    readonly euclidean: Similarity
  }
}
const made = (numbers: unknown, dimension: unknown, coordinate: string): unknown =>
  call('vector', numbers, dimension, word(coordinate))
/** A vector: `vector($('numbers'), 3, 'FLOAT32')` makes `vector($numbers, $p1, FLOAT32)`; below it, how alike two are. */
export const vector: VectorFunction = /* @__PURE__ */ (() =>
  Object.assign(made, {
    similarity: {
      cosine: cypherFunction('vector.similarity.cosine'),
      euclidean: cypherFunction('vector.similarity.euclidean'),
    },
  }))() as never

type Measured<W> = <const A extends Argument<Vector>, const B extends Argument<Vector>>(
  a: A,
  b: B,
  metric: W,
) => Operand<number | NullIn<A> | NullIn<B>, {} & ParamsIn<A, Vector> & ParamsIn<B, Vector>>

/** How far apart two vectors are, in Cypher 25: `vector_distance(a.embedding, $p1, COSINE)`. */
export const vectorDistance: Measured<Metric> = ((a: unknown, b: unknown, metric: string) =>
  call('vector_distance', a, b, word(metric))) as never
/** How long a vector is, in Cypher 25: `vector_norm(a.embedding, EUCLIDEAN)`. */
export const vectorNorm = <const A extends Argument<Vector>>(
  value: A,
  metric: 'EUCLIDEAN' | 'MANHATTAN',
): Operand<number | NullIn<A>, {} & ParamsIn<A, Vector>> => call('vector_norm', value, word(metric)) as never
/** How many numbers a vector has, in Cypher 25: `vector_dimension_count(a.embedding)`. */
export const vectorDimensionCount: CypherFunction<[vector: Vector], number> =
  /* @__PURE__ */ cypherFunction('vector_dimension_count')
