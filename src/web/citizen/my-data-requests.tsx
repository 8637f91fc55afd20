/** Requests about one's data: the list, the form, and one of them with its answer. */

import type { MyData } from '../../actions/gather-my-data.ts'
import type { MyRequest } from '../../actions/view-my-request.ts'
import { LONGEST_WORDS, REQUEST_KINDS, RIGHT_OF } from '../../privacy/rules.ts'
import { KIND_WORDS, STATUS_WORDS } from '../../privacy/words.ts'
import { bangkokDay, longDate, shortDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { MY_DATA_TEXTS } from '../texts/my-data.ts'
import { speak } from '../texts/speak.ts'
import { Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

type ListProps = { requests: MyData['requests']; language: Language }

export function RequestList({ requests, language }: ListProps) {
  const t = speak(MY_DATA_TEXTS, language)
  return (
    <ul class="requests">
      {requests.map(({ id, kind, status, askedAt, dueOn }) => (
        <li key={id}>
          <a href={`/l/my-data/requests/${id}`}>{KIND_WORDS[kind][language]}</a>
          <span class="muted">
            {STATUS_WORDS[status][language]} ·{' '}
            {status === 'done' || status === 'refused'
              ? t('askedOn', { day: shortDate(bangkokDay(askedAt), language) })
              : t('answerBy', { day: shortDate(dueOn, language) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

export type AskPageProps = {
  language: Language
  agency: Agency
  /** Drawn with the page: sent twice it is one request. */
  requestId: string
  typed: { kind?: string; words: string }
  problems: string[]
}

export function AskDataPage({ language, agency, requestId, typed, problems }: AskPageProps) {
  const t = speak(MY_DATA_TEXTS, language)
  return (
    <Shell language={language} agency={agency}>
      <form class="my-data" method="post" action="/l/my-data/requests">
        <Back language={language} />
        <h1>{t('askTitle')}</h1>
        {problems.length > 0 && (
          <Notice tone="bad" title={t('wrongTitle')} live>
            {problems.join(' ')}
          </Notice>
        )}
        <input type="hidden" name="id" value={requestId} />
        <fieldset class="card pad kinds">
          <legend>{t('kind')}</legend>
          {REQUEST_KINDS.map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} checked={typed.kind === kind} required />
              <span>
                <b>{KIND_WORDS[kind][language]}</b>
                <small>
                  {th(t(`hint_${kind}`))} · {t('section', { section: RIGHT_OF[kind] })}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        <div class="card pad">
          <label class="strong" for="words">
            {t('words')}
          </label>
          <p class="hint" id="words-hint">
            {th(t('wordsHint'))}
          </p>
          <textarea
            class="in"
            id="words"
            name="words"
            rows={5}
            maxLength={LONGEST_WORDS}
            aria-describedby="words-hint"
            value={typed.words}
          />
        </div>
        <button class="btn" type="submit">
          {t('send')}
        </button>
      </form>
    </Shell>
  )
}

export type MyRequestPageProps = { language: Language; agency: Agency; found: MyRequest }

export function MyRequestPage({ language, agency, found }: MyRequestPageProps) {
  const t = speak(MY_DATA_TEXTS, language)
  const isOpen = found.status === 'received' || found.status === 'in_progress'
  const facts = [
    { label: t('status'), value: STATUS_WORDS[found.status][language] },
    { label: t('sent'), value: shortDateTime(found.askedAt, language) },
    { label: t('received'), value: shortDateTime(found.receivedAt, language) },
    ...(isOpen ? [{ label: t('due'), value: longDate(found.dueOn, language) }] : []),
  ]
  return (
    <Shell language={language} agency={agency}>
      <div class="my-data">
        <Back language={language} />
        <h1>{KIND_WORDS[found.kind][language]}</h1>
        <section class="card pad">
          <Facts facts={facts} />
        </section>
        {found.answer && <Answer found={found} language={language} />}
        {found.words && (
          <section class="card pad">
            <h2>{t('yourWords')}</h2>
            <p class="lines">{found.words}</p>
          </section>
        )}
        <section class="card pad">
          <h2>{t('history')}</h2>
          <Facts
            facts={found.events.map(({ at, event }) => ({
              label: shortDateTime(at, language),
              value: t(`event_${event}`),
            }))}
          />
        </section>
      </div>
    </Shell>
  )
}

function Answer({ found, language }: Pick<MyRequestPageProps, 'found' | 'language'>) {
  const t = speak(MY_DATA_TEXTS, language)
  const refused = found.status === 'refused'
  return (
    <section class="card pad">
      <h2>{t(refused ? 'reason' : 'answer')}</h2>
      <p class="lines">{found.answer}</p>
      {refused && (
        <>
          <p>
            {t('law')}: {found.law}
          </p>
          <h3>{t('complainTitle')}</h3>
          <p>{th(t('complain'))}</p>
        </>
      )}
    </section>
  )
}

function Back({ language }: { language: Language }) {
  return (
    <p class="back">
      <a href="/l/my-data">
        <Icon name="arrow-left" /> {speak(MY_DATA_TEXTS, language)('back')}
      </a>
    </p>
  )
}
