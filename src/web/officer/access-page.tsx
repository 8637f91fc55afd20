/** Which officer looked at whose data, when and why: for who answers for it, and for the auditor. */
import type { AccessItem } from '../../actions/view-data-requests.ts'
import { hasRole } from '../../officer/roles.ts'
import { REASON_WORDS, WHAT_WORDS } from '../../privacy/words.ts'
import { shortDateTime } from '../../service/dates.ts'
import { speak } from '../texts/speak.ts'
import { PrivacyHead } from './data-requests-page.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { PRIVACY_TEXTS } from './privacy-texts.ts'

export type AccessPageProps = DeskProps & { items: AccessItem[]; reference: string }

export function AccessPage({ items, reference, ...desk }: AccessPageProps) {
  const { language, officer } = desk
  const t = speak(PRIVACY_TEXTS, language)
  return (
    <Desk {...desk} entry>
      <PrivacyHead tab="access" mayAnswer={hasRole(officer, ['dpo'])} language={language} />
      <section class="card sheet access">
        <form class="access-find" method="get" action="/o/privacy/access">
          <label class="lab" for="ref">
            {t('reference')}
          </label>
          <div>
            <input class="in" id="ref" name="ref" maxLength={60} value={reference} />
            <button class="btn sec" type="submit">
              {t('find')}
            </button>
          </div>
        </form>
        <p class="hint">{t('accessHint', { count: items.length })}</p>
        {items.length === 0 && <p class="muted">{t('noAccess')}</p>}
        <ul class="looks">
          {items.map((item) => (
            <li key={item.id}>
              <time class="num" dateTime={item.at.toISOString()}>
                {shortDateTime(item.at, language)}
              </time>
              <div lang="th">
                <b>{item.officer}</b>
                <span class="muted">{item.acting ?? item.position}</span>
              </div>
              <div>
                {item.applicationId && item.reference ? (
                  <a href={`/o/cases/${item.applicationId}`}>{item.reference}</a>
                ) : (
                  <span lang="th">{item.person || t('noName')}</span>
                )}
                <span class="muted">{WHAT_WORDS[item.what][language]}</span>
              </div>
              <div>
                {REASON_WORDS[item.reason][language]}
                {item.words && <span class="muted">{item.words}</span>}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </Desk>
  )
}
