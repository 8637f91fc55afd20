import { bangkok } from '../service/dates.ts'
import { partOf } from './blocks/block.ts'
import { FILTERS } from './filters.ts'
import { getFonts } from './fonts/sarabun.ts'
import { createTypesetter } from './lines/typesetter.ts'
import { cleaned } from './marks.ts'
import { type Page, paginate } from './page/paginate.ts'
import type { Setting } from './page/setting.ts'
import { type Sheet, sheetOf } from './page/sheet.ts'
import { LINE, SECOND_INK } from './pdf/colours.ts'
import { createPdf } from './pdf/pdf-file.ts'
import type { Pen } from './pdf/pen.ts'
import { type Block, parseTemplate } from './template.ts'

export type Report = {
  title: string
  agency: { name: string; unit: string; address: string }
  /** Blocks as a layout writes them. */
  blocks: Record<string, unknown>[]
  madeAt: Date
}

/** A PDF/A-3 without signature and verification strip: what a person is told about themselves, not a document of record. */
export async function renderReport({ title, agency, blocks, madeAt }: Report): Promise<Buffer> {
  const fonts = getFonts()
  const template = parseTemplate({ title, short: title, numerals: 'arabic', blocks })
  const plain = sheetOf(template.layout, false)
  const sheet: Sheet = { ...plain, bottom: { ...plain.bottom, first: plain.bottom.later } }
  const setting: Setting = {
    left: sheet.left,
    width: sheet.width,
    typeset: createTypesetter(fonts, []),
    numerals: cleaned,
    agency: { ...agency, address: [agency.address] },
    rows: 'open',
    isAnnexed: false,
  }
  const parts = template.blocks.map((block: Block) => partOf(block, setting))
  const pages = paginate(parts, 'first', sheet)
  const pdf = createPdf({ title, author: agency.name, createdAt: madeAt }, fonts)
  const foot = `${agency.name} · ${title} · ${FILTERS.stamp(bangkok(madeAt))}`
  for (const [index, page] of pages.entries()) {
    const pen = pdf.addPage()
    drawPage(pen, page, sheet, { title, foot, number: `${index + 1}/${pages.length}` })
  }
  return pdf.end()
}

type Lines = { title: string; foot: string; number: string }

function drawPage(pen: Pen, { kind, placed }: Page, sheet: Sheet, { title, foot, number }: Lines): void {
  const { left, width, top } = sheet
  const ink = { weight: 'regular', size: 8, colour: SECOND_INK } as const
  if (kind === 'next') {
    pen.aside(() => pen.text(title, left, top + 10, { ...ink, weight: 'semibold', size: 10 }))
    pen.rule(left, top + 17.5, left + width, top + 17.5, 0.5, LINE)
  }
  for (const { part, top: at } of placed) part.draw(pen, at)
  pen.aside(() => {
    pen.text(foot, left, sheet.foot, ink)
    pen.text(number, left + width, sheet.foot, ink, { align: 'right' })
  })
}
