import { useWords, type Word } from '../words.tsx'
import type { PromptPay } from './promptpay.ts'

/** Who asks for the money, as the QR says it. */
export function Demand({ demand }: { demand: PromptPay }) {
  const words = useWords()
  const rows: [Word, string | undefined][] = [
    ['biller', demand.biller],
    ['reference1', demand.reference1],
    ['reference2', demand.reference2],
  ]
  return (
    <dl class="facts">
      {rows.map(([word, value]) =>
        value === undefined ? null : (
          <div>
            <dt>{words(word)}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
