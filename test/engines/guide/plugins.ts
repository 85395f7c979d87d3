import { type Plugin } from '@motif/core'
import { queryTags, softDelete, tenant } from '@motif/core/plugins'
import { connect } from '@motif/driver'
import { type Examples, refuses, shows } from './example.ts'

const url = 'grafeo::memory:'
const request = { tenant: 'blue' }

export function* plugins(): Examples {
  // #region schema
  interface Shop {
    nodes: {
      Buyer: { properties: { id: number; tenantId: string; deletedAt: Date | null }; in: {}; out: { BOUGHT: 'Ware' } }
      Ware: { properties: { id: number; tenantId: string }; in: { BOUGHT: 'Buyer' }; out: {} }
    }
    relationships: { BOUGHT: { from: 'Buyer'; to: 'Ware'; properties: {} } }
  }
  // #endregion

  // #region first
  const shop = connect<Shop>(url, {
    plugins: [
      tenant({ property: 'tenantId', labels: ['Buyer', 'Ware'], value: () => request.tenant }),
      softDelete({ property: 'deletedAt', labels: ['Buyer'] }),
      queryTags({ comment: 'shop 1.4' }),
    ],
  })
  const bought = shop.match('(b:Buyer {id: $id})-[:BOUGHT]->(w:Ware)').return('w.id AS ware')
  // #endregion
  yield shows(bought, { id: 1 }).row<{ ware: number }>()

  // #region delete
  const leave = shop.match('(b:Buyer {id: $id})').detachDelete('b')
  // #endregion
  yield shows(leave, { id: 1 })

  // #region create
  const join = shop.create('(b:Buyer {id: $id})')
  // #endregion
  yield shows(join, { id: 1 })

  // #region path
  const near = shop.match('(b:Buyer {id: $id})-[:BOUGHT*1..4]-(other:Buyer)').return('other.id AS id')
  // #endregion
  yield shows(near, { id: 1 }).row<{ id: number }>()

  // #region opaque
  const opaque = () => shop.cypher.as('MATCH (n) RETURN n').compile()
  // #endregion
  yield refuses(opaque)

  // #region anybody
  const anybody = () => shop.merge('(n)').return('n').compile()
  // #endregion
  yield refuses(anybody)

  // #region own
  const audit: Plugin = {
    name: 'audit',
    options: (options, query) => ({ ...options, metadata: { access: query.access, ...options.metadata } }),
    rows: (rows) => rows.map((row) => Object.freeze(row)),
  }
  // #endregion
  void audit
}
