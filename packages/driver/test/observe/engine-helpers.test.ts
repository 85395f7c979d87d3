import { expect, test } from 'vitest'
import { connecting } from '../../src/observe/connecting.ts'
import { type Events, subscribe } from '../../src/observe/index.ts'
import { poolListener } from '../../src/observe/pool-listener.ts'

const heard = <N extends keyof Events>(name: N, work: () => void): Events[N][] => {
  const events: Events[N][] = []
  const stop = subscribe(name, (event) => events.push(event))
  work()
  stop()
  return events
}

test('an engine tells of a connection that it opened, or could not', () => {
  const error = new Error('refused')
  const events = heard('motif:connect', () => {
    connecting('a:7687')()
    connecting('b:7687')(error)
  })
  expect(events).toEqual([
    { server: 'a:7687', duration: expect.any(Number), error: undefined },
    { server: 'b:7687', duration: expect.any(Number), error },
  ])
})

test('a pool tells what it does, and which it is', () => {
  const listener = poolListener('a:7687')
  listener({ type: 'created', took: 3 })
  expect(heard('motif:pool', () => listener({ type: 'created', took: 5 }))).toEqual([
    { pool: 'a:7687', type: 'created', took: 5 },
  ])
})
