import { expect, test } from 'vitest'
import { parseGrafeoUrl } from '../../src/grafeo/url.ts'

test.each([
  ['grafeo::memory:', {}],
  ['grafeo:./air.db', { path: './air.db' }],
  ['grafeo:air.db', { path: 'air.db' }],
  ['grafeo:/var/air.db?create=true', { path: '/var/air.db', create: true }],
  ['grafeo:///var/air.db', { path: '/var/air.db' }],
  ['grafeo:./air.db?readOnly=true&create=false', { path: './air.db', readOnly: true, create: false }],
])('%s', (url, options) => expect(parseGrafeoUrl(url)).toEqual(options))

test.each([
  ['grafeo:', 'grafeo::memory: or a file'],
  ['grafeo://host/air.db', 'grafeo::memory: or a file'],
  ['grafeo:./air.db?creat=true', 'grafeo knows the options create, readOnly, not creat'],
  ['grafeo:./air.db?create=yes', 'create is true or false'],
])('%s is refused', (url, message) => expect(() => parseGrafeoUrl(url)).toThrow(message))
