import { type PdfObject, type ReadPdf, readFontMap } from './read-pdf.ts'

/** What ISO 19005-3 (PDF/A-3, level A) asks of a file like ours; each entry that fails is a fault. */
export function pdfAFaults(pdf: ReadPdf): string[] {
  return Object.entries(RULES)
    .filter(([, holds]) => !holds(pdf))
    .map(([rule]) => rule)
}

const all = ({ objects }: ReadPdf, mark: RegExp): PdfObject[] =>
  objects.filter(({ dictionary }) => mark.test(dictionary))
const reference = (key: string, dictionary: string): string | undefined =>
  new RegExp(`/${key} \\[?(\\d+ 0 R)`).exec(dictionary)?.[1]

const RULES: Record<string, (pdf: ReadPdf) => boolean> = {
  'the header is followed by a line of binary bytes': ({ source }) =>
    /^%PDF-1\.7\n%[\x80-\xff]{4}\n/.test(source),
  'the trailer has an ID and no encryption': ({ source }) =>
    /\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/.test(source) && !source.includes('/Encrypt'),
  'XMP says part 3, conformance A, unfiltered': (pdf) => {
    const metadata = pdf.object(reference('Metadata', pdf.catalog))
    const xml = metadata.stream?.toString('utf8') ?? ''
    return (
      !metadata.dictionary.includes('/Filter') &&
      xml.includes('<pdfaid:part>3</pdfaid:part>') &&
      xml.includes('<pdfaid:conformance>A</pdfaid:conformance>')
    )
  },
  'XMP is well-formed where texts are put in': (pdf) => {
    const xml = pdf.object(reference('Metadata', pdf.catalog)).stream?.toString('utf8') ?? ''
    return !/&(?!(amp|lt|gt|quot|apos);)/.test(xml)
  },
  'colours have an output intent': (pdf) => {
    const intent = pdf.object(reference('OutputIntents', pdf.catalog)).dictionary
    return (
      intent.includes('/GTS_PDFA1') &&
      /\/N 3/.test(pdf.object(reference('DestOutputProfile', intent)).dictionary)
    )
  },
  'the document is tagged and names its language': ({ catalog }) =>
    /\/Lang \(th-TH\)/.test(catalog) && catalog.includes('/StructTreeRoot') && catalog.includes('/MarkInfo'),
  'all text stands in marked content': ({ pages }) => pages.every(({ content }) => isMarked(content)),
  'fonts are embedded, and their widths are those of the font file': (pdf) =>
    all(pdf, /\/CIDFontType2/).every((font) => hasItsOwnWidths(font, pdf)),
  'no .notdef is shown, and every glyph has its text': (pdf) => usedCodesHaveText(pdf),
  'annotations are printed and not hidden': (pdf) =>
    all(pdf, /\/Type \/Annot/).every(({ dictionary }) => /\/F 132\b/.test(dictionary)),
  'the form asks no viewer to draw it': ({ source }) => !source.includes('/NeedAppearances'),
  'attachments say what they are to the document': (pdf) =>
    pdf.catalog.includes('/AF [') &&
    all(pdf, /\/Type \/Filespec/).every(
      ({ dictionary }) =>
        /\/AFRelationship \/(Data|Alternative)/.test(dictionary) && dictionary.includes('/UF'),
    ) &&
    all(pdf, /\/Type \/EmbeddedFile/).every(
      ({ dictionary }) =>
        /\/Subtype \/(application#2Fjson|text#2Fxml)/.test(dictionary) && dictionary.includes('/ModDate'),
    ),
  'nothing is transparent, scripted or compressed by LZW': ({ objects }) =>
    objects.every(({ dictionary }) => !/\/(SMask|JavaScript|LZWDecode|AA|ca|CA)\b/.test(dictionary)),
}

function isMarked(content: string): boolean {
  let depth = 0
  for (const [operator] of content.matchAll(/\b(BDC|BMC|EMC|BT)\b/g)) {
    if (operator === 'BT' && depth === 0) return false
    if (operator === 'EMC') depth--
    if (operator === 'BDC' || operator === 'BMC') depth++
  }
  return depth === 0
}

function hasItsOwnWidths({ dictionary }: PdfObject, pdf: ReadPdf): boolean {
  const file = pdf.object(
    reference('FontFile2', pdf.object(reference('FontDescriptor', dictionary)).dictionary),
  ).stream
  if (!file) return false
  const widths = /\/W \[0 \[([\d. ]+)\]/.exec(dictionary)?.[1]?.split(' ').map(Number) ?? []
  const hmtx = tableOf(file, 'hmtx')
  return widths.length > 0 && widths.every((width, glyph) => hmtx.readUInt16BE(glyph * 4) === width)
}

function tableOf(file: Buffer, tag: string): Buffer {
  const count = file.readUInt16BE(4)
  for (let entry = 12; entry < 12 + count * 16; entry += 16)
    if (file.toString('latin1', entry, entry + 4) === tag) return file.subarray(file.readUInt32BE(entry + 8))
  throw new Error(`The font has no ${tag}`)
}

function usedCodesHaveText(pdf: ReadPdf): boolean {
  const maps = all(pdf, /\/Type0/).map((font) => readFontMap(font, pdf.object))
  const codes = pdf.pages.flatMap(({ content }) =>
    Array.from(content.matchAll(/<([0-9a-f]+)>/g), ([, digits = '']) => digits.match(/.{4}/g) ?? []).flat(),
  )
  return codes.length > 0 && codes.every((code) => code !== '0000' && maps.some((map) => map.get(code)))
}
