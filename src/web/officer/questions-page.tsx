/** What citizens ask: chats that wait for somebody first, then questions, the longest waiting on top. */
import type {
  PublishedItem,
  QuestionItem,
  QuestionList,
  QuestionTab,
  WaitingChat,
} from '../../actions/view-questions.ts'
import { bangkokDay, shortDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Avatar, Desk, type DeskProps } from './desk.tsx'
import { QUESTION_TEXTS, timeSince } from './question-texts.ts'

export type QuestionsPageProps = DeskProps & { tab: QuestionTab; list: QuestionList; now: Date }

export function QuestionsPage({ tab, list, now, ...desk }: QuestionsPageProps) {
  const { language, officer } = desk
  const t = speak(QUESTION_TEXTS, language)
  return (
    <Desk {...desk} entry>
      <div class="top">
        <h1>{t('questions')}</h1>
        <p class="muted only-live">{t('updates')}</p>
      </div>
      <div data-live={`/o/questions/state?tab=${tab}`} data-seen={list.stamp} />
      <div data-part="chats" data-key={list.stamp}>
        {list.chats.length > 0 && (
          <section class="card sheet waiting-chats" aria-labelledby="chats-title">
            <h2 id="chats-title">
              <Icon name="messages-square" />
              {t('chats')}
            </h2>
            <ul>
              {list.chats.map((chat) => (
                <Chat key={chat.id} chat={chat} officerId={officer.id} now={now} language={language} />
              ))}
            </ul>
          </section>
        )}
      </div>
      <section class="card box" aria-labelledby="list-title" data-part="list" data-key={list.stamp}>
        <Tabs tab={tab} counts={list.counts} language={language} />
        <h2 class="sr" id="list-title">
          {t(`tab_${tab}`)}
        </h2>
        <List tab={tab} list={list} now={now} language={language} />
      </section>
    </Desk>
  )
}

type ChatProps = { chat: WaitingChat; officerId: string; now: Date; language: Language }

function Chat({ chat, officerId, now, language }: ChatProps) {
  const t = speak(QUESTION_TEXTS, language)
  const name = chat.askedBy || t('noName')
  const isMine = chat.officer?.id === officerId
  const { key, values } = timeSince(chat.askedAt, now)
  return (
    <li>
      <Avatar name={name} />
      <div>
        <b lang="th">{name}</b>
        <span class="num">
          {chat.officer
            ? t(isMine ? 'heldByMe' : 'heldBy', { officer: chat.officer.name })
            : t('waited', { time: t(key, values) })}
        </span>
      </div>
      {chat.officer ? (
        <a class="btn sm sec" href={`/o/chats/${chat.id}`} aria-label={t('openChatOf', { name })}>
          {t('openChat')}
        </a>
      ) : (
        <form method="post" action={`/o/chats/${chat.id}/take`}>
          <button class="btn sm" type="submit" aria-label={t('takeOf', { name })}>
            {t('take')}
          </button>
        </form>
      )}
    </li>
  )
}

type TabsProps = { tab: QuestionTab; counts: QuestionList['counts']; language: Language }

function Tabs({ tab, counts, language }: TabsProps) {
  const t = speak(QUESTION_TEXTS, language)
  const tabs = [
    ['waiting', counts.waiting],
    ['answered', undefined],
    ['published', counts.published],
  ] as const
  return (
    <nav class="tabs" aria-label={t('tabs')}>
      {tabs.map(([each, count]) => (
        <a key={each} href={`/o/questions?tab=${each}`} aria-current={each === tab ? 'page' : undefined}>
          {t(`tab_${each}`)}
          {count !== undefined && <span class="num">{count}</span>}
        </a>
      ))}
    </nav>
  )
}

type ListProps = { tab: QuestionTab; list: QuestionList; now: Date; language: Language }

function List({ tab, list, now, language }: ListProps) {
  if (tab === 'published' && list.published.length > 0)
    return (
      <ul class="asks">
        {list.published.map((each) => (
          <Published key={each.questionId} item={each} language={language} />
        ))}
      </ul>
    )
  if (list.items.length === 0) return <Empty tab={tab} language={language} />
  return (
    <>
      <ColumnTitles tab={tab} language={language} />
      <ul class="asks">
        {list.items.map((item) => (
          <Asked key={item.id} item={item} now={now} language={language} />
        ))}
      </ul>
    </>
  )
}

function Empty({ tab, language }: { tab: QuestionTab; language: Language }) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <div class="empty">
      <Icon name="circle-check" />
      <p>
        <b>{t(`empty_${tab}`)}</b>
      </p>
      <p class="muted">{t(tab === 'published' ? 'emptyPublishedHint' : 'emptyHint')}</p>
    </div>
  )
}

function ColumnTitles({ tab, language }: { tab: QuestionTab; language: Language }) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <div class="ask-columns" aria-hidden="true">
      <span>{t('columnQuestion')}</span>
      <span>{t('columnAskedBy')}</span>
      <span>{t(tab === 'waiting' ? 'columnWaiting' : 'columnOfficer')}</span>
      <span>{t(tab === 'waiting' ? 'columnExpected' : 'columnAnswered')}</span>
    </div>
  )
}

type AskedProps = { item: QuestionItem; now: Date; language: Language }

function Asked({ item, now, language }: AskedProps) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <li class={item.isLate ? 'ask ask-late' : 'ask'}>
      <div class="ask-text">
        <a href={`/o/questions/${item.id}`}>{item.text ?? t('erased')}</a>
        {item.isPublished && (
          <span class="tag ok">
            <Icon name="badge-check" />
            {t('published')}
          </span>
        )}
      </div>
      <div class="ask-who">{item.askedBy || t('noName')}</div>
      {item.answeredAt ? (
        <Answered item={item} at={item.answeredAt} language={language} />
      ) : (
        <Waiting item={item} now={now} language={language} />
      )}
    </li>
  )
}

function Answered({ item, at, language }: { item: QuestionItem; at: Date; language: Language }) {
  return (
    <>
      <div class="ask-wait">{item.answeredBy}</div>
      <time class="ask-when num" dateTime={at.toISOString()}>
        {shortDateTime(at, language)}
      </time>
    </>
  )
}

function Waiting({ item, now, language }: AskedProps) {
  const t = speak(QUESTION_TEXTS, language)
  const { key, values } = timeSince(item.askedAt, now)
  return (
    <>
      <div class={`ask-wait due ${item.isLate ? 'due-bad' : 'due-ok'}`}>
        <Icon name={item.isLate ? 'circle-alert' : 'clock'} />
        <span class="num">{t('waited', { time: t(key, values) })}</span>
      </div>
      <div class="ask-when num">
        {item.isLate ? t('late') : t('by', { date: shortDate(item.expectedOn, language) })}
      </div>
    </>
  )
}

function Published({ item, language }: { item: PublishedItem; language: Language }) {
  const t = speak(QUESTION_TEXTS, language)
  const question = item.question[language]
  const date = shortDate(bangkokDay(item.changedAt), language)
  return (
    <li class="ask ask-published">
      <div class="ask-text">
        <a href={`/o/questions/${item.questionId}#publish`}>{question}</a>
        <p>{item.answer[language]}</p>
        <span class="muted num">{t('publishedBy', { officer: item.by, date })}</span>
      </div>
      <form method="post" action={`/o/questions/${item.questionId}/withdraw`}>
        <input type="hidden" name="from" value="list" />
        <button class="take" type="submit" aria-label={t('withdrawOf', { question })}>
          {t('withdraw')}
        </button>
      </form>
    </li>
  )
}
