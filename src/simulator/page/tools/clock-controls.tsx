import { client } from '../live/client.ts'
import { dateAndTime } from '../live/moments.ts'
import type { Phone } from '../live/use-phone.ts'
import { useLanguage, useWords, type Word } from '../words.tsx'

const HOUR = 3600
const STEPS: readonly { word: Word; id: string; seconds: number }[] = [
  { word: 'addHour', id: 'hour', seconds: HOUR },
  { word: 'addDay', id: 'day', seconds: 24 * HOUR },
  { word: 'addWeek', id: 'week', seconds: 7 * 24 * HOUR },
]

export function ClockControls({ now, attempt }: { now: Date; attempt: Phone['attempt'] }) {
  const words = useWords()
  const { language } = useLanguage()
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">{words('clock')}</h2>
      <p class="clock-now">
        <time data-testid="clock-now" dateTime={now.toISOString()}>
          {dateAndTime(now, language)}
        </time>
      </p>
      <div class="chips">
        {STEPS.map(({ word, id, seconds }) => (
          <button
            type="button"
            class="chip"
            data-testid={`clock-add-${id}`}
            onClick={() => attempt(() => client.advanceClock(seconds))}
          >
            {words(word)}
          </button>
        ))}
      </div>
    </section>
  )
}
