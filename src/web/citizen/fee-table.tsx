import type { Language } from '../../service/definition.ts'
import { type FeeLine, feeTotal } from '../../service/fee.ts'
import { formatBaht, formatMoney } from '../../service/thai.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { th } from '../ui/th.tsx'

/** What is due, line by line, and the sum. */
export function FeeTable({ lines, language }: { lines: FeeLine[]; language: Language }) {
  const t = speak(CITIZEN_TEXTS, language)
  if (lines.length === 0) return <p>{t('noFee')}</p>
  return (
    <dl class="fees">
      {lines.map((line) => (
        <div key={line.id}>
          <dt>
            {th(line.label[language])}
            {line.unit && (
              <small class="num">
                {t('feeQuantity', {
                  quantity: line.quantity,
                  unit: line.unit[language],
                  each: formatBaht(line.unitSatang),
                })}
              </small>
            )}
            {line.law && <small>{th(line.law[language])}</small>}
          </dt>
          <dd class="num">{formatMoney(line.satang)}</dd>
        </div>
      ))}
      <div class="total">
        <dt>{t('total')}</dt>
        <dd class="num">{t('baht', { amount: formatMoney(feeTotal(lines)) })}</dd>
      </div>
    </dl>
  )
}
