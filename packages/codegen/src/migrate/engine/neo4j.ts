import type { Column, ValueType } from '@motif/core'
import { ask, text } from '../../introspect/ask.ts'
import { neo4jConstraints } from '../../introspect/neo4j-schema.ts'
import type { Ask } from '../../introspect/words.ts'
import type { ConstraintDefinition, IndexDefinition, IndexKind } from '../definition.ts'
import { constraintCypher, indexCypher } from './created-text.ts'
import { quoted } from './quoted.ts'
import { isConstraint, type SchemaEngineOf } from './schema-engine.ts'

interface ShownIndex {
  readonly name: string
  readonly type: string
  readonly entityType: 'NODE' | 'RELATIONSHIP'
  readonly labelsOrTypes: readonly string[] | null
  readonly properties: readonly string[] | null
  readonly dimensions: number | null
  readonly similarity: string | null
  readonly analyzer: string | null
}

const maybeTexts: ValueType = { kind: 'list', of: text, nullable: true }
const columns: readonly Column[] = [
  ...['name', 'type', 'entityType'].map((name) => ({ name, type: text })),
  ...['labelsOrTypes', 'properties'].map((name) => ({ name, type: maybeTexts })),
  { name: 'dimensions', type: { kind: 'integer', nullable: true } },
  ...['similarity', 'analyzer'].map((name): Column => ({ name, type: { kind: 'string', nullable: true } })),
]

const kinds: ReadonlyMap<string, IndexKind> = new Map([
  ['RANGE', 'range'],
  ['TEXT', 'text'],
  ['POINT', 'point'],
  ['VECTOR', 'vector'],
  ['FULLTEXT', 'fulltext'],
])

/** What a full-text index takes text apart with when nothing is said. */
const usual = 'standard-no-stop-words'

const definitionOf = (shown: ShownIndex): IndexDefinition[] => {
  const kind = kinds.get(shown.type)
  if (kind === undefined) return []
  const { name, entityType, dimensions, similarity, analyzer } = shown
  return [
    {
      name,
      kind,
      on: entityType === 'NODE' ? 'node' : 'relationship',
      targets: shown.labelsOrTypes ?? [],
      properties: shown.properties ?? [],
      ...(dimensions === null ? {} : { dimensions }),
      ...(similarity === null ? {} : { similarity: similarity.toLowerCase() === 'euclidean' ? 'euclidean' : 'cosine' }),
      ...(analyzer === null || analyzer === usual ? {} : { analyzer }),
    },
  ]
}

const indexes = async (asked: Ask): Promise<readonly IndexDefinition[]> => {
  const rows = await asked<ShownIndex>({
    text:
      'SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, options, owningConstraint ' +
      "WHERE owningConstraint IS NULL AND type <> 'LOOKUP' " +
      'RETURN name, type, entityType, labelsOrTypes, properties, ' +
      "options['indexConfig']['vector.dimensions'] AS dimensions, " +
      "options['indexConfig']['vector.similarity_function'] AS similarity, " +
      "options['indexConfig']['fulltext.analyzer'] AS analyzer",
    columns,
  })
  return rows.flatMap(definitionOf)
}

const editionOf = async (asked: Ask): Promise<string> => {
  const rows = await asked<{ edition: string }>({
    text: 'CALL dbms.components() YIELD name, edition WITH edition LIMIT 1 RETURN edition',
    columns: [{ name: 'edition', type: text }],
  })
  return rows[0]?.edition ?? 'community'
}

const lacksIn =
  (edition: string) =>
  (wanted: ConstraintDefinition | IndexDefinition): string | undefined =>
    edition === 'enterprise' || !isConstraint(wanted) || wanted.kind === 'unique'
      ? undefined
      : 'it takes the Enterprise edition of Neo4j'

/** Neo4j: all of it with the Enterprise edition; of constraints, uniqueness alone without. */
export const neo4jSchema: SchemaEngineOf = async (executor) => {
  const asked: Ask = (question) => ask(executor, question)
  const edition = await editionOf(asked)
  return {
    name: edition === 'enterprise' ? 'Neo4j Enterprise' : 'Neo4j Community',
    lacks: lacksIn(edition),
    create: (wanted) => (isConstraint(wanted) ? constraintCypher(wanted) : indexCypher(wanted)),
    drop: (what, name) => `DROP ${what === 'index' ? 'INDEX' : 'CONSTRAINT'} ${quoted(name)} IF EXISTS`,
    constraints: () => neo4jConstraints(asked),
    indexes: () => indexes(asked),
    ordered: true,
    verifies: true,
    awaitIndex: 'CALL db.awaitIndex($name, 86400)',
  }
}
