/** A marked part of a source, and what is said of it up to the next. */
export interface Region {
  readonly name: string
  readonly code: string
  /** How many examples follow it. */
  readonly examples: number
  /** The row types that are stated of them. */
  readonly rows: readonly string[]
  /** What calls are stated to give. */
  readonly gives: readonly string[]
}

const region =
  /^(?<indent> *)\/\/ #region (?<name>[^\n]+)\n(?<code>[^]*?)^ *\/\/ #endregion\n(?<after>[^]*?)(?=^ *\/\/ #region|$(?![^]))/gm

const withoutIndent = (code: string, indent: string): string =>
  code
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n')

/** A type that stands on several lines, on one. */
const onOneLine = (type: string): string =>
  type.trim().replace(/\n\s*/g, '; ').replaceAll('{;', '{').replaceAll('; }', ' }')

const stated = (after: string, word: string): string[] =>
  [...after.matchAll(new RegExp(`\\.${word}<([^]*?)>\\(\\)`, 'g'))].map(([, type = '']) => onOneLine(type))

/** The parts of a source between `// #region name` and `// #endregion`. */
export const regionsOf = (source: string): readonly Region[] =>
  [...source.matchAll(region)].map(({ groups = {} }) => {
    const { indent = '', name = '', code = '', after = '' } = groups
    return {
      name,
      code: withoutIndent(code, indent),
      examples: after.match(/\byield (?:shows|calls|refuses)\(/g)?.length ?? 0,
      rows: stated(after, 'row'),
      gives: stated(after, 'gives'),
    }
  })
