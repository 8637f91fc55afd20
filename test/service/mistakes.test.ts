import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkServiceText, findingLine } from '../../src/service/check/check-text.ts'

const GOOD = readFileSync('test/service/good-service.yaml', 'utf8')
const TODAY = '2026-11-22'

/** What is written in place of what; words of the line that is told; its level; a word of the cure. */
type Mistake = [
  name: string,
  from: string,
  to: string,
  line: string,
  level: 'error' | 'warning',
  cure: string,
]

const SHAPE: Mistake[] = [
  ['a misspelt key', 'payWithinDays: 15', 'payWithinDay: 15', 'payWithinDay: 15', 'error', 'payWithinDays'],
  [
    'a misspelt key of a field',
    'optional: true, requireWhen',
    'optinal: true, requireWhen',
    'id: seats',
    'error',
    'optional',
  ],
  [
    'a misspelt key of a condition',
    'when: { field: owner, eq: company } }\n        - { id: home',
    'when: { feild: owner, eq: company } }\n        - { id: home',
    'id: company',
    'error',
    'field',
  ],
  ['a type that does not exist', 'type: person_name', 'type: person_nam', 'id: name', 'error', 'person_name'],
  ['an icon that does not exist', 'icon: banknote', 'icon: bank', 'icon: bank', 'error', 'banknote'],
  ['no English text', 'th: ใครต้องขอ, en: Who applies', 'th: ใครต้องขอ', 'th: ใครต้องขอ }', 'error', 'en: "…"'],
  ['an empty Thai text', 'th: เทศบาลตัวอย่าง, en', 'th: "", en', 'th: ""', 'error', 'th: "…"'],
  [
    'a text in one language',
    'title: { th: ใบอนุญาตใช้ท่าเรือ, en: Licence to use the landing }',
    'title: ใบอนุญาตใช้ท่าเรือ',
    'title: ใบอนุญาตใช้ท่าเรือ',
    'error',
    '{ th: …, en: … }',
  ],
  ['a number in words', 'days: 30', 'days: สามสิบ', 'days: สามสิบ', 'error', 'digits'],
  ['a number where a text belongs', 'version: "1"', 'version: 1', '  version: 1\n  text', 'error', '"…"'],
  [
    'a part that is missing',
    '  appeal: { th: อุทธรณ์ได้ภายใน 30 วัน, en: You may appeal within 30 days. }\n',
    '',
    'review:',
    'error',
    'appeal',
  ],
  ['an id in capitals', 'id: phone', 'id: Phone', 'id: Phone', 'error', 'small letters'],
  ['a time that is none', 'to: "16:30"', 'to: "16.30"', 'to: "16.30"', 'error', '08:30'],
  [
    'a date that is none',
    'updatedOn: "2026-10-01"',
    'updatedOn: "1/10/2569"',
    'updatedOn:',
    'error',
    '2026-12-31',
  ],
  [
    'one option only',
    '            - { value: company, label: { th: นิติบุคคล, en: A company } }\n',
    '',
    'options:\n            - { value: person',
    'error',
    'at least 2',
  ],
  [
    'a number format without {n}',
    'format: "{n}/{yyyy}"',
    'format: "{yyyy}"',
    'format: "{yyyy}"',
    'error',
    '{n}',
  ],
  [
    'a key given twice',
    'short: { th: ใช้',
    'id: twice\nshort: { th: ใช้',
    'id: twice',
    'error',
    'one of the two',
  ],
  ['a tab', '  unit: { th: กองช่าง', '\tunit: { th: กองช่าง', 'unit: { th: กองช่าง', 'error', 'spaces'],
  [
    'a quote that does not end',
    'title: { th: ผู้ขอ, en: Applicant }',
    'title: { th: "ผู้ขอ, en: Applicant }',
    '',
    'error',
    'sign',
  ],
]

