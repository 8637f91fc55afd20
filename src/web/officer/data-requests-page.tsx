/** What people have asked about their data, by its last day. */
import type { DataRequestItem } from '../../actions/view-data-requests.ts'
import { KIND_WORDS, STATUS_WORDS } from '../../privacy/words.ts'
import { bangkokDay, shortDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { PRIVACY_TEXTS } from './privacy-texts.ts'

export const PRIVACY_TABS = ['open', 'closed', 'disposal', 'access'] as const
export type PrivacyTab = (typeof PRIVACY_TABS)[number]

type HeadProps = { tab: PrivacyTab; mayAnswer: boolean; language: Language }

/** The same head over the list and the log; an auditor has only the log. */
export function PrivacyHead({ tab, mayAnswer, language }: HeadProps) {
  const t = speak(PRIVACY_TEXTS, language)
  const tabs = PRIVACY_TABS.filter((each) => each === 'access' || mayAnswer)
  return (
    <>
      <div class="top">
        <h1>{t('title')}</h1>
        {mayAnswer && (
          <a href="/o/privacy/record.csv" download>
            <Icon name="download" /> {t('record')}
          </a>
        )}
      </div>
      <nav class="tabs" aria-label={t('tabs')}>
        {tabs.map((each) => (
          <a
            key={each}
            href={each === 'open' || each === 'closed' ? `/o/privacy?tab=${each}` : `/o/privacy/${each}`}
            aria-current={each === tab ? 'page' : undefined}
          >
            {t(`tab_${each}`)}
          </a>
        ))}
      </nav>
    </>
  )
}

export type DataRequestsPageProps = DeskProps & { tab: 'open' | 'closed'; items: DataRequestItem[] }

export function DataRequestsPage({ tab, items, ...desk }: DataRequestsPageProps) {
  const { language } = desk
  const t = speak(PRIVACY_TEXTS, language)
  return (
    <Desk {...desk} entry>
      <PrivacyHead tab={tab} mayAnswer language={language} />
      <section class="card sheet" aria-label={t(`tab_${tab}`)}>
        {items.length === 0 && (
          <div class="empty">
            <Icon name="circle-check" />
            <p>
              <b>{t(`empty_${tab}`)}</b>
            </p>
            <p class="muted">{t('emptyHint')}</p>
          </div>
        )}
        <ul class="data-requests">
          {items.map((item) => (
            <li key={item.id}>
              <div>
                <a href={`/o/privacy/${item.id}`}>{KIND_WORDS[item.kind][language]}</a>
                <span lang="th">{item.askedBy || t('noName')}</span>
              </div>
              <span class="muted">
                {STATUS_WORDS[item.status][language]}
                {item.officer && ` · ${item.officer}`}
              </span>
              <Due item={item} language={language} />
            </li>
          ))}
        </ul>
      </section>
    </Desk>
  )
}

type ItemProps = { item: DataRequestItem; language: Language }

/** Days left, with the last one. */
export function Due({ item, language }: ItemProps) {
  const t = speak(PRIVACY_TEXTS, language)
  const { daysLeft, dueOn, closedAt } = item
  if (closedAt)
    return <span class="muted num">{t('closedOn', { day: shortDate(bangkokDay(closedAt), language) })}</span>
  const tone = daysLeft < 0 ? 'bad' : daysLeft <= 7 ? 'warn' : 'ok'
  return (
    <span class={`due due-${tone} num`}>
      <Icon name={daysLeft < 0 ? 'circle-alert' : 'clock'} />
      <span>
        {daysLeft < 0
          ? t('late', { days: -daysLeft })
          : t(daysLeft === 0 ? 'today' : 'left', { days: daysLeft })}
        {' · '}
        {t('by', { day: shortDate(dueOn, language) })}
      </span>
    </span>
  )
}
