import type { SchemaShape } from '../schema/schema-shape.ts'
import type { NodeBinding, RelationshipBinding, ValueBinding } from './binding.ts'

interface Found {
  node: NodeBinding<'*'>
  score: number
}
interface FoundRelationship {
  relationship: RelationshipBinding<'*'>
  score: number
}
interface PropertiesSeen {
  propertyName: string | null
  propertyTypes: string[] | null
  mandatory: boolean
}

/** What well-known procedures yield; a schema may add to it and overrule it. */
interface BuiltInProcedures {
  'db.labels': { label: string }
  'db.relationshipTypes': { relationshipType: string }
  'db.propertyKeys': { propertyKey: string }
  'db.ping': { success: boolean }
  'db.info': { id: string; name: string; creationDate: string }
  'db.awaitIndex': {}
  'db.awaitIndexes': {}
  'db.resampleIndex': {}
  'db.index.fulltext.queryNodes': Found
  'db.index.fulltext.queryRelationships': FoundRelationship
  'db.index.fulltext.awaitEventuallyConsistentIndexRefresh': {}
  'db.index.fulltext.listAvailableAnalyzers': { analyzer: string; description: string; stopwords: string[] }
  'db.index.vector.queryNodes': Found
  'db.index.vector.queryRelationships': FoundRelationship
  'db.create.setNodeVectorProperty': {}
  'db.create.setRelationshipVectorProperty': {}
  'db.schema.visualization': { nodes: Record<string, unknown>[]; relationships: Record<string, unknown>[] }
  'db.schema.nodeTypeProperties': PropertiesSeen & { nodeType: string; nodeLabels: string[] }
  'db.schema.relTypeProperties': PropertiesSeen & { relType: string }
  'dbms.components': { name: string; versions: string[]; edition: string }
  'dbms.info': { id: string; name: string; creationDate: string }
  'dbms.showCurrentUser': { username: string; roles: string[] | null; flags: string[] }
  'tx.getMetaData': { metadata: Record<string, unknown> }
  'tx.setMetaData': {}
}

/** The columns of a procedure by name, as the schema or the table has them; unknown for any other. */
export type YieldsOf<S extends SchemaShape, N extends string> = S extends { procedures: infer F }
  ? N extends keyof F
    ? F[N] extends { yields: infer Y }
      ? Y
      : {}
    : BuiltIn<N>
  : BuiltIn<N>
type BuiltIn<N extends string> = N extends keyof BuiltInProcedures ? BuiltInProcedures[N] : unknown

/** What a column stands for in scope. */
export type Yielded<X> = X extends { readonly kind: string; readonly labels: string } ? X : ValueBinding<X>
