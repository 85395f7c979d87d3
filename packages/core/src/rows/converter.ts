import type { ValueType } from '../value/value-type.ts'

export interface ReadOptions { readonly temporal?: 'temporal' | 'date' | 'string' | undefined }
export type Convert = (value: unknown) => unknown
export const converterFor = (_type: ValueType, _column: string, _options: ReadOptions): Convert => value => value
