/** Proving who one is by ThaID: what will be read and why, and how it ended. */
import type { ThaidView } from '../../actions/prove-by-thaid.ts'

import { longDate } from '../../service/dates.ts'
import type { Language, Proven } from '../../service/definition.ts'
import { maskThaiId } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { THAID_TEXTS } from '../texts/thaid.ts'
import { Contact } from '../ui/contact.tsx'
import { Facts } from '../ui/facts.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Notice, Statement } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

type Common = {
  language: Language
  agency: Agency
  applicationId?: string
  /** Where the other ways are listed, if this service has such a page. */
  otherHref?: string
}

const thaidPath = (applicationId: string | undefined): string =>
  applicationId ? `/l/identity/thaid/for/${applicationId}` : '/l/identity/thaid'

export type ThaidPageProps = Common & { reads: Proven[] }

export function ThaidPage({ language, agency, applicationId, otherHref, reads }: ThaidPageProps) {
  const t = speak(THAID_TEXTS, language)
  return (
    <form method="post" action={thaidPath(applicationId)}>
      <Shell
        language={language}
        agency={agency}
        actions={
          <button class="btn wide" type="submit">
            <Icon name="shield-check" /> {t('begin')}
          </button>
        }
      >
        <h1>{t('title')}</h1>
        <p class="muted">{th(t('lead'))}</p>
        <section class="card pad block">
          <h2>{t('readsTitle')}</h2>
          <ul class="ticks">
            {([...reads, 'ial'] as const).map((each) => (
              <li key={each}>
                <Icon name="check" />
                <span>
                  {th(t(`reads_${each}`))}
                  <br />
                  <small>{th(t(`why_${each}`))}</small>
                </span>
              </li>
            ))}
          </ul>
          <p class="hint apart">{th(t('readsOnly'))}</p>
        </section>
        <Notice tone="warn" title={t('safetyTitle')}>
          {th(t('safetyBody'))}
        </Notice>
        <section class="card pad">
          <h2>{t('stepsTitle')}</h2>
          <ol class="numbered">
            {(['step1', 'step2', 'step3'] as const).map((step) => (
              <li key={step}>{th(t(step))}</li>
            ))}
          </ol>
        </section>
        <OtherWays language={language} agency={agency} otherHref={otherHref} />
      </Shell>
    </form>
  )
}

function OtherWays({ language, agency, otherHref }: Common) {
  const t = speak(THAID_TEXTS, language)
  if (otherHref)
    return (
      <a class="btn sec wide apart" href={otherHref}>
        {t('otherWays')}
      </a>
    )
  return (
    <>
      <p class="hint apart">{th(t('otherWaysBody'))}</p>
      <Contact language={language} agency={agency} />
    </>
  )
}

/** Besides what a login can come to: an answer to nothing we asked. */
export type ThaidState = ThaidView['state'] | 'unknown'
export type ThaidOutcomePageProps = Common &
  Pick<ThaidView, 'missing' | 'subject'> & {
    state: ThaidState
    /** Its own address, to look again while it is being checked. */
    path: string
  }

type Look = { icon: IconName; tone: 'ok' | 'info' | 'warn' | 'bad'; again: boolean }
const LOOKS: Record<ThaidState, Look> = {
  proven: { icon: 'badge-check', tone: 'ok', again: false },
  refused: { icon: 'circle-x', tone: 'info', again: true },
  late: { icon: 'timer-reset', tone: 'warn', again: true },
  unavailable: { icon: 'wifi-off', tone: 'warn', again: true },
  untrusted: { icon: 'triangle-alert', tone: 'bad', again: true },
  incomplete: { icon: 'circle-alert', tone: 'warn', again: true },
  not_a_citizen: { icon: 'ban', tone: 'warn', again: false },
  other_number: { icon: 'file-pen', tone: 'warn', again: false },
  linked_elsewhere: { icon: 'users', tone: 'warn', again: false },
  other_account: { icon: 'users', tone: 'bad', again: true },
  other_browser: { icon: 'external-link', tone: 'info', again: true },
  waiting: { icon: 'clock', tone: 'info', again: true },
  working: { icon: 'clock', tone: 'info', again: false },
  unknown: { icon: 'search', tone: 'info', again: true },
  not_offered: { icon: 'ban', tone: 'info', again: false },
}

export function ThaidOutcomePage(props: ThaidOutcomePageProps) {
  const { language, agency, state } = props
  const t = speak(THAID_TEXTS, language)
  const { icon, tone } = LOOKS[state]
  return (
    <Shell language={language} agency={agency}>
      <Statement icon={icon} tone={tone} title={th(t(`${state}Title`))}>
        <p>{th(t(`${state}Body`))}</p>
      </Statement>
      {props.subject && <Subject language={language} subject={props.subject} />}
      {props.missing.length > 0 && (
        <Notice tone="warn" title={t('missingTitle')}>
          {props.missing
            .map((each) => t(`missing_${each === 'address' ? 'address' : 'birth_date'}`))
            .join(' ')}
        </Notice>
      )}
      <Onwards {...props} />
    </Shell>
  )
}

function Subject({ language, subject }: { language: Language; subject: NonNullable<ThaidView['subject']> }) {
  const t = speak(THAID_TEXTS, language)
  const { name, idNumber, birthDate, address } = subject
  const all = [
    { label: t('factName'), value: name && `${name.title}${name.first} ${name.last}` },
    { label: t('factNumber'), value: idNumber && maskThaiId(idNumber) },
    { label: t('factBirthDate'), value: birthDate && longDate(birthDate, language) },
    { label: t('factAddress'), value: address?.text },
  ]
  const facts = all.flatMap(({ label, value }) => (value ? [{ label: th(label), value: th(value) }] : []))
  return (
    <section class="card pad">
      <Facts facts={facts} />
    </section>
  )
}

function Onwards({ language, agency, applicationId, otherHref, state, path }: ThaidOutcomePageProps) {
  const t = speak(THAID_TEXTS, language)
  const { again } = LOOKS[state]
  const failed = state !== 'proven' && state !== 'working'
  return (
    <>
      <div class="stack">
        {state === 'working' && (
          <a class="btn" href={path}>
            {t('look')}
          </a>
        )}
        {state === 'linked_elsewhere' && (
          <a class="btn" href="/l/relink">
            {t('relink')}
          </a>
        )}
        {again && (
          <a class="btn" href={thaidPath(applicationId)}>
            {t('again')}
          </a>
        )}
        <a
          class={again || state === 'working' ? 'btn sec' : 'btn'}
          href={applicationId ? `/l/apply/${applicationId}` : '/l'}
        >
          {applicationId ? t('toApplication') : t('toCases')}
        </a>
      </div>
      {failed && (
        <>
          <Notice tone="ok" icon="cloud-check" title={t('keptSafe')} />
          <OtherWays language={language} agency={agency} otherHref={otherHref} />
        </>
      )}
    </>
  )
}
