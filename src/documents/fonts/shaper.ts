import { Blob, ClusterLevel, Direction, Face, Font, Buffer as HarfBuzzBuffer, shape } from 'harfbuzzjs'

/**
 * Thai is shaped by HarfBuzz: a mark's place depends on the letter beneath it and on the marks below it. Sarabun has
 * no kerning between Thai letters, so one cluster (a letter with its marks) is shaped at a time, and remembered.
 */

/** In font units. `text` is what the glyph stands for when somebody copies or searches the document. */
export type ShapedGlyph = { glyph: number; text: string; advance: number; dx: number; dy: number }
type Shaper = (cluster: string) => ShapedGlyph[]

const CLUSTER = /[\u0e01-\u0e5b][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*\u0e33?|./gsu

/** A Thai letter with all its marks and a following ำ; anything else one character at a time. */
export const clustersOf = (text: string): string[] => text.match(CLUSTER) ?? []

export function createShaper(file: Buffer): Shaper {
  const font = new Font(new Face(new Blob(new Uint8Array(file))))
  const buffer = new HarfBuzzBuffer()
  return (cluster) => {
    const thai = /^[\u0e00-\u0e7f]/.test(cluster)
    buffer.reset()
    buffer.addText(cluster)
    buffer.setClusterLevel(ClusterLevel.CHARACTERS)
    buffer.setDirection(Direction.LTR)
    // NOTE: guessed from mixed text the script would be Latin, and the rules for ำ silently off
    buffer.setScript(thai ? 'Thai' : 'Latn')
    buffer.setLanguage(thai ? 'th' : 'en')
    shape(font, buffer)
    const places = buffer.getGlyphPositions()
    const texts = shareOut(cluster, places.length)
    return buffer.getGlyphInfos().map((info, index) => ({
      glyph: info.codepoint,
      text: texts[index] ?? '',
      advance: places[index]?.xAdvance ?? 0,
      dx: places[index]?.xOffset ?? 0,
      dy: places[index]?.yOffset ?? 0,
    }))
  }
}

/** One character a glyph. More characters than glyphs: the last takes the rest. Fewer: the last ones stay empty. */
function shareOut(cluster: string, glyphs: number): string[] {
  const characters = [...cluster]
  if (characters.length <= glyphs) return characters
  return [...characters.slice(0, glyphs - 1), characters.slice(glyphs - 1).join('')]
}
