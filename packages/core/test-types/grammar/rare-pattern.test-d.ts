import type {
  NodeBinding,
  OptionalNodeBinding,
  OptionalRelationshipListBinding,
  PathBinding,
  RelationshipBinding,
  RelationshipListBinding,
  ValueBinding,
} from '../../src/grammar/binding.ts'
import type { ClauseName, State } from '../../src/grammar/clause.ts'
import type { ParametersOf, ParseClause } from '../../src/grammar/statement.ts'
import { type Equal, same } from '../equal.ts'
import type { Social } from '../social.ts'

type Flat<T> = { [K in keyof T]: T[K] }
type Parsed<T extends string, K extends ClauseName> = ParseClause<Social, {}, {}, never, {}, K, T>
type Scope<T extends string, K extends ClauseName = 'MATCH'> =
  Parsed<T, K> extends State<infer X, unknown, unknown, unknown> ? { -readonly [N in keyof X]: X[N] } : Parsed<T, K>
type Params<T extends string, K extends ClauseName = 'MATCH'> =
  Parsed<T, K> extends State<unknown, infer P, unknown, unknown> ? Flat<ParametersOf<P>> : Parsed<T, K>
type User = NodeBinding<'User'>
type Props<L extends keyof Social['nodes']> = Social['nodes'][L]['properties']

// conditions inside see every name of the path, and ask for parameters as WHERE does
same<Equal<Scope<'(u:User WHERE u.age > $min)'>, { u: User }>>()
same<
  Equal<
    Params<'(u:User WHERE u.age > $min AND u.id < v.id)-[f:FOLLOWS WHERE f.since > $since]->(v WHERE v.name = $name)'>,
    { min: number; since: Date; name: string }
  >
>()
same<Equal<Params<"(u:User {name: 'a) WHERE'} WHERE u.name <> $x)">, { x: string }>>()
same<
  Equal<Params<'(u:User WHERE EXISTS { MATCH (u)-[:WROTE]->(p:Post) WHERE p.id > 3 } AND u.id = $id)'>, { id: number }>
>()

// label expressions
same<Equal<Scope<'(n:!Admin)'>, { n: NodeBinding<'*'> }>>()
same<Equal<Scope<'(n:%)-[:WROTE]->(p)'>, { n: NodeBinding<'*'>; p: NodeBinding<'Post'> }>>()
same<Equal<Scope<'(n:(User|Admin)&!Post)'>, { n: NodeBinding<'User' | 'Admin'> }>>()
same<Equal<Scope<'(n:(User|Post)&Admin)'>, { n: NodeBinding<'User&Admin' | 'Post&Admin'> }>>()
same<Equal<Scope<'(n:User|!Admin)'>, { n: NodeBinding<'*'> }>>()
same<Equal<Scope<'(n IS User)-[f IS FOLLOWS]->(v)'>, { n: User; f: RelationshipBinding<'FOLLOWS'>; v: User }>>()
same<Equal<Scope<'(u:User)-[r:!KNOWS]->(v)'>, { u: User; r: RelationshipBinding<'*'>; v: NodeBinding<'*'> }>>()
same<Equal<Scope<'(a)<-[:KNOWS]->(b)'>, { a: NodeBinding<'*'>; b: User }>>()
same<Equal<Scope<'(n:$($label))'>, { n: NodeBinding<'*'> }>>()
same<
  Equal<
    Params<'(n:User&$any($labels) {id: $id})-[r:$($type)]->()'>,
    { labels: string | readonly string[]; id: number; type: string | readonly string[] }
  >
>()

// back-ticks
same<
  Equal<
    Scope<'(`a user`:`User` {`id`: $id})-[`f`:`FOLLOWS`]->()'>,
    { 'a user': User; f: RelationshipBinding<'FOLLOWS'> }
  >
>()
same<Equal<Params<'(`a user`:`User` {`id`: $id})'>, { id: number }>>()

// values in a map
same<Equal<Params<'(u:User {})'>, {}>>()
same<
  Equal<Params<'(u:User {id: toInteger($id), name: $first + $last})'>, { id: unknown; first: unknown; last: unknown }>
