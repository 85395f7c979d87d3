import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiagramFormat, diagram } from '../../src/diagram/diagram.ts'
import { catalog, label, property } from '../catalogs.ts'

/** A graph in which everything is called the same. */
const called = (name: string): Parameters<typeof diagram>[0] =>
  catalog({
    labels: [label(name, 2, [{ ...property(name, { string: 2 }), values: [name] }])],
    labelSets: [{ labels: [name], count: 2 }],
    relationships: [
      {
        ...label(name, 2, [property(name, { string: 1 })]),
        ends: [{ from: [name], to: [name], count: 2 }],
      },
    ],
    constraints: [{ name, kind: 'unique', on: 'node', target: name, properties: [name] }],
  })

const drawn = (name: string, format: DiagramFormat): string =>
  diagram(called(name), {
    format,
    title: name,
    overrides: {
      nodes: { [name]: { name: 'Label', comment: name, properties: { [name]: { enum: true, comment: name } } } },
    },
    naming: { relationshipType: () => 'Type' },
  })

/** Tags with the names of their attributes: what a reader's program takes for markup. */
const skeleton = (text: string): string[] =>
  [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replaceAll(/="[^"]*"/g, '=""'))

const names = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  '" onmouseover="alert(1)',
  '</title></svg><img src=x onerror=alert(1)>',
  ']]><!--',
  '-->',
  '</style></script>',
  '&lt;b&gt; &amp; &#60;',
  '${alert(1)} `x`',
  '}\n  click n0 href "javascript:alert(1)"',
  'a"] click',
  '#quot; #35;',
  '%%{init: {}}%%',
  '\u202Eevil\u0000\u001b[2J',
  '\uD800',
  '名前 👩‍👩‍👧‍👦',
]

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe.each(['svg', 'html'] as const)('a diagram as %s', (format) => {
  const plain = skeleton(drawn('Name', format))

  it.each(names)('takes no name for markup: %j', (name) => {
    const text = drawn(name, format)
    expect(skeleton(text)).toEqual(plain)
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|[\u202A-\u202E]/u)
    if (!/\p{C}/u.test(name)) expect(decode(text)).toContain(name)
  })

  it('takes no name whatever for markup', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'<>"\'&;/=-!`$%#{}[]() \nab\u0000'.split('')),
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(name, (text) => {
        expect(skeleton(drawn(text, format))).toEqual(plain)
      }),
    )
  })
})

describe('a diagram as a page', () => {
  it('loads nothing, and forbids it', () => {
    const text = drawn('Name', 'html')
    expect(text).toContain("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'")
    const links = text.replaceAll('http://www.w3.org/2000/svg', '').match(/https?:|src=|href=|@import|url\((?!#)/g)
    expect(links).toBeNull()
  })
})

describe('a diagram as Mermaid', () => {
  it.each(names)('takes no name for its own words: %j', (name) => {
    const lines = drawn(name, 'mermaid').trimEnd().split('\n')
    expect(lines).toHaveLength(7)
    const word = String.raw`(?:[\p{L}\p{M}\p{Nd} _.,?|'…-]|#\d+;)*`
    expect(lines[3]).toMatch(new RegExp(String.raw`^  class n0\["${word} · 2"\] \{$`, 'u'))
    expect(lines[4]).toMatch(new RegExp(String.raw`^    ${word} ${word} #128273;$`, 'u'))
    expect(lines[6]).toMatch(new RegExp(String.raw`^  n0 --> n0 : ${word} 2$`, 'u'))
  })
})
