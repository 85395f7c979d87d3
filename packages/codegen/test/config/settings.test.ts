import { describe, expect, it } from 'vitest'
import { settle } from '../../src/config/settings.ts'

describe('a config with its defaults', () => {
  it('writes three files into the folder, from a full scan', () => {
    expect(settle({}, '/project')).toMatchObject({
      output: '/project/graph.schema.ts',
      zod: '/project/graph.zod.ts',
      snapshot: '/project/graph.snapshot.json',
      scan: { mode: 'full' },
    })
  })

  it('keeps the zod module and the snapshot beside the types', () => {
    expect(settle({ output: 'src/db/types.ts', scan: { sample: 9 } }, '/project')).toMatchObject({
      output: '/project/src/db/types.ts',
      zod: '/project/src/db/graph.zod.ts',
      snapshot: '/project/src/db/graph.snapshot.json',
      scan: { mode: 'sample', size: 9 },
    })
  })

  it('takes every path from the folder, and none for zod where there is to be none', () => {
    expect(settle({ zod: false, snapshot: '../shared.json' }, '/project/a')).toMatchObject({
      zod: undefined,
      snapshot: '/project/shared.json',
    })
    expect(settle({ zod: 'z.ts' }, '/project').zod).toBe('/project/z.ts')
  })

  it('refuses two files of one path', () => {
    const told = '`output`, `zod` and `snapshot` are three files, but two of them are /project/graph.zod.ts'
    expect(() => settle({ output: './graph.zod.ts' }, '/project')).toThrow(told)
    expect(() => settle({ snapshot: 'graph.zod.ts' }, '/project')).toThrow(told)
    expect(settle({ output: 'graph.zod.ts', zod: false }, '/project').zod).toBeUndefined()
  })
})
