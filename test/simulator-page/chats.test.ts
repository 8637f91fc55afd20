import { expect, test } from 'vitest'
import type { ChatEntry, LogEntry } from '../../src/simulator/api.ts'
import { summarise } from '../../src/simulator/page/behind/summarise.ts'
import { isRead, notificationText, picturesOf, quickRepliesOf } from '../../src/simulator/page/live/chats.ts'
import { daysAgo } from '../../src/simulator/page/live/moments.ts'
import { oneAtATime } from '../../src/simulator/page/live/use-simulator.ts'

let seq = 0
const said = (from: ChatEntry['from'], message: ChatEntry['message']): ChatEntry => {
  seq += 1
  return { id: `m${seq}`, seq, at: '2026-11-22T03:00:00Z', from, message }
}
const quickReply = { items: [{ type: 'action', action: { type: 'message', label: 'ใช่', text: 'ใช่' } }] }
const asking = () => said('bot', { type: 'text', text: 'ใช่ไหม', quickReply })

test('quick replies stand below the last message', () => {
  expect(quickRepliesOf([asking()])).toHaveLength(1)
})

test('quick replies are gone once anything is said after them', () => {
  expect(quickRepliesOf([asking(), said('user', { type: 'text', text: 'ใช่' })])).toEqual([])
  expect(quickRepliesOf([asking(), said('bot', { type: 'text', text: 'ค่ะ' })])).toEqual([])
})

test('a message is read when the account has answered', () => {
  const [asked, answered, later] = [
    said('user', { type: 'text', text: 'สถานะ' }),
    said('bot', { type: 'text', text: 'กำลังตรวจ' }),
    said('user', { type: 'text', text: 'ขอบคุณ' }),
  ]
  const chat = [asked, answered, later]
  expect(chat.map((entry) => isRead(entry, chat))).toEqual([true, false, false])
})

test('a notification shows the altText of a card', () => {
  expect(notificationText({ type: 'flex', altText: 'โปรดชำระ 600 บาท', contents: {} })).toBe(
    'โปรดชำระ 600 บาท',
  )
})

test('the bank app looks through the pictures of the chat from the newest on, each once', () => {
  const card = (url: string) =>
    said('bot', { type: 'flex', contents: { type: 'bubble', body: { contents: [{ type: 'image', url }] } } })
  const chat = [card('a.png'), card('b.png'), said('user', { type: 'image', url: 'c.png' }), card('a.png')]
  expect(picturesOf(chat)).toEqual(['a.png', 'b.png'])
})

test('days change at midnight in Bangkok', () => {
  const now = new Date('2026-11-22T01:00:00+07:00')
  expect(daysAgo(new Date('2026-11-21T23:59:00+07:00'), now)).toBe(1)
  expect(daysAgo(new Date('2026-11-22T00:00:00+07:00'), now)).toBe(0)
})

const entry = (part: Partial<LogEntry>): LogEntry => ({
  seq: 1,
  at: '2026-11-22T03:00:00Z',
  kind: 'api',
  title: '',
  status: 200,
  findings: [],
  body: undefined,
  ...part,
})

test('a reply in the log says what it held', () => {
  const messages = [
    { type: 'text', text: 'ก' },
    { type: 'flex', quickReply },
  ]
  const reply = entry({ title: 'POST /v2/bot/message/reply', body: { messages } })
  expect(summarise(reply)).toEqual({
    badge: 'reply',
    heading: 'text + flex + quickReply(1)',
    detail: 'POST /v2/bot/message/reply',
  })
})

test('a webhook in the log says what the person said', () => {
  const body = { events: [{ type: 'message', message: { type: 'text', text: 'สถานะ' } }] }
  expect(summarise(entry({ kind: 'webhook', title: 'message · text', body })).detail).toBe('"สถานะ"')
})

test('requests during a request are answered by one more after it', async () => {
  let runs = 0
  const refresh = oneAtATime(async () => {
    runs += 1
    await Promise.resolve()
  })
  await Promise.all([refresh(), refresh(), refresh()])
  expect(runs).toBe(2)
})
