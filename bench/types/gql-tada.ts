import { countTo, type Design, type Place } from './design.ts'

const scalar = (name: string): string => `{ kind: 'SCALAR'; name: '${name}'; ofType: null }`
const required = (type: string): string => `{ kind: 'NON_NULL'; name: never; ofType: ${type} }`
const list = (name: string): string =>
  required(`{ kind: 'LIST'; name: never; ofType: ${required(`{ kind: 'OBJECT'; name: '${name}'; ofType: null }`)} }`)
const field = (name: string, type: string): string => `${name}: { name: '${name}'; type: ${type} }`

const objectType = (own: number, labels: number): string => {
  const fields = [
    field('id', required(scalar('Int'))),
    field('name', required(scalar('String'))),
    field('age', scalar('Int')),
    field('title', required(scalar('String'))),
    field('at', required(scalar('String'))),
    field(`follows${own}`, list(`Label${(own + 1) % labels}`)),
    field(`wrote${own}`, list(`Label${(own + 2) % labels}`)),
  ]
  return `    Label${own}: { kind: 'OBJECT'; name: 'Label${own}'; fields: { ${fields.join('; ')} } }`
}

const schema = (labels: number): string => `export interface Introspection {
  name: never; query: 'Query'; mutation: never; subscription: never
  types: {
    Query: { kind: 'OBJECT'; name: 'Query'; fields: {
${countTo(labels)
  .map((own) => `      ${field(`label${own}`, list(`Label${own}`))}`)
  .join('\n')}
    } }
${countTo(labels)
  .map((own) => objectType(own, labels))
  .join('\n')}
    Int: unknown; String: unknown; Boolean: unknown
  }
}
`

const head = `import { initGraphQLTada, type ResultOf, type VariablesOf } from 'gql.tada'
import type { Introspection } from './schema.ts'
const graphql = initGraphQLTada<{ introspection: Introspection }>()
declare const run: <D>(document: D, variables: VariablesOf<D>) => Promise<ResultOf<D>>
`

/** One field, one argument. */
const small = ({ index, at }: Place): string => `run(graphql(\`
  query Small${index}($id: Int!) { label${at(0)}(id: $id) { name } }\`), { id: 1 })`

/** Two levels, three variables, an alias. */
const medium = ({ index, at }: Place): string => `run(graphql(\`
  query Medium${index}($id: Int!, $minAge: Int!, $skip: Int!) {
    label${at(0)}(id: $id) {
      follows${at(0)}(minAge: $minAge) {
        name
        age
        posts${index}: wrote${at(1)}(skip: $skip, first: 10) { title }
      }
    }
  }\`), { id: 1, minAge: 18, skip: 0 })`

/** gql.tada over an introspected schema of the same fields. */
export const gqlTada: Design = { name: 'gql.tada', schema, head, queries: { small, medium } }
