import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { formatSpec, parseSpec } from '../../src/catalog/spec.ts'

describe('a property type in one word', () => {
  it.each([
    'integer',
    'bigint?',
    'any?',
    'list<string>',
    'list<integer?>?',
    'integer|string',
    'list<integer|string>|boolean?',
    'list<list<date>>',
  ])('%s is read and written back the same', (spec) => {
    expect(formatSpec(parseSpec(spec))).toBe(spec)
  })

  it('reads a nullable union of a list and a scalar', () => {
    expect(parseSpec('list<float>|string?')).toEqual({
      kind: 'union',
      of: [
        { kind: 'list', of: { kind: 'float', nullable: false }, nullable: false },
        { kind: 'string', nullable: false },
      ],
      nullable: true,
    })
  })

  it('takes spaces', () => {
    expect(formatSpec(parseSpec(' integer | string ?'))).toBe('integer|string?')
  })

  it.each(['', 'int', 'list<>', 'list<integer', 'integer|', 'Date', 'map'])(
    'refuses %j, naming it and what can stand there',
    (spec) => {
      expect(() => parseSpec(spec)).toThrow(GraphError)
      expect(() => parseSpec(spec)).toThrow(`'${spec}' is not a property type; write one of string, boolean, integer`)
    },
  )
})
