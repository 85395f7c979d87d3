import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Failure } from './binding.ts'
import type { CaseBranch, Expression } from '../ast/expression.ts'
import type { Cursor } from './cursor.ts'
import type { Both, ReadExpression, Typed } from './expression.ts'
import type { Trim } from './lex.ts'
import type { Cut } from './pair.ts'

const readBranches = (cursor: Cursor, compares: boolean): readonly CaseBranch[] => {
  const branches: CaseBranch[] = []
  const read = compares ? cursor.rules.compared : cursor.rules.operators
  while (cursor.take('WHEN')) {
    const when = read(cursor)
    const or = compares && cursor.take(',') ? cursor.list(read) : undefined
    cursor.expect('THEN')
    const then = cursor.rules.operators(cursor)
    branches.push(or === undefined ? { when, then } : { when, or, then })
  }
  if (branches.length === 0) cursor.fail('expected WHEN')
  return branches
}

/**
 * `CASE WHEN condition THEN value … ELSE value END`, and `CASE operand WHEN value, < other THEN …`.
 *
 * @example
 * readCase(cursor) // 'CASE u.age WHEN 1 THEN "a" ELSE "b" END' → { kind: 'case', operand: u.age, … }
 */
export const readCase = (cursor: Cursor): Expression => {
  cursor.at += 1
  const operand = cursor.key === 'WHEN' ? undefined : cursor.rules.operators(cursor)
  const branches = readBranches(cursor, operand !== undefined)
  const otherwise = cursor.take('ELSE') ? cursor.rules.operators(cursor) : undefined
  cursor.expect('END', 'WHEN, ELSE or END')
  return { kind: 'case', operand, branches, otherwise }
}

// The same for the compiler.

/** A text with a CASE in it. */
export type CaseText = `${'CASE' | 'case'} ${string}` | `${string}${Before}${'CASE' | 'case'} ${string}`
type Before = ' ' | '(' | '[' | '{' | ',' | '+' | '-' | '*' | '/' | '=' | '|'
type After = '' | `${' ' | ')' | ']' | '}' | ',' | '.' | '[' | '+' | '-' | '*' | '/' | '=' | '<' | '>' | '|'}${string}`

/** `CASE … END` becomes `case(…)`, the innermost first, so that no operator or comma in it is taken for one outside. */
export type CaseAsCall<T extends string> = T extends `${string}case ${string}` ? Cased<Capitals<T>> : Cased<T>
type Cased<T extends string, Out extends string = ''> = T extends `${infer A} END${infer B}`
  ? B extends After
    ? LastCase<`${Out}${A}`> extends [infer Head extends string, infer Body extends string]
      ? Cased<`${Head}case(${Body})${B}`>
      : `${Out}${T}`
    : Cased<B, `${Out}${A} END`>
  : `${Out}${T}`
type LastCase<T extends string, Head extends string = '', Found = never> = T extends `${infer A}CASE ${infer B}`
  ? LastCase<B, `${Head}${A}CASE `, [`${Head}${A}`, B]>
  : Found
type Capitals<T extends string> = Replaced<
  Replaced<
    Replaced<Replaced<Replaced<T, 'case ', 'CASE '>, ' when ', ' WHEN '>, ' then ', ' THEN '>,
    ' else ',
    ' ELSE '
  >,
  ' end',
  ' END'
>
type Replaced<
  T extends string,
  A extends string,
  B extends string,
  Out extends string = '',
> = T extends `${infer X}${A}${infer Y}` ? Replaced<Y, A, B, `${Out}${X}${B}`> : `${Out}${T}`

/** What stands between CASE and END: the union of its branches, null without ELSE. */
export type ReadCase<S extends SchemaShape, Scope, B extends string> =
  Cut<` ${B}`, ' WHEN '> extends [infer O extends string, infer X extends string]
    ? Trim<O> extends ''
      ? Branches<S, Scope, '', X, never, {}>
      : ReadExpression<S, Scope, Trim<O>> extends infer Q
        ? Q extends Typed<unknown, infer P>
          ? Branches<S, Scope, Trim<O>, X, never, P>
          : Q
        : never
    : Failure<'expected WHEN', B, ''>
type Branches<S extends SchemaShape, Scope, O extends string, X extends string, T, P> =
  Cut<X, ' WHEN '> extends infer C
    ? C extends [infer A extends string, infer More extends string]
      ? Branch<S, Scope, O, A> extends infer Q
        ? Q extends Typed<infer T1, infer P1>
          ? Branches<S, Scope, O, More, T | T1, P & P1>
          : Q
        : never
      : Cut<X, ' ELSE '> extends [infer A extends string, infer E extends string]
        ? Branch<S, Scope, O, A> extends infer Q
          ? Q extends Typed<infer T1, infer P1>
            ? ReadExpression<S, Scope, Trim<E>> extends infer Z
              ? Z extends Typed<infer T2, infer P2>
                ? Typed<T | T1 | T2, P & P1 & P2>
                : Z
              : never
            : Q
          : never
        : Branch<S, Scope, O, X> extends infer Q
          ? Q extends Typed<infer T1, infer P1>
            ? Typed<T | T1 | null, P & P1>
            : Q
          : never
    : never
/** `condition THEN value`; after an operand a value to compare it with, or an operator and what stands on its right. */
type Branch<S extends SchemaShape, Scope, O extends string, A extends string> =
  Cut<A, ' THEN '> extends [infer W extends string, infer V extends string]
    ? When<S, Scope, O, Trim<W>> extends infer Q
      ? Q extends Typed<unknown, infer P>
        ? ReadExpression<S, Scope, Trim<V>> extends infer Z
          ? Z extends Typed<infer T, infer P1>
            ? Typed<T, P & P1>
            : Z
          : never
        : Q
      : never
    : Failure<'expected THEN', A, ''>
type When<S extends SchemaShape, Scope, O extends string, W extends string> = O extends ''
  ? ReadExpression<S, Scope, W>
  : W extends `${string},${string}`
    ? Cut<W, ','> extends [infer A extends string, infer B extends string]
      ? Both<0, When1<S, Scope, O, Trim<A>>, When<S, Scope, O, Trim<B>>>
      : When1<S, Scope, O, W>
    : When1<S, Scope, O, W>
type When1<
  S extends SchemaShape,
  Scope,
  O extends string,
  W extends string,
> = W extends `${'=' | '<' | '>' | 'IS ' | 'IN ' | 'STARTS ' | 'ENDS ' | 'CONTAINS '}${string}`
  ? ReadExpression<S, Scope, `${O} ${W}`>
  : ReadExpression<S, Scope, `${O} = ${W}`>
