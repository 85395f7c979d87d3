import { fragment, type Node, type Operand } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* composing(db: Database<Social>): Examples {
  // #region first
  const users = db.match('(u:User)').where('u.id >= $least')
  const names = users.return('u.name AS name').orderBy('name')
  const total = users.return('count(u) AS n')
  // #endregion
  yield shows(names, { least: 1 })
  yield shows(total, { least: 1 })

  // #region when
  const search = (name: string | undefined) =>
    db
      .match('(u:User)')
      .when(name, (query, given) => query.where(({ u }) => u.name.contains(given)))
      .return('u.name AS name')
  // #endregion
  yield shows(search('a')).row<{ name: string }>()
  yield shows(search(undefined)).row<{ name: string }>()

  // #region predicate
  const grown = ({ u }: { u: { age: Operand<number | null> } }) => u.age.gte(18)
  const adults = db.match('(u:User)').where(grown).return('u.name AS name')
  // #endregion
  yield shows(adults).row<{ name: string }>()

  // #region fragment
  const withPosts = fragment<Social, { u: Node<'User'> }>()((query) =>
    query.optionalMatch('(u)-[:WROTE]->(post:Post)').where('post.id >= $first'),
  )
  const counted = db.match('(u:User {id: $id})').use(withPosts).return('u.name AS name, count(post) AS posts')
  // #endregion
  yield shows(counted, { id: 1, first: 0 }).row<{ name: string; posts: number }>()
}
