/** Requests to go on in another LINE account: the list, and one of them with both accounts side by side. */
import type { RelinkDetail, RelinkRow, RelinkSide } from '../../actions/view-relinks.ts'
import { SEEN } from '../../applicant/relink.ts'
import { shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { maskThaiId } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { PROOF_TEXTS } from './identity-texts.ts'
import { ACTING_TEXTS } from './relink-texts.ts'

export type RelinksPageProps = DeskProps & { open: RelinkRow[]; closed: RelinkRow[] }

export function RelinksPage({ open, closed, ...desk }: RelinksPageProps) {
  const t = speak(ACTING_TEXTS, desk.language)
  return (
    <Desk {...desk} entry narrow>
      <h1>{t('relinks')}</h1>
      <p class="muted">{t('rule')}</p>
      <Rows title={t('waiting')} rows={open} language={desk.language} />
      <Rows title={t('closed')} rows={closed} language={desk.language} />
    </Desk>
  )
}

function Rows({ title, rows, language }: { title: string; rows: RelinkRow[]; language: Language }) {
  const t = speak(ACTING_TEXTS, language)
  return (
    <section class="card sheet">
      <h2>{title}</h2>
      {rows.length === 0 && <p class="muted">{t('none')}</p>}
      <ul class="accounts">
        {rows.map(({ id, status, askedAt, level }) => (
          <li key={id}>
            <div>
              <a href={`/o/relinks/${id}`}>
                {t('requestOf', { when: askedAt ? shortDateTime(askedAt, language) : '' })}
              </a>
              <p class="muted">{t('level', { level })}</p>
            </div>
            <span class="tag">{t(status)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const RELINK_PROBLEMS = [
  'four_eyes',
  'own_account',
  'not_allowed',
  'status_does_not_allow',
  'changed',
  'incomplete',
] as const
export type RelinkProblem = (typeof RELINK_PROBLEMS)[number]
export type RelinkDeskPageProps = DeskProps & {
  found: RelinkDetail
  problem?: RelinkProblem
  done?: boolean
  typed?: string
}

export function RelinkDeskPage({ found, problem, done, typed, ...desk }: RelinkDeskPageProps) {
  const { language } = desk
  const t = speak(ACTING_TEXTS, language)
  const when = found.askedAt ? shortDateTime(found.askedAt, language) : ''
  return (
    <Desk {...desk} narrow>
      <p>
        <a href="/o/relinks">{t('back')}</a>
      </p>
      <h1>{t('requestOf', { when })}</h1>
      <p>
        <span class="tag">{t(found.status)}</span>
      </p>
      {problem && (
        <p class="alert bad" role="alert">
          <Icon name="circle-alert" />
          {t(problem)}
        </p>
      )}
      {done && (
        <p class="alert ok" role="status">
          <Icon name="circle-check" />
          {t('saved')}
        </p>
      )}
      <p class={found.isSameNumber ? 'alert ok' : 'alert bad'}>
        <Icon name={found.isSameNumber ? 'circle-check' : 'circle-alert'} />
        {t(found.isSameNumber ? 'sameNumber' : 'otherNumber')}
      </p>
      <section class="card sheet">
        <h2>{t('story')}</h2>
        <p lang="th">{th(found.story)}</p>
      </section>
      <Side title={t('new')} side={found.new} language={language} />
      <Side title={t('old')} side={found.old} language={language} />
      {found.proposal && <Proposal found={found} language={language} />}
      {found.mayPropose && <ProposeForm found={found} typed={typed} language={language} />}
      {found.mayConfirm && <ConfirmForm found={found} language={language} />}
      {found.why && found.why !== 'status_does_not_allow' && <p class="alert info">{t(found.why)}</p>}
    </Desk>
  )
}

type Of = { found: RelinkDetail; language: Language }

function Side({ title, side, language }: { title: string; side: RelinkSide; language: Language }) {
  const t = speak(ACTING_TEXTS, language)
  const method = side.method && speak(PROOF_TEXTS, language)(`method_${side.method}`)
  const proof = [method ?? t('unproven'), method && t('level', { level: side.level })]
    .filter(Boolean)
    .join(' · ')
  const facts = [
    { label: t('account'), value: side.account },
    { label: t('name'), value: side.name },
    { label: t('number'), value: side.idNumber && maskThaiId(side.idNumber) },
    { label: t('proof'), value: proof },
    {
      label: t('cases'),
      value: side.cases
        .map(({ reference }) => reference)
        .filter(Boolean)
        .join(', '),
    },
  ]
  return (
    <section class="card sheet">
      <h2>{title}</h2>
      <dl class="kv">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Proposal({ found, language }: Of) {
  const t = speak(ACTING_TEXTS, language)
  const { proposal } = found
  if (!proposal) return null
  return (
    <section class="card sheet">
      <h2>{t('proposal')}</h2>
      <p>
        <b>{t(`outcome_${proposal.outcome}`)}</b> · {t('by')} {proposal.by}
      </p>
      <p lang="th">{th(proposal.reason)}</p>
      <ul class="ticks">
        {SEEN.filter((each) => proposal.seen.includes(each)).map((each) => (
          <li key={each}>
            <Icon name="check" />
            <span>{t(`seen_${each}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ProposeForm({ found, typed, language }: Of & { typed?: string }) {
  const t = speak(ACTING_TEXTS, language)
  return (
    <form class="card sheet" method="post" action={`/o/relinks/${found.id}/propose`}>
      <h2>{t('examine')}</h2>
      <fieldset class="checklist">
        <legend>{t('seen')}</legend>
        {SEEN.map((each) => (
          <label key={each} class="check">
            <input type="checkbox" name="seen" value={each} />
            <span>{t(`seen_${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="checklist">
        <legend>{t('outcome')}</legend>
        {found.outcomes.map((each) => (
          <label key={each} class="check">
            <input type="radio" name="outcome" value={each} required />
            <span>{t(`outcome_${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <label class="lab" for="reason">
        {t('reason')}
      </label>
      <textarea class="in" id="reason" name="reason" rows={3} required value={typed} />
      <button class="btn" type="submit">
        {t('propose')}
      </button>
    </form>
  )
}

function ConfirmForm({ found, language }: Of) {
  const t = speak(ACTING_TEXTS, language)
  const action = `/o/relinks/${found.id}/confirm`
  const seen = <input type="hidden" name="seen" value={found.proposal?.at} />
  return (
    <>
      <form class="card sheet" method="post" action={action}>
        {seen}
        {found.proposal?.outcome === 'move' && <p>{t('irreversible')}</p>}
        <button class="btn ok" type="submit" name="agree" value="yes">
          {t('confirm')}
        </button>
      </form>
      <form class="card sheet" method="post" action={action}>
        {seen}
        <label class="lab" for="send-back">
          {t('sendBackReason')}
        </label>
        <textarea class="in" id="send-back" name="reason" rows={2} required />
        <button class="btn sec" type="submit" name="agree" value="no">
          {t('sendBack')}
        </button>
      </form>
    </>
  )
}
