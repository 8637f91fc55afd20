/** Four numbers that people come for: what it costs, how long it takes, how long it lasts. */
import type { Definition, FeeItem, Language } from '../../service/definition.ts'
import { feeRange, feeWords } from '../../service/fee/words.ts'
import { formatBaht } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { GUIDE_TEXTS } from './guide-texts.ts'

type Props = { definition: Definition; language: Language }
type Fact = { icon: IconName; term: string; value: string; note: string }

export function Facts({ definition, language }: Props) {
  return (
    <dl class="card facts">
      {factsOf({ definition, language }).map((fact) => (
        <div key={fact.term} class="fa">
          <dt>
            <Icon name={fact.icon} />
            {fact.term}
          </dt>
          <dd>
            <b>{fact.value}</b>
            <span>{fact.note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function factsOf({ definition, language }: Props): Fact[] {
  const { clock, licence } = definition
  const t = speak(GUIDE_TEXTS, language, licence.name)
  return [
    feeFact({ definition, language }),
    {
      icon: 'clock',
      term: t('time'),
      value: t(clock.unit === 'calendar' ? 'calendarDays' : 'workingDays', { days: clock.days }),
      note: t('afterComplete'),
    },
    {
      icon: 'file-badge',
      term: t('validity'),
      value: licence.validUntil ? t('untilLastDay') : validity(licence.validMonths, language),
      note: t(licence.validUntil ? 'ofThoseGranted' : 'fromIssue'),
    },
    {
      icon: 'pencil',
      term: t('correctWithin'),
      value: t(`correctDays_${clock.correctWithinUnit}`, { days: clock.correctWithinDays }),
      note: t('toldOnce'),
    },
  ]
}

function validity(months: number, language: Language): string {
  const t = speak(GUIDE_TEXTS, language)
  if (months === 12) return t('year')
  return months % 12 === 0 ? t('years', { count: months / 12 }) : t('months', { count: months })
}

function feeFact({ definition, language }: Props): Fact {
  const t = speak(GUIDE_TEXTS, language)
  const { items, due, payWithinDays, payWithinUnit } = definition.fees
  const [first] = items
  const fact = { icon: 'banknote', term: t('fee') } as const
  if (!first) return { ...fact, value: t('noFee'), note: '' }
  const note =
    due === 'at_filing' ? t('atFiling') : t(`afterApproval_${payWithinUnit}`, { days: payWithinDays })
  if (items.length === 1 && SHORT.includes(first.rule))
    return { ...fact, value: feeWords(first, language), note }
  const least = Math.min(...items.flatMap((item) => feeRange(item)?.least ?? []))
  return { ...fact, value: t('from', { amount: formatBaht(least) }), note }
}

/** Rules whose words are short enough to stand among the facts. */
const SHORT: FeeItem['rule'][] = ['fixed', 'per_row', 'table']
