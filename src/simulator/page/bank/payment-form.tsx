import { useState } from 'preact/hooks'
import { useWords, type Word } from '../words.tsx'
import { Demand } from './demand.tsx'
import type { Payment } from './payment.ts'
import type { PromptPay } from './promptpay.ts'

/** What a careful payer does, and the mistakes a desk must cope with; satang more or less than invoiced. */
const CHOICES: readonly { word: Word; id: string; difference: number; times: number }[] = [
  { word: 'asInvoiced', id: 'exact', difference: 0, times: 1 },
  { word: 'under', id: 'under', difference: -100_00, times: 1 },
  { word: 'over', id: 'over', difference: 100_00, times: 1 },
  { word: 'payTwice', id: 'twice', difference: 0, times: 2 },
]

export function PaymentForm({ demand, onPay }: { demand: PromptPay; onPay: (payment: Payment) => void }) {
  const words = useWords()
  const invoiced = demand.satang ?? 0
  const [baht, setBaht] = useState(bahtText(invoiced))
  const [times, setTimes] = useState(1)
  const satang = Math.round(Number(baht) * 100)
  return (
    <form
      class="bank-form"
      onSubmit={(event) => {
        event.preventDefault()
        onPay({ satang, times })
      }}
    >
      <Demand demand={demand} />
      <label class="field">
        {words('amount')}
        <input
          class="amount"
          inputMode="decimal"
          data-testid="bank-amount"
          value={baht}
          onInput={(event) => setBaht(event.currentTarget.value)}
        />
      </label>
      <div class="choices">
        {CHOICES.map((choice) => (
          <button
            type="button"
            data-testid={`bank-${choice.id}`}
            aria-pressed={satang === invoiced + choice.difference && times === choice.times}
            onClick={() => {
              setBaht(bahtText(Math.max(0, invoiced + choice.difference)))
              setTimes(choice.times)
            }}
          >
            {words(choice.word)}
          </button>
        ))}
      </div>
      <button type="submit" class="button" data-testid="bank-pay" disabled={!(satang > 0)}>
        {words('pay')}
      </button>
    </form>
  )
}

function bahtText(satang: number): string {
  return (satang / 100).toFixed(2)
}
