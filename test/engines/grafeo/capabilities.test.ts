import { expect, it } from 'vitest'
import { shown } from '../capabilities/examples.ts'
import { faults } from './faults/index.ts'

const notRefused = new Set(['mended', 'untouched', 'documented'])
/** What no engine has is no capability to be shown. */
const nowhere = new Set(['merge-on-null'])

it('shows every refusal that is tested', () => {
  const named = new Set(Object.values(faults).flatMap((list) => list.map(({ outcome }) => outcome as string)))
  const hidden = [...named].filter((name) => !notRefused.has(name) && !nowhere.has(name) && !Object.hasOwn(shown, name))
  expect(hidden).toEqual([])
})
