/** What an officer does with a proof: accept, refuse, say that nobody came, give the address of the call. */
import type { OfficerProof } from '../../actions/view-officer-proof.ts'
import { SHOWN_CARDS } from '../../proof/checklist.ts'
import { bangkok } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { formatPhone, formatThaiId } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import type { Wrong } from './identity-done.ts'
import { PROOF_TEXTS } from './identity-texts.ts'

type Waiting = NonNullable<OfficerProof['waiting']>
type Props = { found: OfficerProof; waiting: Waiting; wrong?: Wrong; language: Language }
type TimedProps = Props & { now: Date }

function Told({
  wrong,
  field,
  language,
}: Pick<Props, 'wrong' | 'language'> & { field: Wrong['fields'][number] }) {
  if (!wrong?.fields.includes(field)) return null
  return (
    <p class="wrong" id={`wrong-${field}`} role="alert">
      <Icon name="circle-alert" />
      {speak(PROOF_TEXTS, language)(`wrong_${field}`)}
    </p>
  )
}

export function AcceptForm(props: TimedProps) {
  const { found, waiting, wrong, language } = props
  const t = speak(PROOF_TEXTS, language)
  return (
    <form class="card sheet" method="post" action={`/o/cases/${found.applicationId}/identity/accept`}>
      <input type="hidden" name="proof" value={waiting.id} />
      <input type="hidden" name="seen" value={waiting.seen} />
      <Told {...props} field="changed" />
      <fieldset class="points">
        <legend>
          <b>{t('points')}</b>
        </legend>
        <Told {...props} field="checks" />
        {waiting.points.map(({ id, text }) => (
          <label key={id} class="check">
            <input type="checkbox" name="check" value={id} checked={wrong?.checks.includes(id)} />
            {text[language]}
          </label>
        ))}
      </fieldset>
      {waiting.asksRegistry && <RegistryChoice {...props} />}
      {waiting.method === 'telephone' && <CallRecord {...props} />}
      <label class="lab" for="proof-note">
        {t('note')}
      </label>
      <textarea class="in" id="proof-note" name="note" rows={2} maxLength={500}>
        {wrong?.typed.note}
      </textarea>
      <button class="btn ok" type="submit">
        <Icon name="user-check" />
        {t('accept')}
      </button>
    </form>
  )
}

function RegistryChoice(props: Props) {
  const { wrong, language } = props
  const t = speak(PROOF_TEXTS, language)
  return (
    <fieldset class="points">
      <legend>
        <b>{t('registry')}</b>
      </legend>
      <p class="hint">{t('registryHint')}</p>
      <Told {...props} field="registry" />
      {(['matched', 'not_asked'] as const).map((each) => (
        <label key={each} class="check">
          <input type="radio" name="registry" value={each} checked={wrong?.typed.registry === each} />
          {t(`registry_${each}`)}
        </label>
      ))}
    </fieldset>
  )
}

function CallRecord(props: TimedProps) {
  const { waiting, wrong, now, language } = props
  const t = speak(PROOF_TEXTS, language)
  const phone = typeof waiting.evidence.phone === 'string' ? formatPhone(waiting.evidence.phone) : ''
  return (
    <div class="points">
      <Told {...props} field="call" />
      <label class="lab" for="call-at">
        {t('calledAt')}
      </label>
      <input
        class="in num"
        id="call-at"
        type="datetime-local"
        name="call_at"
        value={wrong?.typed.call_at ?? bangkok(now).slice(0, 16).replace(' ', 'T')}
      />
      <label class="lab" for="call-number">
        {t('calledNumber')}
      </label>
      <input
        class="in num"
        id="call-number"
        type="tel"
        name="call_number"
        value={wrong?.typed.call_number ?? phone}
      />
    </div>
  )
}

type InPersonProps = Pick<Props, 'found' | 'wrong' | 'language'>

export function InPersonForm(props: InPersonProps) {
  const { found, wrong, language } = props
  const t = speak(PROOF_TEXTS, language)
  if (!found.inPerson) return null
  return (
    <form class="card sheet" method="post" action={`/o/cases/${found.applicationId}/identity/in-person`}>
      <h2>{t('inPersonTitle')}</h2>
      <p class="hint">{t('inPersonBody')}</p>
      <p>
        {t('number')} ({t('onForm')}):{' '}
        <b class="num">{found.inPerson.idNumber ? formatThaiId(found.inPerson.idNumber) : t('noNumber')}</b>
      </p>
      <input type="hidden" name="seen" value={found.inPerson.seen} />
      <fieldset class="points">
        <legend class="sr">{t('shown')}</legend>
        <Told {...props} field="card" />
        <CardChoice checked={wrong?.typed.card} language={language} />
      </fieldset>
      <button class="btn sec" type="submit">
        <Icon name="user-check" />
        {t('inPerson')}
      </button>
    </form>
  )
}

/** Which card somebody showed at the counter. */
export function CardChoice({ checked, language }: { checked?: string; language: Language }) {
  const t = speak(PROOF_TEXTS, language)
  return SHOWN_CARDS.map((each) => (
    <label key={each} class="check">
      <input type="radio" name="card" value={each} checked={checked === each} />
      {t(`card_${each}`)}
    </label>
  ))
}

export function RefuseForm(props: Props) {
  const { found, waiting, wrong, language } = props
  const t = speak(PROOF_TEXTS, language)
  return (
    <details class="card sheet" open={wrong?.fields.includes('reason')}>
      <summary>{t('refuseTitle')}</summary>
      <form method="post" action={`/o/cases/${found.applicationId}/identity/refuse`}>
        <input type="hidden" name="proof" value={waiting.id} />
        <label class="lab" for="proof-reason">
          {t('refuseReason')}
        </label>
        <Told {...props} field="reason" />
        <textarea class="in" id="proof-reason" name="reason" rows={3} maxLength={500} required>
          {wrong?.typed.reason}
        </textarea>
        <button class="btn bad" type="submit">
          {t('refuse')}
        </button>
      </form>
    </details>
  )
}

export function MeetingForms(props: TimedProps) {
  const { found, waiting, now, wrong, language } = props
  const t = speak(PROOF_TEXTS, language)
  const { appointment } = waiting
  if (waiting.method !== 'video_call') return null
  if (appointment?.status !== 'booked')
    return <p class="card sheet">{t(waiting.evidence.phone ? 'arrangeCall' : 'noMeeting')}</p>
  const path = `/o/cases/${found.applicationId}/identity`
  return (
    <section class="card sheet">
      {appointment.link && (
        <p>
          <a class="btn" href={appointment.link} target="_blank" rel="noopener noreferrer">
            <Icon name="external-link" />
            {t('join')}
          </a>
        </p>
      )}
      <form method="post" action={`${path}/link`}>
        <input type="hidden" name="appointment" value={appointment.id} />
        <label class="lab" for="call-link">
          {t('link')}
        </label>
        <Told {...props} field="link" />
        <input
          class="in"
          id="call-link"
          type="url"
          name="link"
          value={wrong?.typed.link ?? appointment.link ?? ''}
        />
        <button class="btn sec sm" type="submit">
          {t('giveLink')}
        </button>
      </form>
      {appointment.startsAt <= now && (
        <form method="post" action={`${path}/missed`}>
          <input type="hidden" name="appointment" value={appointment.id} />
          <button class="btn sec sm" type="submit">
            {t('missed')}
          </button>{' '}
          <small class="muted">{t('missedHint')}</small>
        </form>
      )}
    </section>
  )
}
