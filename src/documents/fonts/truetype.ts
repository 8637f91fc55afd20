/**
 * Reads what a subset needs of a TrueType font, and writes the subset that a PDF embeds: no cmap, no layout tables,
 * one glyph per code. A subset glyph may be put together from several glyphs of the font, each moved by an offset.
 */

export type TrueType = {
  unitsPerEm: number
  ascender: number
  descender: number
  capHeight: number
  bounds: Bounds
  advance(glyph: number): number
  bearing(glyph: number): number
  outline(glyph: number): Buffer
  table(tag: string): Buffer
}
export type Bounds = { left: number; bottom: number; right: number; top: number }
/** In font units. */
export type SubsetGlyph = { advance: number; parts: GlyphPart[] }
type GlyphPart = { glyph: number; dx: number; dy: number }

export function readTrueType(file: Buffer): TrueType {
  const tables = tableDirectory(file)
  const table = (tag: string) => tables.get(tag) ?? missing(tag)
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map(table) as Five
  const longMetrics = hhea.readUInt16BE(34)
  const offset = (glyph: number) =>
    head.readInt16BE(50) === 1 ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2
  return {
    unitsPerEm: head.readUInt16BE(18),
    ascender: hhea.readInt16BE(4),
    descender: hhea.readInt16BE(6),
    capHeight: table('OS/2').readInt16BE(88),
    bounds: readBounds(head, 36),
    advance: (glyph) => hmtx.readUInt16BE(Math.min(glyph, longMetrics - 1) * 4),
    bearing: (glyph) =>
      hmtx.readInt16BE(glyph < longMetrics ? glyph * 4 + 2 : longMetrics * 4 + (glyph - longMetrics) * 2),
    outline: (glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)),
    table,
  }
}
type Five = [Buffer, Buffer, Buffer, Buffer, Buffer]

const missing = (tag: string): never => {
  throw new Error(`The font has no ${tag} table`)
}

function tableDirectory(file: Buffer): Map<string, Buffer> {
  const count = file.readUInt16BE(4)
  const entries = Array.from({ length: count }, (_, index) => {
    const at = 12 + index * 16
    const start = file.readUInt32BE(at + 8)
    return [
      file.toString('latin1', at, at + 4),
      file.subarray(start, start + file.readUInt32BE(at + 12)),
    ] as const
  })
  return new Map(entries)
}

const readBounds = (data: Buffer, at: number): Bounds => ({
  left: data.readInt16BE(at),
  bottom: data.readInt16BE(at + 2),
  right: data.readInt16BE(at + 4),
  top: data.readInt16BE(at + 6),
})

/** A font file whose glyph n is `glyphs[n]`; glyph 0 must be .notdef. Glyphs they are made of follow at the end. */
export function writeSubset(font: TrueType, glyphs: SubsetGlyph[]): Buffer {
  const all = [...glyphs]
  const plainAt = new Map<number, number>()
  for (const [index, glyph] of all.entries()) {
    const plain = plainPart(glyph)
    if (plain !== undefined && !plainAt.has(plain)) plainAt.set(plain, index)
  }
  const indexOf = (glyph: number): number => {
    const known = plainAt.get(glyph)
    if (known !== undefined) return known
    plainAt.set(glyph, all.length)
    return all.push({ advance: font.advance(glyph), parts: [{ glyph, dx: 0, dy: 0 }] }) - 1
  }
  const outlines: Buffer[] = []
  // `all` grows while it is walked: a part brings the glyph it refers to
  for (const glyph of all) outlines.push(subsetOutline(font, glyph, indexOf))
  return writeTables(font, all, outlines)
}

function plainPart({ parts: [part, ...others] }: SubsetGlyph): number | undefined {
  return part && others.length === 0 && part.dx === 0 && part.dy === 0 ? part.glyph : undefined
}

function subsetOutline(font: TrueType, glyph: SubsetGlyph, indexOf: (glyph: number) => number): Buffer {
  const plain = plainPart(glyph)
  return plain === undefined
    ? compositeOutline(font, glyph.parts, indexOf)
    : renumbered(font.outline(plain), indexOf)
}

const MORE_PARTS = 0x20
const WORD_OFFSETS = 0x01
const OFFSETS_ARE_XY = 0x02
const SCALE = 0x08
const XY_SCALE = 0x40
const TWO_BY_TWO = 0x80

