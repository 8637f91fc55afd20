import { bangkok } from '../service/dates.ts'
import { fill, textAt, valueAt } from './fill.ts'
import { FILTERS } from './filters.ts'
import { getFonts } from './fonts/sarabun.ts'
import { layOut } from './layout.ts'
import { createTypesetter, type Typesetter } from './lines/typesetter.ts'
import { cleaned, withNumerals, withoutMarks } from './marks.ts'
import {
  drawBackground,
  drawFoot,
  drawRunningHead,
  drawStrip,
  type Furniture,
  SIGNATURE_LABEL,
} from './page/furniture.ts'
import type { Page } from './page/paginate.ts'
import type { Setting } from './page/setting.ts'
import { type Sheet, sheetOf } from './page/sheet.ts'
import { createPdf, type PdfFile } from './pdf/pdf-file.ts'
import type { SignerIdentity } from './signer.ts'
import { parseTemplate, type Template } from './template.ts'

/** Every value a template may print, as a tree; leaves are strings, numbers, or lists. */
export type DocumentData = { [key: string]: unknown }

export type DocumentInput = {
  /** As parsed from services/<id>/documents/<kind>.yaml. */
  template: unknown
  data: DocumentData
  issuedAt: Date
  signature: { kind: 'person' | 'seal'; by: string; identity: SignerIdentity }
  verify: { url: string; site: string; code: string }
  /** Machine-readable copies embedded as PDF/A-3 attachments. */
  attachments: {
    name: string
    type: string
    description: string
    /** How the attachment stands to the document (ISO 19005-3); Data unless said otherwise. */
    relationship?: 'Data' | 'Alternative'
    bytes: Buffer
  }[]
}

/** The PDF/A-3 file with its signature reserved, ready for `Signer.sign`. Throws an Error naming a missing path. */
export async function renderDocument(input: DocumentInput): Promise<Buffer> {
  const template = fillTemplate(input)
  const fonts = getFonts()
  const typeset = createTypesetter(fonts, [...template.glossary, ...namesIn(input.data)])
  const sheet = sheetOf(template.layout, input.signature.identity.test)
  const pages = layOut(template.blocks, settingOf(input, template, sheet, typeset), sheet)
  const agency = textAt(input.data, 'agency.name')
  const pdf = createPdf(
    { title: withoutMarks(template.title), author: agency, createdAt: input.issuedAt },
    fonts,
  )
  drawPages(pdf, pages, furnitureOf(input, template, sheet, typeset))
  for (const attachment of input.attachments) pdf.attach(attachment)
  return pdf.end()
}

/** Checked before it is filled, so that a fault of the layout is not taken for one of the data. */
function fillTemplate({ template, data, verify }: DocumentInput): Template {
  const { numerals } = parseTemplate(template)
  return parseTemplate(fill(template, { ...data, verify }, numerals))
}

function settingOf(input: DocumentInput, template: Template, sheet: Sheet, typeset: Typesetter): Setting {
  const shown = (text: string) => withNumerals(cleaned(text), template.numerals)
  return {
    left: sheet.left,
    width: sheet.width,
    typeset,
    numerals: shown,
    agency: {
      name: textAt(input.data, 'agency.name'),
      unit: textAt(input.data, 'agency.unit'),
      address: addressLines(input.data).map(shown),
    },
    rows: sheet.isFramed ? 'close' : 'open',
    isAnnexed: false,
  }
}

function addressLines(data: DocumentData): string[] {
  const address = valueAt(data, 'agency.address')
  return Array.isArray(address) ? address.map(String) : [String(address)]
}

function furnitureOf(input: DocumentInput, template: Template, sheet: Sheet, typeset: Typesetter): Furniture {
  const { signature, verify } = input
  const numerals = (text: string) => withNumerals(text, template.numerals)
  const shortName = numerals(`${withoutMarks(template.short)} เลขที่ ${textAt(input.data, 'no')}`)
  return {
    sheet,
    name: `${textAt(input.data, 'agency.name')} · ${shortName}`,
    shortName,
    verify,
    signature: {
      kind: signature.kind,
      by: cleaned(signature.by),
      at: numerals(FILTERS.stamp(bangkok(input.issuedAt))),
      serial: signature.identity.serial,
      issuer: cleaned(signature.identity.issuer),
    },
    isTest: signature.identity.test,
    numerals,
    width: typeset.width,
  }
}

function drawPages(pdf: PdfFile, pages: Page[], furniture: Furniture): void {
  for (const [index, { kind, placed }] of pages.entries()) {
    const pen = pdf.addPage()
    drawBackground(pen, furniture)
    if (kind === 'next') drawRunningHead(pen, furniture)
    for (const { part, top } of placed) part.draw(pen, top)
    if (kind === 'first') {
      drawStrip(pen, furniture)
      reserveSignature(pdf, furniture)
    }
    drawFoot(pen, furniture, { kind, number: index + 1, count: pages.length })
  }
}

function reserveSignature(pdf: PdfFile, { signature }: Furniture): void {
  pdf.reserveSignature({ name: signature.by, label: SIGNATURE_LABEL[signature.kind] })
}

const NAME_LENGTH = { least: 4, most: 26 }

/** Names in the data stay whole on a line, word by word. Lists hold sentences, and sentences may be broken. */
function namesIn(data: unknown): string[] {
  if (typeof data === 'string')
    return cleaned(data)
      .split(' ')
      .filter(({ length }) => length >= NAME_LENGTH.least && length <= NAME_LENGTH.most)
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return []
  return Object.values(data).flatMap(namesIn)
}
