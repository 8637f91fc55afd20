/** What a citizen sent to the officer: a small picture or a document to open, or what became of it. */
import type { SentFile } from '../../actions/view-chat.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { QUESTION_TEXTS } from './question-texts.ts'

/** `address`: where its bytes are. Without a file nothing was fetched: it was a film or a sound. */
type Props = { file: SentFile | undefined; address: string; language: Language }

export function ChatFile({ file, address, language }: Props) {
  const t = speak(QUESTION_TEXTS, language)
  if (!file) return <p class="bubble bare">{t('kind_file')}</p>
  if (file.state === 'refused') return <p class="bubble bare">{t(file.refusal)}</p>
  if (file.state !== 'kept') return <p class="bubble bare">{t(`file_${file.state}`)}</p>
  if (file.type === 'application/pdf')
    return (
      <a class="bubble sent-file" href={address} target="_blank" rel="noreferrer">
        <Icon name="file-text" />
        {file.name}
      </a>
    )
  return (
    <a class="bubble sent-photo" href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={t('sentPhoto')} loading="lazy" />
    </a>
  )
}
