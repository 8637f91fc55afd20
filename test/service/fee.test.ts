import { describe, expect, test } from 'vitest'
import { Fees } from '../../src/service/definition/fee.ts'
import { feeRange, feeWords } from '../../src/service/fee/words.ts'
import { feeLines, feesOn, feeTotal } from '../../src/service/fee.ts'
import type { Answers } from '../../src/service/form.ts'

const TODAY = '2026-11-23'
const label = { th: 'ค่าธรรมเนียม', en: 'Fee' }
type Input = Record<string, unknown>
const item = (rule: Input) => ({ id: 'fee', label, ...rule })
const feesOf = (items: Input[], exemptions: Input[] = []) =>
  Fees.parse({ items, exemptions, payWithinDays: 15 })
const baht = (amount: number) => amount * 100
const total = (fees: Schedule, answers: Answers, on = TODAY) => feeTotal(feeLines(fees, answers, on)) / 100
type Schedule = ReturnType<typeof feesOf>

const machines = (count: number) => ({ machines: Array.from({ length: count }, () => ({ serial: 'RN' })) })

/** Food premises up to 200 ตร.ม.: อบต.แหลมงอบ. */
const LAEM_NGOP = feesOf([
  item({ rule: 'tiers', of: 'area', tiers: [{ upTo: 200, satang: baht(100) }, { satang: baht(200) }] }),
])
/** Food premises by size, from 20 baht below 20 ตร.ม.: อบต.ด่านจาก. */
const DAN_CHAK = feesOf([
  item({
    rule: 'tiers',
    of: 'area',
    tiers: [{ upTo: 19.99, satang: baht(20) }, { upTo: 50, satang: baht(50) }, { satang: baht(100) }],
  }),
])
/** Bangkok, food premises over 200 ตร.ม.: min(max(2000, 2000 + (area − 300) × 5), 3000). */
const BANGKOK = feesOf([
  item({
    rule: 'formula',
    of: 'area',
    baseSatang: baht(2000),
    above: 300,
    perSatang: baht(5),
    minSatang: baht(2000),
    maxSatang: baht(3000),
  }),
])
/** Drinking-water machines: ท่าพุทรา 300 baht, บ้านกลาง and วัดป่า 200 baht a machine and year. */
const perMachine = (rate: number) => feesOf([item({ rule: 'per_row', rows: 'machines', satang: baht(rate) })])
/** Coin laundry, ห้วยแก้ว 10(7.1): up to 5 machines 200 baht in all, more than 5 100 baht each. */
const LAUNDRY = feesOf([
  item({ id: 'few', rule: 'fixed', satang: baht(200), when: { not: { field: 'washers', gt: 5 } } }),
  item({ id: 'many', rule: 'per_unit', of: 'washers', satang: baht(100), when: { field: 'washers', gt: 5 } }),
])
/** ห้วยแก้ว 2562, rates by kind of business. */
const RATES = {
  animals_up_to_10: baht(200),
  animals_from_11: baht(500),
  slaughter: baht(3000),
  meatballs: baht(2000),
  spray_painting: baht(5000),
  car_repair: baht(500),
  car_wash: baht(2000),
  tyre_patching: baht(500),
  spa: baht(5000),
  massage_parlour: baht(10_000),
  health_massage: baht(500),
  karaoke: baht(1000),
  pool: baht(2000),
  hair_salon: baht(200),
  gym: baht(500),
  computers: baht(1000),
  second_hand: baht(3000),
}
const HUAI_KAEO = feesOf([
  item({ rule: 'table_rows', rows: 'kinds', of: 'kind', satang: RATES, others: 'half' }),
])
const kinds = (...names: string[]) => ({ kinds: names.map((kind) => ({ kind })) })

