/**
 * kill -9 at twelve points of the journey, each at a random moment of a step that is under way. People and LINE try
 * again, as they do. In the end nothing is lost, nothing is doubled, nothing was said twice.
 */
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { billPaymentPayload } from '../../src/payment/promptpay.ts'
import { buildAnswers, PNG } from '../support/people.ts'
import { SMALL_PNG } from '../support/pictures.ts'
import { setUpFactorOf } from './factor.ts'
import { openStage, type Stage } from './stage.ts'
import { Visitor } from './visitor.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.start()
})
afterAll(() => stage?.close())

const LONGEST_WAIT_MS = 60_000

/** One step of the journey, during which every process of the product is killed once and started again. */
async function crashDuring<T>(step: () => Promise<T>): Promise<T> {
  const done = step()
  await sleep(randomInt(0, 120))
  await stage.kill()
  await stage.start()
  return done
}

type Chats = Awaited<ReturnType<typeof stage.simulator.state>>['chats']

const cardsIn = (chats: Chats, persona: string, holds: string) =>
  (chats[persona] ?? []).filter(
    (entry) => entry.from === 'bot' && JSON.stringify(entry.message).includes(holds),
  )
const cards = async (persona: string, holds: string) =>
  cardsIn((await stage.simulator.state()).chats, persona, holds)
/** Waits until so many cards with these words have come. */
const arrives = (persona: string, holds: string, times = 1) =>
  stage.simulator.waitFor(({ chats }) => cardsIn(chats, persona, holds).length >= times, LONGEST_WAIT_MS)

