/** What documents print, as the trees that templates name: `{{a.shop_name}}`, `{{fee.satang|money}}`. */
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import type { Licence } from '../licence/table.ts'
import { findInvoiceOf, findSettlement, type Settlement } from '../payment/store.ts'
import type { Invoice } from '../payment/table.ts'
import { listDecisions } from '../review/store.ts'
import { bangkok, bangkokDay, longDate } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { computedValues, fieldsById, shownAnswers, shownRows } from '../service/display.ts'
import { filesOf } from '../service/form.ts'
import { formatMoney } from '../service/thai.ts'

type Printed = { title: string; print: Record<string, unknown>; record: Record<string, unknown> }

/** The licence: prints the receipt's number, so the fee must be settled (or there was none). */
export async function licenceData(
  ctx: Context,
  application: Application,
  definition: Definition,
  licence: Licence,
): Promise<Printed> {
  const invoice = await findInvoiceOf(ctx.db, application.id)
  const settlement = invoice && (await findSettlement(ctx.db, invoice.id))
  if (invoice && !settlement) throw new NotFound('payment')
  const order = (await listDecisions(ctx.db, application.id)).find((each) => each.outcome === 'approve')
  // The order carries the final list; what opinions before it proposed was kept there or dropped.
  const conditions = [...definition.licence.conditions, ...(order?.conditions ?? [])]
  const print = {
    agency: agencyData(definition),
    no: licence.number,
    book: licence.book,
    reference: application.reference ?? '',
    holder: licence.holder,
    ...answerData(definition, application),
    fee: { satang: invoice?.satang ?? 0 },
    receipt: {
      book: settlement?.receipt.book ?? '',
      no: settlement?.receipt.number ?? '',
      date: settlement ? bangkokDay(settlement.receipt.issuedAt) : '',
      /** Empty where nothing was due. */
      line: settlement ? receiptLine(settlement) : '',
    },
    conditions,
    issued: licence.issuedOn,
    expires: licence.expiresOn,
    officer: { ...definition.licence.signer, acting: '' },
  }
  return {
    title: `${definition.title.th} เลขที่ ${licence.number}`,
    print,
    record: licenceRecord(definition, application, licence),
  }
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
    summary,
    place,
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
    payer: { name: application.holder, address: application.place },
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

const agencyData = (definition: Definition) => ({
  name: definition.agency.name.th,
  unit: definition.agency.unit.th,
  address: [definition.agency.address.th],
})
