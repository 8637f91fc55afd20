/** What documents print, as the trees that templates name: `{{a.shop_name}}`, `{{fee.satang|money}}`. */
import { findApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { NotFound } from '../errors.ts'
import { listEarlierVersions } from '../licence/store.ts'
import type { Licence } from '../licence/table.ts'
import { wantedMandate } from '../mandate/mandate.ts'
import { actingLine } from '../officer/delegation.ts'
import { findOfficer } from '../officer/store.ts'
import { listInvoicesOf, listSettlements, paidSatang, type Settlement } from '../payment/store.ts'
import type { Invoice } from '../payment/table.ts'
import { listDecisions } from '../review/store.ts'
import type { Decision } from '../review/table.ts'
import { bangkok, bangkokDay, longDate, shortDate } from '../service/dates.ts'
import type { Definition, TransactionType } from '../service/definition.ts'
import { computedValues, fieldsById, shownAnswers, shownRows } from '../service/display.ts'
import { filesOf } from '../service/form.ts'
import { formatMoney } from '../service/thai.ts'
import { caseTitle, isReissue, transactionType } from '../service/transaction.ts'

type Printed = { title: string; print: Record<string, unknown>; record: Record<string, unknown> }

/**
 * The licence: prints the receipt's number, so the fee must be settled (or there was none). One that is issued anew says
 * so, and still prints the fee, the conditions and the day of issue of the period it stands in.
 */
export async function licenceData(
  ctx: Context,
  application: Application,
  definition: Definition,
  licence: Licence,
): Promise<Printed & { signedBy: string }> {
  const period = await periodOf(ctx.db, licence)
  const settlements: Settlement[] = []
  const conditions = [...definition.licence.conditions]
  let feeSatang = 0
  for (const { applicationId } of period) {
    settlements.push(...(await settled(ctx.db, applicationId)))
    feeSatang += await paidSatang(ctx.db, applicationId)
    conditions.push(...(await orderedConditions(ctx.db, applicationId)))
  }
  const order = (await listDecisions(ctx.db, application.id)).find(({ outcome }) => outcome === 'approve')
  const signer = await signerOf(ctx, definition, order)
  const print = {
    agency: agencyData(definition),
    no: licence.number,
    book: licence.book,
    reference: application.reference ?? '',
    holder: licence.holder,
    ...answerData(definition, application),
    fee: { satang: feeSatang },
    receipt: receiptsOf(settlements),
    conditions: [...new Set(conditions)],
    issued: period[0]?.issuedOn ?? licence.issuedOn,
    /** Of this document. */
    dated: licence.issuedOn,
    reissue: reissued(application, period),
    expires: licence.expiresOn,
    officer: signer,
  }
  return {
    title: `${definition.title.th} เลขที่ ${licence.number}`,
    print,
    record: licenceRecord(definition, application, licence),
    signedBy: signer.name,
  }
}

/** The documents of the period in which this one stands: from the first licence, or its last renewal, until this one. */
async function periodOf(db: Db, licence: Licence): Promise<Licence[]> {
  const versions = await listEarlierVersions(db, licence)
  const cases = await Promise.all(versions.map(({ applicationId }) => findApplication(db, applicationId)))
  const begins = cases.findLastIndex((each) => each && !isReissue(transactionType(each.answers)))
  return versions.slice(Math.max(0, begins))
}

/** How a case was paid. Throws NotFound while something of it is not. */
async function settled(db: Db, applicationId: string): Promise<Settlement[]> {
  const settlements = await listSettlements(db, applicationId)
  const demanded = await listInvoicesOf(db, applicationId)
  if (settlements.length < demanded.length) throw new NotFound('payment')
  return settlements
}

/** The order carries the final list; what opinions before it proposed was kept there or dropped. */
async function orderedConditions(db: Db, applicationId: string): Promise<string[]> {
  const decisions = await listDecisions(db, applicationId)
  return decisions.find(({ outcome }) => outcome === 'approve')?.conditions ?? []
}

/** Empty where nothing was due; several where a difference was paid, too. */
function receiptsOf(settlements: Settlement[]) {
  const receipts = settlements.map(({ receipt }) => receipt)
  const last = receipts.at(-1)
  return {
    book: last?.book ?? '',
    no: receipts.map(({ number }) => number).join(' และ '),
    date: last ? bangkokDay(last.issuedAt) : '',
    line: settlements.map(receiptLine).join(' และ '),
  }
}

/**
 * Empty for a first licence and a renewal. The ordinances want ใบแทน stamped in red with the day of issue, and to name
 * the document it stands for; an amended or transferred one names it likewise.
 */
function reissued({ answers }: Application, period: Licence[]) {
  const [earlier, own] = period.slice(-2)
  const type = transactionType(answers)
  if (!earlier || !own || !isReissue(type)) return { mark: '', on: '', note: '' }
  const before = `เลขที่ ${earlier.number} ฉบับวันที่ ${shortDate(earlier.issuedOn)}`
  const on = shortDate(own.issuedOn)
  const notes: Partial<Record<TransactionType, string>> = {
    replace: `ใบแทน ออกแทน${before}`,
    amend: `แก้ไขรายการเมื่อ ${on} แทน${before}`,
    transfer: `รับโอนจาก ${earlier.holder} เมื่อ ${on} แทน${before}`,
  }
  return { mark: type === 'replace' ? 'ใบแทน' : '', on: own.issuedOn, note: notes[type] ?? '' }
}

/** Who signs: the post that the service names, or whoever gave the order in its place, by which order. */
async function signerOf(ctx: Context, definition: Definition, order: Decision | undefined) {
  const signer = order?.acting && (await findOfficer(ctx.db, order.officerId))
  if (!order?.acting || !signer) return { ...definition.licence.signer, acting: '' }
  const { name, position } = signer
  return { ...definition.licence.signer, name, position, acting: actingLine(order.acting, longDate) }
}

const receiptLine = ({ receipt }: Settlement): string =>
  `เล่มที่ ${receipt.book} เลขที่ ${receipt.number} ลงวันที่ ${longDate(bangkokDay(receipt.issuedAt))}`

/** Answers as shown, computed values, and the rows of repeat groups. */
function answerData(definition: Definition, { answers }: Application) {
  return {
    a: shownAnswers(definition, answers),
    c: computedValues(definition, answers),
    rows: shownRows(definition, answers),
  }
}

/** Proof that an application was received, when, and until when it will be decided. */
export function acknowledgementData(
  { clock }: Pick<Context, 'clock'>,
  application: Application,
  definition: Definition,
): Printed {
  const { answers, enteredAt, receivedAt, holder, summary, place, dueOn } = application
  const reference = application.reference ?? ''
  const { days, unit } = definition.clock
  const attached = [...fieldsById(definition).values()].filter(
    (field) => field.type === 'file' && filesOf(answers[field.id]).length > 0,
  )
  const print = {
    agency: agencyData(definition),
    no: reference,
    reference,
    holder,
    filedBy: filedBy(definition, application),
    summary,
    place,
    subject: caseTitle(definition, answers).th,
    ...answerData(definition, application),
    entered: bangkok(enteredAt ?? clock.now()),
    received: bangkok(receivedAt ?? clock.now()),
    // None while a fee due at filing is not paid.
    due: dueOn ?? '',
    clock: `${days} ${unit === 'working' ? 'วันทำการ' : 'วัน'}`,
    attachedLine: attached.map(({ label }) => label.th).join(', '),
    attached: attached.map((field, index) => [
      String(index + 1),
      field.label.th,
      String(filesOf(answers[field.id]).length),
    ]),
  }
  const record = {
    type: 'acknowledgement',
    agency: definition.agency.name.th,
    reference,
    receivedAt: receivedAt?.toISOString() ?? '',
    dueOn: dueOn ?? '',
  }
  return { title: `ใบรับ เลขที่ ${reference}`, print, record }
}

/** The same facts for machines: what is public, and no more. */
function licenceRecord(
  definition: Definition,
  application: Application,
  licence: Licence,
): Record<string, unknown> {
  return {
    type: 'licence',
    service: definition.id,
    title: definition.title.th,
    agency: definition.agency.name.th,
    number: licence.number,
    reference: application.reference ?? '',
    holder: licence.holder,
    items: licence.published.map(({ label, value }) => ({ label: label.th, value })),
    issuedOn: licence.issuedOn,
    expiresOn: licence.expiresOn,
  }
}

export function receiptData(
  application: Application,
  definition: Definition,
  invoice: Invoice,
  { receipt, notice, payment }: Settlement,
): Printed {
  const items = invoice.lines.map((line, index) => [
    String(index + 1),
    line.label.th,
    String(line.quantity),
    formatMoney(line.unitSatang),
    formatMoney(line.satang),
  ])
  const print = {
    agency: agencyData(definition),
    no: receipt.number,
    book: receipt.book,
    fiscal: String(receipt.fiscalYear),
    at: bangkok(payment.paidAt),
    payer: { name: application.holder, address: application.place, by: filedBy(definition, application) },
    reference: application.reference ?? '',
    moneyType: definition.receipt.moneyType,
    items,
    satang: payment.satang,
    paid: {
      how: 'โอนผ่านคิวอาร์โค้ดพร้อมเพย์ (Bill Payment)',
      ref: notice.transactionId,
      ref1: invoice.ref1,
      ref2: invoice.ref2,
    },
    collector: definition.receipt.collector,
  }
  const record = {
    type: 'receipt',
    agency: definition.agency.name.th,
    number: receipt.number,
    fiscalYear: receipt.fiscalYear,
    reference: application.reference ?? '',
    paidAt: payment.paidAt.toISOString(),
    satang: payment.satang,
    items: invoice.lines.map((line) => ({
      label: line.label.th,
      quantity: line.quantity,
      satang: line.satang,
    })),
  }
  return { title: `ใบเสร็จรับเงินอิเล็กทรอนิกส์ เลขที่ ${receipt.number}`, print, record }
}

/** Who filed for the holder; empty where the holder did. The licence is the principal's alone and names nobody else. */
function filedBy(definition: Definition, { answers }: Application): string {
  const name = wantedMandate({ definition, answers })?.representative
  return name ? `${name} ผู้รับมอบอำนาจ` : ''
}

const agencyData = (definition: Definition) => ({
  name: definition.agency.name.th,
  unit: definition.agency.unit.th,
  address: [definition.agency.address.th],
})
