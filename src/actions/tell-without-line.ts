import { insertCall } from '../application/intake.ts'
import type { Context } from '../context.ts'
import type { OutgoingMessage } from '../messages/message.ts'
import type { Language } from '../service/definition.ts'
import { letterOf } from './letter.ts'
import type { CaseView } from './view-case.ts'

/** `messages`: the cards, as they would have been sent, in a language. */
type News = { view: CaseView; message: string; messages: (language: Language) => OutgoingMessage[] }

/** What nobody rings up for. */
const NOT_BY_TELEPHONE = ['survey']

/**
 * The news of a card to somebody without LINE: by mail where an address was given, else an officer is asked to call.
 * The job's id makes both the same when it is repeated.
 */
export async function tellWithoutLine(ctx: Context, news: News, jobId: string): Promise<void> {
  const { view, message } = news
  const happened = { th: headline(news, 'th'), en: headline(news, 'en') }
  const to = view.definition.roles.email ? view.answers[view.definition.roles.email] : undefined
  if (ctx.mailer.configured && typeof to === 'string' && to !== '') {
    const letter = letterOf(ctx.config, { view, message, happened })
    return ctx.mailer.send({ id: jobId, to, attachments: [], ...letter })
  }
  if (NOT_BY_TELEPHONE.includes(message)) return
  await insertCall(ctx.db, {
    id: jobId,
    applicationId: view.id,
    message: happened.th,
    createdAt: ctx.clock.now(),
  })
}

/** The sentence under which LINE would announce the first card; what may follow it can be answered in LINE only. */
function headline({ messages }: News, language: Language): string {
  const [first] = messages(language)
  if (!first) return ''
  return first.type === 'flex' ? first.altText : first.text
}
