import { kinds, type ServerKind } from '../../tools/servers/kinds.ts'

/** An engine that the suite can run on. */
export type EngineName = 'grafeo' | ServerKind

const known = ['grafeo', ...Object.keys(kinds)]

const isEngine = (name: string): name is EngineName => known.includes(name)

const chosen = (names: string): readonly EngineName[] =>
  names.split(',').map((name) => {
    if (!isEngine(name)) throw new Error(`MOTIF_ENGINES: there is no engine '${name}'; there is ${known.join(', ')}`)
    return name
  })

/** The engines this run is on: `MOTIF_ENGINES=grafeo,neo4j`. Grafeo alone, which needs no server, when nothing is said. */
export const engines: readonly EngineName[] = chosen(process.env['MOTIF_ENGINES'] ?? 'grafeo')

/** Those of them that are servers. */
export const servers: readonly ServerKind[] = engines.filter((name) => name !== 'grafeo')
