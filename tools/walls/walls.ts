// The walls between rooms, as one table. `write.ts` turns it into lint rules; ARCHITECTURE.md tells it in words.

/** An import that is not allowed, by a regular expression over what stands in quotes. */
export interface Ban {
  readonly regex: string
  readonly message: string
  readonly allowTypeImports?: boolean
}

/** Files, and what they may not import. */
export interface Wall {
  readonly files: readonly string[]
  readonly bans: readonly Ban[]
}

/** What a room of core may import besides itself: from some rooms anything, from others types alone. */
interface Room {
  readonly all: readonly string[]
  readonly types: readonly string[]
}

// The ground floor: what a value is and what an error is. Every room stands on it.
const ground = ['value', 'error']
const below = [...ground, 'schema', 'ast']

const rooms: Readonly<Record<string, Room>> = {
  value: { all: ['error'], types: [] },
  error: { all: [], types: ['value'] },
  schema: { all: ground, types: [] },
  ast: { all: ground, types: [] },
  dialect: { all: [...ground, 'ast'], types: ['schema', 'compile'] },
  compile: { all: [...below, 'dialect'], types: [] },
  rows: { all: [...ground, 'schema'], types: ['compile', 'execute'] },
  execute: { all: [...ground, 'ast'], types: ['compile', 'dialect', 'schema'] },
  grammar: { all: below, types: [] },
  pattern: { all: [...below, 'grammar'], types: [] },
  expression: { all: [...below, 'grammar', 'pattern'], types: [] },
  raw: { all: [...below, 'grammar', 'pattern', 'expression'], types: [] },
  builder: { all: [...below, 'grammar', 'pattern', 'expression', 'raw'], types: ['compile', 'dialect', 'execute'] },
  model: { all: [...below, 'grammar', 'pattern', 'expression', 'raw', 'builder'], types: ['execute'] },
  plugins: { all: below, types: ['compile', 'execute'] },
  testing: { all: [], types: [] },
}

const engines = ['bolt', 'grafeo', 'ladybug', 'age', 'falkordb', 'geode']

const into = (folders: readonly string[]): string => `^(?:\\.\\.?/)+(?:${folders.join('|')})/`

const alone: Ban = { regex: '^[^.]', message: 'core depends on nothing, not even on a module of Node' }
const joined: Ban = {
  regex: '^(?:\\.\\.?/)+(?:graph|index)\\.ts$|^(?:\\.\\./)+(?:grafeo|dialects|functions)\\.ts$',
  message: 'graph.ts, grafeo.ts, dialects.ts and functions.ts join the rooms of core; no room imports them',
}

const roomOfCore = ([name, { all, types }]: [string, Room]): Wall => {
  const others = Object.keys(rooms).filter((other) => other !== name && !all.includes(other))
  const never = others.filter((other) => !types.includes(other))
  return {
    files: [`packages/core/src/${name}/**/*.ts`],
    bans: [
      alone,
      joined,
      { regex: into(never), message: `a wall: core/${name} does not know that room` },
      ...(types.length === 0
        ? []
        : [{ regex: into(types), allowTypeImports: true, message: `core/${name} imports types alone from that room` }]),
    ],
  }
}

const foreign: Ban = {
  regex: '^(?:\\.\\./)+(?:packages/)?(?:core|driver|codegen)/',
  message: 'another package is imported by its name',
}
const deep: Ban = { regex: '^@motif/[^/]+/(?:src|dist)', message: 'a package is entered by its public entries' }
const upward: Ban = { regex: '^@motif/codegen', message: 'driver stands below codegen' }
const morph: Ban = { regex: '^ts-morph$', message: 'ts-morph never enters a program that runs queries' }
const zod: Ban = { regex: '^zod(?:/|$)', message: 'zod is slow to load: driver/environment alone may use it' }
const anyEngine: Ban = {
  regex: into(engines),
  message: 'an engine is loaded by its own subpath; only connect.ts and environment know which URL means which',
}
const otherEngines = (own: string): Ban => ({
  regex: into(engines.filter((each) => each !== own)),
  message: 'an engine knows no other engine',
})
const machine: Ban = { regex: '^node:', message: 'bytes in, values out: nothing of the machine here' }

const ofDriver = [foreign, deep, upward, morph]
const pureBolt = ['packstream/**/*', 'chunk/**/*', 'message/**/*', 'version/**/*', 'chunk', 'message', 'version']

const driver: readonly Wall[] = [
  { files: ['packages/driver/src/**/*.ts'], bans: [...ofDriver, zod, anyEngine] },
  { files: ['packages/driver/src/environment/**/*.ts'], bans: ofDriver },
  { files: ['packages/driver/src/connect.ts', 'packages/driver/src/testing/**/*.ts'], bans: [...ofDriver, zod] },
  ...engines.map((name) => ({
    files: [`packages/driver/src/${name}/**/*.ts`],
    bans: [...ofDriver, zod, otherEngines(name)],
  })),
  {
    files: pureBolt.map((each) => `packages/driver/src/bolt/${each}.ts`),
    bans: [...ofDriver, zod, otherEngines('bolt'), machine],
  },
]

const graph = '@motif/driver(?:/|$)'
const disk = '(?:node:)?fs(?:/|$)'
const ofCodegen = (room: string, message: string, apart: readonly string[], outside: string): Wall => ({
  files: [`packages/codegen/src/${room}/**/*.ts`],
  bans: [foreign, deep, { regex: into(apart), message }, { regex: `^(?:${outside})`, message }],
})

const codegen: readonly Wall[] = [
  { files: ['packages/codegen/src/**/*.ts'], bans: [foreign, deep] },
  ofCodegen('emit', 'emit never talks to a graph', ['introspect', 'check', 'cli'], graph),
  ofCodegen('diagram', 'a diagram is drawn of a catalogue', ['introspect', 'emit', 'check', 'cli'], `${graph}|${disk}`),
  ofCodegen('introspect', 'introspect never writes a file', ['emit', 'check', 'cli'], disk),
  ofCodegen('migrate', 'migrations know no command', ['check', 'cli'], 'ts-morph$'),
  ofCodegen('statement', 'statements are asked through an executor', ['migrate', 'transfer', 'check', 'cli'], graph),
  ofCodegen('transfer', 'dump, load and copy know no command', ['emit', 'check', 'cli'], 'ts-morph$'),
  ofCodegen(
    'catalog',
    'the catalogue is plain data',
    ['introspect', 'emit', 'check', 'cli'],
    `${graph}|${disk}|ts-morph$`,
  ),
]

const outside: Wall = {
  files: ['examples/**/*.ts', 'test/engines/**/*.ts'],
  bans: [
    deep,
    {
      regex: '^(?:\\.\\./)+packages/',
      message: 'examples and the engine suite use the public entries, as a user does',
    },
  ],
}

/** Every wall; where two speak of one file, the later counts. */
export const walls: readonly Wall[] = [
  { files: ['packages/core/src/*.ts'], bans: [alone] },
  ...Object.entries(rooms)
    .filter(([name]) => name !== 'testing')
    .map(roomOfCore),
  {
    files: ['packages/core/src/testing/**/*.ts'],
    bans: [
      {
        regex: into(Object.keys(rooms).filter((name) => name !== 'testing')),
        message: 'core/testing stands on the public entries of core',
      },
      { regex: '^(?:[^.@]|@[^m])', message: alone.message },
    ],
  },
  ...driver,
  ...codegen,
  outside,
]
