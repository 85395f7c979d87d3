import { createGraph, defineSchema, type GraphSettings, neo4j } from '@motif/core'
import { recordingExecutor, type RecordingOptions } from '@motif/core/testing'

/** A graph in which some labels belong to tenants and can be marked as deleted. */
export interface Shop {
  nodes: {
    User: {
      properties: { id: number; firstName: string; tenantId: string; deletedAt: string | null }
      in: {}
      out: { BOUGHT: 'Sale' }
    }
    Sale: {
      properties: { id: number; total: number; tenantId: string; deletedAt: string | null }
      in: { BOUGHT: 'User' }
      out: {}
    }
    Country: { properties: { code: string }; out: {}; in: {} }
  }
  relationships: { BOUGHT: { from: 'User'; to: 'Sale'; properties: { atPrice: number } } }
}

export const shop = defineSchema<Shop>({
  nodes: {
    User: { properties: { id: 'integer', firstName: 'string', tenantId: 'string', deletedAt: 'string?' } },
    Sale: { properties: { id: 'integer', total: 'float', tenantId: 'string', deletedAt: 'string?' } },
    Country: { properties: { code: 'string' } },
  },
  relationships: { BOUGHT: { from: ['User'], to: ['Sale'], properties: { atPrice: 'float' } } },
})

/** The shop over an executor that keeps what it is sent. */
export const shopWith = (settings: GraphSettings<Shop>, answers: RecordingOptions['answers'] = []) => {
  const executor = recordingExecutor({ dialect: neo4j, answers })
  return { db: createGraph<Shop>({ executor, schema: shop, ...settings }), executor }
}
