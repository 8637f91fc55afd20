import type { FrozenFont } from '../fonts/frozen-font.ts'
import type { PdfKit, Reference } from './pdfkit.ts'

/** Not one of the Latin sets: the codes are our own. */
const SYMBOLIC = 4
/** Subsets are named by six capitals and a plus (ISO 32000-1, 9.6.4). */
const SUBSET_TAG = 'FROZEN+'

/** Writes the prepared font (ISO 32000-1, 9.7) under a reference that pages already use. */
export function embedFont(pdf: PdfKit, font: FrozenFont, reference: Reference): void {
  const { file, toUnicode, widths, metrics } = font.program()
  const name = SUBSET_TAG + font.name
  const descriptor = pdf.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC,
    FontBBox: metrics.box,
    ItalicAngle: 0,
    Ascent: metrics.ascent,
    Descent: metrics.descent,
    CapHeight: metrics.capHeight,
    StemV: 80,
    FontFile2: deflated(pdf, file),
  })
  const descendant = pdf.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    W: [0, widths],
    CIDToGIDMap: 'Identity',
  })
  reference.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: deflated(pdf, toUnicode),
  }
  for (const part of [descriptor, descendant, reference]) part.end()
}

export function deflated(pdf: PdfKit, bytes: Buffer, dictionary: object = {}): Reference {
  const reference = pdf.ref({ ...dictionary, Filter: 'FlateDecode' })
  reference.compress = false
  reference.end(bytes)
  return reference
}
