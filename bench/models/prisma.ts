import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { countTo, type Design, type Place } from '../types/design.ts'

const model = (own: number, labels: number): string => {
  const at = (step: number): number => (own + step + labels) % labels
  const many = (field: string, to: number, relation: string): string =>
    `  ${field} Label${to}[] @relation("${relation}")`
  return `model Label${own} {
  id Int @id
  name String
  age Int?
  title String
  at DateTime
${many(`follows${own}`, at(1), `FOLLOWS${own}`)}
${many(`wrote${own}`, at(2), `WROTE${own}`)}
${many(`followed${at(-1)}`, at(-1), `FOLLOWS${at(-1)}`)}
${many(`written${at(-2)}`, at(-2), `WROTE${at(-2)}`)}
}
`
}

const datamodel = (labels: number): string => `generator client {
  provider = "prisma-client"
}
datasource db {
  provider = "postgresql"
}
${countTo(labels)
  .map((own) => model(own, labels))
  .join('\n')}`

/** The part of Prisma's own generator that is used; the entry of its ES modules does not load in Node. */
interface Generator {
  getDMMF(given: { readonly datamodel: string }): Promise<unknown>
  generateClient(given: Readonly<Record<string, unknown>>): Promise<void>
}

/** Writes the client as `prisma generate` does, without the command: that fetches an engine, which types do not need. */
const prepare = async (folder: string, labels: number): Promise<void> => {
  const outputDir = join(folder, 'client')
  if (existsSync(join(outputDir, 'client.ts'))) return
  const generator = createRequire(import.meta.url)('@prisma/client-generator-ts') as Generator
  const written = datamodel(labels)
  await generator.generateClient({
    datamodel: written,
    dmmf: await generator.getDMMF({ datamodel: written }),
    schemaPath: join(folder, 'schema.prisma'),
    outputDir,
    runtimeBase: '@prisma/client/runtime',
    generator: { config: {}, binaryTargets: [], previewFeatures: [] },
    datasources: [{ name: 'db', provider: 'postgresql', activeProvider: 'postgresql', url: {}, schemas: [] }],
    binaryPaths: {},
    engineVersion: 'none',
    clientVersion: 'none',
    activeProvider: 'postgresql',
    target: 'nodejs',
    generatedFileExtension: 'ts',
    importFileExtension: 'ts',
    moduleFormat: 'esm',
    tsNoCheckPreamble: true,
    compilerBuild: 'fast',
  })
}

const schema = (): string => `export type { PrismaClient } from './client/client.ts'\n`

const head = `import type { PrismaClient } from './schema.ts'
declare const db: PrismaClient
`

const find = ({ index, at }: Place): string => `db.label${at(0)}.findMany({
  where: { name: 'n${index}', age: { gte: 18 } },
  include: {
    follows${at(0)}: { select: { name: true, age: true }, where: { age: { gte: ${index} } }, orderBy: { name: 'asc' }, take: 3 },
    wrote${at(0)}: { select: { title: true }, orderBy: { at: 'desc' }, take: 3 },
  },
  orderBy: { name: 'asc' },
  take: 10,
})`

/** Prisma's client of the same models. */
export const prisma: Design = { name: 'Prisma', schema, prepare, head, queries: { find } }
