import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeWhole } from '../src/write-whole.ts'
import { freshFolder } from './folder.ts'

describe('writing a file whole', () => {
  it('puts it in its place when the work is done, and not before', async () => {
    const folder = freshFolder({ 'a.dump': 'old' })
    const path = join(folder, 'a.dump')
    const result = await writeWhole(path, async (temporary) => {
      writeFileSync(temporary, 'new')
      expect(readFileSync(path, 'utf8')).toBe('old')
      return 7
    })
    expect([result, readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual([7, 'new', ['a.dump']])
  })

  it('leaves everything as it was when the work fails', async () => {
    const folder = freshFolder({ 'a.dump': 'old' })
    const work = async (temporary: string): Promise<never> => {
      writeFileSync(temporary, 'half')
      throw new Error('no more disk')
    }
    await expect(writeWhole(join(folder, 'a.dump'), work)).rejects.toThrow('no more disk')
    expect([readFileSync(join(folder, 'a.dump'), 'utf8'), readdirSync(folder)]).toEqual(['old', ['a.dump']])
    expect(process.listeners('exit').some((each) => each.name === 'remove')).toBe(false)
  })
})
