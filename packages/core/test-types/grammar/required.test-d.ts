import type { Lacking } from '../../src/grammar/required.ts'
import { type Equal, same } from '../equal.ts'
import type { Social } from '../social.ts'

type Lacks<T extends string, Named = true, S extends { nodes: unknown; relationships: unknown } = Social> =
  Lacking<S, { known: 1 }, T, Named> extends infer Q
    ? [Q] extends [never]
      ? false
      : Q extends { readonly failed: infer M }
        ? M
        : never
    : never

same<Equal<Lacks<'(u:User {id: $id, name: $name})'>, false>>()
same<Equal<Lacks<'(u:User {id: $id})'>, "a new User needs 'name', which is never null there">>()
same<Equal<Lacks<'(u:User {id: $id})', false>, false>>()
same<Equal<Lacks<'(:User {id: $id})', false>, "a new User needs 'name', which is never null there">>()
same<
  Equal<Lacks<'(:User:Admin {id: 1, name: ""})', false>, "a new User:Admin needs 'level', which is never null there">
>()
// bound before, whole by a parameter, of no label or an unknown one
same<Equal<Lacks<'(known)-[:KNOWS $more]->(u:User $all), (n)'>, false>>()
same<Equal<Lacks<'(known:User)-[:WROTE]->(:Post $all)'>, false>>()
// brackets in values do not count
same<
  Equal<
    Lacks<'(:Post {id: toInteger($x), tags: [a, [b]], title: (c), at: $at})-[:WROTE]-(:Tag)', false>,
    "a new Tag needs 'name', which is never null there"
  >
>()
same<Equal<Lacks<'(a)-[:KNOWS]->(b)', false>, "a new KNOWS needs 'weight', which is never null there">>()
same<Equal<Lacks<'(a)-[k:KNOWS]->(b)', false>, false>>()
// a schema that is not known, or takes any key
type Loose = { nodes: { User: { properties: Record<string, unknown> } }; relationships: Social['relationships'] }
same<Equal<Lacks<'(:User)', true, Loose>, false>>()
// oxlint-disable-next-line typescript/no-explicit-any -- a schema may be any
same<Equal<Lacks<'(:User)-[:KNOWS]->(:Any)', true, { nodes: any; relationships: any }>, false>>()
