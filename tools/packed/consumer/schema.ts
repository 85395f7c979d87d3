import { defineSchema } from '@motif/core'

/** As `motif generate` writes it. */
export interface Schema {
  nodes: {
    Airport: {
      properties: { code: string; name: string; elevation: number | null }
      out: { FLIES_TO: 'Airport' }
      in: { FLIES_TO: 'Airport' }
    }
  }
  relationships: {
    FLIES_TO: { from: 'Airport'; to: 'Airport'; properties: { count: number } }
  }
}

export const schema = defineSchema<Schema>({
  nodes: { Airport: { properties: { code: 'string', name: 'string', elevation: 'float?' } } },
  relationships: { FLIES_TO: { from: ['Airport'], to: ['Airport'], properties: { count: 'integer' } } },
})
