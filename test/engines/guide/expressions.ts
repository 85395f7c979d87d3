import {
  all,
  at,
  caseOf,
  caseWhen,
  coalesce,
  concat,
  filter,
  isType,
  list,
  listOf,
  map,
  reduce,
  single,
  size,
  slice,
  toUpper,
} from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* expressions(db: Database<Social>): Examples {
  // #region first
  const kinds = db
    .match('(u:User)')
    .return(({ u }) => ({ kind: caseWhen(u.age.gte(18), 'adult').when(u.age.isNull(), 'unknown').otherwise('child') }))
  // #endregion
  yield shows(kinds).row<{ kind: 'adult' | 'unknown' | 'child' }>()

  // #region text
  const byText = db.match('(u:User)').return("CASE WHEN u.age >= 18 THEN 'adult' ELSE 'child' END AS kind")
  // #endregion
  yield shows(byText)

  // #region case of
  const rank = db
    .match('(a:Admin)')
    .return(({ a }) => ({ rank: caseOf(a.level).when(9, 'root').otherwise('other'), next: a.level.plus(1) }))
  // #endregion
  yield shows(rank).row<{ rank: 'root' | 'other'; next: number }>()

  // #region nulls
  const ages = db
    .match('(u:User)')
    .return(({ u }) => ({ next: u.age.plus(1), known: coalesce(u.age, 0), label: concat(u.name, '!') }))
  // #endregion
  yield shows(ages).row<{ next: number | null; known: number; label: string }>()

  // #region lists
  const tags = db.match('(p:Post)').return(({ p }) => ({
    first: at(p.tags, 0),
    some: slice(p.tags, 0, 2),
    short: filter(p.tags, (tag) => size(tag).lt(3)),
    loud: listOf(p.tags, (tag) => toUpper(tag)),
    letters: reduce(0, p.tags, (total, tag) => total.plus(size(tag))),
  }))
  // #endregion
  yield shows(tags).row<{ first: string | null; some: string[]; short: string[]; loud: string[]; letters: number }>()

  // #region lists by text
  const tagsByText = db
    .match('(p:Post)')
    .return('p.tags[0] AS first, [tag IN p.tags WHERE size(tag) < 3 | toUpper(tag)] AS loud')
  // #endregion
  yield shows(tagsByText).row<{ first: string | null; loud: string[] }>()

  // #region quantifiers
  const quantified = db
    .match('(p:Post)')
    .where(({ p }) => all(p.tags, (tag) => tag.ne('')).and(single(p.tags, (tag) => tag.eq('x'))))
    .return('p.title AS title')
  // #endregion
  yield shows(quantified).row<{ title: string }>()

  // #region literals
  const made = db.match('(u:User)').return(({ u }) => ({ pair: list(u.id, u.id.plus(1)), of: map({ name: u.name }) }))
  // #endregion
  yield shows(made).row<{ pair: number[]; of: { name: string } }>()

  // #region types
  const typed = db
    .match('(u:User)')
    .where(({ u }) => isType(u.age, 'INTEGER NOT NULL'))
    .return('u.name AS name')
  // #endregion
  yield shows(typed).row<{ name: string }>().needs('type-predicates')
}
