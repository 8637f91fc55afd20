import { expect, test } from 'vitest'
import { step } from '../../src/conversation/step.ts'
import { buildWorld } from './build.ts'

const SURVEY = { id: 'survey_contact', title: { th: 'สอบถามความพึงพอใจ', en: 'Survey' } }
const NEWS = { id: 'news', title: { th: 'ข่าว', en: 'News' } }
const say = (text: string, consents: (typeof SURVEY)[] = []) =>
  step({ topic: null }, { kind: 'text', text }, buildWorld({ consents }))
const press = (data: Record<string, string>, consents: (typeof SURVEY)[]) =>
  step({ topic: null }, { kind: 'postback', data }, buildWorld({ consents }))

test.each(['ข้อมูลของฉัน', 'ขอลบข้อมูล', 'ใครดูข้อมูลของฉัน', 'my data'])('“%s” opens my data', (text) => {
  const { says } = say(text)
  expect(says).toMatchObject([{ message: 'link-card', data: { url: expect.stringContaining('/l/my-data') } }])
})

test('one word withdraws the only consent', () => {
  const { effect, says } = say('ถอนความยินยอม', [SURVEY])
  expect(effect).toEqual({ do: 'withdraw-consents', purposes: ['survey_contact'] })
  expect(JSON.stringify(says)).toContain('ถอนความยินยอมแล้ว')
})

test('of several, the chat asks which; one press withdraws it, or all', () => {
  const { effect, says } = say('ถอนความยินยอม', [SURVEY, NEWS])
  expect(effect).toBeUndefined()
  expect(JSON.stringify(says)).toContain('a=withdraw-consent&id=news')
  expect(press({ a: 'withdraw-consent', id: 'news' }, [SURVEY, NEWS]).effect).toMatchObject({
    purposes: ['news'],
  })
  expect(press({ a: 'withdraw-consent', id: 'all' }, [SURVEY, NEWS]).effect).toMatchObject({
    purposes: ['survey_contact', 'news'],
  })
})

test('where none stands the chat says so, and that applications rest on the law', () => {
  const { effect, says } = say('withdraw my consent')
  expect(effect).toBeUndefined()
  expect(JSON.stringify(says)).toContain('ดำเนินการตามกฎหมาย')
  expect(press({ a: 'withdraw-consent', id: 'news' }, [SURVEY]).effect).toBeUndefined()
})
