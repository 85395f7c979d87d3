import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../src/write-files.ts'
import { freshFolder } from './folder.ts'

describe('writing files', () => {
  it('makes folders, and leaves nothing else behind', () => {
    const folder = freshFolder()
    const [a, b] = [join(folder, 'a.ts'), join(folder, 'deep/er/b.ts')]
    expect(
      writeFiles([
        { path: a, text: '1' },
        { path: b, text: '2' },
      ]),
    ).toEqual([
      { path: a, changed: true },
      { path: b, changed: true },
    ])
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
      'a.ts',
      'deep',
      'deep/er',
      'deep/er/b.ts',
    ])
    expect(readFileSync(b, 'utf8')).toBe('2')
  })

  it('does not touch a file that already says the same', () => {
    const folder = freshFolder({ 'a.ts': 'same' })
    const path = join(folder, 'a.ts')
    utimesSync(path, 1, 1)
    expect(writeFiles([{ path, text: 'same' }])).toEqual([{ path, changed: false }])
    expect(statSync(path).mtimeMs).toBe(1_000)
  })

  it('writes none of them when one cannot be written', () => {
    const folder = freshFolder({ 'a.ts': 'old', file: '' })
    const bad = join(folder, 'file/b.ts')
    expect(() =>
      writeFiles([
        { path: join(folder, 'a.ts'), text: 'new' },
        { path: bad, text: '' },
      ]),
    ).toThrow(`${bad} cannot be written: `)
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe('old')
    expect(readdirSync(folder).toSorted()).toEqual(['a.ts', 'file'])
  })

  it('names the file that is a folder', () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'a.ts'))
    expect(() => writeFiles([{ path: join(folder, 'a.ts'), text: 'x' }])).toThrow(
      `${join(folder, 'a.ts')} cannot be written: `,
    )
    expect(readdirSync(folder)).toEqual(['a.ts'])
  })
})
