/** Who an applicant is: what they sent beside what the form says, and the officer's finding. */
import type { OfficerProof, ProofRow } from '../../actions/view-officer-proof.ts'
import { hasRole, PROOF_ROLES } from '../../officer/roles.ts'
import { SHOWN_CARDS } from '../../proof/checklist.ts'
import { bangkokDay, longDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { formatPhone, formatThaiId } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import type { ProofDone, Wrong } from './identity-done.ts'
import { AcceptForm, InPersonForm, MeetingForms, RefuseForm } from './identity-forms.tsx'
import { PROOF_TEXTS } from './identity-texts.ts'

export type IdentityPageProps = DeskProps & {
  found: OfficerProof
  now: Date
  done?: ProofDone
  /** What has to be mended, and what was typed. */
  wrong?: Wrong
}

export function IdentityPage({ found, now, done, wrong, ...desk }: IdentityPageProps) {
  const { language } = desk
  const t = speak(PROOF_TEXTS, language)
  const mayDecide = hasRole(desk.officer, PROOF_ROLES)
  return (
    <Desk {...desk}>
      <p class="back">
        <a href={found.isDraft ? '/o/appointments' : `/o/cases/${found.applicationId}`}>
          <Icon name="arrow-left" />
          {t(found.isDraft ? 'appointments' : 'backToCase')}
        </a>
      </p>
      <header class="case-head">
        <div>
          <p class="muted num">{found.reference ?? t('draft')}</p>
          <h1>
            {t('title')} · {found.holder}
          </h1>
          <p class="muted">
            {t(`state_${found.state}`)} · {t('needed', { level: found.minimum })}
          </p>
        </div>
      </header>
      {done && (
        <p class="flash" role="status">
          <Icon name="circle-check" />
          {t(`done_${done}`)}
        </p>
      )}
      {found.waiting ? (
        <div class="proof">
          <Evidence found={found} waiting={found.waiting} language={language} />
          {mayDecide && (
            <div class="proof-finding">
              <MeetingForms
                found={found}
                waiting={found.waiting}
                now={now}
                wrong={wrong}
                language={language}
              />
              <AcceptForm found={found} waiting={found.waiting} now={now} wrong={wrong} language={language} />
              <RefuseForm found={found} waiting={found.waiting} wrong={wrong} language={language} />
            </div>
          )}
        </div>
      ) : (
        <p class="card sheet">{t('nothing')}</p>
      )}
      {mayDecide && <InPersonForm found={found} wrong={wrong} language={language} />}
      <Earlier rows={found.earlier} language={language} />
    </Desk>
  )
}

export type Waiting = NonNullable<OfficerProof['waiting']>
type EvidenceProps = { found: OfficerProof; waiting: Waiting; language: Language }

function Evidence({ found, waiting, language }: EvidenceProps) {
  const t = speak(PROOF_TEXTS, language)
  return (
    <section class="card sheet" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{t(`method_${waiting.method}`)}</h2>
      <p class="muted num">{shortDateTime(waiting.requestedAt, language)}</p>
      <Pictures waiting={waiting} language={language} />
      <dl class="kv">
        {waiting.appointment && (
          <div>
            <dt>{t('method_video_call')}</dt>
            <dd class="num">{shortDateTime(waiting.appointment.startsAt, language)}</dd>
          </div>
        )}
        {typeof waiting.evidence.phone === 'string' && (
          <div>
            <dt>{t('callNumber')}</dt>
            <dd class="num">
              <a href={`tel:${waiting.evidence.phone}`}>{formatPhone(waiting.evidence.phone)}</a> ·{' '}
              {t(`when_${whenOf(waiting)}`)}
            </dd>
          </div>
        )}
        <div>
          <dt>
            {t('holder')} ({t('onForm')})
          </dt>
          <dd>{found.holder}</dd>
        </div>
        <div>
          <dt>
            {t('number')} ({t('onForm')})
          </dt>
          <dd>
            {waiting.subject.idNumber ? (
              <>
                <b class="proof-number num">{formatThaiId(waiting.subject.idNumber)}</b>
                <span class={waiting.numberValid ? 'tag ok' : 'tag bad'}>
                  <Icon name={waiting.numberValid ? 'circle-check' : 'circle-alert'} />
                  {t(waiting.numberValid ? 'numberValid' : 'numberWrong')}
                </span>
              </>
            ) : (
              t('noNumber')
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}

const whenOf = ({ evidence }: Waiting) =>
  evidence.when === 'morning' || evidence.when === 'afternoon' ? evidence.when : 'any'

/** Side by side; a press enlarges one in place, without script. */
function Pictures({ waiting, language }: { waiting: Waiting; language: Language }) {
  const t = speak(PROOF_TEXTS, language)
  if (waiting.pictures.length === 0) return null
  return (
    <div class="proof-pictures">
      {(['card', 'selfie'] as const).map((kind) => {
        const picture = waiting.pictures.find((each) => each.kind === kind)
        if (!picture) return null
        return (
          <figure key={kind}>
            {picture.erasedAt ? (
              <p class="muted">{t('erased')}</p>
            ) : (
              <label>
                <input type="checkbox" class="sr" aria-label={`${t(kind)}: ${t('zoom')}`} />
                <img src={`/proof-pictures/${picture.id}`} alt={t(kind)} />
              </label>
            )}
            <figcaption>
              {t(kind)} <small>{t('zoom')}</small>
            </figcaption>
          </figure>
        )
      })}
    </div>
  )
}

const TONES = { requested: 'warn', accepted: 'ok', refused: 'bad', cancelled: '' } as const

function Earlier({ rows, language }: { rows: ProofRow[]; language: Language }) {
  const t = speak(PROOF_TEXTS, language)
  if (rows.length === 0) return null
  return (
    <section class="card sheet" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{t('earlier')}</h2>
      <ol class="events proof-log">
        {rows.map((row) => (
          <li key={row.id}>
            <b>
              {t(`method_${row.method}`)} · {t('level', { level: row.level })}
            </b>
            <span class={`tag ${TONES[row.status]}`}>{t(`status_${row.status}`)}</span>
            <span class="num">
              {[row.officer, shortDateTime(row.decidedAt ?? row.requestedAt, language)]
                .filter(Boolean)
                .join(' · ')}
              {row.validUntil && row.status === 'accepted' && (
                <> · {t('until', { date: longDate(bangkokDay(row.validUntil), language) })}</>
              )}
            </span>
            {row.reason && (
              <span class="said" lang="th">
                {row.reason}
              </span>
            )}
            <Record row={row} language={language} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the officer wrote down. */
function Record({ row: { evidence }, language }: { row: ProofRow; language: Language }) {
  const t = speak(PROOF_TEXTS, language)
  const { registry, note, call, card } = evidence
  const shown = SHOWN_CARDS.find((each) => each === card)
  const called = typeof call === 'object' && call !== null ? (call as { at?: string; number?: string }) : {}
  const said = [
    registry === 'matched' || registry === 'not_asked'
      ? `${t('registry')}: ${t(`registry_${registry}`)}`
      : '',
    called.at && called.number
      ? `${t('calledAt')} ${called.at.replace('T', ' ')} · ${formatPhone(called.number)}`
      : '',
    shown ? `${t('shown')}: ${t(`card_${shown}`)}` : '',
    typeof note === 'string' ? note : '',
  ].filter(Boolean)
  return said.length > 0 ? <span class="said">{said.join(' · ')}</span> : null
}