const REFERENCES: Mistake[] = [
  [
    'a condition on no field',
    'requireWhen: { field: cargo,',
    'requireWhen: { field: carga,',
    'field: carga',
    'error',
    'cargo',
  ],
  [
    'a condition on a heading',
    'requireWhen: { field: cargo, eq: people }',
    'requireWhen: { field: about, filled: true }',
    'field: about',
    'error',
    'asks something',
  ],
  [
    'a condition outside on a row',
    '{ field: length, lt: 3 }',
    '{ field: tonnage, lt: 3 }',
    'field: tonnage, lt',
    'error',
    'boats',
  ],
  [
    'a condition on the field itself',
    'id: phone, type: phone',
    'id: phone, when: { field: phone, filled: true }, type: phone',
    'field: phone, filled',
    'error',
    'before',
  ],
  [
    'a condition on a later page',
    'label: { th: ที่อยู่, en: Address }',
    'label: { th: ที่อยู่, en: Address }, when: { field: length, gt: 5 }',
    'field: length, gt: 5',
    'warning',
    'earlier page',
  ],
  [
    'an answer that is no option',
    'when: { field: size, eq: large }',
    'when: { field: size, eq: lage }',
    'eq: lage',
    'error',
    'large',
  ],
  [
    'more or less of what is no number',
    '{ field: length, lt: 3 }',
    '{ field: owner, lt: 3 }',
    'field: owner, lt',
    'error',
    'number',
  ],
  [
    'an option that can never show',
    'when: { field: length, gt: 10 }',
    'when: { field: length, gt: 900 }',
    'gt: 900',
    'error',
    'exclude',
  ],
  [
    'a field whose conditions exclude each other',
    'when: { field: cargo, in: [people, goods] }',
    'when: { all: [{ field: cargo, eq: none }, { field: cargo, eq: people }] }',
    'id: insured',
    'error',
    'exclude',
  ],
  [
    'an eligibility question that is none',
    'eligibility: [owner]',
    'eligibility: [ownr]',
    'eligibility:',
    'error',
    'owner',
  ],
  [
    'a block at no field',
    '- { field: insured, when',
    '- { field: insurance, when',
    'field: insurance',
    'error',
    'insured',
  ],
  ['a placeholder that is no field', 'text: "{company}"', 'text: "{compny}"', '{compny}', 'error', 'company'],
  [
    'a role that names nothing',
    'summary: kind, phone',
    'summary: kinds, phone',
    'summary: kinds',
    'error',
    'kind',
  ],
  ['a published value that names nothing', 'value: kind }', 'value: kid }', 'value: kid', 'error', 'kind'],
  ['a shown value that is not computed', 'value: fee }', 'value: fees }', 'value: fees', 'error', 'fee'],
  [
    'two fields of one id',
    'id: seats',
    'id: length',
    'id: length, type: number, label: { th: ที่นั่ง',
    'error',
    'another id',
  ],
  [
    'a row field of the id of a form field',
    'id: plate, type',
    'id: phone, type',
    'id: phone, type: text',
    'error',
    'row field',
  ],
  [
    'a field of the name of a given answer',
    'id: seats',
    'id: transaction',
    'id: transaction',
    'error',
    'another id',
  ],
  [
    'a field called as the other given answer',
    'id: seats',
    'id: renewed_late',
    'id: renewed_late',
    'error',
    'another id',
  ],
  [
    'a row field of the name of a given answer',
    'id: tonnage',
    'id: transaction',
    'id: transaction',
    'error',
    'another id',
  ],
  [
    'a field called as the declaration',
    'id: seats',
    'id: declaration',
    'id: declaration',
    'error',
    'another id',
  ],
  [
    'a field called as the privacy notice',
    'id: seats',
    'id: privacy_notice',
    'id: privacy_notice',
    'error',
    'another id',
  ],
  ['a field called as the signed paper', 'id: seats', 'id: scan', 'id: scan', 'error', 'another id'],
  ...['answers', 'check', 'correct', 'discard', 'exit', 'files', 'slip'].map(
    (id): Mistake => [
      `a page called ${id}`,
      '- id: applicant',
      `- id: ${id}`,
      `- id: ${id}`,
      'error',
      'another id',
    ],
  ),
  ['rows told apart by no field', 'unique: plate', 'unique: plates', 'unique: plates', 'error', 'plate'],
  [
    'an option that stands alone but is none',
    'exclusive: none',
    'exclusive: nothing',
    'exclusive: nothing',
    'error',
    'none',
  ],
  ['a review step that is none', 'steps: [order]', 'steps: [orders]', 'steps: [orders]', 'error', 'order'],
  ['least above most', 'min: 1, max: 500', 'min: 600, max: 500', 'min: 600', 'error', 'swap'],
]

