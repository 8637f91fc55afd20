/** The picture of a menu as SVG: navy ground, one light cell, a strip of tabs. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { graphemes } from '../../messages/limits.ts'
import type { Language } from '../../service/definition.ts'
import type { Menu } from './file.ts'
import { type Box, layOut, MENU_WIDTH, type MenuLayout, type Placed } from './layout.ts'

const INK = { navy: '#12305c', disc: '#1c457e', discOnLight: '#173f7a', paper: '#f0f5fb', line: '#31568f' }
const GOLD = '#b98a2e'
const WHITE = '#ffffff'
const LABEL_SIZE = 98
const DISC = 176

/** `menus`: all tabs in order; `shown`: the id of the one this picture is for. */
export function drawMenu(menus: Menu[], shown: Menu, language: Language): string {
  const layout = layOut(shown, menus.length)
  const size = `width="${MENU_WIDTH}" height="${layout.height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Sarabun" font-weight="700" text-anchor="middle">`,
    `<rect ${size} fill="${INK.navy}"/>`,
    ...layout.tabs.map((box, index) => drawTab(box, menus[index] as Menu, shown, language)),
    ...layout.cells.map((placed) => drawCell(placed, language)),
    ...dividers(layout),
    `<rect width="${MENU_WIDTH}" height="12" fill="${GOLD}"/>`,
    '</svg>',
  ].join('\n')
}

function drawTab(box: Box, menu: Menu, shown: Menu, language: Language): string {
  const active = menu.id === shown.id
  const text = label(menu.tab[language], box, { y: box.y + 138, size: 82, fill: active ? WHITE : '#b9c9e2' })
  const mark = `<rect x="${box.x + 60}" y="${box.height - 14}" width="${box.width - 120}" height="14" rx="7" fill="${GOLD}"/>`
  const ground = `<rect x="${box.x}" y="0" width="${box.width}" height="${box.height}" fill="${active ? INK.navy : '#0c2446'}"/>`
  return `${ground}${text}${active ? mark : ''}`
}

function drawCell({ cell, box }: Placed, language: Language): string {
  const [x, y] = [box.x + box.width / 2, box.y + 278]
  const ground = cell.main
    ? `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${INK.paper}"/>`
    : ''
  const disc = `<circle cx="${x}" cy="${y}" r="${DISC}" fill="${cell.main ? INK.discOnLight : INK.disc}"/>`
  const fill = cell.main ? INK.navy : WHITE
  return [
    ground,
    disc,
    icon(cell.icon, x, y),
    label(cell.label[language], box, { y: box.y + 614, size: LABEL_SIZE, fill }),
  ].join('')
}

/** Lucide's drawing, eight and a half times its size, around this point. */
function icon(name: string, x: number, y: number): string {
  const file = fileURLToPath(import.meta.resolve(`lucide-static/icons/${name}.svg`))
  const [, strokes = ''] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(file, 'utf8')) ?? []
  const scale = 8.5
  return `<g transform="translate(${x - 12 * scale} ${y - 12 * scale}) scale(${scale})" fill="none" stroke="${WHITE}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${strokes.trim()}</g>`
}

type Lettering = { y: number; size: number; fill: string }

/** Long words are set smaller: a letter takes about 0.56 of its size. */
function label(text: string, box: Box, { y, size, fill }: Lettering): string {
  const fitting = Math.min(size, (box.width * 0.88) / (graphemes(text) * 0.56))
  return `<text x="${box.x + box.width / 2}" y="${y}" font-size="${Math.floor(fitting)}" fill="${fill}">${escaped(withoutSaraAm(text))}</text>`
}

/** The renderer drops half of ำ where shaping takes it apart, so it is taken apart here: nikhahit, tone mark, sara aa. */
const withoutSaraAm = (text: string) => text.replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1\u0e32')

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Thin lines between cells; none beside a light one, which has an edge of its own. */
function dividers({ cells }: MenuLayout): string[] {
  const dark = cells.filter(({ cell }) => !cell.main)
  return dark.flatMap(({ box }) => {
    const right = dark.some((other) => other.box.y === box.y && other.box.x === box.x + box.width)
    const below = dark.some((other) => other.box.y === box.y + box.height && other.box.x === box.x)
    const [x, y] = [box.x + box.width, box.y + box.height]
    return [
      ...(right ? [line(x, box.y + 80, x, y - 80)] : []),
      ...(below ? [line(box.x + 80, y, x - 80, y)] : []),
    ]
  })
}

const line = (x1: number, y1: number, x2: number, y2: number) =>
  `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${INK.line}" stroke-width="4"/>`
