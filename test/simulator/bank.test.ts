import { setTimeout as sleep } from 'node:timers/promises'
import { generate, parse } from 'promptparse'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checksumOf, readQr } from '../../src/simulator/bank/qr.ts'
import { openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  stage.answers.notice = { resCode: '00', resDesc: 'success' }
  stage.notices.length = 0
  await stage.simulator.reset()
})

const withChecksum = (text: string) => `${text}6304${checksumOf(`${text}6304`)}`
const field = (tag: string, value: string) => tag + String(value.length).padStart(2, '0') + value
const qr = ({ biller = '099400016550100', amount = '5000.00', currency = '764', ref1 = '69000123' } = {}) =>
  withChecksum(
    field('00', '01') +
      field('01', '12') +
      field(
        '30',
        field('00', 'A000000677010112') + field('01', biller) + field('02', ref1) + field('03', 'A1B2'),
      ) +
      field('53', currency) +
      field('54', amount) +
      field('58', 'TH'),
  )

const HEADERS = { resourceownerid: 'simulator-bank-key', requestuid: '1' }
async function token() {
  const response = await fetch(`${stage.simulator.origins.bank}/v1/oauth/token`, {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify({
      applicationKey: 'simulator-bank-key',
      applicationSecret: 'simulator-bank-secret',
    }),
  })
  return (await response.json()).data.accessToken as string
}

async function inquire(over: Record<string, string> = {}, bearer?: string) {
  const query = new URLSearchParams({
    eventCode: '00300100',
    transactionDate: new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' }),
    billerId: '099400016550100',
    reference1: '69000123',
    ...over,
  })
  const response = await fetch(`${stage.simulator.origins.bank}/v1/payment/billpayment/inquiry?${query}`, {
    headers: { ...HEADERS, authorization: `Bearer ${bearer ?? (await token())}` },
  })
  return { status: response.status, body: await response.json() }
}

describe('the payer’s reading of a QR', () => {
  test('knows the checksum of the standard', () => {
    expect(checksumOf('123456789')).toBe('29B1')
  })

  test.each([
    [
      '00020101021230590016A00000067701011201150994000999992010208690001230304A1B253037645406300.005802TH630415EF',
      { billerId: '099400099999201', ref1: '69000123', ref2: 'A1B2', satang: 30_000 },
    ],
    [
      '00020101021230510016A0000006770101120115099400099999201020869000124530376454071000.505802TH63040301',
      { billerId: '099400099999201', ref1: '69000124', ref2: '', satang: 100_050 },
    ],
  ])('reads %s', (text, bill) => {
    expect(readQr(text)).toEqual({ bill, findings: [] })
    expect(parse(text)?.getTagValue('30', '02')).toBe(bill.ref1)
  })

  test('agrees with another maker of QR codes', () => {
    const { bill } = readQr(generate.billPayment({ billerId: '099400016550100', ref1: 'AB12', amount: 10.5 }))
    expect(bill).toMatchObject({ billerId: '099400016550100', ref1: 'AB12', satang: 1050 })
  })

  test.each([
    ['a wrong checksum', `${qr().slice(0, -4)}0000`, /checksum/],
    ['another biller', qr({ biller: '099400099999201' }), /biller/],
    ['another currency', qr({ currency: '840' }), /764/],
    ['a reference in small letters', qr({ ref1: 'abc' }), /reference 1/],
    ['an amount without satang', qr({ amount: '5000' }), /two decimals/],
    ['something else', 'https://example.com', /tags/],
  ])('refuses %s and says why', async (_name, text, why) => {
    await expect(stage.simulator.pay(text)).rejects.toThrow(why)
    expect((await stage.simulator.findings())[0]?.findings.join()).toMatch(why)
    expect(stage.notices).toEqual([])
  })
})

describe('a payment', () => {
  test('is told to the bot and found by inquiry', async () => {
    const { transactionId } = await stage.simulator.pay(qr())
    expect(stage.notices).toMatchObject([
      {
        transactionId,
        amount: '5000.00',
        currencyCode: '764',
        billPaymentRef1: '69000123',
        billPaymentRef2: 'A1B2',
        transactionDateandTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+07:00$/),
      },
    ])
    const { body } = await inquire({ reference2: 'A1B2' })
    expect(body).toMatchObject({ status: { code: 1000 }, data: [{ transactionId, reverseFlag: 'N' }] })
    expect((await inquire({ reference2: 'OTHER' })).body.data).toEqual([])
    expect((await inquire({ transactionDate: '2020-01-01' })).body.data).toEqual([])
  })

  test('can be of another amount, come twice, and be taken back', async () => {
    const { transactionId } = await stage.simulator.pay(qr(), { satang: 499_900, times: 2 })
    expect(stage.notices.map(({ amount }) => amount)).toEqual(['4999.00', '4999.00'])
    await stage.simulator.reverse(transactionId)
    const { body } = await inquire()
    expect(body.data.map((row: { reverseFlag: string }) => row.reverseFlag)).toEqual(['N', 'Y'])
  })

  test('is told again until the bot answers 00', async () => {
    stage.answers.notice = { resCode: '99' }
    await stage.simulator.pay(qr())
    stage.answers.notice = { resCode: '00' }
    await stage.simulator.waitFor(() => stage.notices.length === 2)
    expect(stage.notices[0]).toEqual(stage.notices[1])
  })

  test('of a story that was reset is not told again in the next', async () => {
    stage.answers.notice = { resCode: '99' }
    await stage.simulator.pay(qr())
    await stage.simulator.reset()
    await sleep(200)
    expect(stage.notices).toHaveLength(1)
  })

  test('whose notice is lost stands at the bank all the same', async () => {
    await stage.simulator.fault('bank-notice', 'lost')
    await stage.simulator.pay(qr())
    expect(stage.notices).toEqual([])
    expect((await inquire()).body.data).toHaveLength(1)
  })

  test('forged in a notice is not found by inquiry', async () => {
    await stage.simulator.notice({ transactionId: 'FORGED', amount: '5000.00', billPaymentRef1: '69000123' })
    expect(stage.notices).toHaveLength(1)
    expect((await inquire()).body.data).toEqual([])
  })
})

test('the bank refuses a wrong key, a missing token and an incomplete question', async () => {
  const wrong = await fetch(`${stage.simulator.origins.bank}/v1/oauth/token`, {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify({ applicationKey: 'x', applicationSecret: 'y' }),
  })
  expect(wrong.status).toBe(401)
  expect((await inquire({}, 'nothing')).status).toBe(401)
  expect((await inquire({ reference1: '' })).status).toBe(400)
})