const MONEY: Mistake[] = [
  [
    'a table fee that misses an option',
    '{ person: 0, company: 50000 }',
    '{ person: 0 }',
    'id: by_owner',
    'error',
    'company',
  ],
  [
    'a table fee of no option',
    'small: 100, large: 200',
    'smal: 100, small: 100, large: 200',
    'smal: 100',
    'error',
    'small',
  ],
  [
    'a fee per row of what has no rows',
    'rule: per_row, rows: boats',
    'rule: per_row, rows: cargo',
    'rows: cargo',
    'error',
    'boats',
  ],
  ['a fee counting what is no number', 'of: length', 'of: phone', 'of: phone', 'error', 'length'],
  ['tiers that leave large numbers free', '        - { satang: 2000 }\n', '', 'upTo: 20', 'error', 'upTo'],
  [
    'an exemption from no fee',
    'items: [by_owner]',
    'items: [owner_fee]',
    'items: [owner_fee]',
    'error',
    'by_owner',
  ],
  [
    'an exemption that ends before it begins',
    'until: "2026-12-31"',
    'until: "2025-12-31"',
    'id: first_year',
    'error',
    'after from',
  ],
]

const IDENTITY: Mistake[] = [
  [
    'ThaID as the only way',
    'fees:\n',
    'identity: { minimum: 2, methods: [{ method: thaid }] }\n\nfees:\n',
    'identity:',
    'error',
    'add another way',
  ],
  [
    'ThaID as the only way that is enough',
    'fees:\n',
    'identity: { minimum: 2, methods: [{ method: thaid }, { method: line }] }\n\nfees:\n',
    'identity:',
    'error',
    'add another way',
  ],
  [
    'a level of proof that no way reaches',
    'fees:\n',
    'identity: { minimum: 3, methods: [{ method: thaid }, { method: e_document }] }\n\nfees:\n',
    'identity:',
    'error',
    'lower minimum',
  ],
  [
    'a level that no way of one kind of application reaches',
    'fees:\n',
    'identity:\n  transactions:\n    - { types: [new], minimum: 2 }\n\nfees:\n',
    'minimum: 2',
    'error',
    'lower minimum',
  ],
  [
    'a way of proof twice',
    'fees:\n',
    'identity: { methods: [{ method: line }, { method: line }] }\n\nfees:\n',
    'identity:',
    'error',
    'take one of them away',
  ],
  [
    'a field that cannot hold what is proven',
    'id: phone, type: phone,',
    'id: phone, proven: id_number, type: phone,',
    'id: phone',
    'error',
    'thai_id',
  ],
]

const OFFICE: Mistake[] = [
  [
    'a number that repeats each year',
    'format: "{n}/{yyyy}"',
    'format: "{n}"',
    'format: "{n}"',
    'error',
    '{yyyy}',
  ],
  [
    'a number with an unknown part',
    'format: "{n}/{yyyy}"',
    'format: "{n}/{yyyy}/{year}"',
    '{year}',
    'error',
    'yyyy',
  ],
  [
    'a number too long for a bank',
    'format: "ทร-{yyyy}-{n}"',
    'format: "เทศบาลตัวอย่าง-{yyyy}-{n}"',
    'เทศบาลตัวอย่าง-',
    'warning',
    'shorten',
  ],
  [
    'hours that end before they begin',
    'from: "08:30", to: "16:30"',
    'from: "16:30", to: "08:30"',
    'from: "16:30"',
    'error',
    '24-hour',
  ],
  ['holidays in the past only', '"2026-12-31", name', '"2025-12-31", name', '', 'warning', 'holidays'],
  [
    'a guide older than a year',
    'updatedOn: "2026-10-01"',
    'updatedOn: "2025-10-01"',
    'updatedOn:',
    'warning',
    'law of today',
  ],
  [
    'a single officer',
    '    - { id: check, title: { th: ตรวจ, en: Check }, role: reviewer }\n',
    '',
    'steps:\n    - { id: order',
    'warning',
    'another orders',
  ],
  [
    'one word for two topics',
    'words: [ค่าธรรมเนียม, fee]',
    'words: [ค่าธรรมเนียม, who]',
    'words: [ค่าธรรมเนียม, who]',
    'warning',
    'one topic',
  ],
  [
    'an identity number in the register',
    'value: kind }',
    'value: national_id }',
    'value: national_id',
    'warning',
    'take it away',
  ],
  [
    'a home address inside a published value',
    '({boats.size})',
    '({boats.size}) {home}',
    'value: kind }',
    'warning',
    'may be public',
  ],
  ['a text not filled in', 'th: เรือเล็กไม่ต้องขอ', 'th: TODO เรือเล็กไม่ต้องขอ', 'TODO', 'warning', 'real text'],
  [
    'English left in Thai',
    'en: Small boats need none.',
    'en: เรือเล็กไม่ต้องขอ',
    'id: short_boat',
    'warning',
    'translate',
  ],
]

