import { findApplicant } from '../applicant/store.ts'
import { draftReminder, inDaytime, lastDayOfDraft, type Occasion } from '../application/draft-life.ts'
import { findApplication, listDrafts } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { renderMessage } from '../messages/flex.ts'
import { links } from '../messages/links.ts'
import { addJob } from '../outbox/store.ts'
import { longDate } from '../service/dates.ts'
import type { Definition, Language, Text } from '../service/definition.ts'
import { mayUse } from './choose-consent.ts'
import { definitionOf } from './definition-of.ts'

/** Writes the reminders of today, in the daytime: one for an unsent draft, one for each day on which it would be deleted. */
export async function remindDrafts(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const { draftDays } = ctx.service.definition.retention
  for (const draft of await listDrafts(ctx.db)) {
    const occasion = isTouched(draft) ? draftReminder(draft.updatedAt, now, draftDays) : undefined
    if (!occasion) continue
    const key =
      occasion === 'unsent'
        ? `draft-unsent:${draft.id}`
        : `draft-deletion:${draft.id}:${lastDayOfDraft(draft.updatedAt, draftDays)}`
    const payload = { applicationId: draft.id, occasion }
    await addJob(ctx.db, { name: 'remind-draft', payload, runAt: inDaytime(now), key })
  }
}

/** Who only opened the form has begun nothing that could be lost. */
const isTouched = ({ createdAt, updatedAt }: Application) => updatedAt > createdAt

/**
 * Job: reminds once of a draft that is still unsent and has not been touched since. At night it gives the time in the
 * morning at which it is to be run again: retries may have carried it there.
 */
export async function remindDraft(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<Date | undefined> {
  const now = ctx.clock.now()
  const { draftDays } = ctx.service.definition.retention
  const draft = await findApplication(ctx.db, payload.applicationId ?? '')
  const occasion = draft?.status === 'draft' ? draftReminder(draft.updatedAt, now, draftDays) : undefined
  if (!draft || !occasion || occasion !== payload.occasion) return undefined
  const runAt = inDaytime(now)
  if (runAt > now) return runAt
  const person = await findApplicant(ctx.db, draft.applicantId)
  if (!person?.lineUserId || !person.following) return undefined
  // That a draft will be deleted is told in any case.
  if (occasion === 'unsent' && !(await mayUse(ctx, ctx.db, person.id, 'draft_reminder'))) return undefined
  const definition = await definitionOf(ctx, ctx.db, draft)
  const { language } = person
  const data = { ...card({ definition, draft, occasion, language, draftDays }), url: links(ctx.config).apply }
  const message = renderMessage(ctx.flex, 'link-card', data, language)
  await ctx.messenger.push(person.lineUserId, [message], jobId)
  return undefined
}

const WORDS: Record<Occasion | 'title' | 'label', Text> = {
  title: { th: 'คำขอที่ยังไม่ได้ยื่น', en: 'Your application is not sent yet' },
  unsent: {
    th: 'คำขอ{service}ยังกรอกไม่เสร็จ สิ่งที่กรอกไว้ยังอยู่ครบ กรอกต่อแล้วกดยื่นได้เลย',
    en: 'Your application ({service}) is unfinished. Everything you entered is still there.',
  },
  deletion: {
    th: 'คำขอ{service}ที่กรอกค้างไว้จะถูกลบหลังวันที่ {day} หากยังต้องการ โปรดกรอกต่อแล้วกดยื่น',
    en: 'Your unfinished application ({service}) will be deleted after {day}. To keep it, go on and submit it.',
  },
  label: { th: 'กรอกต่อ', en: 'Go on' },
}

type Told = {
  definition: Definition
  draft: Application
  occasion: Occasion
  language: Language
  draftDays: number
}

function card({ definition, draft, occasion, language, draftDays }: Told) {
  const values: Record<string, string> = {
    service: definition.short[language],
    day: longDate(lastDayOfDraft(draft.updatedAt, draftDays), language),
  }
  return {
    agency: definition.agency.name[language],
    title: WORDS.title[language],
    text: WORDS[occasion][language].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? ''),
    label: WORDS.label[language],
  }
}
