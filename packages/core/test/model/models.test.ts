import { createGraph, GraphError, neo4j } from '@motif/core'
import { models } from '@motif/core/model'
import { recordingExecutor } from '@motif/core/testing'
import { describe, expect, test } from 'vitest'
import { type Social, social } from '../../../../test/engines/golden/social.ts'

const executor = recordingExecutor({ dialect: neo4j })

describe('the door to models', () => {
  test.each([
    ['without declarations', models<Social>()],
    ['with declarations', models<Social>()({})],
  ])('gives one model for a set of labels, %s', (_, extend) => {
    const db = createGraph({ executor, schema: social, extend })
    expect(db.model('User')).toBe(db.model('User'))
    expect(db.model('User', 'Admin')).not.toBe(db.model('User'))
    expect(db.model('User', 'Admin').labels).toEqual(['User', 'Admin'])
  })

  test('is closed to no label at all', () => {
    const db = createGraph({ executor, schema: social, extend: models<Social>() })
    // @ts-expect-error no label
    expect(() => db.model()).toThrow(GraphError)
  })
})
