import type {
  NodeBinding,
  PathBinding,
  RelationshipBinding,
  RelationshipListBinding,
  Scoped,
} from '../../src/grammar/binding.ts'
import type { ReadPatterns } from '../../src/grammar/pattern.ts'
import type { WithoutQuotes } from '../../src/grammar/lex.ts'
import { type Equal, same } from '../equal.ts'
import type { Social } from '../social.ts'

type Flat<T> = { [K in keyof T]: T[K] }
type Parsed<T extends string> = ReadPatterns<Social, WithoutQuotes<T>, {}, {}>
type Scope<T extends string> = Parsed<T> extends Scoped<infer X, unknown> ? Flat<X> : Parsed<T>
type Params<T extends string> = Parsed<T> extends Scoped<unknown, infer P> ? Flat<P> : Parsed<T>

same<Equal<Scope<'(u:User)'>, { readonly u: NodeBinding<'User'> }>>()
same<
  Equal<
    Scope<'(u:User {id: $id})-[f:FOLLOWS]->(p:User)'>,
    { readonly u: NodeBinding<'User'>; readonly f: RelationshipBinding<'FOLLOWS'>; readonly p: NodeBinding<'User'> }
  >
>()
same<
  Equal<Params<'(u:User {id: $id, name: $n})-[f:FOLLOWS {since: $s}]->(p:User)'>, { id: number; n: string; s: Date }>
>()
// a far end without a label takes what the relationship leads to
same<Equal<Scope<'(u:User)-[:WROTE]->(x)'>, { readonly u: NodeBinding<'User'>; readonly x: NodeBinding<'Post'> }>>()
same<Equal<Scope<'(x)<-[:WROTE]-(u:User)'>, { readonly x: NodeBinding<'*'>; readonly u: NodeBinding<'User'> }>>()
same<
  Equal<
    Scope<'(u:User)-[k:KNOWS*1..3]->(v:User)'>,
    { readonly u: NodeBinding<'User'>; readonly k: RelationshipListBinding<'KNOWS'>; readonly v: NodeBinding<'User'> }
  >
>()
same<
  Equal<
    Scope<'p = (u:User)-[:KNOWS]-(v)'>,
    { readonly p: PathBinding; readonly u: NodeBinding<'User'>; readonly v: NodeBinding<'User'> }
  >
>()
same<Equal<Scope<'(n:User:Admin)'>, { readonly n: NodeBinding<'User&Admin'> }>>()
same<Equal<Scope<'(n:User|Admin)'>, { readonly n: NodeBinding<'User' | 'Admin'> }>>()
same<
  Equal<
    Scope<'(a:User)-[:FOLLOWS]-(b:User)-[:WROTE]->(c:Post), (d:Tag)'>,
    {
      readonly a: NodeBinding<'User'>
      readonly b: NodeBinding<'User'>
      readonly c: NodeBinding<'Post'>
      readonly d: NodeBinding<'Tag'>
    }
  >
>()
same<
  Equal<
    Scope<'(a:User)-[l:LIKES|WROTE]->(b)'>,
    {
      readonly a: NodeBinding<'User'>
      readonly l: RelationshipBinding<'LIKES' | 'WROTE'>
      readonly b: NodeBinding<'Post' | 'Comment'>
    }
  >
>()
same<Equal<Scope<'(:User)-->(b:Post)<--()'>, { readonly b: NodeBinding<'Post'> }>>()
// delimiters inside a text do no harm
same<
  Equal<
    Scope<"(u:User {name: 'a)b]-{:x', id: 3})-[:WROTE]->(b)">,
    { readonly u: NodeBinding<'User'>; readonly b: NodeBinding<'Post'> }
  >
>()
same<
  Equal<
    Scope<'(n:User&Admin)-[:BANNED]->(v)'>,
    { readonly n: NodeBinding<'User&Admin'>; readonly v: NodeBinding<'User'> }
  >
>()
same<
  Equal<
    Scope<`
  (u:User)
    -[:WROTE]->(b),
  (b)<-[:LIKES]-(w)
`>,
    { readonly u: NodeBinding<'User'>; readonly b: NodeBinding<'Post'>; readonly w: NodeBinding<'User'> }
  >
>()
