import { createGraph, type Dialect, GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { grafeo } from '../../src/grafeo.ts'
import { reader } from '../../src/rows/reader.ts'
import { social } from '../../../../test/engines/golden/social.ts'
import { type Golden, goldens } from '../../../../test/engines/golden/queries.ts'

const graphFor = (dialect: Dialect) =>
  createGraph({
    schema: social,
    executor: {
      dialect,
      reader,
      execute: () => {
        throw new Error('golden texts are compiled, not run, here')
      },
    },
  })

const written = ({ name, query }: Golden, dialect: Dialect): string => {
  const { text, params, access } = query(graphFor(dialect)).compile()
  const inline = Object.entries(params)
    .map(([key, value]) => `\n// $${key} = ${JSON.stringify(value)}`)
    .join('')
  return `// ${name} (${access})\n${text}${inline}\n`
}

/** What a dialect says of a golden that it cannot write; any other failure is one. */
const refusal = ({ name }: Golden, error: unknown): string => {
  if (!(error instanceof GraphError) || error.code !== 'UNSUPPORTED_FEATURE') throw error
  return `// ${name} (refused)\n// ${error.message}\n`
}

const told = (golden: Golden, dialect: Dialect): string => {
  try {
    return written(golden, dialect)
  } catch (error) {
    return refusal(golden, error)
  }
}

describe.each([neo4j, grafeo])('golden texts for $name', (dialect) => {
  it.each(Object.keys(goldens))('%s', async (area) => {
    await expect(goldens[area]?.map((golden) => told(golden, dialect)).join('\n')).toMatchFileSnapshot(
      `${area}.${dialect.name}.cypher`,
    )
  })
})
