import { ImageUp, ScanQrCode } from 'lucide-static'
import { Icon } from '../icon.tsx'
import { useWords, type Word } from '../words.tsx'
import { pictureAt, pictureOf } from './load-picture.ts'
import { readPromptPay } from './promptpay.ts'
import type { Picture } from './qr-grid.ts'
import { readQr } from './read-qr.ts'

type ScanFormProps = {
  pictures: string[]
  onText: (text: string) => void
  onProblem: (problem: Word) => void
}

/** How far back in the chat a payer looks for the QR. */
const MOST_PICTURES = 40

/** Three ways to a QR: the newest in the chat, a picture file, its text. */
export function ScanForm({ pictures, onText, onProblem }: ScanFormProps) {
  const words = useWords()
  const read = async (looks: (() => Promise<Picture>)[], ifNone: Word) => {
    const text = await firstPromptPay(looks)
    if (text === undefined) onProblem(ifNone)
    else onText(text)
  }
  const shown = pictures.slice(0, MOST_PICTURES)
  return (
    <>
      <button
        type="button"
        class="button"
        data-testid="bank-scan"
        onClick={() =>
          read(
            shown.map((url) => () => pictureAt(url)),
            'noQrInChat',
          )
        }
      >
        <Icon svg={ScanQrCode} />
        {words('scan')}
      </button>
      <label class="button button-secondary">
        <Icon svg={ImageUp} />
        {words('scanFile')}
        <input
          type="file"
          accept="image/*"
          class="visually-hidden"
          data-testid="bank-file"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) read([() => pictureOf(file)], 'unreadableQr')
          }}
        />
      </label>
      <label class="field">
        {words('pasteQr')}
        <textarea
          rows={4}
          data-testid="bank-qr-text"
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </label>
    </>
  )
}

/** The text of the first picture that shows a PromptPay QR. One that does not load shows none. */
async function firstPromptPay(looks: (() => Promise<Picture>)[]): Promise<string | undefined> {
  for (const look of looks) {
    const text = await look()
      .then(readQr)
      .catch(() => undefined)
    if (text !== undefined && readPromptPay(text)) return text
  }
  return undefined
}
