import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GraphError } from '../../src/error/graph-error.ts'
import { lex, type Token } from '../../src/grammar/lex.ts'
import { problemOf, refusal } from './tree.ts'

/** Each token as its kind and text. */
const cut = (text: string): string[] =>
  lex(text)
    .filter(({ kind }) => kind !== 'end')
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)

const only = (text: string): Token => {
  const tokens = lex(text)
  if (tokens.length !== 2 || tokens[0] === undefined) throw new Error(`${tokens.length - 1} tokens in ${text}`)
  return tokens[0]
}

describe('lex', () => {
  it.each([
    ['u.age>=$min', ['word u', 'sign .', 'word age', 'sign >=', 'parameter $min']],
    [
      '(a)-[:X*1..3]->(b)',
      [
        'sign (',
        'word a',
        'sign )',
        'sign -',
        'sign [',
        'sign :',
        'word X',
        'sign *',
        'number 1',
        'sign ..',
        'number 3',
        'sign ]',
        'sign -',
        'sign >',
        'sign (',
        'word b',
        'sign )',
      ],
    ],
    ['*..3 *1.. *', ['sign *', 'sign ..', 'number 3', 'sign *', 'number 1', 'sign ..', 'sign *']],
    [
      'a<>b<=c=~d+=e||f',
      [
        'word a',
        'sign <>',
        'word b',
        'sign <=',
        'word c',
        'sign =~',
        'word d',
        'sign +=',
        'word e',
        'sign ||',
        'word f',
      ],
    ],
    ['1 1.5 .5 1e3 1.5E-3 1e+3', ['number 1', 'number 1.5', 'number .5', 'number 1e3', 'number 1.5E-3', 'number 1e+3']],
    ['0xfF 0o17 1_000 0', ['number 0xfF', 'number 0o17', 'number 1_000', 'number 0']],
    ['1e 2.x', ['number 1', 'word e', 'number 2', 'sign .', 'word x']],
    ["'it\\'s' \"a'b\"", ["text 'it\\'s'", 'text "a\'b"']],
    ['`a ``b`` c` $`p q` $1', ['name `a ``b`` c`', 'parameter $`p q`', 'parameter $1']],
    ["a // b\nc /* d ' */ e", ['word a', 'word c', 'word e']],
    ["'http://x' /**/ 1 // end", ["text 'http://x'", 'number 1']],
    ['größe Ключ 名前 €uro', ['word größe', 'word Ключ', 'word 名前', 'word €uro']],
    ['a\u00a0b\u2003c', ['word a', 'word b', 'word c']],
    ['$ 😀 ;', ['sign $', 'sign 😀', 'sign ;']],
  ])('%s', (text, expected) => {
    expect(cut(text)).toEqual(expected)
  })

  it('gives words a key in capitals, but only if they are plain ASCII', () => {
    expect(only('rEtUrN')).toMatchObject({ kind: 'word', key: 'RETURN', value: 'rEtUrN' })
    // both have capitals that spell a keyword
    expect(only('\u017fet')).toMatchObject({ kind: 'word', key: '' })
    expect(only('l\u0131m\u0131t')).toMatchObject({ kind: 'word', key: '' })
  })

  it('gives names, texts and parameters their meaning', () => {
    expect(only('`a ``b`` c`').value).toBe('a `b` c')
    expect(only('$`p ``q`').value).toBe('p `q')
    expect(only('$name').value).toBe('name')
    expect(only("'a\\tb\\u0041\\'\\\\'").value).toBe("a\tbA'\\")
  })

  it.each([
    ["RETURN 'a", "a text is never closed at ''a'   in RETURN 'a"],
    ["RETURN 'a\\'", "a text is never closed at ''a\\''   in RETURN 'a\\'"],
    ['RETURN "a\'', "a text is never closed at '\"a''   in RETURN \"a'"],
    ['RETURN `a', "a back-tick is never closed at '`a'   in RETURN `a"],
    ['RETURN `a``', "a back-tick is never closed at '`a``'   in RETURN `a``"],
    ['RETURN $`a', "a back-tick is never closed at '`a'   in RETURN $`a"],
    ['RETURN 1 /* a *', "a comment is never closed at '/* a *'   in RETURN 1 /* a *"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => lex(text))).toBe(expected)
  })
})

const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '`',
        '$',
        '\\',
        '//',
        '/*',
        '*/',
        '\n',
        ' ',
        '..',
        '1',
        'e',
        '0x',
        '<',
        '>',
        '=',
        '(',
        ']',
        'MATCH',
        '{}',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('lex on any text', () => {
  it('cuts it into tokens in order, with nothing but blanks and comments between, or refuses it as SYNTAX', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const problem = problemOf(() => lex(text))
        if (problem !== undefined) {
          expect(problem).toBeInstanceOf(GraphError)
          expect(problem).toHaveProperty('code', 'SYNTAX')
          return
        }
        let end = 0
        for (const token of lex(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(lex(text.slice(end, token.start)).map(({ kind }) => kind)).toEqual(['end'])
          if (token.kind !== 'end') expect(token.end).toBeGreaterThan(token.start)
          end = token.end
        }
        expect(end).toBe(text.length)
      }),
    )
  })

  it('reads a text literal of any content as one token that means that content', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom("'", '"'), (content, quote) => {
        const written = content.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
        expect(only(`${quote}${written}${quote}`)).toMatchObject({ kind: 'text', value: content })
      }),
    )
  })

  it('reads a name or parameter in back-ticks of any content as one token that means that content', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (content) => {
        const written = `\`${content.replaceAll('`', '``')}\``
        expect(only(written)).toMatchObject({ kind: 'name', value: content })
        expect(only(`$${written}`)).toMatchObject({ kind: 'parameter', value: content })
      }),
    )
  })
})
