import type { Language } from '../../service/definition.ts'
import { CITIZEN_TEXTS, WEEKDAYS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { dialled } from './dialled.ts'
import { Icon } from './icon.tsx'
import type { Agency } from './shell.tsx'
import { th } from './th.tsx'

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
          <a href={`tel:${dialled(agency.phone)}`}>{t('telephone', { phone: agency.phone })}</a>
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
