/** Where an officer begins to key in an application, goes on with one, and sees whom to call. */
import type { IntakeDesk, KeyedIn, OpenCall } from '../../actions/view-intake.ts'
import { shortDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { formatPhone } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { INTAKE_TEXTS } from './intake-texts.ts'
import { StatusTag } from './status-tag.tsx'

export type StartTyped = { channel: string; day: string; month: string; year: string; noticeGiven: boolean }
export type IntakePageProps = DeskProps & {
  desk: IntakeDesk
  /** Drawn for this page: a second press of its button is the same application. */
  draftId: string
  typed: StartTyped
  problem?: string
  noticeProblem?: string
}

export function IntakePage({ desk: found, ...props }: IntakePageProps) {
  const { draftId, typed, problem, noticeProblem, ...desk } = props
  const { language } = desk
  const t = speak(INTAKE_TEXTS, language)
  return (
    <Desk {...desk} narrow entry>
      <div class="top">
        <h1>{t('title')}</h1>
        <p class="muted">{th(t('body'))}</p>
      </div>
      <Calls calls={found.calls} language={language} />
      <StartForm {...{ draftId, typed, problem, noticeProblem, language }} />
      <Rows title={t('drafts')} items={found.drafts} language={language} />
      <Rows title={t('handedIn')} items={found.handedIn} language={language} />
    </Desk>
  )
}

type StartProps = Pick<IntakePageProps, 'draftId' | 'typed' | 'problem' | 'noticeProblem' | 'language'>

function StartForm({ draftId, typed, problem, noticeProblem, language }: StartProps) {
  const t = speak(INTAKE_TEXTS, language)
  return (
    <form class="card sheet intake" method="post" action="/o/intake">
      <h2>{t('startTitle')}</h2>
      <input type="hidden" name="draft" value={draftId} />
      <fieldset class="channels">
        <legend class="lab">{t('channel')}</legend>
        {(['counter', 'phone'] as const).map((channel) => (
          <label key={channel}>
            <input type="radio" name="channel" value={channel} checked={typed.channel === channel} />
            {t(`channel_${channel}`)}
          </label>
        ))}
      </fieldset>
      <fieldset class="day" aria-describedby={problem ? 'day-hint day-problem' : 'day-hint'}>
        <legend class="lab">{t('receivedOn')}</legend>
        <p class="muted" id="day-hint">
          {th(t('receivedHint'))}
        </p>
        {problem && (
          <p class="alert bad" role="alert" id="day-problem">
            <Icon name="circle-alert" />
            {problem}
          </p>
        )}
        <div>
          {(['day', 'month', 'year'] as const).map((part) => (
            <label key={part}>
              <span>{t(part)}</span>
              <input
                class="in num"
                name={part}
                value={typed[part]}
                inputmode="numeric"
                aria-invalid={problem ? true : undefined}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <PrivacyNotice given={typed.noticeGiven} problem={noticeProblem} language={language} />
      <button class="btn" type="submit">
        {t('start')}
      </button>
    </form>
  )
}

type NoticeProps = { given: boolean; problem: string | undefined; language: Language }

/** People at the counter are told what is done with their data before anything is keyed in. */
function PrivacyNotice({ given, problem, language }: NoticeProps) {
  const t = speak(INTAKE_TEXTS, language)
  return (
    <fieldset class="notice-given">
      <legend class="lab">{t('notice')}</legend>
      {problem && (
        <p class="alert bad" role="alert" id="notice-problem">
          <Icon name="circle-alert" />
          {problem}
        </p>
      )}
      <label>
        <input
          type="checkbox"
          name="notice"
          value="yes"
          checked={given}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'notice-problem' : undefined}
        />
        <span>{th(t('noticeGiven'))}</span>
      </label>
      <a href={`/privacy?lang=${language}`} target="_blank" rel="noopener">
        {t('noticeOpen')}
      </a>
    </fieldset>
  )
}

function Rows({ title, items, language }: { title: string; items: KeyedIn[]; language: Language }) {
  if (items.length === 0) return null
  return (
    <section class="card sheet">
      <h2>{title}</h2>
      <ul class="keyed">
        {items.map((item) => (
          <Row key={item.id} item={item} language={language} />
        ))}
      </ul>
    </section>
  )
}

function Row({ item, language }: { item: KeyedIn; language: Language }) {
  const t = speak(INTAKE_TEXTS, language)
  const draft = item.status === 'draft'
  return (
    <li>
      <div>
        <a href={draft ? `/o/intake/${item.id}` : `/o/cases/${item.id}`}>
          {item.holder || t('noName')} {item.reference && <span class="num nb">{item.reference}</span>}
        </a>
        <span class="muted num">
          {t('receivedBy', {
            channel: t(`channel_${item.channel}`),
            date: shortDate(item.receivedOn, language),
          })}
        </span>
      </div>
      {!draft && (
        <p>
          <StatusTag status={item.status} language={language} />
          <a href={`/o/intake/${item.id}/slip`}>{t('slip')}</a>
          {item.status === 'returned' && <a href={`/o/intake/${item.id}/correct`}>{t('enterCorrection')}</a>}
        </p>
      )}
    </li>
  )
}

function Calls({ calls, language }: { calls: OpenCall[]; language: Language }) {
  const t = speak(INTAKE_TEXTS, language)
  if (calls.length === 0) return null
  return (
    <section class="card sheet">
      <h2>
        <Icon name="bell" /> {t('calls')}
      </h2>
      <p class="muted">{t('callsBody')}</p>
      <ul class="keyed">
        {calls.map((call) => (
          <li key={call.id}>
            <div>
              <a href={`/o/cases/${call.applicationId}`}>
                {call.holder} <span class="num nb">{call.reference}</span>
              </a>
              {call.phone ? (
                <a class="num" href={`tel:${call.phone}`}>
                  {formatPhone(call.phone)}
                </a>
              ) : (
                <span class="muted">{t('noPhone')}</span>
              )}
              <span lang="th">{th(call.message)}</span>
            </div>
            <form method="post" action={`/o/intake/calls/${call.id}`}>
              <button class="take" type="submit" aria-label={t('calledOf', { holder: call.holder })}>
                {t('called')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
