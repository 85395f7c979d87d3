import { expect, test } from 'vitest'
import { settingsOf } from '../../src/pool/options.ts'

test('what is left out has a default', () => {
  expect(settingsOf({ min: 2 })).toEqual({
    max: 100,
    baseMax: 100,
    min: 2,
    acquireTimeout: 60_000,
    idleTimeout: 180_000,
    maxLifetime: 3_600_000,
    maxUses: Infinity,
    livenessAfter: Infinity,
    createTimeout: 30_000,
    maxWaiting: Infinity,
    autoSize: undefined,
  })
})

test.each([
  [{ max: 0 }, "the pool's max must be a whole number from 1, not 0"],
  [{ max: Number.NaN }, "the pool's max must be a whole number from 1, not NaN"],
  [{ max: Infinity }, "the pool's max must be a whole number from 1, not Infinity"],
  [{ min: -1 }, "the pool's min must be a whole number from 0 to max (100), not -1"],
  [{ max: 2, min: 3 }, "the pool's min must be a whole number from 0 to max (2), not 3"],
  [{ acquireTimeout: -1 }, "the pool's acquireTimeout must be a number from 0, not -1"],
  [{ idleTimeout: Number.NaN }, "the pool's idleTimeout must be a number from 0, not NaN"],
  [{ maxLifetime: 0 }, "the pool's maxLifetime must be a number from 1, not 0"],
  [{ maxUses: 0 }, "the pool's maxUses must be a number from 1, not 0"],
  [{ livenessAfter: -1 }, "the pool's livenessAfter must be a number from 0, not -1"],
  [{ createTimeout: 0 }, "the pool's createTimeout must be a number from 1, not 0"],
  [{ maxWaiting: -1 }, "the pool's maxWaiting must be a number from 0, not -1"],
  [{ max: 5, autoSize: { ceiling: 4, waitAbove: 1 } }, "the pool's ceiling must be a number from 5, not 4"],
  [{ autoSize: { ceiling: 200, waitAbove: 0 } }, "the pool's waitAbove must be a number from 1, not 0"],
])('%o is refused', (options, message) => {
  expect(() => settingsOf(options)).toThrow(expect.objectContaining({ code: 'USAGE', message }))
})
