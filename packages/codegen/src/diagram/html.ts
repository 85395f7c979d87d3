import { counted } from '../catalog/words.ts'
import type { Content, Entity, Link, Row } from './content.ts'
import { markup } from './markup.ts'
import { pageScript } from './page-script.ts'
import { inBoth, type Palette } from './style.ts'
import { svgText } from './svg.ts'

const coloured = (palette: Palette): string =>
  [
    `body{background:${palette.page};color:${palette.ink}}`,
    `header,aside,input,button{border-color:${palette.border}}`,
    `input,button,aside{background:${palette.box}}`,
    `#found,p,dd{color:${palette.faint}}`,
  ].join('\n')

const style = `*{box-sizing:border-box}
html,body{margin:0;height:100%}
body{display:flex;flex-direction:column;font:14px system-ui,sans-serif}
header{display:flex;gap:8px;align-items:center;padding:8px 12px;border-bottom:1px solid}
input,button{font:inherit;color:inherit;border:1px solid;border-radius:6px;padding:4px 10px}
input{flex:0 1 22em}
button{cursor:pointer}
main{flex:1;display:flex;min-height:0}
#stage{flex:1;overflow:hidden;cursor:grab;touch-action:none}
#stage svg{width:100%;height:100%;display:block}
aside{width:24em;max-width:45%;overflow:auto;padding:12px 16px;border-left:1px solid}
aside:not(:has(section:not([hidden]))){display:none}
h2{margin:0 0 4px;font-size:16px;overflow-wrap:anywhere}
p{margin:0 0 8px}
dl{margin:0 0 12px}
dt{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
dd{margin:0 0 6px 1em;overflow-wrap:anywhere}
.dim{opacity:.15}
.box,.arrow{transition:opacity .15s}
.box{cursor:pointer}
${inBoth(coloured)}`

const rowsOf = (rows: readonly Row[]): string =>
  rows
    .map(
      ({ name, type, isKey, detail }) =>
        `<dt>${isKey ? '🔑 ' : ''}${markup(name)}: ${markup(type)}</dt><dd>${markup(detail)}</dd>`,
    )
    .join('')

const linkOf = ({ type, from, to, count, rows }: Link): string =>
  `<dt>(${markup(from)})-[:${markup(type)}]-&gt;(${markup(to)})</dt><dd>${counted(count, 'relationship')}${rows.length === 0 ? '' : `; ${rows.map((row) => markup(`${row.name}: ${row.type}`)).join(', ')}`}</dd>`

const sectionOf = (entity: Entity, index: number, links: readonly Link[]): string => {
  const own = links.filter(({ from, to }) => from === entity.label || to === entity.label)
  const within = entity.within.length === 0 ? '' : ` Each is a ${entity.within.join(', a ')}, too.`
  return `<section data-section="${index}" hidden><h2>${markup(entity.label)}</h2><p>${markup(`${entity.detail}${within}`)}</p><dl>${rowsOf(entity.rows)}</dl><dl>${own.map(linkOf).join('')}</dl></section>`
}

/**
 * Draws a diagram as a page of its own, with search, zoom, and all that is known of a label at a click. It loads nothing
 * and may load nothing: its policy forbids it.
 */
export const htmlText = (content: Content, title: string): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${markup(title)}</title>`,
    `<style>${style}</style>`,
    '<body>',
    '<header><input type="search" id="search" placeholder="find a label, a type, a property" aria-label="search"><span id="found"></span><button id="in" aria-label="zoom in">+</button><button id="out" aria-label="zoom out">−</button><button id="whole">whole</button></header>',
    `<main><div id="stage">${svgText(content, title)}</div>`,
    `<aside>${content.entities.map((each, index) => sectionOf(each, index, content.links)).join('\n')}</aside></main>`,
    `<script>${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
