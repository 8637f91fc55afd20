import { Braces, FileText } from 'lucide-static'
import type { ComponentChildren, JSX } from 'preact'
import type { ChatEntry } from '../../api.ts'
import { FlexMessage } from '../flex/flex-message.tsx'
import { imageUrl } from '../flex/measures.ts'
import { nodeOf, type OnAction, textOf } from '../flex/node.ts'
import { Icon } from '../icon.tsx'
import { timeOfDay } from '../live/moments.ts'
import { useWords } from '../words.tsx'
import { BotAvatar } from './bot-avatar.tsx'

type MessageProps = {
  entry: ChatEntry
  /** The first of several from the same side; only it has the picture. */
  isFirst: boolean
  isRead: boolean
  isSelected: boolean
  onInspect: () => void
  onAction: OnAction
  onOpen: (url: string) => void
}

const BODIES: Readonly<Record<string, (props: MessageProps) => JSX.Element>> = {
  text: TextBody,
  flex: FlexBody,
  image: ImageBody,
  file: FileBody,
}

export function Message(props: MessageProps) {
  const { entry, isFirst, isSelected } = props
  const Body = BODIES[entry.message.type] ?? OtherBody
  const shape = entry.message.type === 'flex' ? 'row-flex' : ''
  return (
    <div
      class={`row row-${entry.from} ${shape} ${isSelected ? 'is-selected' : ''}`}
      data-testid={`bubble-${entry.id}`}
      data-message-type={entry.message.type}
    >
      {entry.from === 'bot' && (isFirst ? <BotAvatar /> : <span class="bot-avatar" />)}
      <Body {...props} />
      <Meta {...props} />
    </div>
  )
}

function Meta({ entry, isRead, onInspect }: MessageProps) {
  const words = useWords()
  return (
    <span class="meta">
      {isRead && <span>{words('read')}</span>}
      <time dateTime={entry.at}>{timeOfDay(new Date(entry.at))}</time>
      <button
        type="button"
        class="inspect"
        data-testid={`inspect-${entry.id}`}
        aria-label={words('inspect')}
        onClick={onInspect}
      >
        <Icon svg={Braces} size="15px" />
      </button>
    </span>
  )
}

function TextBody({ entry, onOpen }: MessageProps) {
  return <p class="bubble">{withLinks(textOf(entry.message.text) ?? '', onOpen)}</p>
}

/** Addresses in a text can be tapped, as in LINE. */
function withLinks(text: string, onOpen: (url: string) => void): ComponentChildren {
  return text.split(/(https?:\/\/[^\s"'<>]+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a
        href={part}
        onClick={(event) => {
          event.preventDefault()
          onOpen(part)
        }}
      >
        {part}
      </a>
    ),
  )
}

function FlexBody({ entry, onAction }: MessageProps) {
  const contents = nodeOf(entry.message.contents) ?? {}
  return (
    <FlexMessage contents={contents} altText={textOf(entry.message.altText) ?? 'Flex'} onAction={onAction} />
  )
}

function ImageBody({ entry }: MessageProps) {
  const words = useWords()
  const { contentUrl, previewImageUrl, originalContentUrl } = entry.message
  const src = [contentUrl, previewImageUrl, originalContentUrl].map(imageUrl).find(Boolean)
  return src ? <img class="photo" src={src} alt={words('photo')} /> : <p class="bubble">{words('photo')}</p>
}

function FileBody({ entry }: MessageProps) {
  return (
    <p class="bubble">
      <Icon svg={FileText} /> {textOf(entry.message.fileName)}
    </p>
  )
}

/** Stickers, places and the like: named, not drawn. */
function OtherBody({ entry }: MessageProps) {
  const words = useWords()
  return (
    <p class="bubble">
      {words('unsupported')} {entry.message.type}
    </p>
  )
}
