import { defineGraph, defineMigration } from '@motif/codegen'

defineGraph({
  nodes: {
    User: {
      renamedFrom: 'Person',
      properties: { id: 'integer', tenant: { type: 'integer', default: 1 }, name: { renamedFrom: 'fullName' } },
      key: ['tenant', 'id'],
      unique: ['name', ['id', 'name']],
      exists: ['name'],
      typed: ['tenant'],
      indexes: ['name', ['name', 'id'], { kind: 'fulltext', properties: ['name'], also: ['Team'] }],
    },
    // where no properties are listed, any name will do
    Team: { unique: ['slug'], indexes: [{ kind: 'point', properties: 'place' }] },
  },
  relationships: { WROTE: { properties: { at: 'date' }, indexes: ['at'] }, READ: {} },
})
defineGraph({})

defineMigration({
  up: [
    { renameLabel: 'A', to: 'B' },
    { renameProperty: 'a', to: 'b', relationship: 'R', prefer: 'old' },
    { backfill: 'a', node: 'A', value: [1, 2] },
    { backfill: 'a', node: 'A', cypher: 'n.b', batch: 100 },
    { createIndex: 'i', kind: 'fulltext', node: ['A', 'B'], properties: ['a'] },
    { title: 'in a transaction', run: async (tx) => void (await tx.cypher.as('CREATE (:A)').execute()) },
    {
      title: 'with the graph',
      runAlone: async (db, { progress }) => {
        await db.write((tx) => tx.cypher.as('CREATE (:A)').execute())
        progress(1, 2)
      },
    },
  ],
})