>()
same<Equal<Params<'(p:Post {tags: [$tag, "a"], id: {x: 1}.x})'>, { tag: unknown }>>()
same<Equal<Params<'(u:User)-[:KNOWS {weight: u.id * $factor}]->()'>, { factor: number }>>()
same<Equal<Params<'(u:User $properties)'>, { properties: Partial<Props<'User'>> }>>()
same<
  Equal<
    Params<'(u:User $properties)-[:KNOWS $more]->(:User {id: $id, name: $name})', 'CREATE'>,
    {
      properties: { id: number; name: string; age?: number | null }
      more: { weight: number }
      id: number
      name: string
    }
  >
>()

// repeated relationships: their name is a list, the far end what the type leads to
type Knows = RelationshipListBinding<'KNOWS'>
same<Equal<Scope<'(a:User)-[k:KNOWS]->+(b)'>, { a: User; k: Knows; b: User }>>()
same<
  Equal<
    Scope<'(a:User)-[k:KNOWS WHERE k.weight > 1]->{1,3}(b)-[:WROTE]->(p)'>,
    { a: User; k: Knows; b: User; p: NodeBinding<'Post'> }
  >
>()
same<Equal<Scope<'(a:User)-[l:LIKES]->*(b)'>['b'], NodeBinding<'User' | 'Post' | 'Comment'>>>()
same<Equal<Scope<'(a:User)-[:LIKES*1..3]->(b)'>['b'], NodeBinding<'Post' | 'Comment'>>>()
same<Equal<Scope<'(a:User)-[:LIKES*0..3]->(b)'>['b'], NodeBinding<'User' | 'Post' | 'Comment'>>>()
same<Equal<Scope<'(a:User)-->{2}(b)'>['b'], NodeBinding<'*'>>>()

// repeated paths: their names are lists outside
same<
  Equal<
    Scope<'(a:User) ((x:User)-[r:KNOWS]->(y) WHERE r.weight > $w){1,3} (b)-[:WROTE]->(p)'>,
    {
      a: User
      x: ValueBinding<Props<'User'>[]>
      r: ValueBinding<{ weight: number }[]>
      y: ValueBinding<Props<'User'>[]>
      b: User
      p: NodeBinding<'Post'>
    }
  >
>()
same<Equal<Params<'((x:User)-[r:KNOWS]->(y) WHERE r.weight > $w)+'>, { w: number }>>()
same<Equal<Scope<'((a:User)-[:KNOWS]->(b) WHERE a.id < b.id)'>, { a: User; b: User }>>()
same<
  Equal<
    Scope<'(a:User)-[k:KNOWS]->+(b) ((x:User)-->(:Post)){2}', 'OPTIONAL'>,
    {
      a: OptionalNodeBinding<'User'>
      k: OptionalRelationshipListBinding<'KNOWS'>
      b: OptionalNodeBinding<'User'>
      x: ValueBinding<Props<'User'>[] | null>
    }
  >
>()

// which paths are meant
same<Equal<Scope<'p = SHORTEST 2 (a:User)-[:KNOWS]->+(b)'>, { p: PathBinding; a: User; b: User }>>()
same<Equal<Params<'SHORTEST $k GROUPS (a:User)-[:KNOWS]->+(b)'>, { k: number }>>()
same<Equal<Scope<'ALL SHORTEST (a:User)-[:KNOWS]->+(b), ANY (c:Tag)'>, { a: User; b: User; c: NodeBinding<'Tag'> }>>()
same<Equal<Scope<'any shortest (a:User)-[:KNOWS*]-(b)'>, { a: User; b: User }>>()
same<
  Equal<
    Scope<'p = shortestPath((a:User)-[:KNOWS*..4]-(b:User)), (t:Tag)'>,
    { p: PathBinding; a: User; b: User; t: NodeBinding<'Tag'> }
  >
>()
same<Equal<Scope<'allShortestPaths((a:User)-[:KNOWS*]-(b:User))'>, { a: User; b: User }>>()
