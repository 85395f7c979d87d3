import type { Quote } from '../ast/quote.ts'

const plain = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/

/** The name of a function or procedure as text, namespace by namespace. */
export const callName = (name: string, quote: Quote): string =>
  plain.test(name) ? name : name.split('.').map(quote).join('.')
