import { GraphError } from '@motif/core'
import type { Catalog } from '../catalog/catalog.ts'
import { resolve } from '../catalog/resolve.ts'
import type { ShapeOptions } from '../config/config.ts'
import { contentOf } from './content.ts'
import { htmlText } from './html.ts'
import { mermaidText } from './mermaid.ts'
import { svgText } from './svg.ts'

/** Text of Mermaid, a picture, or a page with search, zoom and details. */
export type DiagramFormat = 'mermaid' | 'svg' | 'html'

export interface DiagramOptions extends ShapeOptions {
  /** @defaultValue `'mermaid'` */
  readonly format?: DiagramFormat | undefined
  /** These labels and what lies between them. @defaultValue all */
  readonly labels?: readonly string[] | undefined
  /** What stands above a picture. @defaultValue `'graph'` */
  readonly title?: string | undefined
}

/**
 * Draws what a graph holds: labels with their properties and counts, relationships as arrows between them.
 *
 * @example
 * const svg = diagram(await introspect(db.executor), { format: 'svg' })
 * @throws GraphError USAGE for a label that the graph does not have.
 */
export const diagram = (catalog: Catalog, options: DiagramOptions = {}): string => {
  const { format = 'mermaid', labels, title = 'graph' } = options
  const model = resolve(catalog, options)
  const known = new Set(model.nodes.map((each) => each.label))
  const unknown = (labels ?? []).filter((label) => !known.has(label))
  if (unknown.length > 0) throw new GraphError('USAGE', `the graph has no label '${unknown.join("', '")}'`)
  const content = contentOf(model, labels)
  if (format === 'mermaid') return mermaidText(content)
  return format === 'svg' ? svgText(content, title) : htmlText(content, title)
}
