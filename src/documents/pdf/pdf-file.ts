import { deflateSync } from 'node:zlib'
import { type Fonts, WEIGHTS } from '../fonts/sarabun.ts'
import { deflated, embedFont } from './embed-font.ts'
import { FONT_NAMES } from './lettering.ts'
import type { Ornament } from './ornament.ts'
import { PAGE } from './path.ts'
import {
  createPdfKit,
  type PdfKit,
  type Reference,
  type StructureElement,
  type TagOptions,
} from './pdfkit.ts'
import { createPen, type Pen } from './pen.ts'
import { reserveSignature } from './signature-field.ts'

/** A tagged PDF/A-3a file that is written page by page. */
export type PdfFile = {
  addPage(): Pen
  /** Reserves the signature on the page that is open. */
  reserveSignature(by: { name: string; label: string }): void
  attach(file: Attachment): void
  end(): Promise<Buffer>
}
export type Attachment = {
  name: string
  type: string
  description: string
  relationship?: 'Data' | 'Alternative'
  bytes: Buffer
}

export function createPdf(about: { title: string; author: string; createdAt: Date }, fonts: Fonts): PdfFile {
  const pdf = createPdfKit(about)
  const fontReferences = WEIGHTS.map((weight) => ({ weight, reference: pdf.ref({}) }))
  const ornaments = new Map<string, Reference>()
  const root = pdf.struct('Document', { lang: 'th-TH' })
  pdf.addStructure(root)
  const structure = structureUnder(root, pdf)

  return {
    addPage() {
      pdf.addPage({ size: [PAGE.width, PAGE.height], margin: 0 })
      for (const { weight, reference } of fontReferences) pdf.page.fonts[FONT_NAMES[weight]] = reference
      return createPen({
        fonts,
        write: (operators) => pdf.addContent(operators),
        ...structure,
        use: (ornament) => useOrnament(pdf, ornaments, ornament),
      })
    },
    reserveSignature: (by) => reserveSignature(pdf, { ...by, at: about.createdAt }),
    attach: ({ bytes, ...attachment }) =>
      pdf.file(bytes, {
        relationship: 'Data',
        ...attachment,
        creationDate: about.createdAt,
        modifiedDate: about.createdAt,
      }),
    async end() {
      root.end()
      for (const { weight, reference } of fontReferences) embedFont(pdf, fonts[weight], reference)
      pdf.end()
      return Buffer.concat(await pdf.toArray())
    },
  }
}

/** Tags become children of the group that is open. */
function structureUnder(root: StructureElement, pdf: PdfKit) {
  let parent = root
  return {
    tag(type: string, draw: () => void, options: TagOptions = {}) {
      parent.add(pdf.struct(type, options, draw))
    },
    group(type: string, draw: () => void) {
      const outer = parent
      parent = pdf.struct(type)
      outer.add(parent)
      draw()
      parent = outer
    },
  }
}

const drawings = new Map<string, Buffer>()

function useOrnament(pdf: PdfKit, used: Map<string, Reference>, ornament: Ornament): string {
  const reference = used.get(ornament.name) ?? writeOrnament(pdf, ornament)
  used.set(ornament.name, reference)
  pdf.page.xobjects[ornament.name] = reference
  return ornament.name
}

function writeOrnament(pdf: PdfKit, { name, width, height, operators }: Ornament): Reference {
  const drawing = drawings.get(name) ?? deflateSync(operators(), { level: 9 })
  drawings.set(name, drawing)
  return deflated(pdf, drawing, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: {},
  })
}
