import { createGraph, type Graph } from '@motif/core'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { reader } from '../../src/rows/reader.ts'
import { type Social, social } from '../../test-types/social.ts'

/** A graph whose queries are only compiled. */
export const socialGraph = (): Graph<Social> =>
  createGraph({
    schema: social,
    executor: {
      dialect: neo4j,
      reader,
      execute: () => {
        throw new Error('compiled only')
      },
    },
  })
