import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { describe, expect, it } from 'vitest'
import { graphFile } from '../folder.ts'
import { complaintsOf } from '../statement/compile.ts'
import { head, programFolder } from '../statement/project.ts'
import { motif } from './motif.ts'

const live = 'statements'

const sound = `${head}
export const byId = db.cypher('MATCH (u:User {id: $id}) RETURN u.name AS name, u.born AS born')
export const add = db.cypher('CREATE (u:User {id: $id, name: $name})')
export const older = db.match('(u:User)').where('u.age > $age').return('u.name AS name').limit(3)
export const asked = db.match('(u:User)').where(({ u }) => u.age.gt(3)).return('u.name AS name')
export const stated = db.cypher.as<{ n: number }>('MATCH (u:User) RETURN count(u) AS n')
`

const faulty = `${head}
export const a = db.cypher('MATCH (u:User) RETUR u.name')
export const b = db.cypher(\`
  MATCH (u:User)
  WHERE u.nme = "it\\'s"
  RETURN u.name AS name\`)
export const c = db.match('(u:User)').where('u.agee > 3').return('u.name AS name')
export const d = db.cypher.as<{ n: number }>('MATCH (u:User) RETURN nosuch(u.name) AS n')
`

const program = async (queries: string): Promise<string> => {
  const folder = programFolder({ 'src/queries.ts': queries })
  await graphFile(folder, "CREATE (:User {id: 1, name: 'Ada'})")
  return folder
}

