import type { Dialect } from '@motif/core'
export const grafeoDialect: Dialect = { name: 'grafeo', capabilities: new Set() }
