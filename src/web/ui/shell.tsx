/** The frame of the applicant's pages: one column for a phone; LINE draws the header above it. */
import type { ComponentChildren } from 'preact'
import type { Definition, Language } from '../../service/definition.ts'
import { CITIZEN_TEXTS, WEEKDAYS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from './icon.tsx'
import { th } from './th.tsx'

export type Agency = Definition['agency']

type Props = {
  language: Language
  agency: Agency
  children: ComponentChildren
  /** Buttons that stay at the bottom of the screen. */
  actions?: ComponentChildren
}

export function Shell({ language, agency, children, actions }: Props) {
  return (
    <div class={actions ? 'shell with-actions' : 'shell'}>
      <main class="wrap">{children}</main>
      <Footer language={language} agency={agency} />
      {actions && (
        <div class="actions">
          <div>{actions}</div>
        </div>
      )}
    </div>
  )
}

function Footer({ language, agency }: { language: Language; agency: Agency }) {
  const t = speak(CITIZEN_TEXTS, language)
  const other = language === 'th' ? 'en' : 'th'
  return (
    <footer class="wrap footer">
      <p>
        {agency.name[language]} · {agency.unit[language]}
      </p>
      <p>
        <a href={`?lang=${other}`} lang={other}>
          {t('otherLanguage')}
        </a>
      </p>
    </footer>
  )
}

/** Whom to ask, and when they answer. */
export function Contact({ language, agency }: { language: Language; agency: Agency }) {
  const t = speak(CITIZEN_TEXTS, language)
  const { from, to } = agency.hours
  return (
    <section class="card contact">
      <Icon name="headset" />
      <div>
        <h2>{th(agency.unit[language])}</h2>
        <p>
          <a href={`tel:${agency.phone.replace(/[^\d+].*$|-/g, '') || agency.phone}`}>
            {t('telephone', { phone: agency.phone })}
          </a>
          <br />
          {t('hours', { days: dayRange(agency.hours.days, language), from, to })}
        </p>
      </div>
    </section>
  )
}

/** "จันทร์–ศุกร์", or each day by name where they are not in a row. */
function dayRange(days: number[], language: Language): string {
  const names = days.map((day) => WEEKDAYS[language][day - 1] ?? '')
  const inRow = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1)
  return inRow && names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(' ')
}
