/** Proving who one is: how it stands, and the ways there are. */
import type { ProofPageView } from '../../actions/view-proof.ts'
import { bangkokDay, longDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { IDENTITY_TEXTS } from '../texts/identity.ts'
import { speak } from '../texts/speak.ts'
import { Contact } from '../ui/contact.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

export type IdentityPageProps = { language: Language; view: ProofPageView; now: Date }
type Method = ProofPageView['offers'][number]['method']

const ICONS: Record<Method, IconName> = {
  thaid: 'shield-check',
  e_document: 'camera',
  video_call: 'calendar-clock',
  telephone: 'phone',
  line: 'message-circle',
}
const PATHS: Record<Method, string> = {
  thaid: '',
  e_document: 'photos',
  video_call: 'video',
  telephone: 'call',
  line: 'line',
}

export const identityPath = (applicationId: string): string => `/l/apply/${applicationId}/identity`

const pathOf = (applicationId: string, method: Method): string =>
  method === 'thaid'
    ? `/l/identity/thaid/for/${applicationId}`
    : `${identityPath(applicationId)}/${PATHS[method]}`

export function IdentityPage({ language, view, now }: IdentityPageProps) {
  const t = speak(IDENTITY_TEXTS, language)
  const { agency } = view.definition
  const back = view.isSent ? `/l/cases/${view.applicationId}` : `/l/apply/${view.applicationId}`
  const settled = view.state === 'proven' || view.state === 'waiting' || view.state === 'none'
  return (
    <Shell
      language={language}
      agency={agency}
      actions={
        <a class={settled ? 'btn wide' : 'btn sec wide'} href={back}>
          {settled ? t(view.isSent ? 'toApplication' : 'goOn') : t('notNow')}
        </a>
      }
    >
      <h1>{t('title')}</h1>
      {!settled && <p class="muted">{th(t('lead'))}</p>}
      <IdentityState identity={view} language={language} />
      {view.state === 'waiting' && <Meeting view={view} language={language} now={now} />}
      {view.state !== 'proven' && view.state !== 'none' && <Ways view={view} language={language} />}
      {view.state === 'waiting' && <Cancel applicationId={view.applicationId} language={language} />}
      <Contact language={language} agency={agency} />
    </Shell>
  )
}

type StateProps = {
  identity: Pick<ProofPageView, 'state' | 'method' | 'validUntil' | 'reason' | 'appointment'>
  language: Language
}

/** How the proof stands, in one coloured note; shown beside the case as well. */
export function IdentityState({ identity, language }: StateProps) {
  const t = speak(IDENTITY_TEXTS, language)
  const { state, method = 'line', validUntil, reason = '', appointment } = identity
  const way = t(`way_${method}`)
  if (state === 'none') return <Notice tone="ok" title={t('noneTitle')} />
  if (state === 'proven')
    return (
      <Notice tone="ok" icon="badge-check" title={t('provenTitle')}>
        {validUntil
          ? t('provenBody', { way, until: longDate(bangkokDay(validUntil), language) })
          : t('provenNoEnd', { way })}
      </Notice>
    )
  if (state === 'refused')
    return (
      <Notice tone="warn" title={t('refusedTitle')}>
        {th(t('refusedBody', { reason }))}
        <br />
        {t('refusedAgain')}
      </Notice>
    )
  if (state === 'open') return null
  if (method === 'video_call' && appointment?.status !== 'booked')
    return <Notice tone="warn" icon="calendar-clock" title={t('noAppointment')} />
  return (
    <Notice
      tone="info"
      icon={method === 'video_call' ? 'calendar-clock' : 'clock'}
      title={t(method === 'video_call' ? 'bookedTitle' : 'waitingTitle')}
    >
      {th(t(`waiting_${method}`, { when: appointment ? shortDateTime(appointment.startsAt, language) : '' }))}
    </Notice>
  )
}

function Meeting({ view, language, now }: IdentityPageProps) {
  const t = speak(IDENTITY_TEXTS, language)
  const { appointment, applicationId } = view
  if (view.method !== 'video_call' || appointment?.status !== 'booked') return null
  const isOver = appointment.startsAt.getTime() + appointment.minutes * 60_000 < now.getTime()
  return (
    <section class="card pad meeting">
      {appointment.link ? (
        <a class="btn" href={appointment.link} target="_blank" rel="noopener noreferrer">
          <Icon name="external-link" /> {t('join')}
        </a>
      ) : (
        !isOver && <p class="hint">{t('linkLater')}</p>
      )}
      <a class="btn sec" href={pathOf(applicationId, 'video_call')}>
        {t('move')}
      </a>
    </section>
  )
}

function Ways({ view, language }: { view: ProofPageView; language: Language }) {
  const t = speak(IDENTITY_TEXTS, language)
  const { minutes } = view.definition.identity.videoCall
  const isBooked = view.appointment?.status === 'booked'
  const others = view.offers.filter(
    ({ method }) =>
      view.state !== 'waiting' || method !== view.method || (method === 'video_call' && !isBooked),
  )
  return (
    <section class="ways">
      <h2>{t(view.state === 'waiting' ? 'otherWaysTitle' : 'waysTitle')}</h2>
      <ul>
        {others.map(({ method }) => (
          <li key={method}>
            <a class="card link-card" href={pathOf(view.applicationId, method)}>
              <span class="badge info">
                <Icon name={ICONS[method]} />
              </span>
              <span>
                <b>{th(t(`way_${method}`))}</b>
                <small>{th(t(`time_${method}`, { minutes }))}</small>
              </span>
              <Icon name="chevron-right" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Cancel({ applicationId, language }: { applicationId: string; language: Language }) {
  const t = speak(IDENTITY_TEXTS, language)
  return (
    <details class="quiet">
      <summary>{t('cancel')}</summary>
      <form method="post" action={`${identityPath(applicationId)}/cancel`}>
        <p>{t('cancelBody')}</p>
        <button class="btn bad sm" type="submit">
          {t('cancelYes')}
        </button>
      </form>
    </details>
  )
}
