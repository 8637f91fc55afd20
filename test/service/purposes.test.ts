import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkServiceText } from '../../src/service/check/check-text.ts'

const GOOD = readFileSync('test/service/good-service.yaml', 'utf8')
const ID = 'id: survey_contact\n      title: { th: สอบถามความพึงพอใจ, en: Survey }\n      basis: consent'

test.each([
  ['consent that is required', ID, `${ID}\n      required: true`, 'error', 'public_task'],
  [
    'a ground other than consent for what is asked apart',
    ID,
    ID.replace('consent', 'public_task'),
    'error',
    'basis: consent',
  ],
  [
    'a legal duty without its law',
    '      law: { th: กฎหมายท่าเรือ, en: Landing Act }\n      basis: legal_duty\n',
    '      basis: legal_duty\n',
    'error',
    'law:',
  ],
  ['the same purpose twice', 'id: survey_contact', 'id: licence', 'error', 'another id'],
  [
    'two consents for the same',
    'purposes:\n',
    'purposes:\n    - { id: other, title: { th: ก, en: A }, basis: consent, text: { th: ก, en: A }, version: "1", covers: [survey] }\n',
    'error',
    'one of them',
  ],
  ['no English', 'th: ยินยอมให้สอบถาม, en: You may ask me.', 'th: ยินยอมให้สอบถาม', 'error', 'en:'],
  ['a use that does not exist', 'covers: [survey]', 'covers: [newsletter]', 'error', 'survey'],
  ['nobody who answers for personal data', / {2}officer:\n( {4}.*\n){3}/, '', 'warning', 'officer'],
] as [string, string | RegExp, string, string, string][])('%s is told', (_, from, to, level, cure) => {
  const text = GOOD.replace(from, to)
  expect(text).not.toBe(GOOD)
  const { findings } = checkServiceText(text, '2026-11-22')
  expect(findings.map((each) => `${each.level} ${each.cure.en}`)).toContainEqual(
    expect.stringMatching(new RegExp(`^${level} .*${cure}`)),
  )
})

test('the good service has nothing to tell', () => {
  expect(checkServiceText(GOOD, '2026-11-22').findings).toEqual([])
})
