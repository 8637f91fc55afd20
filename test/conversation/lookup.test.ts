import { describe, expect, test } from 'vitest'
import { libraryIndex } from '../../src/conversation/library.ts'
import { languageOf, type Understood, understand } from '../../src/conversation/lookup.ts'
import { loadService } from '../../src/service/load.ts'

const { definition } = loadService('services/drinking-water')
const index = libraryIndex({ definition })

const short = (understood: Understood): string => {
  if (understood.kind === 'command') return understood.command
  if (understood.kind === 'none') return 'nothing'
  return (understood.kind === 'unsure' ? '?' : '') + understood.ids.join('+')
}

describe('questions', () => {
  test.each([
    // as people ask
    ['ค่าธรรมเนียมเท่าไหร่', 'fee'],
    ['ค่าธรรมเนียมเท่าไหร่ครับ', 'fee'],
    ['ต้องเสียเงินกี่บาท', 'fee'],
    ['ราคาเท่าไรคะ', 'fee'],
    ['จ่ายเท่าไหร่ต่อปี', 'fee'],
    ['ใช้เอกสารอะไรบ้าง', 'documents'],
    ['ต้องเตรียมอะไรไปบ้างคะ', 'documents'],
    ['ต้องใช้สำเนาบัตรประชาชนไหม', 'copies'],
    ['ยื่นแทนผู้อื่นได้ไหม', 'proxy'],
    ['หลักฐานที่ต้องแนบ', 'documents'],
    ['ใช้เวลากี่วันครับ', 'time'],
    ['นานไหมกว่าจะได้', 'time'],
    ['ใบอนุญาตจะได้เมื่อไร', 'time'],
    ['ใครต้องขอใบอนุญาต', 'who'],
    ['นิติบุคคลต้องขอไหม', 'who'],
    ['ผิดกฎหมายข้อไหน', 'law'],
    ['พ.ร.บ. อะไร', 'law'],
    ['ยื่นที่ไหน', 'channels'],
    ['เคาน์เตอร์เปิดกี่โมง', 'channels'],
    // other letters, same sound
    ['ค่าทำเนียมเท่าไร', 'fee'],
    ['ค่าทำเนียม', 'fee'],
    ['ค่าธรรมเนี่ยม', 'fee'],
    ['ค่าทำเนียมเท่าไหล่', 'fee'],
    ['เอกะสาร', 'documents'],
    ['เอกสานใช้ไรบ้าง', 'documents'],
    ['ระยะเวรา', 'time'],
    ['กี่วัณ', 'time'],
    ['กดหมายอะไร', 'law'],
    ['เเจ้งที่ใหน', 'channels'],
    ['เคาเตอร์อยู่ไหน', 'channels'],
    // slips of the finger
    ['ค่าธรรเนียม', 'fee'],
    ['ค่าธรรมเนีบม', 'fee'],
    ['เอกสสาร', 'documents'],
    ['เออกสารที่ใช้', 'documents'],
    ['ระยพเวลา', 'time'],
    // two at once
    ['ใช้เอกสารอะไร เสียเงินเท่าไร', 'documents+fee'],
    ['ใช้เวลากี่วัน ค่าธรรมเนียมเท่าไหร่', 'time+fee'],
    // English
    ['How much is the fee?', 'fee'],
    ['how long does it take', 'time'],
    ['Which documents do I need', 'documents'],
    ['what docuemnts are needed', 'documents'],
    ['where is the office', 'channels'],
    ['Who needs a licence?', 'who'],
  ])('"%s" is about %s', (question, expected) => {
    expect(short(understand(question, index))).toBe(expected)
  })
})

describe('commands', () => {
  test.each([
    ['สถานะ', 'status'],
    ['สถาณะ', 'status'],
    ['ติดตามคำขอ', 'status'],
    ['ติตตามคำขอ', 'status'],
    ['เรื่องถึงไหนแล้วครับ', 'status'],
    ['อยากรู้ว่าคำขอของผมถึงไหนแล้ว', 'status'],
    ['status', 'status'],
    ['Where is my application?', 'status'],
    ['ยื่นคำขอ', 'apply'],
    ['เริ่มยื่นคำขอ', 'apply'],
    ['อยากขอใบอนุญาตค่ะ', 'apply'],
    ['สมัครยังไง', 'apply'],
    ['How do I apply', 'apply'],
    ['ใบอนุญาต', 'licence'],
    ['ใบอนุญาติ', 'licence'],
    ['my licence', 'licence'],
    ['จ่ายเงิน', 'pay'],
    ['ติดต่อเจ้าหน้าที่', 'contact'],
    ['ขอคุยกับเจ้าหน้าที่หน่อยค่ะ', 'talk'],
    ['ขอเบอร์โทรหน่อย', 'contact'],
    ['คู่มือ', 'guide'],
    ['เมนู', 'guide'],
    ['งานของฉัน', 'worklist'],
    ['English', 'english'],
    ['ภาษาไทย', 'thai'],
    ['สวัสดีค่ะ', 'hello'],
    ['ขอบคุณมากๆ ครับ', 'thanks'],
  ])('"%s" asks for %s', (text, expected) => {
    expect(short(understand(text, index))).toBe(expected)
  })
})

describe('what is not understood', () => {
  test.each(['วันนี้อากาศดีจัง', 'asdfghjkl', '555555', '👍', '', '   ', 'กขค', 'What a lovely coffee'])(
    '"%s" is not guessed at',
    (text) => {
      expect(short(understand(text, index))).toBe('nothing')
    },
  )

  test('what comes near an answer is asked back, not answered', () => {
    expect(short(understand('ที่ตั้งตู้', index))).toMatch(/^\?.*placement/)
  })

  test('a very long text is looked at in reasonable time', () => {
    const startedAt = performance.now()
    understand('ตู้น้ำของฉันเสียและฉันอยากทราบหลายเรื่อง '.repeat(100), index)
    expect(performance.now() - startedAt).toBeLessThan(100)
  })
})

test.each([
  ['ค่าธรรมเนียม', 'th'],
  ['ขอ QR code หน่อย', 'th'],
  ['how much', 'en'],
  ['status', undefined],
  ['123', undefined],
])('the language of "%s" is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})
