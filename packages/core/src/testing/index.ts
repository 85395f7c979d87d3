/**
 * For tests of programs that use Motif: an executor that records, and a comparison of Cypher. No test runner needed.
 *
 * @module
 */
export { type RecordingExecutor, type RecordingOptions, recordingExecutor } from './recording-executor.ts'
export { type Compilable, CypherDiffersError, expectCypher, type ExpectedCypher } from './expect-cypher.ts'
