import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { PaymentConfirmation, scbBank } from '../../src/bank/scb.ts'
import { richMenuOf } from '../../src/compose.ts'
import { type Config, loadConfig } from '../../src/config.ts'
import { lineIdTokens } from '../../src/identity/line-id-token.ts'
import { createMessenger } from '../../src/line/messenger.ts'
import { publishRichMenu } from '../../src/line/rich-menu.ts'
import { createLogger } from '../../src/logger.ts'
import { smtpMailer } from '../../src/mail/smtp.ts'
import { loadService } from '../../src/service/load.ts'
import { checksumOf } from '../../src/simulator/bank/qr.ts'
import { KAMON, openStage, type Stage } from './bot.ts'

/** The product's own edges, configured by the environment that the simulator gives, against the simulator. */
let stage: Stage
let config: Config
beforeAll(async () => {
  stage = await openStage({ friends: ['kamon'] })
  const { bot } = await stage.simulator.state()
  config = loadConfig({ ...stage.simulator.env, BASE_URL: bot.baseUrl, SERVICE_DIR: 'services' })
})
afterAll(() => stage.close())
beforeEach(() => stage.simulator.reset())

const messenger = () => createMessenger(config, createLogger('silent'))
const hello = [{ type: 'text' as const, text: 'สวัสดี' }]
const clock = { now: () => new Date() }

test('its messenger replies once, and pushes once by the same key though the first answer is lost', async () => {
  await stage.simulator.text('kamon', 'สวัสดี')
  expect(await messenger().reply(stage.lastToken(), hello)).toBe('sent')
  expect(await messenger().reply(stage.lastToken(), hello)).toBe('refused')
  const key = randomUUID()
  await stage.simulator.fault('POST /v2/bot/message/push', 'accept-then-drop')
  await expect(messenger().push(KAMON, hello, key)).rejects.toThrow()
  await messenger().push(KAMON, hello, key)
  const { chats } = await stage.simulator.state()
  expect(chats.kamon?.filter(({ from }) => from === 'bot')).toHaveLength(2)
  expect(await messenger().profile(KAMON)).toMatchObject({ displayName: 'กมล ศรีทอง' })
})

test('its rich menu is taken without a finding, and publishing again makes no second one', async () => {
  await publishRichMenu(config, richMenuOf(loadService('services/drinking-water')))
  const first = await stage.simulator.state()
  await publishRichMenu(config, richMenuOf(loadService('services/drinking-water')))
  const second = await stage.simulator.state()
  expect(Object.keys(second.richMenus)).toEqual(Object.keys(first.richMenus))
  expect(second.richMenus).toHaveProperty(second.defaultRichMenuId ?? 'none')
  expect(await stage.simulator.findings()).toEqual([])
})

test('its bank finds what was paid, and understands the notice', async () => {
  const qr =
    '00020101021230590016A00000067701011201150994000165501000208690001230304A1B2530376454075000.005802TH6304'
  const { transactionId } = await stage.simulator.pay(qr + checksumOf(qr))
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' })
  const found = await scbBank(config).inquire('69000123', 'A1B2', today)
  expect(found).toMatchObject([{ transactionId, satang: 500_000, ref1: '69000123', ref2: 'A1B2' }])
  expect(PaymentConfirmation.parse(stage.notices.at(-1))).toMatchObject({ transactionId })
})

test('its identity check takes the simulator’s token', async () => {
  const src = new URL(
    await stage.simulator.openLiff('kamon', `${config.LIFF_BASE_URL}/${config.LIFF_ID}/apply`),
  )
  const idToken = new URLSearchParams(src.hash.slice(1)).get('id_token') ?? ''
  expect(await lineIdTokens(config, clock).verify(idToken)).toEqual({
    lineUserId: KAMON,
    name: 'กมล ศรีทอง',
    tokenKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    expiresAt: expect.any(Date),
  })
})

test('its mail arrives; the same mail again is noticed', async () => {
  const mail = {
    id: randomUUID(),
    to: 'kamon@example.com',
    subject: 'ใบอนุญาต',
    text: 'แนบมานี้',
    attachments: [],
  }
  await smtpMailer(config).send(mail)
  await smtpMailer(config).send(mail)
  expect((await stage.simulator.state()).mails.map(({ subject }) => subject)).toEqual(['ใบอนุญาต', 'ใบอนุญาต'])
  expect((await stage.simulator.findings()).map(({ findings }) => findings)).toEqual([
    ['a mail with this Message-ID came before'],
  ])
})
