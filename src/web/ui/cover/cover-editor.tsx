/** A picture with black boxes on it, moved and resized by finger, mouse or keys; the covered picture is given back. */
import plus from 'lucide-static/icons/plus.svg?raw'
import trash from 'lucide-static/icons/trash-2.svg?raw'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../service/definition.ts'
import { COVER_TEXTS } from '../../texts/cover.ts'
import { speak } from '../../texts/speak.ts'
import { Drawing } from '../drawing.tsx'
import { type Box, newBox, startBoxes } from './boxes.ts'
import { CoverBox } from './cover-box.tsx'
import { coveredPicture } from './covered-picture.ts'
import { useDrag } from './use-drag.ts'

export type CoverProps = {
  picture: Blob
  language: Language
  /** An ID card: the boxes stand where religion and blood group are. */
  card: boolean
  /** At an officer's desk: the original was sent already. */
  desk?: boolean
  onDone(covered: Blob): void
  onCancel(): void
}

export function CoverEditor({ picture, language, card, desk, onDone, onCancel }: CoverProps) {
  const t = speak(COVER_TEXTS, language)
  const address = useAddress(picture)
  const stage = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [boxes, setBoxes] = useState<Box[]>([])
  const [chosen, setChosen] = useState(0)
  // A card is not ready to be used before its boxes stand on it.
  const [state, setState] = useState<'ready' | 'drawing' | 'failed'>(card ? 'drawing' : 'ready')
  const change = (index: number, box: Box) =>
    setBoxes((all) => all.map((each, at) => (at === index ? box : each)))
  const drag = useDrag(stage, { boxes, setBoxes, setChosen })
  const add = () => {
    setBoxes([...boxes, newBox()])
    setChosen(boxes.length)
  }
  const remove = (index: number) => {
    setBoxes(boxes.filter((_, at) => at !== index))
    setChosen(Math.max(0, index - 1))
    stage.current?.focus()
  }
  const use = async () => {
    setState('drawing')
    const covered = await coveredPicture(picture, boxes).catch(() => undefined)
    if (covered) onDone(covered)
    else setState('failed')
  }
  useEffect(() => {
    // Where the eye is now: the file box that was pressed has gone out of sight below.
    heading.current?.focus()
    if (!card) return
    createImageBitmap(picture).then(
      (size) => {
        setBoxes(startBoxes(size))
        setState('ready')
      },
      () => setState('failed'),
    )
  }, [picture])
  return (
    <section class="cover">
      <h2 ref={heading} tabIndex={-1}>
        {t(desk ? 'deskTitle' : 'title')}
      </h2>
      <p class="hint">{t(card && !desk ? 'cardHint' : 'pictureHint')}</p>
      <p class="hint keys" id="cover-keys">
        {t('keys')}
      </p>
      <div class="cover-stage" ref={stage} tabIndex={-1} {...drag}>
        {address && (
          <img src={address} alt={t('picture')} draggable={false} onError={() => setState('failed')} />
        )}
        {state !== 'failed' &&
          boxes.map((box, index) => (
            <CoverBox
              key={index}
              box={box}
              number={index + 1}
              chosen={index === chosen}
              language={language}
              onChange={(next) => change(index, next)}
              onChoose={() => setChosen(index)}
              onRemove={() => remove(index)}
            />
          ))}
      </div>
      {state === 'failed' && (
        <p class="problem" role="alert">
          {t('notDrawn')}
        </p>
      )}
      <div class="cover-tools">
        <button class="btn sec sm" type="button" onClick={add}>
          <Drawing svg={plus} /> {t('add')}
        </button>
        <button class="btn sec sm" type="button" disabled={boxes.length === 0} onClick={() => remove(chosen)}>
          <Drawing svg={trash} /> {t('remove')}
        </button>
      </div>
      <div class="cover-tools">
        <button class="btn" type="button" disabled={state !== 'ready'} onClick={use}>
          {t('use')}
        </button>
        <button class="btn sec" type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </section>
  )
}

/** Of the picture in this browser's memory. */
function useAddress(picture: Blob): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(picture)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [picture])
  return address
}
