import { expect, it } from 'vitest'
import { toMarkdown } from '../markdown.ts'

it('shows a row for each name and a column for each thing that tells figures of one name apart', () => {
  const page = toMarkdown([
    {
      benchmark: 'types',
      date: '2026-01-02T03:04:05.000Z',
      machine: { processor: 'a processor', cores: 2, loadAverage: 0.5 },
      versions: { node: '20.20.2' },
      figures: [
        { name: 'Motif', of: '5 labels', value: 2_345.6, unit: 'instantiations', bound: { most: 3_300 } },
        { name: 'Motif', of: '100 labels', value: 3_301, unit: 'instantiations', bound: { most: 3_300 } },
        { name: 'Kysely', of: '100 labels', value: 0.12345, unit: 'instantiations' },
      ],
    },
  ])
  expect(page.slice(page.indexOf('## '))).toMatchInlineSnapshot(`
    "## types

    |  | 5 labels | 100 labels | unit | bound |
    | --- | ---: | ---: | ---: | ---: |
    | Motif | 2,346 | **3,301 short** | instantiations | ≤ 3,300 |
    | Kysely |  | 0.123 | instantiations |  |

    2026-01-02 · a processor, 2 cores, load 0.5 · node 20.20.2
    "
  `)
})
