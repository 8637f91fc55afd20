/** What the order leads to: the licence as it will be, or the right to appeal. */
import type { ComponentChildren } from 'preact'
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { lastDay } from '../../service/calendar.ts'
import { addDays, addMonths, longDate } from '../../service/dates.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Phrases } from '../ui/phrases.tsx'
import { th } from '../ui/th.tsx'
import { FeeText } from './case-facts.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { OFFICER_TEXTS } from './texts.ts'

type Props = { found: OfficerCase; today: string; language: Language }

export function LicenceDraft({ found, today, language }: Props) {
  const t = speak(FORM_TEXTS, language, found.definition.licence.name)
  const { licence, numbers, title } = found.definition
  const last = licence.validUntil && lastDay(found.answers, licence.validUntil)
  const expires = addDays(addMonths(today, licence.validMonths), -1)
  const rows: [string, ComponentChildren][] = [
    [t('draftNumber'), t('draftNumberNext', { book: numbers.licence.book })],
    [t('draftHolder'), <Phrases key="holder" text={found.holder} />],
    [t('draftPlace'), <Phrases key="place" text={found.place} />],
    [t('draftSummary'), <Phrases key="summary" text={found.summary} />],
    [
      t('draftValid'),
      last
        ? t('draftLastDay', { date: longDate(last, language) })
        : `${validity(licence.validMonths, language)} ${t('draftExpires', { date: longDate(expires, language) })}`,
    ],
    [speak(OFFICER_TEXTS, language)('fee'), <FeeText key="fee" lines={found.fee} language={language} />],
    [t('draftSigner'), <Phrases key="signer" text={`${licence.signer.name} ${licence.signer.position}`} />],
  ]
  return (
    <section class="card sheet draft" aria-labelledby="draft-title">
      <h3 id="draft-title">
        <Icon name="file-badge" />
        {t('draft')}
      </h3>
      <p class="draft-name">{title[language]}</p>
      <dl class="kv">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{th(term)}</dt>
            <dd class="num">{value}</dd>
          </div>
        ))}
      </dl>
      {licence.conditions.length > 0 && (
        <details class="standard">
          <summary>
            {t('standardConditions')} ({licence.conditions.length})
          </summary>
          <ol class="numbered" lang="th">
            {licence.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function validity(months: number, language: Language): string {
  const t = speak(FORM_TEXTS, language)
  if (months === 12) return t('year')
  return months % 12 === 0 ? t('years', { count: months / 12 }) : t('months', { count: months })
}

export function AppealText({ definition, language }: { definition: Definition; language: Language }) {
  const t = speak(FORM_TEXTS, language)
  return (
    <section class="card sheet appeal">
      <h3>{t('legalGround')}</h3>
      <p>{definition.law[language]}</p>
      <h3>{t('appealTitle')}</h3>
      <p>{definition.review.appeal[language]}</p>
    </section>
  )
}
