import { describe, expect, it } from 'vitest'
import { names } from '../../src/expression/names.ts'
import { isOperator, isTreed } from '../../src/expression/operation.ts'
import { tree } from '../../src/expression/value.ts'

// The types of a scope stand in builder/; here a name is whatever a callback may write.
const scope = names as Readonly<Record<string, Readonly<Record<string, { (other: unknown): unknown }>>>>

describe('names in a callback', () => {
  it('are variables, and what is read off them properties', () => {
    const { u } = scope
    expect(isTreed(u) && u[tree]).toEqual({ kind: 'variable', name: 'u' })
    const name = u?.['name']
    expect(isTreed(name) && name[tree]).toEqual({ kind: 'property', of: { kind: 'variable', name: 'u' }, key: 'name' })
  })
  it('keep what was asked for once', () => {
    expect(scope['u']?.['name']).toBe(scope['u']?.['name'])
  })
  it('take an operator where it is called, and a property of its name where it is not', () => {
    const age = scope['n']?.['eq']
    expect(isTreed(age) && age[tree]).toEqual({ kind: 'property', of: { kind: 'variable', name: 'n' }, key: 'eq' })
    const compared = scope['n']?.['eq']?.(3)
    expect(isTreed(compared) && compared[tree]).toMatchObject({
      kind: 'binary',
      operator: '=',
      left: { kind: 'variable', name: 'n' },
    })
    expect(isOperator('eq')).toBe(true)
    expect(isOperator('constructor')).toBe(false)
  })
})
