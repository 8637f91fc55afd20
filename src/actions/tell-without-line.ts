import { insertCall } from '../application/intake.ts'
import type { Context } from '../context.ts'
import type { OutgoingMessage } from '../messages/message.ts'
import type { CaseView } from './view-case.ts'

type News = { view: CaseView; message: string; messages: OutgoingMessage[] }

/** What nobody rings up for. */
const NOT_BY_TELEPHONE = ['survey']

/**
 * The news of a card to somebody without LINE: by mail where an address was given, else an officer is asked to call.
 * The job's id makes both the same when it is repeated.
 */
export async function tellWithoutLine(ctx: Context, news: News, jobId: string): Promise<void> {
  const { view, message } = news
  const to = view.definition.roles.email ? view.answers[view.definition.roles.email] : undefined
  if (ctx.mailer.configured && typeof to === 'string' && to !== '')
    return ctx.mailer.send({ id: jobId, to, attachments: [], ...letter(news) })
  if (NOT_BY_TELEPHONE.includes(message)) return
  await insertCall(ctx.db, {
    id: jobId,
    applicationId: view.id,
    message: newsText(news),
    createdAt: ctx.clock.now(),
  })
}

/** The sentence under which LINE would announce the card. */
const newsText = ({ messages }: News): string =>
  messages.map((each) => (each.type === 'flex' ? each.altText : each.text)).join('\n')

function letter(news: News): { subject: string; text: string } {
  const { agency, title } = news.view.definition
  return {
    subject: `${title.th} · คำขอเลขที่ ${news.view.reference ?? ''}`,
    text: [newsText(news), `${agency.name.th} · ${agency.unit.th}\n${agency.phone} · ${agency.email}`].join(
      '\n\n',
    ),
  }
}
