import { describe, expect, it } from 'vitest'
import { formOf } from './form.ts'

describe('map projections', () => {
  it.each([
    ['u {.name, .*}', '(pick u .name .*)'],
    ['u{.`a b`, k: u.x + 1, v}', '(pick u .a b k: (+ u.x 1) v)'],
    ['`the user` {}', '(pick the user)'],
    ['count {.name}', '(pick count .name)'],
    [
      'u {.*, posts: [(u)-->(p) | p {.title}]}.posts',
      '(pick u .* posts: (paths (path (node u) (out) (node p)) (yield (pick p .title)))).posts',
    ],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })
})
