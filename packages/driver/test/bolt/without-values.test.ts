import { inspect } from 'node:util'
import { GraphError } from '@motif/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../src/engine.ts'
import { report } from '../../src/error/report.ts'
import { classifyError } from '../../src/bolt/classify-error.ts'
import { ServerFailure } from '../../src/bolt/server-failure.ts'
import { withoutValues } from '../../src/bolt/without-values.ts'

const statement = 'Neo.ClientError.Statement.'
const schema = 'Neo.ClientError.Schema.'

describe('a value in a failure', () => {
  const secret = 'correct horse'
  const engine = { name: 'neo4j', version: '5.26.30', classify: classifyError } as unknown as Engine

  it.each([
    [
      `${schema}ConstraintValidationFailed`,
      `Node(0) already exists with label \`U\` and property \`id\` = '${secret}'`,
    ],
    [`${schema}ConstraintValidationFailed`, `something else about \`id\` = '${secret}' and more`],
    [
      'Neo.DatabaseError.Schema.ConstraintCreationFailed',
      `Unable to create Constraint( name='c' ):\nBoth Node(7) and Node(8) have the label \`D\` and property \`v\` = '${secret}'. Note that only the first found violation is shown.`,
    ],
    [`${statement}SyntaxError`, `Text cannot be parsed to a Date\n"it's ${secret}"\n ^`],
    [
      `${statement}SyntaxError`,
      `Invalid value for TimeZone: Text '${secret}' could not be parsed at index 0\n"${secret}"\n ^`,
    ],
    [`${statement}ArgumentError`, `LIMIT: Invalid input. '${secret}' is not a valid value.`],
    [
      `${statement}TypeError`,
      `Invalid input for function 'toInteger()': Expected a String, Float, Integer or Boolean, got: List{String("${secret}")}`,
    ],
    [`${statement}TypeError`, `Encountered: Map{${secret} -> String("a \\" ) } b")}.`],
    [
      `${statement}ExternalResourceFailed`,
      `Cannot load from URL 'file:///x': Couldn't load the external resource at: file:///${secret} ()`,
    ],
    [
      'Neo.ClientError.Procedure.ProcedureCallFailed',
      `Failed to invoke procedure \`p\`: Caused by: java.lang.RuntimeException: ${secret}`,
    ],
    ['Neo.DatabaseError.Statement.ExecutionFailed', `Unknown field: ${secret}`],
  ])('of %s is in nothing that is printed: %s', (code, message) => {
    const cause = new ServerFailure(`22N36: Cannot parse '${secret}' as a Date.`, { code })
    const failure = new ServerFailure(message, {
      code,
      gqlStatus: '22007',
      statusDescription: `error: cannot parse '${secret}'`,
      diagnosticRecord: { _status_parameters: { value: secret } },
      cause,
    })
    const error = report(engine, failure)
    expect(error).toBeInstanceOf(GraphError)
    for (const shown of [
      inspect(error, { depth: null }),
      inspect(error, { showHidden: true }),
      JSON.stringify(error),
      String(failure.stack),
    ]) {
      expect(shown).not.toContain(secret)
    }
    expect(failure.serverMessage).toBe(message)
  })
})

describe('what is left of a message', () => {
  it.each([
    [
      `${statement}ArgumentError`,
      'Cannot create WGS84 point with invalid coordinate: [0.0, -31337.5]. Valid range is [-90, 1e5].',
      'Cannot create WGS84 point with invalid coordinate: ….',
    ],
    [
      `${statement}ArgumentError`,
      'Invalid value for MonthOfYear, valid values 1 - 12: 31337',
      'Invalid value for MonthOfYear, valid values … - …: …',
    ],
    [
      `${statement}ArgumentError`,
      "It doesn't match, and it can't: there's nothing",
      "It doesn't match, and it can't: there's nothing",
    ],
    [
      'Neo.DatabaseError.Statement.ExecutionFailed',
      "Failed to alter the specified user 'ada': 'SET STATUS' is not available in community edition.",
      'Failed to alter the specified user: …',
    ],
    [
      `${statement}SyntaxError`,
      "Invalid input 'x' (line 1, column 1 (offset: 0))\n\"x 'y' 1\"\n ^",
      "Invalid input 'x' (line 1, column 1 (offset: 0))\n\"x 'y' 1\"\n ^",
    ],
    [
      'Neo.ClientError.Security.Forbidden',
      "Setting property 'name' is not allowed for user 'ada'.",
      "Setting property 'name' is not allowed for user 'ada'.",
    ],
    [
      `${schema}ConstraintAlreadyExists`,
      "Constraint already exists: Constraint( id=4, name='u', schema=(:U {id}) )",
      "Constraint already exists: Constraint( id=4, name='…', schema=(:U {id}) )",
    ],
  ])('%s: %s', (code, message, expected) => {
    expect(withoutValues(message, code)).toBe(expected)
  })

  const messages: readonly [string, (value: string) => string][] = [
    [`${statement}SyntaxError`, (value) => `Text cannot be parsed to a Date\n"${value}"\n ^`],
    [
      `${statement}SyntaxError`,
      (value) => `Invalid value for TimeZone: Text '${value}' could not be parsed at index 0`,
    ],
    [`${statement}ArgumentError`, (value) => `SKIP: Invalid input. '${value}' is not a valid value.`],
    [`${statement}TypeError`, (value) => `Expected a String, got: List{Long(5), String("${value}")}`],
    [`${statement}TypeError`, (value) => `Encountered: Map{a -> String("${value}")}.`],
    [`${statement}ExternalResourceFailed`, (value) => `Cannot load from URL '${value}': Couldn't load: ${value}`],
    ['Neo.ClientError.Procedure.ProcedureCallFailed', (value) => `Failed: Caused by: java.lang.Error: ${value}`],
    [
      `${schema}ConstraintValidationFailed`,
      (value) => `Node(0) already exists with label \`U\` and property \`a\` = ${value}`,
    ],
  ]

  it.each(messages)('of %s holds nothing of any value', (code, words) => {
    const odd = fc.string({
      unit: fc.constantFrom('"', "'", '`', '\n', ' ', ':', '{', ')', '=', '…', 'a', '1'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(odd, odd, (before, after) => {
        expect(withoutValues(words(`${before}SECRET${after}`), code)).not.toContain('SECRET')
      }),
    )
  })
})
