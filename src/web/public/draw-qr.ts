import { create } from 'qrcode'
import type { QrDrawing } from './qr.tsx'

/** The dark squares of a QR code for `text`, as one SVG path. */
export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares: string[] = []
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`)
  return { size: modules.size, path: squares.join('') }
}
