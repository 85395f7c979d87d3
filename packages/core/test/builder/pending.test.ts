import { describe, expect, test } from 'vitest'
import { Pending } from '../../src/builder/pending.ts'

const failing = async (): Promise<never> => Promise.reject(new Error('lost'))

describe('a pending outcome', () => {
  test('is a promise like any other to those who ask', async () => {
    const pending = Pending.of(Promise.resolve(1), () => {})
    expect(pending).toBeInstanceOf(Promise)
    expect(await pending).toBe(1)
    expect(await Promise.all([pending, pending.then((value) => value + 1), pending.finally(() => {})])).toEqual([
      1, 2, 1,
    ])
    await expect(Pending.of(failing(), () => {})).rejects.toThrow('lost')
    expect(await Pending.of(failing(), () => {}).catch((error: Error) => error.message)).toBe('lost')
  })

  test('tells when somebody asks, and nothing before', async () => {
    let asked = 0
    const pending = Pending.of(Promise.resolve(1), () => asked++)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(asked).toBe(0)
    await pending
    expect(asked).toBe(1)
    await Promise.allSettled([pending])
    expect(asked).toBe(2)
  })

  test('that fails and is not awaited is no unhandled rejection', async () => {
    const seen: unknown[] = []
    const listener = (reason: unknown): number => seen.push(reason)
    process.on('unhandledRejection', listener)
    void Pending.of(failing(), () => {})
    const late = Pending.of(failing(), () => {})
    await new Promise((resolve) => setTimeout(resolve, 20))
    await expect(late).rejects.toThrow('lost')
    process.off('unhandledRejection', listener)
    expect(seen).toEqual([])
  })
})
