import { GraphError } from '@motif/core'
import type { GrafeoOptions } from './engine.ts'

const flags: ReadonlySet<string> = new Set(['create', 'readOnly'])

/** `grafeo::memory:`, `grafeo:./air.db`, `grafeo:/var/air.db?create=true`. */
export const parseGrafeoUrl = (url: string): GrafeoOptions => {
  const [, place = '', query = ''] = /^grafeo:([^?]*)(?:\?(.*))?$/.exec(url) ?? []
  const options = flagsIn(query)
  if (place === ':memory:') return options
  const path = place.startsWith('///') ? place.slice(2) : place
  if (path === '' || path.startsWith('//')) {
    throw new GraphError(
      'USAGE',
      'an embedded graph is grafeo::memory: or a file, as in grafeo:./air.db or grafeo:/var/air.db',
    )
  }
  return { ...options, path }
}

const flagsIn = (query: string): GrafeoOptions => {
  const options: Record<string, boolean> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    if (!flags.has(name))
      throw new GraphError('USAGE', `grafeo knows the options ${[...flags].join(', ')}, not ${name}`)
    if (value !== 'true' && value !== 'false') throw new GraphError('USAGE', `${name} is true or false`)
    options[name] = value === 'true'
  }
  return options
}
