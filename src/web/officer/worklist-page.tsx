/** What is on the desk, most urgent first: rows on a wide screen, cards on a phone. */
import type { WorkItem, Worklist, WorklistTab } from '../../actions/view-worklist.ts'
import type { Status } from '../../application/lifecycle.ts'
import { bangkokDay, longDate, shortDate } from '../../service/dates.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Avatar, Desk, type DeskProps } from './desk.tsx'
import { DueClock, dueTone } from './due-clock.tsx'
import { SearchBox } from './search-box.tsx'
import { StatusTag } from './status-tag.tsx'
import { OFFICER_TEXTS } from './texts.ts'

export type WorklistPageProps = DeskProps & {
  tab: WorklistTab
  worklist: Worklist
  clock: Definition['clock']
  /** The Bangkok day, ISO. */
  today: string
}

export function WorklistPage({ tab, worklist, clock, today, ...desk }: WorklistPageProps) {
  const { language, officer } = desk
  const t = speak(OFFICER_TEXTS, language)
  return (
    <Desk {...desk} waiting={worklist.counts.waiting} entry>
      <div class="top">
        <h1>{t('inbox')}</h1>
        <p class="muted">{t('today', { date: longDate(today, language) })}</p>
      </div>
      <SearchBox officer={officer} language={language} />
      <Counters counts={worklist.counts} language={language} />
      <section class="card box" aria-labelledby="list-title">
        <Tabs tab={tab} counts={worklist.counts} language={language} />
        <h2 class="sr" id="list-title">
          {t(`tab_${tab}`)}
        </h2>
        {worklist.items.length === 0 ? (
          <Empty tab={tab} language={language} />
        ) : (
          <Jobs items={worklist.items} clock={clock} officerId={officer.id} language={language} />
        )}
      </section>
    </Desk>
  )
}

type JobsProps = Omit<JobProps, 'item'> & { items: WorkItem[] }

/** Cases as rows, or as cards on a phone. */
export function Jobs({ items, ...props }: JobsProps) {
  return (
    <>
      <ColumnTitles language={props.language} />
      <ul class="jobs">
        {items.map((item) => (
          <Job key={item.id} item={item} {...props} />
        ))}
      </ul>
    </>
  )
}

type Counts = Worklist['counts']

function Counters({ counts, language }: { counts: Counts; language: Language }) {
  const t = speak(OFFICER_TEXTS, language)
  const cells = [
    { label: t('countLate'), value: counts.late, tone: counts.late > 0 ? 'bad' : '', icon: 'circle-alert' },
    { label: t('countMine'), value: counts.mine, tone: '', icon: 'user-check' },
    { label: t('countWaiting'), value: counts.waiting, tone: '', icon: 'inbox' },
    { label: t('countReturned'), value: counts.returned, tone: '', icon: 'circle-pause' },
    { label: t('countAwaitingPayment'), value: counts.awaitingPayment, tone: '', icon: 'qr-code' },
  ] as const
  return (
    <dl class="counters">
      {cells.map((cell) => (
        <div key={cell.label} class={cell.tone}>
          <dt>
            <Icon name={cell.icon} />
            {cell.label}
          </dt>
          <dd class="num">{cell.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Each tab and the counter beside it. */
const TABS: [WorklistTab, keyof Counts | undefined][] = [
  ['todo', 'waiting'],
  ['returned', 'returned'],
  ['awaiting_payment', 'awaitingPayment'],
  ['done', undefined],
]

function Tabs({ tab, counts, language }: { tab: WorklistTab; counts: Counts; language: Language }) {
  const t = speak(OFFICER_TEXTS, language)
  return (
    <nav class="tabs" aria-label={t('tabs')}>
      {TABS.map(([each, counted]) => (
        <a key={each} href={`/o?tab=${each}`} aria-current={each === tab ? 'page' : undefined}>
          {t(`tab_${each}`)}
          {counted && <span class="num">{counts[counted]}</span>}
        </a>
      ))}
    </nav>
  )
}

function Empty({ tab, language }: { tab: WorklistTab; language: Language }) {
  const t = speak(OFFICER_TEXTS, language)
  return (
    <div class="empty">
      <Icon name="circle-check" />
      <p>
        <b>{t(`empty_${tab}`)}</b>
      </p>
      <p class="muted">{t('emptyHint')}</p>
    </div>
  )
}

function ColumnTitles({ language }: { language: Language }) {
  const t = speak(OFFICER_TEXTS, language)
  return (
    <div class="columns" aria-hidden="true">
      <span>{t('columnApplicant')}</span>
      <span>{t('columnStage')}</span>
      <span>{t('columnClock')}</span>
      <span>{t('columnOfficer')}</span>
      <span>{t('columnReceived')}</span>
    </div>
  )
}

type JobProps = { item: WorkItem; clock: Definition['clock']; officerId: string; language: Language }
const IN_REVIEW: Status[] = ['submitted', 'in_review']

function Job({ item, clock, officerId, language }: JobProps) {
  const reviewing = item.status === 'in_review'
  return (
    <li class={`job job-${dueTone(item)}`}>
      <div class="job-who">
        <a href={`/o/cases/${item.id}`}>{item.holder}</a>
        {item.asks && <b class="job-asks">{item.asks[language]}</b>}
        <span lang="th">{item.summary}</span>
        <span class="num nb">{item.reference}</span>
      </div>
      <div class="job-stage">
        <StatusTag status={item.status} language={language} />
        {reviewing && <span class="job-step">{item.stepTitle[language]}</span>}
      </div>
      <DueClock due={item} clock={clock} language={language} />
      <Responsible item={item} officerId={officerId} language={language} />
      <time class="job-received num" dateTime={bangkokDay(item.receivedAt)}>
        {shortDate(bangkokDay(item.receivedAt), language)}
      </time>
    </li>
  )
}

function Responsible({ item, officerId, language }: Omit<JobProps, 'clock'>) {
  const t = speak(OFFICER_TEXTS, language)
  if (item.officer)
    return (
      <div class="job-officer">
        <Avatar name={item.officer.name} />
        {item.officer.id === officerId ? t('me') : item.officer.name}
      </div>
    )
  if (!IN_REVIEW.includes(item.status)) return <div class="job-officer" />
  if (!item.mine) return <div class="job-officer muted">{t('notMyTurn')}</div>
  return (
    <form class="job-officer" method="post" action={`/o/cases/${item.id}/claim`}>
      <button class="take" type="submit" aria-label={t('claimOf', { holder: item.holder })}>
        {t('claim')}
      </button>
    </form>
  )
}
