import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/cli/load-config.ts'
import { freshFolder } from '../folder.ts'

/** What loading a config with this text says, its path left out. */
const complaint = async (text: string): Promise<string> => {
  const folder = freshFolder({ 'motif.config.ts': text })
  const error: unknown = await loadConfig(folder, undefined).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'USAGE' })
  return (error as Error).message.replaceAll(`${folder}/`, '')
}

const config = (body: string): string =>
  `import { defineConfig } from '@motif/codegen'\n\nexport default defineConfig({\n${body}\n})\n`

describe('a config', () => {
  it('is loaded as TypeScript, wherever its package is installed', async () => {
    const folder = freshFolder({
      'motif.config.ts': config(
        "  url: 'grafeo:./a.db' satisfies string,\n  overrides: { nodes: { User: { properties: { age: 'integer?', born: { type: 'date' } } } } },\n  scan: { sample: size }",
      ).replace('\n\n', "\nimport { size } from './size.ts'\n\n"),
      'size.ts': 'export const size: number = 1_000\n',
    })
    expect(await loadConfig(folder, undefined)).toEqual({
      config: {
        url: 'grafeo:./a.db',
        scan: { sample: 1_000 },
        overrides: { nodes: { User: { properties: { age: 'integer?', born: { type: 'date' } } } } },
      },
      directory: folder,
      path: join(folder, 'motif.config.ts'),
    })
  })

  it('may be named, and its folder is what paths are taken from', async () => {
    const folder = freshFolder({ 'conf/graph.mjs': "export default { output: 'a.ts' }" })
    expect(await loadConfig(folder, 'conf/graph.mjs')).toMatchObject({
      config: { output: 'a.ts' },
      directory: join(folder, 'conf'),
    })
    await expect(loadConfig(folder, 'conf/other.ts')).rejects.toThrow(
      `there is no config at ${join(folder, 'conf/other.ts')}; \`motif init\` writes one`,
    )
  })

  it('may be absent', async () => {
    const folder = freshFolder()
    expect(await loadConfig(folder, undefined)).toEqual({ config: {}, directory: folder, path: undefined })
  })

  it('that is wrong is refused by line and key', async () => {
    expect(await complaint(config("  output: 'a.ts',\n  outpt: 'b.ts',"))).toBe(
      'motif.config.ts is not right:\n  line 5: outpt: there is no such key',
    )
    expect(await complaint(config("  temporal: 'Temporal',"))).toBe(
      'motif.config.ts is not right:\n  line 4: temporal: Invalid option: expected one of "temporal"|"date"|"string"',
    )
    expect(await complaint(config('  scan: { sample: 0 },'))).toBe(
      'motif.config.ts is not right:\n  line 4: scan.sample: Too small: expected number to be >0',
    )
    expect(await complaint(config("  scan: 'half',"))).toBe(
      "motif.config.ts is not right:\n  line 4: scan: expected 'full' or { sample: 1_000 }",
    )
    expect(await complaint(config('  zod: true,'))).toBe(
      'motif.config.ts is not right:\n  line 4: zod: expected a path or false',
    )
  })

  it('that is wrong is refused by the line of the key, not of a comment that proposes it', async () => {
    expect(
      await complaint(
        config("  // output: 'a.ts',\n  /* zod:\n  scan: */\n  scan: 'half', // url: 'neo4j://x'\n  output: 5,"),
      ),
    ).toBe(
      "motif.config.ts is not right:\n  line 8: output: Invalid input: expected string, received number\n  line 7: scan: expected 'full' or { sample: 1_000 }",
    )
  })

  it('with an override that is wrong is refused by line and key too', async () => {
    const override = (property: string): string =>
      config(
        `  overrides: {\n    nodes: {\n      User: {\n        properties: {\n          age: ${property},\n        },\n      },\n    },\n  },`,
      )
    const before = 'motif.config.ts is not right:\n  line 8: overrides.nodes.User.properties.age'
    expect(await complaint(override("'int'"))).toContain(
      `${before}: 'int' is not a property type; write one of string, boolean`,
    )
    expect(await complaint(override("{ type: 'int' }"))).toContain(`${before}.type: 'int' is not a property type`)
    expect(await complaint(override('{ nulable: true }'))).toBe(`${before}.nulable: there is no such key`)
    expect(await complaint(override('5'))).toBe(
      `${before}: expected a type such as 'integer?' or { type, nullable, comment, enum, omit }`,
    )
    expect(await complaint(config('  overrides: { nodes: { User: { key: true } } },'))).toBe(
      "motif.config.ts is not right:\n  line 4: overrides.nodes.User.key: expected 'id', ['tenant', 'id'] or false",
    )
    expect(await complaint(config("  overrides: { relationships: { KNOWS: { key: 'id' } } },"))).toBe(
      'motif.config.ts is not right:\n  line 4: overrides.relationships.KNOWS.key: there is no such key',
    )
    expect(await complaint(config("  overrides: { nodes: { User: { name: 'user' } } },"))).toBe(
      'motif.config.ts is not right:\n  line 4: overrides.nodes.User.name: a name of an interface begins with a capital and has letters, digits and _',
    )
  })

  it('with samples, names or enums that are wrong is refused by line and key too', async () => {
    const before = 'motif.config.ts is not right:\n  line 4: '
    expect(await complaint(config('  samples: 0,'))).toBe(`${before}samples: Too small: expected number to be >0`)
    expect(await complaint(config("  samples: 'some',"))).toBe(
      `${before}samples: expected a number or { count: 3, redact: ['email'] }`,
    )
    expect(await complaint(config("  naming: { label: 'User' },"))).toBe(`${before}naming.label: expected a function`)
    expect(await complaint(config("  naming: { node: 'Node' },"))).toBe(
      `${before}naming.node: a pattern has {Name} or {name} once, and letters, digits, _ or $ around it`,
    )
    expect(await complaint(config("  naming: { node: '{Name}', properties: '{Name}' },"))).toBe(
      `${before}naming.node: is the pattern of the properties, too`,
    )
    expect(await complaint(config('  overrides: { nodes: { User: { properties: { role: { enum: 0 } } } } },'))).toBe(
      `${before}overrides.nodes.User.properties.role.enum: Too small: expected number to be >0`,
    )
    expect(await complaint(config('  overrides: { nodes: { User: { properties: { role: { enum: [] } } } } },'))).toBe(
      `${before}overrides.nodes.User.properties.role.enum: Too small: expected array to have >=1 items`,
    )
  })

  it('that cannot be run is refused by name', async () => {
    expect(await complaint('export default {')).toMatch(/^motif\.config\.ts cannot be loaded: /)
    expect(await complaint("throw new Error('no database today')")).toBe(
      'motif.config.ts cannot be loaded: no database today',
    )
    expect(await complaint('export const config = {}')).toBe(
      'motif.config.ts exports no config: write `export default defineConfig({ … })`',
    )
  })
})
