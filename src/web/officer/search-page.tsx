/** What was found for a reference or a person's number. */
import type { FoundCases } from '../../actions/find-cases.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { SearchBox } from './search-box.tsx'
import { SEARCH_TEXTS } from './search-texts.ts'
import { Jobs } from './worklist-page.tsx'

export type SearchPageProps = DeskProps & { found: FoundCases; clock: Definition['clock'] }

export function SearchPage({ found, clock, ...desk }: SearchPageProps) {
  const { language, officer } = desk
  const t = speak(SEARCH_TEXTS, language)
  return (
    <Desk {...desk} entry>
      <div class="top">
        <h1>{t('title')}</h1>
        <a href="/o">{t('back')}</a>
      </div>
      <SearchBox officer={officer} language={language} />
      <section class="card box found" aria-labelledby="found-title">
        {found.items.length === 0 ? (
          <Nothing found={found} language={language} />
        ) : (
          <>
            <h2 id="found-title">{titleOf(found, language)}</h2>
            <Jobs items={found.items} clock={clock} officerId={officer.id} language={language} />
          </>
        )}
      </section>
    </Desk>
  )
}

function titleOf({ by, shown, items }: FoundCases, language: Language): string {
  const t = speak(SEARCH_TEXTS, language)
  return t(by === 'identity' ? 'foundByIdentity' : 'foundByReference', { shown, count: items.length })
}

const NOTHING = {
  identity: ['noneByIdentity', 'noneByIdentityHint'],
  reference: ['noneByReference', 'noneByReferenceHint'],
  wrong_number: ['wrongNumber', 'wrongNumberHint'],
} as const

function Nothing({ found, language }: { found: FoundCases; language: Language }) {
  const t = speak(SEARCH_TEXTS, language)
  const [title, hint] = NOTHING[found.by]
  return (
    <div class="empty">
      <Icon name="file-search" />
      <h2 id="found-title">{t(title, { shown: found.shown })}</h2>
      <p class="muted">{t(hint)}</p>
    </div>
  )
}