test('the journey survives a kill -9 in every step', async () => {
  const [kamon, wanna, kukiat] = ['kamon', 'wanna', 'kukiat'].map(
    (persona) => new Visitor(stage, persona),
  ) as [Visitor, Visitor, Visitor]
  for (const person of [kamon, wanna, kukiat]) await person.signIn()
  await wanna.post('/o/join', { code: new URL(stage.invitations.wanna).searchParams.get('code') ?? '' })
  await kukiat.post('/o/join', { code: new URL(stage.invitations.kukiat).searchParams.get('code') ?? '' })
  for (const officer of [wanna, kukiat]) await setUpFactorOf(stage, officer)

  await crashDuring(() => stage.simulator.follow('kamon'))
  await arrives('kamon', 'เริ่มยื่นคำขอ')
  await crashDuring(() => stage.simulator.text('kamon', 'ใช้เวลากี่วัน'))
  await arrives('kamon', 'ไม่เกิน 30 วัน')

  const started = await crashDuring(() => kamon.post('/l/apply'))
  const id = started.split('/').at(-1) ?? ''
  await crashDuring(() => kamon.putAnswers(id, buildAnswers()))
  await crashDuring(() => kamon.upload(id, 'id_card', PNG))
  for (const field of ['site_map', 'water_test']) await kamon.upload(id, field, PNG)
  await crashDuring(() => kamon.sendPhotos(id, PNG, SMALL_PNG))
  await crashDuring(() => kamon.post(`/l/apply/${id}/check`, { declared: 'yes' }))
  await arrives('kamon', 'ใบรับคำขอ')
  await arrives('wanna', 'คำขอรอท่านพิจารณา')

  const seen = async (officer: Visitor, page: string) =>
    /name="version" value="(\d+)"/.exec((await officer.get(page)).html)?.[1] ?? ''
  await crashDuring(() => wanna.post(`/o/cases/${id}/claim`))
  const version = await seen(wanna, `/o/cases/${id}/return`)
  const back = {
    version,
    seenAt: new Date().toISOString(),
    stage: 'send',
    item: 'machines',
    'ready.machines': '',
    'own.machines': 'หมายเลขตู้ไม่ครบ',
  }
  await crashDuring(() => wanna.post(`/o/cases/${id}/return`, back))
  await arrives('kamon', 'หมายเลขตู้ไม่ครบ')
  const machines = { 'machines.0.serial': 'RN-011', 'machines.0.spot': 'หน้าร้าน', _shown: 'machines' }
  await crashDuring(() => kamon.post(`/l/cases/${id}/correct`, machines))
  // An officer who has decided already is no longer told: she waits for her card before she does.
  await arrives('wanna', 'คำขอรอท่านพิจารณา', 2)

  const endorse = {
    version: await seen(wanna, `/o/cases/${id}/decide/endorse`),
    seenAt: new Date().toISOString(),
    stage: 'send',
    check: ['identity', 'site', 'water', 'machines'],
    conditions: '',
    reason: '',
  }
  const identity = (await wanna.get(`/o/cases/${id}/identity`)).html
  const proof = /name="proof" value="([^"]+)"/.exec(identity)?.[1] ?? ''
  const seenOn = /name="seen" value="([^"]+)"/.exec(identity)?.[1] ?? ''
  const accepted = { proof, seen: seenOn, check: ['face', 'card', 'number'], registry: 'matched' }
  await crashDuring(() => wanna.post(`/o/cases/${id}/identity/accept`, accepted))
  await arrives('kamon', 'ยืนยันตัวตนแล้ว')
  await crashDuring(() => wanna.post(`/o/cases/${id}/decide/endorse`, endorse))
  await arrives('kukiat', 'คำขอรอท่านพิจารณา')
  await kukiat.post(`/o/cases/${id}/claim`)
  const approve = {
    version: await seen(kukiat, `/o/cases/${id}/decide/approve`),
    seenAt: new Date().toISOString(),
    stage: 'send',
    conditions: '',
    reason: '',
  }
  await crashDuring(() => kukiat.post(`/o/cases/${id}/decide/approve`, approve))
  await arrives('kamon', 'ใบแจ้งค่าธรรมเนียม')

  const qr = await invoiceQr(kamon, id)
  await crashDuring(() => stage.simulator.pay(qr))
  await arrives('kamon', 'เปิดเอกสาร (PDF)')
  await stage.simulator.waitFor(({ mails }) => mails.length > 0, LONGEST_WAIT_MS)

  for (const [persona, holds] of [
    ['kamon', 'เริ่มกรอก'],
    ['kamon', 'ใบรับคำขอ'],
    ['kamon', 'ใบแจ้งค่าธรรมเนียม'],
    ['kamon', 'เปิดใบเสร็จ (PDF)'],
    ['kamon', 'เปิดเอกสาร (PDF)'],
    ['kamon', 'แตะครั้งเดียว'],
  ] as const) {
    const found = await cards(persona, holds)
    expect(found.length, `${persona} was sent ${holds} ${found.length} times`).toBeLessThanOrEqual(1)
  }
  expect(await cards('wanna', 'คำขอรอท่านพิจารณา')).toHaveLength(2)
  expect(await cards('kukiat', 'คำขอรอท่านพิจารณา')).toHaveLength(1)
  const { mails } = await stage.simulator.state()
  expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1)
  const page = (await kamon.get(`/l/cases/${id}`)).html
  expect(page).toContain('1/2569')
  expect((await kamon.get(`/l/cases/${id}/pay`)).html).toContain('RN-2570/000001')
})

test('SIGTERM answers what is under way, hands the rest back, and ends well', async () => {
  await stage.simulator.reset()
  const asked = Array.from({ length: 20 }, (_, index) =>
    stage.simulator.text('teeradet', `ค่าธรรมเนียมเท่าไหร่ ${index}`),
  )
  await sleep(40)
  const codes = await stage.stop()
  expect(
    codes.every((code) => code === 0),
    `ended with ${codes}`,
  ).toBe(true)
  await stage.start()
  await Promise.all(asked)
  await stage.simulator.waitFor(
    ({ chats }) => (chats.teeradet ?? []).filter((entry) => entry.from === 'bot').length >= 20,
    LONGEST_WAIT_MS,
  )
  expect(await cards('teeradet', 'ค่าธรรมเนียม')).toHaveLength(20)
})

/** The QR of the one machine's fee, written from what the pay page tells a person who types it in. */
async function invoiceQr(person: Visitor, id: string): Promise<string> {
  const { html } = await person.get(`/l/cases/${id}/pay`)
  const ref1 = /\b69\d{6}\b/.exec(html)?.[0] ?? ''
  const ref2 = />([2-9A-HJ-NP-Z]{4})</.exec(html)?.[1] ?? ''
  return billPaymentPayload({ billerId: stage.simulator.env.BILLER_ID ?? '', ref1, ref2, satang: 30_000 })
}
