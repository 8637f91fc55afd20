import { CircleCheckBig } from 'lucide-static'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { Demand } from './demand.tsx'
import type { Paid } from './payment.ts'
import type { PromptPay } from './promptpay.ts'

export function BankReceipt({
  paid,
  demand,
  onClose,
}: {
  paid: Paid
  demand: PromptPay
  onClose: () => void
}) {
  const words = useWords()
  const baht = (paid.satang / 100).toLocaleString('th-TH', { minimumFractionDigits: 2 })
  return (
    <div class="bank-receipt" role="status" data-testid="bank-paid">
      <Icon svg={CircleCheckBig} size="52px" />
      <h3>{words('paid')}</h3>
      <p class="bank-sum">
        ฿{baht}
        {paid.times > 1 && ` × ${paid.times}`}
      </p>
      <Demand demand={demand} />
      <p class="bank-transaction">
        {words('transaction')} {paid.transactionId}
      </p>
      <button type="button" class="button" data-testid="bank-done" onClick={onClose}>
        {words('done')}
      </button>
    </div>
  )
}
