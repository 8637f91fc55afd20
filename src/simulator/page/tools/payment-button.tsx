import { Landmark } from 'lucide-static'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

export function PaymentButton({ onOpen }: { onOpen: () => void }) {
  const words = useWords()
  return (
    <section aria-labelledby="payments">
      <h2 id="payments">{words('payments')}</h2>
      <button type="button" class="chip chip-wide" data-testid="open-bank" onClick={onOpen}>
        <Icon svg={Landmark} />
        {words('openBank')}
      </button>
    </section>
  )
}
