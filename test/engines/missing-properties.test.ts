import { node } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { emptyGraph } from './empty-graph.ts'
import { engines } from './engines.ts'
import { type Social, social } from './golden/social.ts'

describe.each(engines)('on %s', (engine) => {
  it('reads null for a property that an entity lacks, as its type promises', async () => {
    await using db = await emptyGraph<Social>(engine, { schema: social })
    await db.create('(u:User {id: 1, name: "Cy"})').execute()
    const cy = { id: 1, name: 'Cy', age: null }
    expect(await db.match('(u:User)').return('u').run()).toEqual([{ u: cy }])
    expect(await db.match('(u:User)').return('collect(u) AS us').run()).toEqual([{ us: [cy] }])
    expect(await db.match('(u:User)').return('u {.*} AS u').run()).toEqual([{ u: cy }])
    const [row] = await db
      .match('(u:User)')
      .return(({ u }) => ({ u: node(u) }))
      .run()
    expect(row?.u).toMatchObject({ labels: ['User'], properties: cy })
  })

  it('fills in, for either label, only what that label has', async () => {
    await using db = await emptyGraph<Social>(engine, { schema: social })
    await db.create('(u:User {id: 1, name: "Cy"}), (a:Admin {level: 3})').execute()
    const rows = await db.match('(n:User|Admin)').return('n').run()
    expect(rows.map(({ n }) => n).toSorted((a, b) => Object.keys(a).length - Object.keys(b).length)).toEqual([
      { level: 3 },
      { id: 1, name: 'Cy', age: null },
    ])
  })
})
