import { ImageUp, ScanQrCode } from 'lucide-static'
import { Icon } from '../icon.tsx'
import { useWords, type Word } from '../words.tsx'
import { pictureAt, pictureOf } from './load-picture.ts'
import type { Picture } from './qr-grid.ts'
import { readQr } from './read-qr.ts'

type ScanFormProps = { qrImage?: string; onText: (text: string) => void; onProblem: (problem: Word) => void }

/** Three ways to a QR: the one in the chat, a picture file, its text. */
export function ScanForm({ qrImage, onText, onProblem }: ScanFormProps) {
  const words = useWords()
  const read = async (look: () => Promise<Picture>) => {
    const text = await look()
      .then(readQr)
      .catch(() => undefined)
    if (text === undefined) onProblem('unreadableQr')
    else onText(text)
  }
  return (
    <>
      <button
        type="button"
        class="button"
        data-testid="bank-scan"
        onClick={() => (qrImage ? read(() => pictureAt(qrImage)) : onProblem('noQrInChat'))}
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
            if (file) read(() => pictureOf(file))
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
