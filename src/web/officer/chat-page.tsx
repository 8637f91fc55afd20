/** A chat that is with the officers: what was said, live, and the box to answer for whoever holds it. */
import type { ChatLine, OfficerChat } from '../../actions/view-chat.ts'
import { LONGEST, SILENCE_MINUTES } from '../../question/rules.ts'
import { bangkok, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Asker } from './asker.tsx'
import { ChatFile } from './chat-file.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { QUESTION_TEXTS } from './question-texts.ts'

export type ChatPageProps = DeskProps & {
  chat: OfficerChat
  /** Makes a second press of the same form nothing. */
  wordId: string
  typed: string
  /** Why nothing was done just now. */
  refused?: 'takenByOther' | 'notYours'
}

export function ChatPage({ chat, wordId, typed, refused, ...desk }: ChatPageProps) {
  const { language, officer } = desk
  const t = speak(QUESTION_TEXTS, language)
  const state = stateOf(chat, officer.id)
  const name = chat.askedBy || t('noName')
  return (
    <Desk {...desk}>
      <p class="back">
        <a href="/o/questions">
          <Icon name="arrow-left" />
          {t('questions')}
        </a>
      </p>
      <Header chat={chat} state={state} name={name} language={language} />
      {refused && (
        <p class="alert warn" role="alert">
          <Icon name="triangle-alert" />
          {t(refused)}
        </p>
      )}
      <div data-live={`/o/chats/${chat.id}/state`} data-seen={chat.stamp} />
      <div class="talk">
        <section class="card chat" aria-labelledby="chat-title">
          <h2 class="sr" id="chat-title">
            {t('transcript')}
          </h2>
          <Log chat={chat} language={language} />
          <div class="chat-foot" data-part="foot" data-key={state}>
            <Foot chat={chat} state={state} wordId={wordId} typed={typed} language={language} />
          </div>
        </section>
        <Facts chat={chat} state={state} language={language} />
      </div>
    </Desk>
  )
}

type State = 'waiting' | 'mine' | 'taken' | 'ended'

function stateOf({ endedAt, officer }: OfficerChat, officerId: string): State {
  if (endedAt) return 'ended'
  if (!officer) return 'waiting'
  return officer.id === officerId ? 'mine' : 'taken'
}

const LOOKS = {
  waiting: { words: 'chatWaiting', tone: 'warn', icon: 'clock' },
  mine: { words: 'chatMine', tone: 'ok', icon: 'headset' },
  taken: { words: 'chatTaken', tone: '', icon: 'headset' },
  ended: { words: 'chatEnded', tone: 'mute', icon: 'circle-check' },
} as const

type HeaderProps = { chat: OfficerChat; state: State; name: string; language: Language }

function Header({ chat, state, name, language }: HeaderProps) {
  const t = speak(QUESTION_TEXTS, language)
  const { words, tone, icon } = LOOKS[state]
  return (
    <header class="case-head" data-part="head" data-key={state}>
      <div>
        <h1>{t('chatOf', { name })}</h1>
      </div>
      <div class="case-state">
        <span class={`tag ${tone}`}>
          <Icon name={icon} />
          {t(words, { officer: chat.officer?.name ?? '' })}
        </span>
        {state === 'mine' && (
          <form method="post" action={`/o/chats/${chat.id}/give-back`}>
            <button class="btn sm sec" type="submit">
              {t('giveBack')}
            </button>
          </form>
        )}
      </div>
    </header>
  )
}

function Log({ chat, language }: { chat: OfficerChat; language: Language }) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <div
      class="chat-log"
      role="log"
      aria-label={t('transcript')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
      tabIndex={0}
      data-part="log"
      data-key={chat.stamp}
    >
      {chat.lines.length === 0 && <p class="chat-note">{t('noWords')}</p>}
      {chat.lines.map((line) => (
        <Line key={line.id} line={line} chatId={chat.id} language={language} />
      ))}
    </div>
  )
}

function Line({ line, chatId, language }: { line: ChatLine; chatId: string; language: Language }) {
  const t = speak(QUESTION_TEXTS, language)
  const time = bangkok(line.at).slice(11, 16)
  if (line.from === 'system')
    return (
      <p class="chat-note">
        {line.kind !== 'text' && t(`kind_${line.kind}`)} · <span class="num">{time}</span>
      </p>
    )
  const isOurs = line.from === 'officer'
  return (
    <div class={isOurs ? 'chat-line ours' : 'chat-line'}>
      {line.kind === 'text' && <p class={isOurs ? 'bubble ours' : 'bubble'}>{line.text ?? t('erased')}</p>}
      {line.kind === 'file' && (
        <ChatFile file={line.file} address={`/o/chats/${chatId}/files/${line.id}`} language={language} />
      )}
      {(line.kind === 'sticker' || line.kind === 'location') && (
        <p class="bubble bare">{t(`kind_${line.kind}`)}</p>
      )}
      <span class="num">
        {isOurs && !line.isSent && `${t('sending')} · `}
        {time}
      </span>
    </div>
  )
}

type FootProps = { chat: OfficerChat; state: State; wordId: string; typed: string; language: Language }

function Foot({ chat, state, wordId, typed, language }: FootProps) {
  const t = speak(QUESTION_TEXTS, language)
  if (state === 'mine') return <Composer chat={chat} wordId={wordId} typed={typed} language={language} />
  if (state === 'waiting')
    return (
      <form method="post" action={`/o/chats/${chat.id}/take`}>
        <p class="hint">{t('takeFirst')}</p>
        <button class="btn" type="submit">
          <Icon name="headset" />
          {t('take')}
        </button>
      </form>
    )
  const time = chat.endedAt ? shortDateTime(chat.endedAt, language) : ''
  return (
    <p class="hint num">
      {state === 'taken'
        ? t('heldByOther', { officer: chat.officer?.name ?? '' })
        : t(`ended_${chat.endedBy ?? 'officer'}`, { time })}
    </p>
  )
}

function Composer({ chat, wordId, typed, language }: Omit<FootProps, 'state'>) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <form class="composer" method="post" action={`/o/chats/${chat.id}/say`} data-say>
      <input type="hidden" name="wordId" value={wordId} />
      <label class="sr" for="text">
        {t('message')}
      </label>
      <textarea
        class="in"
        id="text"
        name="text"
        rows={2}
        required
        maxLength={LONGEST.word}
        placeholder={t('message')}
        value={typed}
      />
      <button class="btn" type="submit">
        <Icon name="send" />
        {t('say')}
      </button>
    </form>
  )
}

function Facts({ chat, state, language }: { chat: OfficerChat; state: State; language: Language }) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <aside>
      {!chat.following && (
        <p class="alert warn">
          <Icon name="triangle-alert" />
          {t('chatNotFollowing')}
        </p>
      )}
      {state === 'mine' && (
        <p class="alert info">
          <Icon name="info" />
          {t('silentBot', { minutes: SILENCE_MINUTES })}
        </p>
      )}
      <Asker
        title={t('chatFacts')}
        name={chat.askedBy}
        cases={chat.cases}
        note={t('chatKept', { days: chat.keptDays })}
        language={language}
      >
        <div>
          <dt>{t('since')}</dt>
          <dd class="num">{shortDateTime(chat.askedAt, language)}</dd>
        </div>
      </Asker>
    </aside>
  )
}
