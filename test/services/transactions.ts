/** What may be asked for about a licence of any service, from the licence to what follows it. Nothing here names one. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { attachFile } from '../../src/actions/attach-file.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { startTransaction } from '../../src/actions/start-transaction.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { Invalid } from '../../src/errors.ts'
import { findLicenceOf } from '../../src/licence/store.ts'
import { type Licence, licence } from '../../src/licence/table.ts'
import { addDays, bangkokDay } from '../../src/service/dates.ts'
import type { Definition, TransactionType } from '../../src/service/definition.ts'
import { type Answers, formPages, isQuestion, visiblePages } from '../../src/service/form.ts'
import type { TestContext } from '../support/context.ts'
import { sendIdentity } from '../support/identity.ts'
import { getCase, type Owner, PNG } from '../support/people.ts'
import { rightAnswers, wrongAnswers } from './answers.ts'
import { typedOf } from './stage.ts'

export async function licenceOf(ctx: TestContext, { applicationId }: Owner): Promise<Licence> {
  const found = await findLicenceOf(ctx.db, applicationId)
  if (!found) throw new Error('no licence')
  return found
}

/** A draft of what is asked for, with nothing filled in beyond what it begins with. */
export async function begun(
  ctx: TestContext,
  { applicantId }: Owner,
  asked: { licenceId: string; type: TransactionType },
): Promise<Owner> {
  return { applicantId, ...(await startTransaction(ctx, { applicantId, ...asked })) }
}

/** Everything that is asked is answered anew and rightly; handed in. */
export async function filedAbout(ctx: TestContext, owner: Owner, forced: Answers = {}): Promise<void> {
  const { definition } = ctx.service
  const answers = await answersFor(ctx, owner, forced)
  await saveDraft(ctx, { ...owner, answers: typedAsked(definition, answers) })
  for (const field of askedFields(definition, answers))
    if (field.type === 'file')
      await attachFile(ctx, { ...owner, fieldId: field.id, name: `${field.id}.png`, bytes: PNG })
  await sendIdentity(ctx, owner)
  await submitApplication(ctx, { ...owner, declared: true })
}

/** With wrong answers it is not handed in, and every place of them is named. */
export async function expectRefused(ctx: TestContext, owner: Owner): Promise<void> {
  const { definition } = ctx.service
  const today = bangkokDay(ctx.clock.now())
  const answers = await answersFor(ctx, owner)
  const wrong = askedFields(definition, answers)
    .filter((field) => field.type !== 'file' && !STEERING.has(field.type) && !field.proven)
    .flatMap((field) => {
      const bad = wrongAnswers(field, answers[field.id] ?? '', today).find(({ value }) => value !== '')
      return bad ? [{ id: field.id, ...bad }] : []
    })
  const typed = Object.fromEntries(wrong.map(({ id, value }) => [id, value]))
  await saveDraft(ctx, { ...owner, answers: { ...typedAsked(definition, answers), ...typed } })
  const refused = await submitApplication(ctx, { ...owner, declared: false }).catch((error) => error)
  if (!(refused instanceof Invalid)) throw new Error('wrong answers were handed in')
  const named = refused.problems.map(({ field }) => field)
  expect(named).toEqual(expect.arrayContaining([...wrong.map(({ path }) => path), 'declaration']))
}

/** A wrong answer to these changes what else is asked. */
const STEERING = new Set(['choice', 'select', 'lookup', 'yes_no', 'multi'])

function typedAsked(definition: Definition, answers: Answers): Answers {
  const asked = new Set(askedFields(definition, answers).map(({ id }) => id))
  const typed = Object.entries(typedOf(definition, answers)).filter(([id]) => asked.has(id))
  return Object.fromEntries(typed)
}

/** What the draft began with stays where the page is not asked again; the rest is answered rightly. */
async function answersFor(ctx: TestContext, owner: Owner, forced: Answers = {}): Promise<Answers> {
  const { definition } = ctx.service
  const { answers } = await getCase(ctx, owner)
  const asked = new Set(askedFields(definition, answers).map(({ id }) => id))
  const kept = Object.entries(answers).filter(
    ([id, value]) => !asked.has(id) && !(Array.isArray(value) && value.length === 0),
  )
  const today = bangkokDay(ctx.clock.now())
  return rightAnswers(definition, { today, forced: { ...Object.fromEntries(kept), ...forced }, shift: 7 })
}

const askedFields = (definition: Definition, answers: Answers) =>
  visiblePages(formPages(definition), answers).flatMap((page) => page.fields.filter(isQuestion))

/** The other kind of holder, where a transfer asks for the new one: a company takes over from a person. */
export function otherHolder(definition: Definition): Answers {
  const { asksAnew = [] } = definition.transactions.find(({ type }) => type === 'transfer') ?? {}
  const fields = formPages(definition)
    .filter(({ id }) => asksAnew.includes(id))
    .flatMap((page) => page.fields)
  for (const field of fields) {
    const last = field.type === 'choice' || field.type === 'select' ? field.options.at(-1) : undefined
    if (last) return { [field.id]: last.value }
  }
  return {}
}

/** The last day moves so that a renewal is open: the simulator's bank lives by one clock. */
export async function nearTheEnd(ctx: TestContext, { id }: Licence): Promise<string> {
  const expiresOn = addDays(bangkokDay(ctx.clock.now()), 10)
  await ctx.db.update(licence).set({ expiresOn }).where(eq(licence.id, id))
  return expiresOn
}
