/** Who else has the same places on the same days. What overlaps stands out; the rest tells how full the day is. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { slotText } from '../../service/calendar.ts'
import type { Language, Text } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'

const CALENDAR_TEXTS = {
  title: { th: 'ปฏิทินในวันที่ขอ', en: 'The calendar on these days' },
  free: { th: 'ไม่มีผู้อื่นใช้สถานที่ในวันนี้', en: 'Nobody else has these places on these days' },
  overlaps: { th: 'เวลาทับกัน', en: 'Overlaps' },
} as const satisfies Record<string, Text>

export function CalendarCard({ found, language }: { found: OfficerCase; language: Language }) {
  const t = speak(CALENDAR_TEXTS, language)
  const { form } = found.definition
  if (!form.calendar) return null
  const times = found.heldTimes.toSorted((a, b) => `${a.day}${a.from}`.localeCompare(`${b.day}${b.from}`))
  return (
    <section class="card sheet" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('title')}</h2>
      {times.length === 0 && <p class="muted">{t('free')}</p>}
      <ul class="facts">
        {times.map((time) => (
          <li key={`${time.applicationId} ${time.row}`}>
            <b class="num">{slotText(form, time, language)}</b>
            <a href={`/o/cases/${time.applicationId}`} class="num">
              {time.reference}
            </a>
            {time.overlaps && ' '}
            {time.overlaps && (
              <span class="tag bad">
                <Icon name="triangle-alert" />
                {t('overlaps')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
