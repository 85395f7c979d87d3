/** The colours of a diagram. They are written out where they are used: many viewers of SVG know no variables. */
export interface Palette {
  readonly page: string
  readonly box: string
  readonly head: string
  readonly border: string
  readonly ink: string
  readonly faint: string
  readonly arrow: string
  readonly accent: string
}

const light: Palette = {
  page: '#f8fafc',
  box: '#ffffff',
  head: '#e0e7ff',
  border: '#c7d2e4',
  ink: '#0f172a',
  faint: '#64748b',
  arrow: '#7c8ba1',
  accent: '#4338ca',
}

const dark: Palette = {
  page: '#0b1120',
  box: '#131c2e',
  head: '#27306b',
  border: '#33415c',
  ink: '#e5eaf3',
  faint: '#94a3b8',
  arrow: '#7486a3',
  accent: '#a5b4fc',
}

/** Rules in the colours that the reader's system asks for. */
export const inBoth = (rules: (palette: Palette) => string): string =>
  `${rules(light)}\n@media (prefers-color-scheme:dark){\n${rules(dark)}\n}`

const coloured = (palette: Palette): string =>
  [
    `text{fill:${palette.ink}}`,
    `.page{fill:${palette.page}}`,
    `.body{fill:${palette.box};stroke:${palette.border}}`,
    `.head{fill:${palette.head}}`,
    `.summary,.count,.kind,.more{fill:${palette.faint}}`,
    `.key,.type{fill:${palette.accent}}`,
    `.arrow>path{stroke:${palette.arrow}}`,
    `.tip{fill:${palette.arrow}}`,
    `.open{fill:${palette.page};stroke:${palette.arrow}}`,
    `.ground{fill:${palette.page}}`,
    `.box:focus .body,.box:hover .body{stroke:${palette.accent};stroke-width:2}`,
  ].join('\n')

/** How a diagram looks; it holds nothing of the graph. */
export const svgStyle: string = `text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace}
.title{font-size:15px;font-weight:700}
.summary{font-size:12px;font-weight:400}
.label{font-weight:700}
.count,.kind{text-anchor:end}
.key{font-weight:700;text-decoration:underline}
.arrow>path{fill:none;stroke-width:1.3}
.within>path{stroke-dasharray:5 4}
.type{text-anchor:middle}
.box:focus{outline:none}
${inBoth(coloured)}`
