import { expect, test } from 'vitest'
import { shutdownOn } from '../src/shutdown-on.ts'

// What it does to a process is tried on real ones, in test/engines/driver.
test('it can be undone, and leaves no listener behind', () => {
  const before = process.listenerCount('SIGUSR2')
  const close = async (): Promise<void> => {}
  const undo = [shutdownOn({ close }, { signals: ['SIGUSR2'] }), shutdownOn({ close }, { signals: ['SIGUSR2'] })]
  expect(process.listenerCount('SIGUSR2')).toBe(before + 1)
  for (const each of undo) each()
  expect(process.listenerCount('SIGUSR2')).toBe(before)
})
