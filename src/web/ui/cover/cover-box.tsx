import type { Language } from '../../../service/definition.ts'
import { COVER_TEXTS } from '../../texts/cover.ts'
import { speak } from '../../texts/speak.ts'
import { type Box, byKey } from './boxes.ts'

type Props = {
  box: Box
  number: number
  chosen: boolean
  language: Language
  onChange(box: Box): void
  onChoose(): void
  onRemove(): void
}

const percent = (part: number) => Math.round(part * 100)

/** One box: a button, so that keys reach it; its place is told in words to who cannot see it. */
export function CoverBox({ box, number, chosen, language, onChange, onChoose, onRemove }: Props) {
  const t = speak(COVER_TEXTS, language)
  const place = {
    x: percent(box.x),
    y: percent(box.y),
    width: percent(box.width),
    height: percent(box.height),
  }
  const press = (event: KeyboardEvent) => {
    const next = byKey(box, event)
    if (next) onChange(next)
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
    else return
    event.preventDefault()
  }
  return (
    <button
      type="button"
      class={chosen ? 'cover-box chosen' : 'cover-box'}
      data-box={number - 1}
      style={{
        left: `${box.x * 100}%`,
        top: `${box.y * 100}%`,
        width: `${box.width * 100}%`,
        height: `${box.height * 100}%`,
      }}
      aria-describedby="cover-keys"
      onFocus={onChoose}
      onKeyDown={press}
    >
      <span class="sr">
        {t('box', { number })} {t('place', place)}
      </span>
      <i data-grip />
    </button>
  )
}
