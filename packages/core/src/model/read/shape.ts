import { refusal } from '../refuse.ts'
import { isPlain, type Plain } from './plain.ts'

// Lengths are said, so that no name, whatever it holds, reads like two.
const text = (word: string): string => `${word.length}:${word}`

const missing = (at: string): never => {
  throw refusal(`${at.slice(1)} is undefined: leave it out, or say null`)
}

/** What is part of the plan by itself: names, directions, switches. */
const literal = (given: unknown, at: string): string => {
  if (given === undefined) return missing(at)
  if (Array.isArray(given)) return `[${each(given, at, literal)}]`
  return isPlain(given) ? `{${entries(given, at, literal)}}` : `${typeof given}${text(String(given))}`
}

const each = (list: readonly unknown[], at: string, shape: (given: unknown, at: string) => string): string => {
  let all = ''
  for (let i = 0; i < list.length; i++) all += `${shape(list[i], `${at}[${i}]`)},`
  return all
}

const entries = (map: Plain, at: string, shape: (given: unknown, at: string) => string): string => {
  let all = ''
  for (const key of Object.keys(map)) all += `${text(key)}${shape(map[key], `${at}.${key}`)},`
  return all
}

/** Values are bound anew each time: of one the plan holds whether it is null, and which switch it is. */
const condition = (given: unknown, at: string): string => {
  if (given === undefined) return missing(at)
  if (given === null) return 'n'
  if (typeof given === 'boolean') return given ? 't' : 'f'
  if (!isPlain(given)) return Array.isArray(given) ? list(given, at) : 'v'
  const label = ofRelation.some((word) => Object.hasOwn(given, word)) && Object.hasOwn(given, 'label')
  return `{${entries(given, at, condition)}}${label ? literal(given['label'], `${at}.label`) : ''}`
}

/** What is said of a relation; a label beside it is no value, but narrows it. */
const ofRelation = ['some', 'every', 'none']

/** A list of conditions, or of values. */
const list = (given: readonly unknown[], at: string): string => {
  for (let i = 0; i < given.length; i++) if (given[i] === undefined) missing(`${at}[${i}]`)
  return given.some(isPlain) ? `[${each(given, at, condition)}]` : given.length === 0 ? '[]' : 'l'
}

const choice = (given: unknown, at: string): string => {
  if (!isPlain(given)) return literal(given, at)
  return `{${entries(given, at, (each, place) => (isPlain(each) ? `{${options(each, place)}}` : literal(each, place)))}}`
}

const counted = (given: unknown, at: string): string => (typeof given === 'number' ? '#' : literal(given, at))

const parts: Readonly<Record<string, ((given: unknown, at: string) => string) | undefined>> = {
  where: condition,
  key: condition,
  cursor: (given, at) => (Array.isArray(given) ? each(given, at, condition) : missing(at)),
  keys: (given, at) => (given === undefined ? missing(at) : '#'),
  select: choice,
  include: choice,
  limit: counted,
  skip: counted,
}

/**
 * What arguments are but for their values: arguments of one shape have one plan, with the values at hand.
 *
 * @example
 * options({ where: { age: { gte: 18 } } }) === options({ where: { age: { gte: 21 } } })
 * @throws GraphError USAGE where something is undefined.
 */
export const options = (given: Plain, at: string = ''): string => {
  let all = ''
  for (const key of Object.keys(given)) {
    const shape = Object.hasOwn(parts, key) ? parts[key] : undefined
    all += `${text(key)}${(shape ?? literal)(given[key], `${at}.${key}`)},`
  }
  return all
}
