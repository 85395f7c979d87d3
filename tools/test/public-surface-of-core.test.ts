import { expect, it } from 'vitest'
import { namesOf } from './names-of.ts'

// As in public-surface.test.ts: a name here is a promise.
it('@motif/core', () => {
  expect(namesOf('@motif/core')).toMatchInlineSnapshot(`
    "$
    type Access
    type Amendment
    type Arguments
    type Capability
    type CaseOf
    type CaseWhen
    type Column
    type CompileOptions
    type CompiledQuery
    type Counters
    type CypherFunction
    CypherText
    type Declared
    type Dialect
    type Duration
    type DurationFields
    type ErrorCode
    type ErrorDetails
    type ExecuteOptions
    type Executor
    type Extension
    type ExtensionGiven
    type FailedBatch
    type Fault
    Float
    type Fragment
    type GqlStatus
    Graph
    GraphError
    GraphNode
    type GraphOptions
    GraphPath
    GraphRelationship
    type GraphSettings
    type Issue
    type NeutralRow
    type Node
    type Notification
    type OffsetTime
    type Operand
    type OptionalNode
    type Outcome
    type Parameter
    type PathPattern
    Pending
    type PlainDate
    type PlainDateTime
    type PlainTime
    type Plan
    type Plugin
    type PluginGiven
    Point
    type Policies
    type Prepared
    type PropertySpec
    type Query
    type QueryParameter
    type QueryRequest
    type QueryResult
    type Relationship
    type RewriteGiven
    type RowBatch
    type RowOfQuery
    type RowsWithSummary
    type Runnable
    type Safety
    type SafetyLevel
    type ScalarName
    type SchemaDescriptor
    type SchemaShape
    type ServerInfo
    type Signal
    type Summary
    type TypeName
    type Value
    type ValueOf
    type ValueType
    type Warning
    type WrittenQuery
    type ZonedDateTime
    all
    amend
    and
    any
    at
    avg
    caseOf
    caseWhen
    coalesce
    collect
    concat
    count
    createGraph
    cypher
    declareFunction
    defineSchema
    distinct
    elementId
    filter
    float
    fragment
    get
    head
    id
    isFloat
    isGraphNode
    isGraphPath
    isGraphRelationship
    isNormalized
    isOffsetTime
    isPoint
    isType
    label
    labels
    list
    listOf
    map
    max
    min
    neo4j
    node
    none
    not
    or
    parsePropertySpec
    project
    propertyKey
    reduce
    relationship
    relationshipType
    runOn
    single
    size
    slice
    sum
    toLower
    toUpper
    type"
  `)
})