test.each<[string, Schedule, Answers, number]>([
  ['แหลมงอบ, 60 ตร.ม.', LAEM_NGOP, { area: '60' }, 100],
  ['แหลมงอบ, exactly 200 ตร.ม.', LAEM_NGOP, { area: '200' }, 100],
  ['แหลมงอบ, 200.5 ตร.ม.', LAEM_NGOP, { area: '200.5' }, 200],
  ['ด่านจาก, 12 ตร.ม.', DAN_CHAK, { area: '12' }, 20],
  ['ด่านจาก, 20 ตร.ม.', DAN_CHAK, { area: '20' }, 50],
  ['ด่านจาก, 80 ตร.ม.', DAN_CHAK, { area: '80' }, 100],
  ['Bangkok, 201 ตร.ม.: the least', BANGKOK, { area: '201' }, 2000],
  ['Bangkok, 300 ตร.ม.', BANGKOK, { area: '300' }, 2000],
  ['Bangkok, 340 ตร.ม.', BANGKOK, { area: '340' }, 2200],
  ['Bangkok, 500 ตร.ม.: the most', BANGKOK, { area: '500' }, 3000],
  ['Bangkok, 2,000 ตร.ม.: the most', BANGKOK, { area: '2,000' }, 3000],
  ['ท่าพุทรา, 2 machines', perMachine(300), machines(2), 600],
  ['บ้านกลาง, 5 machines', perMachine(200), machines(5), 1000],
  ['ท่าพุทรา, no machine yet', perMachine(300), {}, 0],
  ['ห้วยแก้ว, 5 washing machines', LAUNDRY, { washers: '5' }, 200],
  ['ห้วยแก้ว, 6 washing machines', LAUNDRY, { washers: '6' }, 600],
  ['ห้วยแก้ว, a hair salon', HUAI_KAEO, kinds('hair_salon'), 200],
  ['ห้วยแก้ว, repair and car wash: 2,000 and half of 500', HUAI_KAEO, kinds('car_repair', 'car_wash'), 2250],
  [
    'ห้วยแก้ว, spa, massage, pool: 5,000 and half of 500 and 2,000',
    HUAI_KAEO,
    kinds('pool', 'spa', 'health_massage'),
    6250,
  ],
  ['ห้วยแก้ว, twice the highest: one in full, one half', HUAI_KAEO, kinds('spa', 'spray_painting'), 7500],
  ['ห้วยแก้ว, nothing chosen yet', HUAI_KAEO, { kinds: [{}] }, 0],
])('%s', (_, fees, answers, expected) => {
  expect(total(fees, answers)).toBe(expected)
})

describe('a rule', () => {
  test('per unit begins after what is free, and never runs below nothing', () => {
    const copies = feesOf([item({ rule: 'per_unit', of: 'copies', satang: baht(20), free: 1 })])
    expect([0, 1, 2, 4].map((count) => total(copies, { copies: String(count) }))).toEqual([0, 0, 20, 60])
    expect(total(copies, {})).toBe(0)
  })

  test('by table charges the option chosen, each of several, and nothing for one without a rate', () => {
    const table = feesOf([item({ rule: 'table', of: 'kind', satang: { spa: baht(5000), gym: baht(500) } })])
    expect(total(table, { kind: 'spa' })).toBe(5000)
    expect(total(table, { kind: ['spa', 'gym'] } as unknown as Answers)).toBe(5500)
    expect(total(table, { kind: 'other' })).toBe(0)
  })

  test('by rows in full charges every row', () => {
    const full = feesOf([item({ rule: 'table_rows', rows: 'kinds', of: 'kind', satang: RATES })])
    expect(total(full, kinds('car_repair', 'tyre_patching', 'car_wash'))).toBe(3000)
  })

  test('reads a number as people type it', () => {
    for (const area of ['250', ' 250 ', '๒๕๐', '250.0']) expect(total(LAEM_NGOP, { area })).toBe(200)
    for (const area of ['', 'ห้าสิบ', '-4']) expect(total(LAEM_NGOP, { area })).toBe(0)
  })

  test('that does not apply to the answers charges nothing', () => {
    const fees = feesOf([item({ rule: 'fixed', satang: baht(50), when: { field: 'copy', eq: 'yes' } })])
    expect(total(fees, { copy: 'no' })).toBe(0)
    expect(total(fees, { copy: 'yes' })).toBe(50)
  })
})

