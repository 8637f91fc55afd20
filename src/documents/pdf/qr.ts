import { create } from 'qrcode'
import { rectangle } from './path.ts'

/** A QR code of `size` points without its quiet zone: the layout leaves four modules of white around it. */
export function qrPath(text: string, x: number, y: number, size: number): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const module = size / modules.size
  const isDark = (row: number, column: number) =>
    column < modules.size && modules.data[row * modules.size + column] === 1
  const runs: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      let length = 0
      while (isDark(row, column + length)) length++
      if (length === 0) continue
      runs.push(rectangle(x + column * module, y + row * module, length * module, module))
      column += length
    }
  }
  return runs.join(' ')
}
