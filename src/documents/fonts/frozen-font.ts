import { deflateSync } from 'node:zlib'
import { clustersOf, createShaper, type ShapedGlyph } from './shaper.ts'
import { readTrueType, type SubsetGlyph, type TrueType, writeSubset } from './truetype.ts'

/**
 * A font prepared once per process and embedded as ready bytes in every document. Each pair of a shape and the text
 * it stands for has a code of its own, so that a document copies and searches exactly as it was written; a mark that
 * HarfBuzz moves becomes a glyph with the move built in, so that a line is one plain string of codes and no reader
 * sees gaps inside a word. A cluster never met before is added, and the bytes are made anew: codes never change.
 */
export type FrozenFont = {
  name: string
  /** 1/1000 of the size. */
  width(text: string): number
  /** Codes as hexadecimal digits, four a glyph. */
  encode(text: string): string
  /** Clusters that the font cannot draw. */
  unknownIn(text: string): string[]
  program(): FontProgram
}
type FontProgram = {
  file: Buffer
  toUnicode: Buffer
  widths: number[]
  metrics: { box: number[]; ascent: number; descent: number; capHeight: number }
}
type Run = { codes: string; width: number }
type Code = SubsetGlyph & { text: string }

/** Letters we have no glyph for are printed as this; .notdef is not allowed in PDF/A. */
const SUBSTITUTE = '?'
/** Marks are moved by multiples of this (font units): nobody sees it, and it halves the number of glyphs. */
const MOVE_STEP = 4

export function freezeFont(name: string, bytes: Buffer, repertoire: Iterable<string>): FrozenFont {
  const font = readTrueType(bytes)
  const shape = createShaper(bytes)
  const scale = 1000 / font.unitsPerEm
  const table = createCodeTable(font)
  const lacks = (text: string) => shape(text).some(({ glyph }) => glyph === 0)

  const cluster = remembered((text: string): Run => {
    const glyphs = shape(lacks(text) ? SUBSTITUTE : text)
    return {
      codes: wholeCodes(glyphs).map(table.codeOf).join(''),
      width: glyphs.reduce((sum, { advance }) => sum + advance, 0) * scale,
    }
  })
  const run = remembered((text: string): Run => {
    const found = clustersOf(text).map(cluster)
    return {
      codes: found.map(({ codes }) => codes).join(''),
      width: found.reduce((sum, { width }) => sum + width, 0),
    }
  })

  for (const text of repertoire) cluster(text)
  return {
    name,
    width: (text) => run(text).width,
    encode: (text) => run(text).codes,
    unknownIn: (text) => [...new Set(clustersOf(text))].filter(lacks),
    program: table.program,
  }
}

const RESULTS_KEPT = 20_000

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known
    if (results.size >= RESULTS_KEPT) results.clear()
    const fresh = make(text)
    results.set(text, fresh)
    return fresh
  }
}

/** Codes in the order they were first needed; .notdef is code 0. */
function createCodeTable(font: TrueType) {
  const codes: Code[] = [{ text: '', advance: font.advance(0), parts: [{ glyph: 0, dx: 0, dy: 0 }] }]
  const known = new Map<string, string>()
  let program: FontProgram | undefined
  return {
    codeOf(code: Code): string {
      const key = JSON.stringify(code)
      const found = known.get(key) ?? hex(codes.push(code) - 1)
      if (!known.has(key)) program = undefined
      known.set(key, found)
      return found
    },
    program(): FontProgram {
      program ??= compile(font, codes)
      return program
    },
  }
}

function compile(font: TrueType, codes: Code[]): FontProgram {
  const scale = 1000 / font.unitsPerEm
  const { left, bottom, right, top } = font.bounds
  return {
    file: deflateSync(writeSubset(font, codes), { level: 9 }),
    toUnicode: deflateSync(toUnicodeMap(codes.map(({ text }) => text)), { level: 9 }),
    widths: codes.map(({ advance }) => advance * scale),
    metrics: {
      box: [left, bottom, right, top].map((value) => value * scale),
      ascent: font.ascender * scale,
      descent: font.descender * scale,
      capHeight: font.capHeight * scale,
    },
  }
}

/**
 * Codes for the glyphs of a cluster. Where HarfBuzz draws more glyphs than there are characters (ำ is a ring and an
 * า), the last ones are joined to one glyph that stands for the last character.
 */
function wholeCodes(glyphs: ShapedGlyph[]): Code[] {
  const written = glyphs.filter((glyph) => glyph.text !== '')
  const groups = written.map((glyph, index) => (index === written.length - 1 ? glyphs.slice(index) : [glyph]))
  return groups.map((group) => {
    let pen = 0
    const parts = group.map(({ glyph, advance, dx, dy }) => {
      const part = { glyph, dx: pen + inSteps(dx), dy: inSteps(dy) }
      pen += advance
      return part
    })
    return { text: group[0]?.text ?? '', advance: pen, parts }
  })
}

const inSteps = (move: number): number => Math.round(move / MOVE_STEP) * MOVE_STEP

const MAP_HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
`
const MAP_FOOT = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`
/** The most entries one section of a CMap may have (Adobe Technical Note 5014). */
const SECTION = 100

function toUnicodeMap(texts: string[]): string {
  const rows = texts.map((text, code) => `<${hex(code)}> <${[...text].map(utf16).join('')}>`).slice(1)
  const sections = Array.from({ length: Math.ceil(rows.length / SECTION) }, (_, index) => {
    const section = rows.slice(index * SECTION, (index + 1) * SECTION)
    return `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar\n`
  })
  return MAP_HEAD + sections.join('') + MAP_FOOT
}

const hex = (value: number): string => value.toString(16).padStart(4, '0')
const utf16 = (character: string): string =>
  Array.from(character.split(''), (unit) => hex(unit.charCodeAt(0))).join('')
