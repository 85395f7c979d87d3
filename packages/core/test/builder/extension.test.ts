import { createGraph, type Extension, type ExtensionGiven, neo4j } from '@motif/core'
import { recordingExecutor } from '@motif/core/testing'
import { expect, test } from 'vitest'
import { type Social, social } from '../../../../test/engines/golden/social.ts'

interface Names {
  names(): Promise<{ name: string }[]>
}

const names: Extension<Social, Names> = (graph) => ({
  names: () => graph.match('(u:User)').return('u.name AS name').run(),
})

test('an extension adds doors that stand on those of the builder', async () => {
  const executor = recordingExecutor({ dialect: neo4j, answers: [[{ name: 'Ada' }]] })
  const db = createGraph({ executor, extend: names })
  expect(await db.names()).toEqual([{ name: 'Ada' }])
  expect(executor.requests.map(({ text }) => text)).toEqual(['MATCH (u:User)\nRETURN u.name AS name'])
  expect(db.match('(u:User)').compile().text).toBe('MATCH (u:User)')
})

test('an extension is told what the graph is made of', () => {
  const told: ExtensionGiven[] = []
  const extend: Extension<Social, {}> = (_, given) => {
    told.push(given)
    return {}
  }
  const executor = recordingExecutor({ dialect: neo4j })
  const plugins = [{ name: 'none' }]
  createGraph({ executor, schema: social, plugins, extend })
  createGraph({ executor, extend, transaction: true })
  expect(told).toEqual([
    { executor, schema: social, plugins, transaction: false },
    { executor, schema: undefined, plugins: [], transaction: true },
  ])
})
