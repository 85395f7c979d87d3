import type { Expression } from '../ast/expression.ts'
import { treeWithin } from './call.ts'
import type { Operand } from './operand.ts'
import { Operation, treeOf } from './operation.ts'
import type { Argument, ParamsIn, TypeIn, Value } from './value.ts'

/** `CASE WHEN …`: a value already, null where no branch is taken. */
export interface CaseWhen<out T, out P> extends Operand<T | null, P> {
  /** `WHEN condition THEN value` */
  when<Q, const A>(condition: Value<boolean | null, Q>, value: A): CaseWhen<T | TypeIn<A>, P & Q & ParamsIn<A, T>>
  /** `ELSE value END` */
  otherwise<const A>(value: A): Operand<T | TypeIn<A>, P & ParamsIn<A, T>>
}

/** `CASE x WHEN …`, as `CaseWhen`. */
export interface CaseOf<out X, out T, out P> extends Operand<T | null, P> {
  when<const W extends Argument<X>, const A>(
    value: W,
    then: A,
  ): CaseOf<X, T | TypeIn<A>, P & ParamsIn<W, X> & ParamsIn<A, T>>
  otherwise<const A>(value: A): Operand<T | TypeIn<A>, P & ParamsIn<A, T>>
}

type CaseNode = Extract<Expression, { kind: 'case' }>

class Case extends Operation {
  readonly #node: CaseNode
  constructor(node: CaseNode) {
    super(node)
    this.#node = node
  }
  when(condition: unknown, value: unknown): Case {
    const branch = { when: treeOf(condition, 'when()'), then: treeWithin(value, 'when()') }
    return new Case({ ...this.#node, branches: [...this.#node.branches, branch] })
  }
  otherwise(value: unknown): Operation {
    return new Operation({ ...this.#node, otherwise: treeWithin(value, 'otherwise()') })
  }
}

const begin = (operand: Expression | undefined): Case =>
  new Case({ kind: 'case', operand, branches: [], otherwise: undefined })

/**
 * Chooses by conditions, the first that is true.
 *
 * @example
 * caseWhen(u.age.gte(18), 'adult').when(u.age.gte(13), 'teenager').otherwise('child')
 * // CASE WHEN u.age >= $p1 THEN $p2 WHEN u.age >= $p3 THEN $p4 ELSE $p5 END
 */
export const caseWhen = <P, const A>(
  condition: Value<boolean | null, P>,
  value: A,
): CaseWhen<TypeIn<A>, P & ParamsIn<A, unknown>> => begin(undefined).when(condition, value) as never

/**
 * Chooses by what a value equals.
 *
 * @example
 * caseOf(u.level).when(1, 'one').when(2, 'two').otherwise('many')
 * // CASE u.level WHEN $p1 THEN $p2 WHEN $p3 THEN $p4 ELSE $p5 END
 */
export const caseOf = <T, P>(value: Value<T, P>): Pick<CaseOf<NonNullable<T>, never, P>, 'when'> =>
  begin(treeOf(value, 'caseOf()')) as never
