/** Why a case cannot be approved yet, and where that is mended. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { OFFICER_TEXTS } from './texts.ts'

export function UnmetSection({ found, language }: { found: OfficerCase; language: Language }) {
  const t = speak(OFFICER_TEXTS, language)
  if (found.unmet.length === 0) return null
  const places = { identity_not_proven: `/o/cases/${found.id}/identity`, mandate_open: '#mandate-title' }
  return (
    <section class="alert warn" aria-labelledby="unmet-title">
      <Icon name="circle-pause" />
      <div>
        <h2 id="unmet-title">{t('unmetTitle')}</h2>
        <ul>
          {found.unmet.map((each) => (
            <li key={each}>
              {th(t(each))} <a href={places[each]}>{t(`to_${each}`)}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
