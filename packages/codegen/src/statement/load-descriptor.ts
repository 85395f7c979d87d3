import { existsSync } from 'node:fs'
import { defineSchema, GraphError, type SchemaDescriptor } from '@motif/core'
import { createJiti } from 'jiti'

/** The run-time part of a generated schema, by which some dialects write; undefined where there is no such file. */
export const loadDescriptor = async (path: string): Promise<SchemaDescriptor | undefined> => {
  if (!existsSync(path)) return undefined
  // The file imports this from a package that may be installed elsewhere, or run from source: we hand it ours.
  const options = { virtualModules: { '@motif/core': { defineSchema } }, fsCache: false, moduleCache: false }
  const { schema } = await createJiti(path, { ...options, interopDefault: false })
    .import<{ readonly schema?: SchemaDescriptor }>(path)
    .catch((cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause)
      throw new GraphError('USAGE', `${path} cannot be loaded: ${message}`, { cause })
    })
  return schema
}
