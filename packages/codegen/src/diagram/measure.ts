/** Everything is set in a monospaced face: what a text takes can be told without a screen. */
export const size = 12
export const cell: number = size * 0.61
export const line = 18

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u
const segmenter = new Intl.Segmenter('en')

const cellsOf = (text: string): number =>
  [...segmenter.segment(text)].reduce((sum, { segment }) => sum + (wide.test(segment) ? 2 : 1), 0)

/** How wide a text is, in pixels. */
export const widthOf = (text: string): number => cellsOf(text) * cell

/** A text of at most so many characters. */
export const shortened = (text: string, most: number): string => {
  const segments = [...segmenter.segment(text)].map(({ segment }) => segment)
  return segments.length <= most ? text : `${segments.slice(0, most - 1).join('')}…`
}
