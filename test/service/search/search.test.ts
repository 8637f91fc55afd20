import { describe, expect, test } from 'vitest'
import { buildIndex, type Entry } from '../../../src/service/search/build-index.ts'
import { lookUp, search } from '../../../src/service/search/search.ts'

const ENTRIES: Entry[] = [
  { id: 'fee', texts: ['ค่าธรรมเนียม', 'ค่าธรรมเนียมเท่าไร', 'กี่บาท', 'fee', 'how much'] },
  { id: 'documents', texts: ['เอกสาร', 'ต้องใช้เอกสารอะไรบ้าง', 'documents', 'papers to bring'] },
  { id: 'renewal', texts: ['ต่ออายุใบอนุญาต', 'ต่อใบอนุญาต', 'renew'] },
  { id: 'lost', texts: ['ใบอนุญาตหาย', 'ขอใบแทน', 'lost licence'] },
  { id: 'time', texts: ['ใช้เวลากี่วัน', 'นานไหม', 'how long'], told: ['สามสิบวัน หากต้องแก้ไขเวลาหยุดนับ'] },
]
const index = buildIndex(ENTRIES, ['ใบอนุญาตตู้น้ำดื่ม', 'drinking-water licence'])

describe('a question', () => {
  test.each([
    ['ค่าธรรมเนียมเท่าไหร่ครับ', 'fee'],
    ['กี่บาทอะ', 'fee'],
    ['ใช้เอกสสารอะไรบ้างคะ', 'documents'],
    ['อยากต่ออายุใบอนุญาติค่ะ', 'renewal'],
    ['ทำใบอนุญาตหายทำไงดี', 'lost'],
    ['how long does it take?', 'time'],
    ['HOW MUCH', 'fee'],
  ])('"%s" finds %s', (text, id) => {
    expect(lookUp(index, text)).toEqual({ answer: id })
  })

  test.each(['', '   ', '👍', '12345', 'ฟหกดฟหกด', 'พรุ่งนี้ฝนจะตกไหม', 'a lovely coffee', 'ครับ'])(
    '"%s" finds nothing',
    (text) => {
      expect(lookUp(index, text)).toEqual({ unknown: true })
    },
  )

  test('about something else is not answered because a word of it is known', () => {
    expect(lookUp(index, 'จดทะเบียนสมรสต้องใช้เอกสารอะไร')).not.toHaveProperty('answer')
  })

  test('between two answers is asked back, with at most three', () => {
    const moves = ['ตู้', 'ร้าน', 'ป้าย', 'บ้าน'].map((thing) => ({ id: thing, texts: [`ย้าย${thing}`] }))
    expect(lookUp(buildIndex([...ENTRIES, ...moves]), 'ย้ายร้านย้ายตู้')).toEqual({ didYouMean: ['ตู้', 'ร้าน'] })
  })
})

describe('the index', () => {
  test('gives the same every time, best first, between 0 and 1', () => {
    const first = search(index, 'ต่อใบอนุญาตกี่วัน')
    expect(search(index, 'ต่อใบอนุญาตกี่วัน')).toEqual(first)
    expect(search(buildIndex(ENTRIES, ['ใบอนุญาตตู้น้ำดื่ม', 'drinking-water licence']), 'ต่อใบอนุญาตกี่วัน')).toEqual(
      first,
    )
    const scores = first.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    for (const score of scores) expect(score > 0 && score <= 1).toBe(true)
  })

  test('of nothing finds nothing', () => {
    expect(search(buildIndex([]), 'ค่าธรรมเนียม')).toEqual([])
    expect(lookUp(buildIndex([{ id: 'a', texts: [] }]), 'ค่าธรรมเนียม')).toEqual({ unknown: true })
  })

  test('is quick with two thousand answers', () => {
    const many = Array.from({ length: 2000 }, (_, at) => ({
      id: `q${at}`,
      texts: [`คำถามเรื่องที่ ${at} ของหน่วยงาน`, `fee ${at}`],
    }))
    const large = buildIndex([...many, ...ENTRIES])
    lookUp(large, 'ค่าธรรมเนียมเท่าไหร่ครับ')
    const startedAt = performance.now()
    for (let times = 0; times < 20; times++) lookUp(large, 'อยากทราบค่าธรรมเนียมเท่าไหร่ครับ')
    // Ten times what the bench measures: this machine may be busy.
    expect((performance.now() - startedAt) / 20).toBeLessThan(50)
  })
})