describe('the lines', () => {
  test('multiply: quantity times rate is the amount, on a receipt too', () => {
    const lines = feeLines(HUAI_KAEO, kinds('spa', 'car_repair', 'gym', 'karaoke'), TODAY)
    expect(lines.map(({ id, quantity, unitSatang, satang }) => [id, quantity, unitSatang, satang])).toEqual([
      ['fee', 1, baht(5000), baht(5000)],
      ['fee_2', 1, baht(500), baht(500)],
      ['fee_3', 2, baht(250), baht(500)],
    ])
    expect(lines[2]?.label.th).toBe('ค่าธรรมเนียม (กึ่งหนึ่งของอัตรา)')
  })

  test('count what is charged, not what is measured', () => {
    const area = { th: 'ตร.ม.', en: 'sq.m.' }
    const tiers = item({ rule: 'tiers', of: 'area', tiers: [{ satang: baht(100) }], unit: area })
    const each = item({ id: 'each', rule: 'per_unit', of: 'area', satang: baht(1), unit: area })
    const lines = feeLines(feesOf([tiers, each]), { area: '60' }, TODAY)
    expect(lines.map((line) => [line.quantity, line.unit?.en])).toEqual([
      [1, undefined],
      [60, 'sq.m.'],
    ])
  })

  test('of nothing stay out', () => {
    expect(feeLines(feesOf([item({ rule: 'fixed', satang: 0 })]), {}, TODAY)).toEqual([])
  })

  test('drop what is less than a satang, in the payer’s favour', () => {
    const odd = feesOf([
      item({ rule: 'table_rows', rows: 'kinds', of: 'kind', satang: { a: 501, b: 301 }, others: 'half' }),
    ])
    expect(feeTotal(feeLines(odd, kinds('a', 'b'), TODAY))).toBe(501 + 150)
    const share = feesOf([
      item({ rule: 'fixed', satang: 333 }),
      item({ id: 'late', rule: 'surcharge', percent: 20 }),
    ])
    expect(feeTotal(feeLines(share, {}, TODAY))).toBe(333 + 66)
    const third = feesOf(
      [item({ rule: 'fixed', satang: 100 })],
      [{ id: 'third', label, percent: 33.3, law: label }],
    )
    expect(feeTotal(feeLines(third, {}, TODAY))).toBe(66)
    const exact = feesOf([item({ rule: 'per_unit', of: 'area', satang: 110 })])
    expect(feeTotal(feeLines(exact, { area: '1.1' }, TODAY))).toBe(121)
  })
})

describe('a surcharge', () => {
  const late = { id: 'late', label, rule: 'surcharge', percent: 20, when: { field: 'late', eq: 'yes' } }

  test('of 20 % falls on what the other items come to (PHA s.65)', () => {
    const fees = feesOf([item({ rule: 'fixed', satang: baht(500) }), late])
    expect(total(fees, { late: 'yes' })).toBe(600)
    expect(total(fees, { late: 'no' })).toBe(500)
  })

  test('falls on what an exemption leaves', () => {
    const half = { id: 'half', label, percent: 50, law: label }
    const fees = feesOf([item({ rule: 'fixed', satang: baht(500) }), late], [half])
    expect(total(fees, { late: 'yes' })).toBe(300)
  })

  test('is waived by an exemption that names it', () => {
    const waived = { id: 'waived', label, items: ['late'], law: label }
    const fees = feesOf([item({ rule: 'fixed', satang: baht(500) }), late], [waived])
    expect(total(fees, { late: 'yes' })).toBe(500)
  })
})

describe('an exemption', () => {
  const law = { th: 'กฎกระทรวงยกเว้นค่าธรรมเนียม', en: 'Ministerial Regulation on fee exemption' }
  const relief = { id: 'relief', label, from: '2021-11-14', until: '2022-11-13', law }
  const fee = item({ rule: 'fixed', satang: baht(100) })

  test.each([
    ['2021-11-13', 100],
    ['2021-11-14', 0],
    ['2022-11-13', 0],
    ['2022-11-14', 100],
  ])('from 14 พ.ย. 2564 to 13 พ.ย. 2565, filed on %s: %i baht', (on, expected) => {
    expect(total(feesOf([fee], [relief]), {}, on)).toBe(expected)
  })

  test('is a line of its own, below nothing, with its law', () => {
    const lines = feeLines(feesOf([fee], [relief]), {}, '2022-01-01')
    expect(lines.map(({ id, satang }) => [id, satang])).toEqual([
      ['fee', baht(100)],
      ['relief', -baht(100)],
    ])
    expect(lines[1]?.law).toEqual(law)
  })

  test('takes a share off the items it names, where its condition holds', () => {
    const student = {
      id: 'student',
      label,
      items: ['book'],
      percent: 25,
      when: { field: 'student', eq: 'yes' },
      law,
    }
    const fees = feesOf([fee, { id: 'book', label, rule: 'fixed', satang: baht(80) }], [student])
    expect(total(fees, { student: 'yes' })).toBe(160)
    expect(total(fees, {})).toBe(180)
  })

  test('and another together never take more than there is', () => {
    const two = ['a', 'b'].map((id) => ({ id, label, percent: 70, law }))
    const lines = feeLines(feesOf([fee], two), {}, TODAY)
    expect(lines.map(({ satang }) => satang)).toEqual([baht(100), -baht(70), -baht(30)])
    expect(feeTotal(lines)).toBe(0)
  })

  test('of what is not charged leaves no line', () => {
    expect(
      feeLines(feesOf([item({ rule: 'fixed', satang: 0 })], [{ ...relief, until: undefined }]), {}, TODAY),
    ).toEqual([])
  })
})