const KEPT = 'clock: { days: 30, unit: calendar'
const keeping = (retention: string) => `retention: ${retention}\n\n${KEPT}`
const RETENTION: Mistake[] = [
  [
    'a field to be erased that does not exist',
    KEPT,
    keeping('{ fields: [{ fields: [hom], days: 400 }] }'),
    'retention:',
    'error',
    'home',
  ],
  [
    'a field erased before an appeal is over',
    KEPT,
    keeping('{ fields: [{ fields: [home], days: 30 }] }'),
    'retention:',
    'error',
    '240',
  ],
  [
    'a field erased that the licence shows',
    KEPT,
    keeping('{ fields: [{ fields: [name], days: 400 }] }'),
    'retention:',
    'error',
    'goes with its case',
  ],
  [
    'cases kept for fewer years than records are',
    KEPT,
    keeping('{ cases: { withdrawn: { years: 1 } } }'),
    'retention:',
    'warning',
    'allows fewer',
  ],
]

const acting = (principal: string, document = 'map') =>
  `behalf:\n  when: { field: owner, eq: person }\n  principal: ${principal}\n  document: ${document}\n\n${KEPT}`
const BEHALF: Mistake[] = [
  [
    'a principal whose name is asked nowhere',
    KEPT,
    acting('{ name: nam, number: national_id }'),
    '  principal: { name: nam',
    'error',
    'name',
  ],
  [
    'a principal whose number has no check digit',
    KEPT,
    acting('{ name: name, number: company }'),
    '  principal: { name: name',
    'error',
    'juristic_id',
  ],
  [
    'a mandate that is no file',
    KEPT,
    acting('{ name: name, number: national_id }', 'home'),
    '  document: home',
    'error',
    'file field',
  ],
  [
    'a mandate that need not be attached',
    `    - { id: map, label: { th: แผนที่, en: Map } }`,
    `    - { id: map, optional: true, label: { th: แผนที่, en: Map } }`,
    '  document: map',
    'error',
    'optional',
  ],
  [
    'a mandate whose copy has to be certified',
    `    - { id: map, label: { th: แผนที่, en: Map } }`,
    `    - { id: map, label: { th: สำเนาที่รับรองสำเนาถูกต้อง, en: A certified copy } }`,
    '  document: map',
    'error',
    'photo',
  ],
]

/** Holidays need both of theirs changed. */
const ALSO: Record<string, [string, string]> = {
  'a mandate that need not be attached': [KEPT, acting('{ name: name, number: national_id }')],
  'a mandate whose copy has to be certified': [KEPT, acting('{ name: name, number: national_id }')],
  'holidays in the past only': ['"2027-04-13"', '"2025-04-13"'],
}

test('a good definition has nothing to mend', () => {
  expect(checkServiceText(GOOD, TODAY).findings.map((each) => findingLine('', each))).toEqual([])
})

test.each([...SHAPE, ...REFERENCES, ...MONEY, ...IDENTITY, ...RETENTION, ...BEHALF, ...OFFICE])(
  '%s is told with its line and the way to mend it',
  (name, from, to, words, level, cure) => {
    expect(GOOD).toContain(from)
    const [alsoFrom, alsoTo] = ALSO[name] ?? ['', '']
    const text = GOOD.replace(from, to).replace(alsoFrom, alsoTo)
    const told = checkServiceText(text, TODAY).findings
    const fitting = told.filter((each) => `${each.cure.th} ${each.cure.en}`.includes(cure))
    expect(told.map((each) => findingLine('', each)).join('\n')).not.toBe('')
    expect(fitting.map((each) => each.level)).toContain(level)
    if (words !== '') expect(fitting.map((each) => each.line)).toContain(lineOf(text, words))
    expect(told.every((each) => /[ก-๛]/.test(each.message.th) && each.message.en !== '')).toBe(true)
  },
)

test('a misspelt key is told once, not also as a missing one', () => {
  const text = GOOD.replace('payWithinDays: 15', 'payWithinDay: 15')
  expect(checkServiceText(text, TODAY).findings).toHaveLength(1)
})

/** Words may run over several lines: the first counts. */
const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length
