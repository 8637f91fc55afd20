import QRCode from 'qrcode'
import { describe, expect, test } from 'vitest'
import { readPromptPay } from '../../src/simulator/page/bank/promptpay.ts'
import type { Picture } from '../../src/simulator/page/bank/qr-grid.ts'
import { readQr } from '../../src/simulator/page/bank/read-qr.ts'
import { QR_TEXT } from './open-page.ts'

type Drawing = { level?: 'L' | 'M' | 'Q' | 'H'; module?: number; margin?: number }

/** The code as a screen shows it: dark blue on white, in a picture with room around it. */
function drawn(text: string, { level = 'M', module = 4, margin = 16 }: Drawing = {}): Picture {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: level })
  const width = modules.size * module + 2 * margin
  const rgba = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let y = 0; y < modules.size * module; y++) {
    for (let x = 0; x < modules.size * module; x++) {
      if (!modules.get(Math.floor(y / module), Math.floor(x / module))) continue
      rgba.set([13, 36, 70], ((y + margin) * width + x + margin) * 4)
    }
  }
  return { width, height: width, rgba }
}

describe('reading a QR code off the screen', () => {
  test.each(['L', 'M', 'Q', 'H'] as const)('a payment text at level %s is read back', (level) => {
    expect(readQr(drawn(QR_TEXT, { level }))).toBe(QR_TEXT)
  })

  test.each([2, 3, 7])('at %i pixels a module', (module) => {
    expect(readQr(drawn(QR_TEXT, { module }))).toBe(QR_TEXT)
  })

  test.each(['1', '0123456789', 'HELLO WORLD', 'https://ตรวจสอบ.example/v?x=1', 'ก'.repeat(60)])(
    'digits, capitals and Thai: %s',
    (text) => {
      expect(readQr(drawn(text))).toBe(text)
    },
  )

  test('a picture without a code gives nothing', () => {
    expect(readQr({ width: 50, height: 50, rgba: new Uint8ClampedArray(10_000).fill(255) })).toBeUndefined()
  })
})

describe('a payment text', () => {
  test('names the biller, both references and the amount', () => {
    expect(readPromptPay(QR_TEXT)).toEqual({
      biller: '099400099999201',
      reference1: '690004188',
      reference2: '2569',
      satang: 600_00,
    })
  })

  test.each([
    ['with a changed amount', QR_TEXT.replace('600.00', '900.00')],
    ['cut short', QR_TEXT.slice(0, -10)],
    ['that is an address', 'https://example.go.th/verify/1'],
    ['that is empty', ''],
  ])('%s is refused', (_, text) => {
    expect(readPromptPay(text)).toBeUndefined()
  })
})
