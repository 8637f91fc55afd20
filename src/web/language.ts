import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SignedIn } from '../actions/open-session.ts'
import type { Language } from '../service/definition.ts'

const COOKIE = 'anuyat_language'
const isLanguage = (text: unknown): text is Language => text === 'th' || text === 'en'

/** The language asked for here (`?lang=`), or earlier, or the person's own in LINE; Thai otherwise. */
export function languageOf(request: FastifyRequest, person?: SignedIn): Language {
  const asked = askedLanguage(request)
  const kept = request.cookies[COOKIE]
  return asked ?? (isLanguage(kept) ? kept : (person?.language ?? 'th'))
}

/** Keeps a language chosen by `?lang=` for the pages that follow. */
export function keepLanguage(request: FastifyRequest, reply: FastifyReply): void {
  const asked = askedLanguage(request)
  if (asked) reply.setCookie(COOKIE, asked, { path: '/', sameSite: 'lax', maxAge: 365 * 86_400 })
}

function askedLanguage(request: FastifyRequest): Language | undefined {
  const { lang } = request.query as { lang?: unknown }
  return isLanguage(lang) ? lang : undefined
}
