import { bangkokDay, shortDate } from '../../../service/dates.ts'
import { daysAgo } from '../live/moments.ts'
import { useLanguage, useWords } from '../words.tsx'

export function DayDivider({ at, now }: { at: Date; now: Date }) {
  const words = useWords()
  const { language } = useLanguage()
  const ago = daysAgo(at, now)
  const near = ago === 0 ? words('today') : ago === 1 ? words('yesterday') : undefined
  return <p class="day-divider">{near ?? shortDate(bangkokDay(at), language)}</p>
}
