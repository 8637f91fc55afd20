/** Four numbers that people come for: what it costs, how long it takes, how long it lasts. */
import type { Definition, Language } from '../../service/definition.ts'
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
  const t = speak(GUIDE_TEXTS, language)
  const { clock, licence } = definition
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
      value: validity(licence.validMonths, language),
      note: t('fromIssue'),
    },
    {
      icon: 'pencil',
      term: t('correctWithin'),
      value: t('correctDays', { days: clock.correctWithinDays }),
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
  const { items, payWithinDays } = definition.fees
  const [first] = items
  const fact = { icon: 'banknote', term: t('fee') } as const
  if (!first) return { ...fact, value: t('noFee'), note: '' }
  const note = t('afterApproval', { days: payWithinDays })
  if (items.length === 1) {
    const unit = first.unit ? ` ${t('perUnit', { unit: first.unit[language] })}` : ''
    return { ...fact, value: `${t('baht', { amount: formatBaht(first.satang) })}${unit}`, note }
  }
  const least = Math.min(...items.map((item) => item.satang))
  return { ...fact, value: t('from', { amount: formatBaht(least) }), note }
}
