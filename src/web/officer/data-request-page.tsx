/** One request about somebody's data: what they wrote, the answer or the forms for it. */
import type { OfficerDataRequest } from '../../actions/view-data-requests.ts'
import { isRequestOpen, LONGEST_WORDS, RIGHT_OF } from '../../privacy/rules.ts'
import { KIND_WORDS, STATUS_WORDS } from '../../privacy/words.ts'
import { longDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { MY_DATA_TEXTS } from '../texts/my-data.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Asker } from './asker.tsx'
import { Due } from './data-requests-page.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { Problems } from './form-parts.tsx'
import type { FormProblem } from './forms.ts'
import { PRIVACY_TEXTS } from './privacy-texts.ts'

export type DataRequestPageProps = DeskProps & {
  found: OfficerDataRequest
  typed: { answer: string; reason: string; law: string }
  problems: FormProblem[]
  done?: 'taken' | 'done'
}

export function DataRequestPage({ found, typed, problems, done, ...desk }: DataRequestPageProps) {
  const { language } = desk
  const t = speak(PRIVACY_TEXTS, language)
  const isOpen = isRequestOpen(found.status)
  return (
    <Desk {...desk}>
      <p class="back">
        <a href={`/o/privacy?tab=${isOpen ? 'open' : 'closed'}`}>
          <Icon name="arrow-left" />
          {t('title')}
        </a>
      </p>
      <header class="case-head">
        <h1>
          {t('requestOf', { kind: KIND_WORDS[found.kind][language], name: found.askedBy || t('noName') })}
        </h1>
        <div class="case-state">
          <span class={`tag ${isOpen ? 'warn' : 'ok'}`}>{STATUS_WORDS[found.status][language]}</span>
          <Due item={found} language={language} />
        </div>
      </header>
      {done && (
        <p class="flash" role="status">
          <Icon name="circle-check" />
          {t(`flash_${done}`)}
        </p>
      )}
      <Problems problems={problems} language={language} />
      <div class="talk">
        <div class="talk-main">
          <section class="card sheet" aria-labelledby="words-title">
            <h2 id="words-title">{t('words')}</h2>
            <p class="lines" lang="th">
              {found.words || t('noWords')}
            </p>
            <p class="muted">{t('section', { section: RIGHT_OF[found.kind] })}</p>
          </section>
          {found.answer && <Answered found={found} language={language} />}
          {found.status === 'received' && (
            <form class="card sheet" method="post" action={`/o/privacy/${found.id}/take`}>
              <input type="hidden" name="version" value={found.version} />
              <button class="btn send" type="submit">
                {t('take')}
              </button>
            </form>
          )}
          {found.status === 'in_progress' && (
            <AnswerForms found={found} typed={typed} problems={problems} language={language} />
          )}
        </div>
        <Facts found={found} language={language} />
      </div>
    </Desk>
  )
}

type FoundProps = { found: OfficerDataRequest; language: Language }

function Answered({ found, language }: FoundProps) {
  const t = speak(PRIVACY_TEXTS, language)
  return (
    <section class="card sheet">
      <h2>{t(found.status === 'refused' ? 'refused' : 'answered')}</h2>
      <p class="lines">{found.answer}</p>
      {found.law && <p class="muted">{found.law}</p>}
    </section>
  )
}

type FormProps = FoundProps & Pick<DataRequestPageProps, 'typed' | 'problems'>

function AnswerForms({ found, typed, problems, language }: FormProps) {
  const t = speak(PRIVACY_TEXTS, language)
  const wrong = (href: string) => problems.some((each) => each.href === href)
  const version = <input type="hidden" name="version" value={found.version} />
  const box = (id: 'answer' | 'reason', hint: string) => (
    <textarea
      class="in"
      id={id}
      name={id}
      rows={5}
      maxLength={LONGEST_WORDS}
      aria-describedby={hint}
      aria-invalid={wrong(`#${id}`)}
      value={typed[id]}
    />
  )
  return (
    <>
      {found.erasure && (
        <section class="card sheet">
          <h2>{t('eraseTitle')}</h2>
          {found.erasure === 'open' ? (
            <p>{t('eraseOpen')}</p>
          ) : (
            <form method="post" action={`/o/privacy/${found.id}/erase`}>
              {version}
              <p class="lines" lang="th">
                {found.erasure.words}
              </p>
              <p class="hint">{t('eraseBody')}</p>
              <button class="btn danger send" type="submit">
                {t('erase')}
              </button>
            </form>
          )}
        </section>
      )}
      <form class="card sheet" method="post" action={`/o/privacy/${found.id}/done`}>
        {version}
        <h2>{t('answerTitle')}</h2>
        <label class="lab" for="answer">
          {t('answer')}
        </label>
        <p class="hint" id="answer-hint">
          {t('answerHint')}
        </p>
        {box('answer', 'answer-hint')}
        <button class="btn send" type="submit">
          <Icon name="send" />
          {t('done')}
        </button>
      </form>
      <details class="card sheet" open={wrong('#reason') || wrong('#law')}>
        <summary>{t('refuseTitle')}</summary>
        <form method="post" action={`/o/privacy/${found.id}/refuse`}>
          {version}
          <p class="hint" id="refuse-hint">
            {t('refuseHint')}
          </p>
          <label class="lab" for="reason">
            {t('reason')}
          </label>
          {box('reason', 'refuse-hint')}
          <label class="lab" for="law">
            {t('law')}
          </label>
          <input
            class="in"
            id="law"
            name="law"
            maxLength={200}
            aria-invalid={wrong('#law')}
            value={typed.law}
          />
          <button class="btn danger send" type="submit">
            {t('refuse')}
          </button>
        </form>
      </details>
    </>
  )
}

function Facts({ found, language }: FoundProps) {
  const t = speak(PRIVACY_TEXTS, language)
  const events = speak(MY_DATA_TEXTS, language)
  return (
    <aside>
      {!found.following && (
        <p class="alert warn">
          <Icon name="triangle-alert" />
          {t('notFollowing')}
        </p>
      )}
      <Asker title={t('facts')} name={found.askedBy} cases={found.cases} note="" language={language}>
        <div>
          <dt>{t('asked')}</dt>
          <dd class="num">{shortDateTime(found.askedAt, language)}</dd>
        </div>
        <div>
          <dt>{t('received')}</dt>
          <dd class="num">{shortDateTime(found.receivedAt, language)}</dd>
        </div>
        <div>
          <dt>{t('due')}</dt>
          <dd class="num">{longDate(found.dueOn, language)}</dd>
        </div>
      </Asker>
      <section class="card sheet">
        <h2>{t('history')}</h2>
        <ul class="data-events">
          {found.events.map(({ at, event, by }) => (
            <li key={`${event}${at.toISOString()}`}>
              <b>{events(`event_${event}`)}</b>
              <span class="muted num">
                {shortDateTime(at, language)}
                {by && ` · ${by}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}
