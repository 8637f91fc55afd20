import PDFDocument from 'pdfkit'

/** What we use of pdfkit, some of it unknown to its types: it writes the file, we write the pages. */
export type PdfKit = {
  page: {
    dictionary: Reference
    fonts: Record<string, Reference>
    xobjects: Record<string, Reference>
    annotations: Reference[]
  }
  _root: Reference
  ref(data: object): Reference
  addPage(options: object): void
  addContent(operators: string): void
  struct(type: string, options?: TagOptions, draw?: () => void): StructureElement
  addStructure(element: StructureElement): void
  file(bytes: Buffer, options: AttachmentOptions): void
  endAcroForm(): void
  end(): void
  toArray(): Promise<Uint8Array[]>
}
export type Reference = {
  data: Record<string, unknown>
  compress: boolean
  end(bytes?: Uint8Array): void
}
export type StructureElement = { add(child: StructureElement): void; end(): void }
export type TagOptions = {
  lang?: string
  alt?: string
  scope?: 'Column' | 'Row'
  bbox?: [number, number, number, number]
  placement?: 'Block'
}
type AttachmentOptions = {
  name: string
  type: string
  description: string
  relationship: string
  creationDate: Date
  modifiedDate: Date
}

export function createPdfKit(about: { title: string; author: string; createdAt: Date }): PdfKit {
  const options = {
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'th-TH',
    displayTitle: true,
    autoFirstPage: false,
    // any font named here would be set up by pdfkit; ours are embedded without it
    font: null,
    info: {
      Title: withoutMarkup(about.title),
      Author: withoutMarkup(about.author),
      Creator: 'Anuyat',
      Producer: 'Anuyat',
      CreationDate: about.createdAt,
      ModDate: about.createdAt,
    },
  }
  return new PDFDocument(options as object) as unknown as PdfKit
}

/** NOTE: pdfkit copies these texts into XMP as they are, and "&" would make that XML unreadable. */
const withoutMarkup = (text: string): string => text.replaceAll('&', '＆').replace(/[<>]/g, ' ')
