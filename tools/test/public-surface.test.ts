import { describe, expect, it } from 'vitest'
import { packages } from '../manifest.ts'
import { namesOf } from './names-of.ts'

// A name here is a promise. After a change that is meant, `npx vitest run tools/test/public-surface.test.ts -u` writes
// the lists anew.
describe('the public surface', () => {
  it('has these entries', () => {
    const entries = packages.flatMap(({ manifest }) =>
      Object.keys(manifest.exports).map((subpath) => subpath.replace('.', manifest.name)),
    )
    expect(entries).toEqual([
      '@motif/core',
      '@motif/core/ast',
      '@motif/core/dialects',
      '@motif/core/functions',
      '@motif/core/grafeo',
      '@motif/core/model',
      '@motif/core/offset-time',
      '@motif/core/plugins',
      '@motif/core/rows',
      '@motif/core/testing',
      '@motif/driver',
      '@motif/driver/bolt',
      '@motif/driver/environment',
      '@motif/driver/grafeo',
      '@motif/driver/observe',
      '@motif/driver/testing',
      '@motif/codegen',
    ])
  })

  it('@motif/core/ast', () => {
    expect(namesOf('@motif/core/ast')).toMatchInlineSnapshot(`
      "type BinaryOperator
      type CaseBranch
      type Clause
      type DynamicLabel
      type Expression
      type LabelExpression
      type MapEntry
      type NodePattern
      type PathGroup
      type PathSelector
      type Pattern
      type ProjectionEntry
      type ProjectionItem
      type Quantifier
      type RelationshipPattern
      type RemoveItem
      type SetItem
      type SortItem
      type Transactions
      type Visitor
      mapClauses
      mapExpression
      walkClauses
      walkExpression"
    `)
  })

  it('@motif/core/dialects', () => {
    expect(namesOf('@motif/core/dialects')).toMatchInlineSnapshot(`
      "arcadedb
      falkordb
      memgraph
      neo4j2025
      neo4j5"
    `)
  })

  it('@motif/core/functions', async () => {
    await expect(`${namesOf('@motif/core/functions').replaceAll('\n', ' ')}\n`).toMatchFileSnapshot('functions.names')
  })

  it('@motif/core/grafeo', () => {
    expect(namesOf('@motif/core/grafeo')).toMatchInlineSnapshot(`"grafeo"`)
  })

  it('@motif/core/model', () => {
    expect(namesOf('@motif/core/model')).toMatchInlineSnapshot(`
      "type Created
      type Deleted
      type Hooks
      type IdBlock
      type Joined
      type Model
      type ModelChanges
      type ModelData
      type ModelDoor
      type ModelKey
      type ModelRow
      type ModelWhere
      type Models
      type Page
      type StandardIssue
      type StandardResult
      type StandardSchema
      type Updated
      models"
    `)
  })

  it('@motif/core/offset-time', () => {
    expect(namesOf('@motif/core/offset-time')).toMatchInlineSnapshot(`"OffsetTime"`)
  })

  it('@motif/core/plugins', () => {
    expect(namesOf('@motif/core/plugins')).toMatchInlineSnapshot(`
      "type NamingOptions
      type NeutralRow
      type PatternUse
      type Plugin
      type PluginGiven
      type QueryTagsOptions
      type SoftDeleteOptions
      type StatementChanges
      type TenantOptions
      mapStatement
      naming
      queryTags
      softDelete
      tenant"
    `)
  })

  it('@motif/core/rows', () => {
    expect(namesOf('@motif/core/rows')).toMatchInlineSnapshot(`
      "type ReadOptions
      type Reader
      type Row
      type TemporalPolicy
      reader"
    `)
  })

  it('@motif/core/testing', () => {
    expect(namesOf('@motif/core/testing')).toMatchInlineSnapshot(`
      "type Compilable
      CypherDiffersError
      type ExpectedCypher
      type RecordingExecutor
      type RecordingOptions
      expectCypher
      recordingExecutor"
    `)
  })

  it('@motif/driver', () => {
    expect(namesOf('@motif/driver')).toMatchInlineSnapshot(`
      "type AcquireRequest
      type AnyQuery
      type AuthToken
      type BeginOptions
      type BeginRequest
      type BookmarkManager
      type BookmarkManagerOptions
      type CloseOptions
      type Codec
      type CommitReply
      type ConnectOptions
      type Connection
      Database
      type EndSignal
      type Engine
      type EngineCapabilities
      type EngineInfo
      type Failure
      type IsolationLevel
      type Limits
      type ManagedOptions
      ManagedTransaction
      type NotificationFilter
      type Page
      type PoolOptions
      type PoolStatistics
      type PullRequest
      type RunReply
      type RunRequest
      type SavepointRequest
      Session
      type SessionOptions
      type ShutdownOptions
      type Tail
      type Target
      Transaction
      type TransactionOptions
      type UrlOptions
      bookmarkManager
      connect
      shutdownOn"
    `)
  })

  it('@motif/driver/bolt', () => {
    expect(namesOf('@motif/driver/bolt')).toMatchInlineSnapshot(`
      "type Address
      type AuthManager
      type AuthToken
      type BoltOptions
      type ClientCertificate
      type NetworkOptions
      type NotificationFilter
      type PemSource
      type PoolOptions
      type ProvidedToken
      type RefreshingOptions
      type ResolvedAddresses
      type ServerFailure
      type TlsOptions
      UnsupportedValue
      basicAuth
      bearerAuth
      bolt
      customAuth
      kerberosAuth
      noAuth
      refreshingAuth"
    `)
  })

  it('@motif/driver/environment', () => {
    expect(namesOf('@motif/driver/environment')).toMatchInlineSnapshot(`
      "type Environment
      type Profile
      type UrlOptions
      fromEnvironment"
    `)
  })

  it('@motif/driver/grafeo', () => {
    expect(namesOf('@motif/driver/grafeo')).toMatchInlineSnapshot(`
      "type GrafeoOptions
      fromUrl
      grafeo"
    `)
  })

  it('@motif/driver/observe', () => {
    expect(namesOf('@motif/driver/observe')).toMatchInlineSnapshot(`
      "type AcquireEvent
      type Attributes
      type CloseEvent
      type ConnectEvent
      type Events
      type PoolNotice
      type QueryEvent
      type QueryLogEntry
      type QueryLogOptions
      type RetryEvent
      type TransactionEvent
      attributesOf
      queryLog
      subscribe"
    `)
  })

  it('@motif/driver/testing', () => {
    expect(namesOf('@motif/driver/testing')).toMatchInlineSnapshot(`
      "type Conversation
      type Exchange
      type FreshGraphOptions
      type ReceivedRequest
      type RequestName
      type ScriptedReply
      ScriptedServer
      type ServerScript
      cut
      failure
      freshGraph
      ignored
      noop
      record
      scriptedServer
      success"
    `)
  })

  it('@motif/codegen', () => {
    expect(namesOf('@motif/codegen')).toMatchInlineSnapshot(`
      "type Catalog
      type CheckReport
      type CleanUpOptions
      type CleanUpReport
      type Config
      type Constraint
      type ConstraintKind
      type CopyOptions
      type DiagramFormat
      type DiagramOptions
      type Difference
      type DownOptions
      type DownTarget
      type DryMigration
      type DryStep
      type DumpOptions
      type DumpReport
      type ElementEntry
      type ElementOverride
      type Emitted
      type EndPair
      type FileDifference
      type Generated
      type GeneratedFile
      type Index
      type IndexKind
      type Input
      type IntegerPolicy
      type IntoOptions
      type IntoReport
      type IntrospectOptions
      type LabelSet
      type Lacking
      type LoadOptions
      type LockHolder
      type MigrateConfig
      type MigrateProgress
      type Migration
      type MigrationFile
      type MigrationRecord
      type MigrationStatus
      type MigrationsRun
      type MigrationsStatus
      type Migrator
      type MigratorOptions
      type Naming
      type NodeOverride
      type Output
      type Overrides
      type Place
      type PlainValue
      type Plan
      type PlannedStep
      type Progress
      type PropertyEntry
      type PropertyOverride
      type RelationshipEntry
      type RunMigrationsOptions
      type RunOptions
      type Samples
      type Scan
      type ShapeOptions
      type StatementFault
      type StatementsConfig
      type StatementsReport
      type Step
      type StepHelp
      type StepValue
      type TemporalPolicy
      type TransferProgress
      type TypeCounts
      type TypeWord
      type UpOptions
      type ValueWish
      type WantedElement
      type WantedGraph
      type WantedIndex
      type WantedProperty
      type WrittenFile
      check
      checkStatements
      cleanUp
      copy
      defineConfig
      defineGraph
      defineMigration
      diagram
      differenceText
      dump
      generate
      introspect
      load
      migrator
      writeFiles"
    `)
  })
})
