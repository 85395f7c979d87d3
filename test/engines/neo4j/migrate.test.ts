import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineGraph, migrator } from '@motif/codegen'
import type { SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { servers } from '../engines.ts'
import { has } from '../lacks.ts'

// A server takes its time over schema: three dozen changes of it, and each index is waited for.
describe.each(servers.filter((engine) => has(engine, 'introspection')))(
  'indexes of %s',
  { timeout: 300_000 },
  (engine) => {
    let db: Database<SchemaShape>
    let directory: string
    beforeEach(async () => {
      directory = mkdtempSync(join(tmpdir(), 'motif-migrate-'))
      db = await emptyGraph(engine)
    })
    afterEach(async () => {
      await db.close()
      rmSync(directory, { recursive: true })
    })

    const schema = defineGraph({
      nodes: {
        Post: {
          unique: ['slug', ['tenant', 'number']],
          indexes: [
            ['country', 'city'],
            { kind: 'text', properties: 'title' },
            { kind: 'point', properties: 'place' },
            { kind: 'vector', properties: 'meaning', dimensions: 4, similarity: 'euclidean' },
            { kind: 'vector', properties: 'other', dimensions: 3 },
            { kind: 'fulltext', properties: ['title', 'odd body'], also: ['Comment'], name: 'what is `said`' },
            { kind: 'fulltext', properties: 'title', analyzer: 'english' },
          ],
        },
      },
      relationships: { WROTE: { unique: ['id'], indexes: ['at', { kind: 'text', properties: 'tool' }] } },
    })

    it('of every kind are made, leave nothing to plan, and are taken back', async () => {
      const all = migrator(db, { directory, schema })
      await all.create('indexes')
      await all.up()
      expect(await all.plan()).toEqual({ ok: true, steps: [], findings: [], lacking: [] })
      const shown = (): Promise<unknown> =>
        db.cypher
          .as<{ name: string; type: string; state: string }>(
            "SHOW INDEXES YIELD name, type, state WHERE type <> 'LOOKUP' AND NOT name STARTS WITH '_motif' RETURN name, type, state ORDER BY name",
          )
          .run()
      expect(await shown()).toEqual(
        [
          ['post_country_city_index', 'RANGE'],
          ['post_meaning_vector', 'VECTOR'],
          ['post_other_vector', 'VECTOR'],
          ['post_place_point', 'POINT'],
          ['post_slug_unique', 'RANGE'],
          ['post_tenant_number_unique', 'RANGE'],
          ['post_title_fulltext', 'FULLTEXT'],
          ['post_title_text', 'TEXT'],
          ['what is `said`', 'FULLTEXT'],
          ['wrote_at_index', 'RANGE'],
          ['wrote_id_unique', 'RANGE'],
          ['wrote_tool_text', 'TEXT'],
        ].map(([name, type]) => ({ name, type, state: 'ONLINE' })),
      )
      const bare = migrator(db, { directory, schema: {} })
      expect((await bare.plan()).steps).toHaveLength(12)
      await bare.create('none')
      const losses = (await bare.plan()).steps.flatMap(({ destructive }) => destructive ?? [])
      await bare.up({ allowDestructive: losses })
      expect(await shown()).toEqual([])
      await bare.down()
      expect(await all.plan()).toMatchObject({ ok: true })
    })
  },
)
