import type { ActingOfficer } from '../../officer/officer.ts'
import { CASE_ROLES, hasRole } from '../../officer/roles.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { SEARCH_TEXTS } from './search-texts.ts'

/** Posted, so that an ID number never stands in an address, a history or a log; empty again afterwards. */
export function SearchBox({ officer, language }: { officer: ActingOfficer; language: Language }) {
  if (!hasRole(officer, CASE_ROLES)) return null
  const t = speak(SEARCH_TEXTS, language)
  return (
    <search class="case-search">
      <form method="post" action="/o/search">
        <label for="case-search">{t('label')}</label>
        <div>
          <input
            class="in"
            id="case-search"
            name="q"
            type="text"
            maxLength={60}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby="case-search-hint"
            required
          />
          <button class="btn sec" type="submit">
            <Icon name="search" />
            {t('find')}
          </button>
        </div>
        <p class="muted" id="case-search-hint">
          {th(t('hint'))}
        </p>
      </form>
    </search>
  )
}
