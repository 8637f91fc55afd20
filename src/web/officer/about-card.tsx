/** Which licence a case is about, and what would change in it. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { longDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Phrases } from '../ui/phrases.tsx'
import { OFFICER_TEXTS } from './texts.ts'

export function AboutCard({ found, language }: { found: OfficerCase; language: Language }) {
  const { about, definition } = found
  const t = speak(OFFICER_TEXTS, language, definition.licence.name)
  if (!about) return null
  const { number, holder, expiresOn, changes } = about
  return (
    <section class="card sheet" aria-labelledby="about-title">
      <h2 id="about-title">{t('aboutLicence')}</h2>
      <dl class="kv">
        <div>
          <dt>{t('aboutNumber')}</dt>
          <dd class="num">{number}</dd>
        </div>
        <div>
          <dt>{t('presentHolder')}</dt>
          <dd lang="th">
            <Phrases text={holder} />
          </dd>
        </div>
        <div>
          <dt>{t('aboutUntil')}</dt>
          <dd class="num">{longDate(expiresOn, language)}</dd>
        </div>
        {changes.map(({ label, before, after }) => (
          <div key={label.th}>
            <dt>{label[language]}</dt>
            <dd lang="th">
              {before && <p class="muted">{t('changedFrom', { before })}</p>}
              <b>{after ? <Phrases text={after} /> : t('nothingAnswered')}</b>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
