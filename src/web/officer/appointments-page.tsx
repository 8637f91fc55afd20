/** Video calls that were booked: today's and those to come. */
import type { AppointmentItem } from '../../actions/view-officer-proof.ts'
import { bangkok, bangkokDay, shortDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { PROOF_TEXTS } from './identity-texts.ts'

export type AppointmentsPageProps = DeskProps & {
  lists: { today: AppointmentItem[]; coming: AppointmentItem[] }
}

export function AppointmentsPage({ lists, ...desk }: AppointmentsPageProps) {
  const t = speak(PROOF_TEXTS, desk.language)
  return (
    <Desk {...desk} entry>
      <header class="case-head">
        <h1>{t('appointments')}</h1>
      </header>
      {(['today', 'coming'] as const).map((when) => (
        <section key={when} class="card sheet" aria-labelledby={`${when}-title`}>
          <h2 id={`${when}-title`}>{t(when)}</h2>
          {lists[when].length === 0 && <p class="muted">{t('noAppointments')}</p>}
          <ul class="appointments">
            {lists[when].map((item) => (
              <Row key={item.id} item={item} language={desk.language} dated={when === 'coming'} />
            ))}
          </ul>
        </section>
      ))}
    </Desk>
  )
}

const TONES = { booked: 'info', held: 'ok', missed: 'bad', cancelled: '' } as const

function Row({ item, language, dated }: { item: AppointmentItem; language: Language; dated: boolean }) {
  const t = speak(PROOF_TEXTS, language)
  const { startsAt, status, link, holder, reference, applicationId } = item
  return (
    <li>
      <b class="num">
        {dated && `${shortDate(bangkokDay(startsAt), language)} `}
        {bangkok(startsAt).slice(11, 16)}
      </b>
      <a href={`/o/cases/${applicationId}/identity`}>
        {holder} <small class="num">{reference ?? t('draft')}</small>
      </a>
      <span class={`tag ${TONES[status]}`}>{t(`meeting_${status}`)}</span>
      {status === 'booked' && link && (
        <a class="btn sec sm" href={link} target="_blank" rel="noopener noreferrer">
          <Icon name="external-link" />
          {t('join')}
        </a>
      )}
    </li>
  )
}
