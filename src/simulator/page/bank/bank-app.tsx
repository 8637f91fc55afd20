import { Landmark, X } from 'lucide-static'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../icon.tsx'
import { client } from '../live/client.ts'
import { useWords, type Word } from '../words.tsx'
import { BankReceipt } from './bank-receipt.tsx'
import type { Paid, Payment } from './payment.ts'
import { PaymentForm } from './payment-form.tsx'
import { readPromptPay } from './promptpay.ts'
import { ScanForm } from './scan-form.tsx'

/** A payer's bank app on the same phone: scan, check, confirm, slip. */
export function BankApp({ pictures, onClose }: { pictures: string[]; onClose: () => void }) {
  const words = useWords()
  const [qr, setQr] = useState('')
  const [paid, setPaid] = useState<Paid>()
  const [problem, setProblem] = useState<Word>()
  const demand = readPromptPay(qr)

  const take = (text: string) => {
    setQr(text.trim())
    setProblem(readPromptPay(text.trim()) ? undefined : 'notPromptPay')
  }
  const pay = (payment: Payment) => {
    client
      .pay({ qr, ...payment })
      .then(({ transactionId }) => setPaid({ ...payment, transactionId }))
      .catch(() => setProblem('failed'))
  }
  return (
    <section class="bank-app" role="dialog" aria-label={words('bank')} data-testid="bank-app">
      <BankHeader onClose={onClose} />
      <div class="bank-content">
        {paid && demand ? (
          <BankReceipt paid={paid} demand={demand} onClose={onClose} />
        ) : demand ? (
          <PaymentForm demand={demand} onPay={pay} />
        ) : (
          <ScanForm pictures={pictures} onText={take} onProblem={setProblem} />
        )}
        {problem && (
          <p class="bank-problem" role="alert">
            {words(problem)}
          </p>
        )}
      </div>
    </section>
  )
}

function BankHeader({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const closer = useRef<HTMLButtonElement>(null)
  useEffect(() => closer.current?.focus(), [])
  return (
    <header class="bank-header">
      <Icon svg={Landmark} size="24px" />
      <div>
        <b>{words('bank')}</b>
        <span>{words('bankNote')}</span>
      </div>
      <button
        type="button"
        class="bare"
        data-testid="bank-close"
        aria-label={words('close')}
        ref={closer}
        onClick={onClose}
      >
        <Icon svg={X} size="22px" />
      </button>
    </header>
  )
}
