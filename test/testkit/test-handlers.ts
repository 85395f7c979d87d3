import { fakeTime } from './fake-time.ts'
import { features } from './features.ts'
import type { Handlers } from './handlers.ts'
import { reasonToSkip } from './known.ts'

/** What is asked about the tests themselves, and about time. */
export const testHandlers: Handlers = {
  GetFeatures: () => ({ name: 'FeatureList', data: { features } }),
  StartTest: (_, { testName }) => {
    const reason = reasonToSkip(String(testName))
    return reason === undefined ? { name: 'RunTest', data: {} } : { name: 'SkipTest', data: { reason } }
  },
  StartSubTest: () => ({ name: 'RunTest', data: {} }),
  FakeTimeInstall: () => {
    fakeTime.install()
    return acknowledged
  },
  FakeTimeTick: async (_, { incrementMs }) => {
    await fakeTime.tick(Number(incrementMs))
    return acknowledged
  },
  FakeTimeUninstall: () => {
    fakeTime.uninstall()
    return acknowledged
  },
}

const acknowledged = { name: 'FakeTimeAck', data: {} }
