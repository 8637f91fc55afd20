/** What documents print, as a sample case would give it: layouts are tried with it before there is a case. Pure. */
import type { DocumentData } from '../../documents/render.ts'
import type { Definition } from '../../service/definition.ts'
import { shownAnswers, shownRows } from '../../service/display.ts'

const DAY = '2026-11-22'
const INSTANT = '2026-11-22T09:41:07'
const HOLDER = 'นางสาวกมล ศรีทอง'
const VERIFY = { url: 'https://anuyat.example.go.th/v/0', site: 'anuyat.example.go.th/v', code: 'YK3F-Q9W1' }

const RECEIPT = { book: '3', no: 'RN-2570/000412', date: DAY, line: 'เล่มที่ 3 เลขที่ RN-2570/000412' }
const NO_RECEIPT = { book: '', no: '', date: '', line: '' }

const SAMPLES: Record<string, (definition: Definition) => DocumentData> = {
  licence: (definition) => ({
    ...answers(definition),
    no: '42/2569',
    book: '1',
    fee: { satang: definition.fees.items.length > 0 ? 30_000 : 0 },
    receipt: definition.fees.items.length > 0 ? RECEIPT : NO_RECEIPT,
    conditions: definition.licence.conditions,
    issued: DAY,
    dated: DAY,
    reissue: { mark: 'ใบแทน', on: DAY, note: 'ออกใบแทนแทนฉบับเดิม' },
    expires: DAY,
    officer: { ...definition.licence.signer, acting: '' },
  }),
  receipt: ({ receipt }) => ({
    no: RECEIPT.no,
    book: RECEIPT.book,
    fiscal: '2570',
    at: INSTANT,
    payer: { name: HOLDER, address: '1 ถนนตัวอย่าง', by: 'นายสมชาย ใจดี ผู้รับมอบอำนาจ' },
    moneyType: receipt.moneyType,
    items: [['1', 'ค่าธรรมเนียม', '1', '300.00', '300.00']],
    satang: 30_000,
    paid: { how: 'พร้อมเพย์', ref: '1', ref1: '69000001', ref2: 'A1B2' },
    collector: receipt.collector,
  }),
  acknowledgement: (definition) => ({
    ...answers(definition),
    no: 'A-2569-000042',
    filedBy: 'นายสมชาย ใจดี ผู้รับมอบอำนาจ',
    summary: 'x',
    place: 'x',
    subject: 'x',
    entered: INSTANT,
    received: INSTANT,
    due: DAY,
    clock: '30 วัน',
    attached: [['1', 'แผนที่', '1']],
    attachedLine: 'แผนที่',
  }),
}

/** Every value that a document of this kind may name; undefined for a kind the program does not make. */
export function printedSample(kind: string, definition: Definition): DocumentData | undefined {
  const sample = SAMPLES[kind]
  const { name, unit, address } = definition.agency
  return (
    sample && {
      agency: { name: name.th, unit: unit.th, address: [address.th] },
      reference: 'A-2569-000042',
      ...sample(definition),
      verify: VERIFY,
    }
  )
}

/** An answer is a text by the time it is printed: a filter for days or money does not fit it. */
function answers(definition: Definition): DocumentData {
  const named = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'x']))
  return {
    holder: HOLDER,
    a: named(Object.keys(shownAnswers(definition, {}))),
    c: named(definition.computed.map(({ id }) => id)),
    rows: shownRows(definition, {}),
  }
}

/** The values of such a tree by their dotted names; a list is one value. */
export function valueNames(data: unknown, before = ''): string[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [before]
  return Object.entries(data).flatMap(([key, child]) => valueNames(child, before ? `${before}.${key}` : key))
}