test('a fee that begins or rises on a day holds for what is filed from then on', () => {
  const fees = feesOf([
    item({ id: 'old', rule: 'fixed', satang: baht(200), until: '2026-12-31' }),
    item({ id: 'new', rule: 'fixed', satang: baht(300), from: '2027-01-01' }),
  ])
  expect(total(fees, {}, '2026-12-31')).toBe(200)
  expect(total(fees, {}, '2027-01-01')).toBe(300)
  expect(feesOn(fees, '2027-01-01').items.map(({ id }) => id)).toEqual(['new'])
})

const unit = (th: string, en: string) => ({ unit: { th, en } })
test.each([
  [{ rule: 'fixed', satang: baht(1000) }, '1,000 บาท', '1,000 baht'],
  [
    { rule: 'per_row', rows: 'machines', satang: baht(300), ...unit('ตู้', 'machine') },
    '300 บาทต่อตู้',
    '300 baht a machine',
  ],
  [
    { rule: 'per_unit', of: 'copies', satang: baht(20), free: 1, ...unit('ฉบับ', 'copy') },
    '20 บาทต่อฉบับ เฉพาะส่วนที่เกิน 1 ฉบับ',
    '20 baht a copy, beyond the first 1 copy',
  ],
  [
    {
      rule: 'tiers',
      of: 'area',
      tiers: [{ upTo: 200, satang: baht(100) }, { satang: baht(200) }],
      ...unit('ตร.ม.', 'sq.m.'),
    },
    'ไม่เกิน 200 ตร.ม. 100 บาท · เกิน 200 ตร.ม. 200 บาท',
    'up to 200 sq.m.: 100 baht · over 200 sq.m.: 200 baht',
  ],
  [
    {
      rule: 'formula',
      of: 'area',
      baseSatang: baht(2000),
      above: 300,
      perSatang: baht(5),
      maxSatang: baht(3000),
      ...unit('ตร.ม.', 'sq.m.'),
    },
    '2,000 บาท บวก 5 บาทต่อตร.ม. ส่วนที่เกิน 300 ตร.ม. ไม่เกิน 3,000 บาท',
    '2,000 baht plus 5 baht a sq.m. beyond 300 sq.m., at most 3,000 baht',
  ],
  [
    { rule: 'table', of: 'kind', satang: { a: baht(200), b: baht(10_000) } },
    '200–10,000 บาท',
    '200–10,000 baht',
  ],
  [
    { rule: 'table_rows', rows: 'kinds', of: 'kind', satang: { a: baht(200), b: baht(500) }, others: 'half' },
    '200–500 บาท อัตราสูงสุดคิดเต็ม อัตราอื่นคิดกึ่งหนึ่ง',
    '200–500 baht, the highest in full and the others half',
  ],
  [{ rule: 'surcharge', percent: 20 }, 'ร้อยละ 20 ของค่าธรรมเนียม', '20% of the fee'],
])('%o in words', (rule, thai, english) => {
  const [parsed] = feesOf([item(rule)]).items
  if (!parsed) throw new Error('no item')
  expect([feeWords(parsed, 'th'), feeWords(parsed, 'en')]).toEqual([thai, english])
  expect(feeRange(parsed)?.least ?? 0).toBeGreaterThanOrEqual(0)
})