function compositeOutline(font: TrueType, parts: GlyphPart[], indexOf: (glyph: number) => number): Buffer {
  const outline = Buffer.alloc(10 + parts.length * 8)
  outline.writeInt16BE(-1, 0)
  const bounds = unionOf(parts.map((part) => moved(readBounds(font.outline(part.glyph), 2), part)))
  for (const [index, value] of [bounds.left, bounds.bottom, bounds.right, bounds.top].entries())
    outline.writeInt16BE(value, 2 + index * 2)
  for (const [index, { glyph, dx, dy }] of parts.entries()) {
    const at = 10 + index * 8
    const more = index < parts.length - 1 ? MORE_PARTS : 0
    outline.writeUInt16BE(WORD_OFFSETS | OFFSETS_ARE_XY | more, at)
    outline.writeUInt16BE(indexOf(glyph), at + 2)
    outline.writeInt16BE(dx, at + 4)
    outline.writeInt16BE(dy, at + 6)
  }
  return outline
}

const moved = (bounds: Bounds, { dx, dy }: GlyphPart): Bounds => ({
  left: bounds.left + dx,
  bottom: bounds.bottom + dy,
  right: bounds.right + dx,
  top: bounds.top + dy,
})

const unionOf = (all: Bounds[]): Bounds => ({
  left: Math.min(...all.map((each) => each.left)),
  bottom: Math.min(...all.map((each) => each.bottom)),
  right: Math.max(...all.map((each) => each.right)),
  top: Math.max(...all.map((each) => each.top)),
})

/** The font's own composite glyphs name their parts by number, and the numbers are ours now. */
function renumbered(outline: Buffer, indexOf: (glyph: number) => number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline
  const copy = Buffer.from(outline)
  let flags = MORE_PARTS
  for (let at = 10; flags & MORE_PARTS; at += partLength(flags)) {
    flags = copy.readUInt16BE(at)
    copy.writeUInt16BE(indexOf(copy.readUInt16BE(at + 2)), at + 2)
  }
  return copy
}

const partLength = (flags: number): number =>
  4 + (flags & WORD_OFFSETS ? 4 : 2) + (flags & SCALE ? 2 : flags & XY_SCALE ? 4 : flags & TWO_BY_TWO ? 8 : 0)

function writeTables(font: TrueType, glyphs: SubsetGlyph[], outlines: Buffer[]): Buffer {
  const padded = outlines.map((outline) => Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]))
  const head = Buffer.from(font.table('head'))
  head.writeInt16BE(1, 50) // long offsets in loca
  const hhea = Buffer.from(font.table('hhea'))
  hhea.writeUInt16BE(glyphs.length, 34)
  const maxp = Buffer.from(font.table('maxp'))
  maxp.writeUInt16BE(glyphs.length, 4)
  maxp.writeUInt16BE(Math.max(2, maxp.readUInt16BE(30)), 30) // a composite may be made of composites
  return writeFile({
    glyf: Buffer.concat(padded),
    head,
    hhea,
    hmtx: writeMetrics(font, glyphs),
    loca: writeOffsets(padded),
    maxp,
  })
}

function writeMetrics(font: TrueType, glyphs: SubsetGlyph[]): Buffer {
  const hmtx = Buffer.alloc(glyphs.length * 4)
  for (const [index, { advance, parts }] of glyphs.entries()) {
    hmtx.writeUInt16BE(advance, index * 4)
    const first = parts[0]
    hmtx.writeInt16BE(first ? font.bearing(first.glyph) + first.dx : 0, index * 4 + 2)
  }
  return hmtx
}

function writeOffsets(outlines: Buffer[]): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * 4)
  let offset = 0
  for (const [index, outline] of outlines.entries()) {
    offset += outline.length
    loca.writeUInt32BE(offset, (index + 1) * 4)
  }
  return loca
}

function writeFile(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables).sort()
  const power = 2 ** Math.floor(Math.log2(names.length))
  const header = Buffer.alloc(12 + names.length * 16)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(names.length, 4)
  header.writeUInt16BE(power * 16, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE((names.length - power) * 16, 10)
  const bodies: Buffer[] = []
  let offset = header.length
  for (const [index, name] of names.entries()) {
    const table = tables[name] ?? Buffer.alloc(0)
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    const at = 12 + index * 16
    header.write(name.padEnd(4), at, 'latin1')
    header.writeUInt32BE(checksum(body), at + 4)
    header.writeUInt32BE(offset, at + 8)
    header.writeUInt32BE(table.length, at + 12)
    bodies.push(body)
    offset += body.length
  }
  return Buffer.concat([header, ...bodies])
}

function checksum(data: Buffer): number {
  let sum = 0
  for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0
  return sum
}
