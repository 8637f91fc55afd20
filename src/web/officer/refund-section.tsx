/** What was paid too much: to be paid back, and that it was. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { longDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { formatBaht } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { REFUND_TEXTS } from './refund-texts.ts'

const PARTS = ['day', 'month', 'year'] as const
/** What was typed, where it could not be taken; `wrong` names the fields. */
export type PayingBack = Record<(typeof PARTS)[number] | 'reference', string> & { wrong: string[] }

const BLANK: PayingBack = { day: '', month: '', year: '', reference: '', wrong: [] }

type Props = { found: OfficerCase; typed?: PayingBack; language: Language }

/** In the list of what was demanded and issued. */
export function PaidBack({ found, language }: Props) {
  const t = speak(REFUND_TEXTS, language)
  const paid = found.refund?.paidBack
  if (!paid) return null
  return (
    <li>
      <b>{t('paidBack', { amount: formatBaht(paid.satang) })}</b>
      <span>{t('paidBackNote', { date: longDate(paid.on, language), reference: paid.reference })}</span>
    </li>
  )
}

export function RefundSection({ found, typed, language }: Props) {
  const t = speak(REFUND_TEXTS, language)
  const { refund } = found
  if (!refund || refund.satang === 0 || !found.paysBack) return null
  const { wrong, reference, ...date } = typed ?? BLANK
  const isWrong = (field: string) => wrong.includes(field)
  return (
    <details class="card sheet extend" id="refund" open={typed !== undefined}>
      <summary>
        <Icon name="banknote" />
        {t('title')}
      </summary>
      <form method="post" action={`/o/cases/${found.id}/refund`} class="intake">
        <p>{th(t('body', { amount: formatBaht(refund.satang) }))}</p>
        <label class="lab" for="refund-reference">
          {t('reference')} <small>{t('referenceHint')}</small>
        </label>
        {isWrong('reference') && <Wrong id="refund-reference-wrong">{t('wrong_reference')}</Wrong>}
        <input
          class="in"
          id="refund-reference"
          name="reference"
          maxLength={60}
          required
          value={reference}
          aria-invalid={isWrong('reference')}
          aria-describedby={isWrong('reference') ? 'refund-reference-wrong' : undefined}
        />
        <fieldset
          class="day"
          aria-describedby={isWrong('on') ? 'refund-hint refund-on-wrong' : 'refund-hint'}
        >
          <legend class="lab">{t('on')}</legend>
          <p class="muted" id="refund-hint">
            {t('onHint')}
          </p>
          {isWrong('on') && <Wrong id="refund-on-wrong">{t('wrong_on')}</Wrong>}
          <div>
            {PARTS.map((part) => (
              <label key={part}>
                <span>{t(part)}</span>
                <input
                  class="in num"
                  name={part}
                  value={date[part]}
                  inputmode="numeric"
                  required
                  aria-invalid={isWrong('on')}
                />
              </label>
            ))}
          </div>
        </fieldset>
        <button class="btn sec" type="submit">
          {t('send')}
        </button>
      </form>
    </details>
  )
}

function Wrong({ id, children }: { id: string; children: string }) {
  return (
    <p class="wrong" id={id} role="alert">
      <Icon name="circle-alert" />
      {children}
    </p>
  )
}