describe('motif statements', { timeout: 60_000 }, () => {
  it('says what speaks against each text, with a caret under the place', async () => {
    const folder = await program(faulty)
    const { code, out } = await motif(folder, live)
    expect(out).toMatchInlineSnapshot(`
      "src/queries.ts:5:44: expected -[:TYPE]->, ',' or the next clause (did you mean RETURN?) at 'RETUR u.name'
          MATCH (u:User) RETUR u.name
                         ^

      src/queries.ts:8:11: User has no property 'nme'; did you mean 'name'?
            WHERE u.nme = "it's"
                    ^

      src/queries.ts:10:48: User has no property 'agee'; did you mean 'age'?
          u.agee > 3
            ^

      src/queries.ts:11:69: semantic error: Unknown function 'nosuch', says the graph
          MATCH (u:User) RETURN nosuch(u.name) AS n
                                ^

      wrote     src/graph.statements.ts
      wrote     src/graph.statements.json
      3 statements and 1 chain in 2 files, asked of the graph (grafeo): 4 faults
      "
    `)
    expect(code).toBe(1)
  })

  it('writes the types, which the compiler then takes, and never runs what it asks about', async () => {
    const folder = await program(sound)
    expect(await motif(folder, live)).toMatchObject({
      code: 0,
      out: [
        'wrote     src/graph.statements.ts',
        'wrote     src/graph.statements.json',
        "3 statements and 2 chains in 2 files, asked of the graph (grafeo); of 1 chain only the texts: the rest is the program's to say: no fault",
        '',
      ].join('\n'),
    })
    const graph = grafeo.GrafeoDB.open(join(folder, 'air.db'))
    expect((await graph.executeCypher('MATCH (u) RETURN count(u) AS n')).toArray()).toEqual([{ n: 1 }])
    graph.close()

    const use = `import { byId } from './queries.ts'
const rows: { name: string; born: unknown }[] = await byId.run({ id: 1 })
export const wrong: number = rows[0]!.name
await byId.run({ id: 'x' })
`
    writeFileSync(join(folder, 'src/use.ts'), use)
    expect(await complaintsOf(folder)).toEqual([
      expect.stringContaining('src/use.ts(3,14): error TS2322') as string,
      expect.stringContaining('src/use.ts(4,18): error TS2322') as string,
    ])
    expect(await motif(folder, live)).toMatchObject({
      code: 0,
      out: expect.stringContaining('unchanged src/graph.statements.ts') as string,
    })
  })

  it('checks without a graph by what the graph said, and tells what is stale', async () => {
    const folder = await program(sound)
    const check = 'statements --check --offline'
    expect(await motif(folder, check)).toMatchObject({
      code: 1,
      out: expect.stringContaining('src/graph.statements.ts is missing') as string,
    })
    await motif(folder, live)
    expect(await motif(folder, check)).toMatchObject({ code: 0, errors: '' })

    const queries = join(folder, 'src/queries.ts')
    writeFileSync(queries, `${sound}export const ages = db.cypher('MATCH (u:User) RETURN u.age AS age')\n`)
    const added = await motif(folder, check)
    expect(added.code).toBe(1)
    expect(added.out).toContain('src/graph.statements.ts is stale: run `motif statements` and commit what it writes')
    expect(added.out).toContain('1 text that the graph was not asked about')
    await motif(folder, live)
    expect(await motif(folder, check)).toMatchObject({ code: 0 })

    const schema = join(folder, 'src/graph.schema.ts')
    const text = readFileSync(schema, 'utf8')
    writeFileSync(schema, text.replace('all nodes have it', 'all 2 nodes have it'))
    expect(await motif(folder, check)).toMatchObject({ code: 0 })
    writeFileSync(schema, text.replaceAll('age: number | null', 'age: number'))
    const changed = await motif(folder, check)
    expect(changed.code).toBe(1)
    expect(changed.out).toContain('src/graph.statements.ts is stale')
    expect(changed.out).toContain("a new User needs 'age', which is never null there")
    expect(changed.out).toContain('4 texts that the graph was not asked about')
  })

  it('prints one JSON object for programs', async () => {
    const folder = await program(faulty)
    const { out, errors } = await motif(folder, `${live} --json`)
    const report: unknown = JSON.parse(out)
    expect(errors).toBe('')
    expect(report).toMatchObject({
      ok: false,
      mode: 'live',
      dialects: ['grafeo'],
      statements: 3,
      chains: 1,
      unasked: 0,
      written: 0,
      faults: [
        { file: join(folder, 'src/queries.ts'), line: 5, column: 44, from: 'grammar', severity: 'error', offset: 15 },
        { line: 8, column: 11, from: 'types' },
        { line: 10, column: 48, from: 'types' },
        { line: 11, column: 69, from: 'graph' },
      ],
      files: [{ changed: true }, { changed: true }],
    })
  })

  it('refuses a config, a tsconfig and a cache that are not right', async () => {
    const folder = await program(sound)
    const config = join(folder, 'motif.config.ts')
    writeFileSync(config, "export default {\n  statements: {\n    includ: ['src'],\n  },\n}\n")
    expect(await motif(folder, live)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('line 3: statements.includ: there is no such key') as string,
    })
    writeFileSync(config, "export default { url: 'grafeo:./air.db', statements: { tsconfig: 'other.json' } }\n")
    expect(await motif(folder, live)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('there is no tsconfig at') as string,
    })
    writeFileSync(join(folder, 'other.json'), '{ "compilerOptions": {')
    expect(await motif(folder, live)).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/motif: \S+other\.json cannot be loaded: .*expected\.\n$/) as string,
    })
    writeFileSync(config, "export default { url: 'grafeo:./air.db', output: 'src/graph.schema.ts' }\n")
    writeFileSync(join(folder, 'src/graph.statements.json'), '{}')
    expect(await motif(folder, live)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('is not what `motif statements` wrote') as string,
    })
  })

  it('warns where the types are not read, and where they cannot be told', async () => {
    const folder = await program(sound)
    writeFileSync(
      join(folder, 'motif.config.ts'),
      "export default { url: 'grafeo:./air.db', output: 'src/graph.schema.ts', statements: { output: 'types/all.ts' } }\n",
    )
    expect(await motif(folder, live)).toMatchObject({ code: 0 })
    expect(await motif(folder, 'statements --offline')).toMatchObject({
      code: 0,
      errors: expect.stringMatching(
        /warning: .*all\.ts is no part of tsconfig\.json, so its types are not read/u,
      ) as string,
    })
    writeFileSync(join(folder, 'src/queries.ts'), sound.replace('@motif/core', '@motif/nowhere'))
    expect(await motif(folder, 'statements --offline')).toMatchObject({
      errors: expect.stringContaining('the types of 5 of 5 texts cannot be told') as string,
    })
  })

  it('leaves alone what is given to something else of the same name', async () => {
    const other = `declare const other: { cypher(text: string): void; match(text: string): void }
other.cypher('whatever')
other.match('(')
`
    const folder = await program(other)
    expect(await motif(folder, live)).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 statements and 0 chains') as string,
    })
    expect(readFileSync(join(folder, 'src/graph.statements.ts'), 'utf8')).toContain('export {}')
  })
})
