import { findApplicant } from '../applicant/store.ts'
import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { renderMessage } from '../messages/flex.ts'
import { links } from '../messages/links.ts'
import type { MessageData, MessageName, OutgoingMessage } from '../messages/message.ts'
import { bahtText } from '../service/baht-text.ts'
import { bangkokDay, longDate, shortDateTime } from '../service/dates.ts'
import type { Language } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import { withLicenceName } from '../service/licence-name.ts'
import { formatBaht, formatMoney } from '../service/thai.ts'
import { caseTitle } from '../service/transaction.ts'
import { mayUse } from './choose-consent.ts'
import {
  delayCard,
  extensionCard,
  givenBackCard,
  lapseCard,
  paidBackCard,
  refundCard,
  takenOverCard,
} from './deadline-cards.ts'
import { licenceCard } from './licence-card.ts'
import { followPrincipal } from './tell-mandate.ts'
import { tellWithoutLine } from './tell-without-line.ts'
import { type CaseView, viewCase } from './view-case.ts'

/**
 * Job: one card about a case to its applicant, unasked. The job's id is the retry key, so it arrives once. What the
 * card says is read when it is sent; a card whose reason is gone (paid, corrected) is not sent any more.
 */
export async function sendMessage(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<void> {
  const application = await findApplication(ctx.db, payload.applicationId ?? '')
  const person = application && (await findApplicant(ctx.db, application.applicantId))
  if (!application || !person) throw new NotFound('application')
  const view = await viewCase(ctx, { applicationId: application.id, applicantId: person.id })
  const compose = CARDS[payload.message as keyof typeof CARDS]
  if (!compose) throw new Error(`there is no card ${payload.message}`)
  const asksSurvey = await mayUse(ctx, ctx.db, person.id, 'survey')
  const messages = (language: Language) => compose(ctx, view, language, asksSurvey)
  const cards = messages(person.language)
  if (cards.length === 0) return
  await followPrincipal(ctx, { applicationId: application.id, message: payload.message ?? '', jobId })
  if (person.lineUserId) await ctx.messenger.push(person.lineUserId, cards, jobId)
  else await tellWithoutLine(ctx, { view, message: payload.message ?? '', messages }, jobId)
}

/** `asksSurvey`: the person may be asked how it was. */
type Compose = (ctx: Context, view: CaseView, language: Language, asksSurvey: boolean) => OutgoingMessage[]

const card = <N extends MessageName>(
  ctx: Context,
  name: N,
  data: MessageData[N],
  language: Language,
): OutgoingMessage[] => [renderMessage(ctx.flex, name, data, language)]

const WORDS = {
  acknowledged: {
    title: { th: 'ใบรับของท่านพร้อมแล้ว', en: 'Your acknowledgement is ready' },
    text: {
      th: (reference: string) => `เลขที่ ${reference} ลงตราอิเล็กทรอนิกส์แล้ว เก็บไว้เป็นหลักฐาน`,
      en: (reference: string) => `No. ${reference}, with the electronic seal. Keep it as proof`,
    },
    open: { th: 'เปิดใบรับ', en: 'Open it' },
  },
  allDocuments: { th: (count: number) => `ครบ ${count} รายการ`, en: (count: number) => `${count} attached` },
  dueNote: {
    th: 'นับแต่วันที่ถือว่าได้รับคำขอ หากต้องขยายเวลาจะแจ้งเหตุผลก่อน',
    en: 'Counted from the day of receipt. If more time is needed we tell you why first.',
  },
  dueAfterPaying: {
    calendar: {
      th: (days: number) => `${days} วัน หลังชำระค่าธรรมเนียม`,
      en: (days: number) => `${days} days after the fee is paid`,
    },
    working: {
      th: (days: number) => `${days} วันทำการ หลังชำระค่าธรรมเนียม`,
      en: (days: number) => `${days} working days after the fee is paid`,
    },
  },
  payFirst: {
    th: 'โปรดชำระค่าธรรมเนียมตามใบแจ้งที่ส่งตามมา เวลาพิจารณาเริ่มนับเมื่อชำระแล้ว',
    en: 'Please pay the invoice that follows. The time for the review counts from then.',
  },
  /** Title, text and button. */
  cancelled: [
    { th: 'รับแจ้งเลิกกิจการแล้ว', en: 'Your licence has ended' },
    { th: 'ใบอนุญาตสิ้นผลแล้ว และทะเบียนแสดงว่าเลิกกิจการ', en: 'The register shows that the business was closed.' },
    { th: 'ดูรายละเอียด', en: 'See the case' },
  ],
  clock: {
    th: 'เวลาพิจารณาหยุดนับตั้งแต่วันนี้ และนับต่อเมื่อท่านส่งครบ เราจะไม่ขอเอกสารอื่นเพิ่มอีก',
    en: 'The clock stops today and goes on when you send everything back. We will not ask for anything else.',
  },
}

/** The day of the answer; where a fee has to be paid first, there is none yet. */
function answerBy({ status, dueOn, definition }: CaseView, language: Language) {
  if (dueOn && status !== 'awaiting_fee')
    return { dueOn: longDate(dueOn, language), dueNote: WORDS.dueNote[language] }
  const { days, unit } = definition.clock
  return { dueOn: WORDS.dueAfterPaying[unit][language](days), dueNote: WORDS.payFirst[language] }
}

const CARDS = {
  acknowledgement(ctx, view, language) {
    const { definition } = view
    const documents = definition.form.documents.filter((each) => Array.isArray(view.answers[each.id])).length
    return card(
      ctx,
      'acknowledgement',
      {
        agency: definition.agency.name[language],
        serviceTitle: caseTitle(definition, view.answers)[language],
        reference: view.reference ?? '',
        enteredAt: view.enteredAt ? shortDateTime(view.enteredAt, language) : '',
        receivedAt: view.receivedAt ? shortDateTime(view.receivedAt, language) : '',
        applicant: view.holder,
        documents: WORDS.allDocuments[language](documents),
        ...answerBy(view, language),
        disclaimer: definition.guide.disclaimer[language],
        caseUrl: links(ctx.config).case(view.id),
      },
      language,
    )
  },
  correction(ctx, view, language) {
    if (!view.correction) return []
    const fields = fieldsById(view.definition)
    const items = view.correction.items.map((item) => ({
      name: fields.get(item.field)?.label[language] ?? item.field,
      reason: item.reason,
    }))
    return card(
      ctx,
      'correction',
      {
        agency: view.definition.agency.name[language],
        reference: view.reference ?? '',
        count: String(items.length),
        items,
        dueOn: longDate(view.correction.dueOn, language),
        clockNote: WORDS.clock[language],
        correctUrl: links(ctx.config).correct(view.id),
      },
      language,
    )
  },
  invoice(ctx, view, language) {
    if (view.invoice?.status !== 'open') return []
    return card(ctx, 'invoice', invoiceCard(ctx, view, view.invoice, language), language)
  },
  receipt(ctx, view, language) {
    const document = view.documents.findLast((each) => each.kind === 'receipt')
    if (!view.receipt || !document) return []
    return card(
      ctx,
      'receipt',
      {
        agency: view.definition.agency.name[language],
        atFiling: view.definition.fees.due === 'at_filing' ? 'yes' : '',
        reference: view.reference ?? '',
        receiptNumber: view.receipt.number,
        amount: formatMoney(view.receipt.satang),
        paidAt: shortDateTime(view.receipt.paidAt, language),
        payer: view.holder,
        documentUrl: links(ctx.config).document(document.id),
      },
      language,
    )
  },
  licence(ctx, view, language, asksSurvey) {
    const document = view.documents.find((each) => each.kind === 'licence')
    if (!view.licence || !document) return []
    return [
      ...card(
        ctx,
        'licence',
        licenceCard(ctx, view, { ...view.licence, documentId: document.id }, language),
        language,
      ),
      ...(asksSurvey ? surveyCard(ctx, view, language) : []),
    ]
  },
  acknowledgementDocument(ctx, view, language) {
    const document = view.documents.find((each) => each.kind === 'acknowledgement')
    if (!document) return []
    return card(
      ctx,
      'link-card',
      {
        agency: view.definition.agency.name[language],
        title: WORDS.acknowledged.title[language],
        text: WORDS.acknowledged.text[language](view.reference ?? ''),
        label: WORDS.acknowledged.open[language],
        url: links(ctx.config).document(document.id),
      },
      language,
    )
  },
  cancelled(ctx, view, language) {
    const { agency } = view.definition
    const { name } = view.definition.licence
    const [title, text, label] = WORDS.cancelled.map((each) =>
      withLicenceName(each[language], name, language),
    )
    return card(
      ctx,
      'link-card',
      {
        agency: agency.name[language],
        title: title ?? '',
        text: text ?? '',
        label: label ?? '',
        url: links(ctx.config).case(view.id),
      },
      language,
    )
  },
  extension: (ctx, view, language) => deadline(ctx, view, language, extensionCard),
  delay: (ctx, view, language) => deadline(ctx, view, language, delayCard),
  lapse: (ctx, view, language) => deadline(ctx, view, language, lapseCard),
  givenBack: (ctx, view, language) => deadline(ctx, view, language, givenBackCard),
  refund: (ctx, view, language) => deadline(ctx, view, language, refundCard),
  paidBack: (ctx, view, language) => deadline(ctx, view, language, paidBackCard),
  takenOver: (ctx, view, language) => deadline(ctx, view, language, takenOverCard),
  refusal(ctx, view, language) {
    return card(
      ctx,
      'refusal',
      {
        agency: view.definition.agency.name[language],
        reference: view.reference ?? '',
        reason: [view.refusal?.reason, view.refusal?.by].filter(Boolean).join('\n\n'),
        appeal: view.definition.review.appeal[language],
        caseUrl: links(ctx.config).case(view.id),
      },
      language,
    )
  },
} satisfies Record<string, Compose>

function deadline(
  ctx: Context,
  view: CaseView,
  language: Language,
  cardOf: typeof extensionCard,
): OutgoingMessage[] {
  const today = bangkokDay(ctx.clock.now())
  const data = cardOf({ config: ctx.config, view, language, today })
  return data ? card(ctx, 'deadline', data, language) : []
}

function invoiceCard(
  ctx: Context,
  view: CaseView,
  invoice: NonNullable<CaseView['invoice']>,
  language: Language,
): MessageData['invoice'] {
  const baht = language === 'th' ? 'บาท' : 'baht'
  const item = invoice.lines
    .map((line) => {
      const amount = `${formatBaht(line.unitSatang)} ${baht}`
      if (line.quantity === 1 && invoice.lines.length > 1) return `${line.label[language]} ${amount}`
      return `${amount} × ${line.quantity}${line.unit ? ` ${line.unit[language]}` : ''}`
    })
    .join(', ')
  return {
    agency: view.definition.agency.name[language],
    atFiling: view.status === 'awaiting_fee' ? 'yes' : '',
    reference: view.reference ?? '',
    qrImageUrl: links(ctx.config).qr(invoice.id),
    amount: formatMoney(invoice.satang),
    amountWords: bahtText(invoice.satang),
    item,
    ref1: invoice.ref1,
    ref2: invoice.ref2,
    payBy: longDate(invoice.payBy, language),
    payUrl: links(ctx.config).payCase(view.id),
  }
}

function surveyCard(ctx: Context, view: CaseView, language: Language): OutgoingMessage[] {
  const { agency, survey } = view.definition
  return card(
    ctx,
    'survey',
    { agency: agency.name[language], question: survey.question[language], applicationId: view.id },
    language,
  )
}
