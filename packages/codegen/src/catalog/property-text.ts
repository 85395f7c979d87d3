import type { PropertyModel } from './model.ts'
import { formatSpec } from './spec.ts'

/** A property's type in a word, an enum by its values: `integer?`, `'draft'|'sent'?`. */
export const propertyText = ({ type, values }: PropertyModel): string =>
  values === undefined
    ? formatSpec(type)
    : `${values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join('|')}${type.nullable ? '?' : ''}`
