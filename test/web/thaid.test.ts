import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApplication } from '../../src/actions/start-application.ts'
import { tidyUp } from '../../src/actions/tidy-up.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { deleteDraft, listHistory } from '../../src/application/store.ts'
import { thaid } from '../../src/identity/thaid.ts'
import { createLogger } from '../../src/logger.ts'
import { proof, thaidLogin } from '../../src/proof/table.ts'
import type { Definition } from '../../src/service/definition.ts'
import type { FaultName } from '../../src/simulator/faults.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { applicantOf, fillDraft } from '../support/people.ts'
import { type AtThaid, atThaid } from '../support/thaid.ts'
import { idTokenOf, openSite, signedIn, type Visitor, visitor } from './site.ts'

const PATH = '/l/identity/thaid'
let ctx: TestContext
let site: FastifyInstance
let kamon: Visitor

beforeEach(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
  kamon = await signedIn(site, ctx, 'kamon')
})
afterEach(() => site.close())

/** Presses the button, and goes through ThaID; the path that ThaID sends the browser back to. */
async function throughThaid(who: Visitor, person?: AtThaid, applicationId?: string) {
  const begun = await who.post(applicationId ? `${PATH}/for/${applicationId}` : PATH)
  expect(begun.status).toBe(303)
  const back = await atThaid(begun.location, person)
  return back.pathname + back.search
}
/** All the way, in one browser: the page one ends on. */
async function prove(who: Visitor, person?: AtThaid, applicationId?: string) {
  const callback = await throughThaid(who, person, applicationId)
  return who.get((await who.get(callback)).location)
}
const signIn = async (who: Visitor, persona: string) =>
  who.send('POST', '/session', { idToken: await idTokenOf(ctx, persona) })
const proofs = () => ctx.db.select().from(proof)
const logins = () => ctx.db.select().from(thaidLogin)

/** The service, with these fields to be proven. */
function wanting(proven: Record<string, string>): void {
  const { definition } = ctx.service
  const mark = <F extends { id: string }>(field: F) =>
    proven[field.id] ? { ...field, proven: proven[field.id] } : field
  const pages = definition.form.pages.map((page) => ({ ...page, fields: page.fields.map(mark as never) }))
  ctx.service = {
    ...ctx.service,
    definition: { ...definition, form: { ...definition.form, pages } } as Definition,
  }
}

test('before anything is read the page says what, why and how, in both languages', async () => {
  wanting({ birth_date: 'birth_date' })
  const page = await kamon.get(PATH)
  expect(page.status).toBe(200)
  expect(page.text).toContain('คำนำหน้า ชื่อ และนามสกุล')
  expect(page.text).toContain('วันเดือนปีเกิด')
  expect(page.text).not.toContain('ที่อยู่ตามทะเบียนบ้าน')
  expect((await kamon.get(`${PATH}?lang=en`)).text).toContain('Date of birth')
})

test('who comes back from ThaID in the same browser is proven, once, however often the page is loaded', async () => {
  const { applicationId } = await startApplication(ctx, await applicantOf(ctx))
  const callback = await throughThaid(kamon, {}, applicationId)
  const back = await kamon.get(callback)
  expect(back).toMatchObject({ status: 303, text: '' })
  expect(back.location).toMatch(/^\/l\/identity\/thaid\/[0-9a-f-]{36}$/)
  const page = await kamon.get(back.location)
  expect(page.text).toContain('ยืนยันตัวตนแล้ว')
  expect(page.text).toContain('1-1017-xxxxx-36-6')
  expect(page.text).toContain(`/l/apply/${applicationId}`)
  const again = await kamon.get(callback)
  expect(again.location).toBe(back.location)
  expect((await kamon.get(again.location)).text).toContain('ยืนยันตัวตนแล้ว')
  expect(await proofs()).toMatchObject([
    {
      applicantId: await applicantOf(ctx),
      applicationId,
      method: 'thaid',
      level: 2,
      status: 'accepted',
      subject: { idNumber: '1101700207366', name: { title: 'นางสาว', first: 'กมล', last: 'ศรีทอง' } },
      evidence: { issuer: ctx.config.THAID_ISSUER, ial: '2.3', subjectHash: expect.any(String) },
    },
  ])
  expect((await listHistory(ctx.db, applicationId)).map(({ event }) => event)).toContain('identity_proven')
})

test('where the service does not list ThaID nobody begins it, and what was begun before is not used', async () => {
  const { applicationId } = await startApplication(ctx, await applicantOf(ctx))
  const callback = await throughThaid(kamon)
  const { definition } = ctx.service
  const methods = definition.identity.methods.filter(({ method }) => method !== 'thaid')
  ctx.service = {
    ...ctx.service,
    hash: 'without ThaID',
    definition: { ...definition, identity: { ...definition.identity, methods } },
  }
  const { location } = await kamon.get(callback)
  expect((await kamon.get(location)).text).toContain('ที่นี่ไม่ได้ใช้ ThaID')
  expect((await kamon.get(PATH)).text).toContain('ที่นี่ไม่ได้ใช้ ThaID')
  expect((await kamon.post(PATH)).text).toContain('ที่นี่ไม่ได้ใช้ ThaID')
  expect(await proofs()).toEqual([])
  expect(await logins()).toHaveLength(1)
  // A case goes by the rules it was begun under.
  expect((await kamon.post(`${PATH}/for/${applicationId}`)).status).toBe(303)
})

test('number, name and secrets are nowhere readable in the database', async () => {
  await prove(kamon)
  const stored = JSON.stringify((await ctx.db.execute('select * from proof, thaid_login')).rows)
  for (const secret of ['1101700207366', 'กมล', 'ศรีทอง']) expect(stored).not.toContain(secret)
  expect(await logins()).toMatchObject([{ kept: null, returned: null, outcome: 'proven' }])
})

test.each<[string, FaultName, string, string]>([
  ['an expired code', 'expired-code', 'หมดเวลาแล้ว', 'The time has run out'],
  ['a wrong nonce', 'wrong-nonce', 'คำตอบจาก ThaID ใช้ไม่ได้', 'cannot be used'],
  ['a number that is no Thai ID', 'not-an-id', 'ไม่ใช่เลขประจำตัวประชาชนไทย', 'not a Thai ID number'],
])(
  '%s is told in both languages, with the other ways, and nothing is recorded',
  async (_what, fault, th, en) => {
    await ctx.simulator.fault('thaid', fault)
    const callback = await throughThaid(kamon)
    const { location } = await kamon.get(callback)
    const page = await kamon.get(location)
    expect(page.text).toContain(th)
    expect(page.text).toContain('สิ่งที่กรอกไว้ยังอยู่ครบ')
    expect(page.text).toContain(ctx.service.definition.agency.phone)
    expect((await kamon.get(`${location}?lang=en`)).text).toContain(en)
    expect(await proofs()).toEqual([])
  },
)

test('who does not consent is told that nothing was read, and keeps the draft', async () => {
  const { applicationId } = await fillDraft(ctx, { proven: false })
  const page = await prove(kamon, { answer: 'refuse' }, applicationId)
  expect(page.text).toContain('ท่านไม่ได้ให้ความยินยอม')
  expect(page.text).toContain(`href="${PATH}/for/${applicationId}"`)
  const draft = await viewCase(ctx, { applicationId, applicantId: await applicantOf(ctx) })
  expect(draft.answers.first_name).toBe('กมล')
  expect(await proofs()).toEqual([])
})

test('a ThaID that fails on the way back can be tried again', async () => {
  const callback = await throughThaid(kamon)
  await ctx.simulator.fault('POST /api/v2/oauth2/token/', 'error-503')
  expect((await kamon.get((await kamon.get(callback)).location)).text).toContain('ติดต่อ ThaID ไม่ได้')
  expect((await prove(kamon)).text).toContain('ยืนยันตัวตนแล้ว')
})

test('keys that ThaID has changed are no failure', async () => {
  await ctx.simulator.fault('thaid', 'rotate-keys')
  expect((await prove(kamon)).text).toContain('ยืนยันตัวตนแล้ว')
})

test('what ThaID does not give is asked for in the form', async () => {
  wanting({ birth_date: 'birth_date', home_address: 'address' })
  await ctx.simulator.fault('thaid', 'no-address')
  const page = await prove(kamon)
  expect(page.text).toContain('ยืนยันตัวตนแล้ว')
  expect(page.text).toContain('โปรดกรอกที่อยู่ในแบบคำขอเอง')
  expect(page.text).not.toContain('โปรดกรอกวันเกิด')
  await ctx.simulator.fault('thaid', 'no-birthdate')
  expect((await prove(kamon)).text).toContain('โปรดกรอกวันเกิดในแบบคำขอเอง')
})

test('a number other than that of the open application is not taken', async () => {
  wanting({ national_id: 'id_number' })
  const { applicationId } = await fillDraft(ctx, {
    proven: false,
    answers: { national_id: '3-1005-00123-45-8' },
  })
  const page = await prove(kamon, {}, applicationId)
  expect(page.text).toContain('เลขในคำขอไม่ตรงกับ ThaID')
  expect(await proofs()).toEqual([])
})

test('a draft that was erased meanwhile keeps nobody from being proven', async () => {
  const { applicationId } = await startApplication(ctx, await applicantOf(ctx))
  const { location } = await kamon.get(await throughThaid(kamon, {}, applicationId))
  await ctx.db.transaction((tx) => deleteDraft(tx, applicationId))
  expect((await kamon.get(location)).text).toContain('ยืนยันตัวตนแล้ว')
  expect(await proofs()).toMatchObject([{ applicationId: null, status: 'accepted' }])
})

test('a person is known by one LINE account: the second is told so', async () => {
  await prove(kamon)
  const teeradet = await signedIn(site, ctx, 'teeradet')
  const page = await prove(teeradet, { persona: 'kamon' })
  expect(page.text).toContain('ท่านยืนยันไว้กับ LINE บัญชีอื่นแล้ว')
  expect(page.text).not.toContain('กมล')
  expect(await proofs()).toHaveLength(1)
  expect((await prove(kamon)).text).toContain('ยืนยันตัวตนแล้ว')
})

test('two accounts that prove the same number at the same moment: one of them does', async () => {
  const teeradet = await signedIn(site, ctx, 'teeradet')
  const backs = await Promise.all(
    [kamon, teeradet].map(async (who) => (await who.get(await throughThaid(who))).location),
  )
  const pages = await Promise.all([kamon.get(backs[0] ?? ''), teeradet.get(backs[1] ?? '')])
  expect(pages.filter(({ text }) => text.includes('ยืนยันตัวตนแล้ว'))).toHaveLength(1)
  expect(await proofs()).toHaveLength(1)
})

test('a browser without a session asks to sign in with LINE and goes on there', async () => {
  const callback = await throughThaid(kamon)
  const external = visitor(site)
  const back = await external.get(callback)
  const asked = await external.get(back.location)
  expect(asked.status).toBe(401)
  expect(asked.text).toContain(`href="${back.location}"`)
  await signIn(external, 'kamon')
  expect((await external.get(back.location)).text).toContain('ยืนยันตัวตนแล้ว')
  expect((await kamon.get(back.location)).text).toContain('ยืนยันตัวตนแล้ว')
})

test('a link sent to another: her answer proves neither him, who waits at home, nor her', async () => {
  const teeradet = await signedIn(site, ctx, 'teeradet')
  const callback = await throughThaid(teeradet, { persona: 'kamon' })
  const victim = visitor(site)
  const { location } = await victim.get(callback)
  expect((await teeradet.get(location)).text).toContain('ผลอยู่ในเบราว์เซอร์อื่น')
  expect((await teeradet.get(callback)).location).toBe(location)
  expect((await teeradet.get(location)).text).toContain('ผลอยู่ในเบราว์เซอร์อื่น')
  await signIn(victim, 'kamon')
  expect((await victim.get(location)).text).toContain('รายการนี้เริ่มจาก LINE บัญชีอื่น')
  expect((await teeradet.get(location)).text).toContain('รายการนี้เริ่มจาก LINE บัญชีอื่น')
  expect(await proofs()).toEqual([])
  expect(await logins()).toMatchObject([{ returned: null, kept: null, outcome: 'other_account' }])
})

test('another’s login is not found, and a stranger’s case cannot be begun for', async () => {
  const { location } = await kamon.get(await throughThaid(kamon))
  const teeradet = await signedIn(site, ctx, 'teeradet')
  expect((await teeradet.get(location)).status).toBe(404)
  const { applicationId } = await fillDraft(ctx, { proven: false })
  expect((await teeradet.get(`${PATH}/for/${applicationId}`)).status).toBe(404)
  expect((await teeradet.post(`${PATH}/for/${applicationId}`)).status).toBe(404)
  expect((await kamon.get(location)).text).toContain('ยืนยันตัวตนแล้ว')
})

test('a state that was never given, garbage and a changed one end on a page that says so', async () => {
  const callback = new URL(await throughThaid(kamon), 'http://x')
  for (const query of ['', '?state=invented&code=c', '?state=a&state=b', `?state=${'x'.repeat(5000)}`]) {
    const back = await kamon.get(`${PATH}/callback${query}`)
    expect(back.location).toBe(`${PATH}/unknown`)
  }
  callback.searchParams.set('state', 'another')
  const page = await kamon.get((await kamon.get(callback.pathname + callback.search)).location)
  expect(page.text).toContain('ไม่พบรายการนี้')
  expect(await proofs()).toEqual([])
})

test('ten minutes are enough: then one begins again', async () => {
  const callback = await throughThaid(kamon)
  ctx.clock.advance(11 / 60)
  expect((await kamon.get((await kamon.get(callback)).location)).text).toContain('หมดเวลาแล้ว')
  expect(await proofs()).toEqual([])
})

test('an exchange that was cut off is told, not repeated', async () => {
  const { location } = await kamon.get(await throughThaid(kamon))
  await ctx.db.update(thaidLogin).set({ takenAt: ctx.clock.now() })
  expect(await kamon.get(location)).toMatchObject({ headers: { refresh: '2' } })
  ctx.clock.advance(2 / 60)
  expect((await kamon.get(location)).text).toContain('ติดต่อ ThaID ไม่ได้')
})

test('an agency without ThaID offers the other ways', async () => {
  ctx.digitalId = thaid({ ...ctx.config, THAID_CLIENT_ID: undefined }, ctx.clock)
  expect((await kamon.get(PATH)).text).toContain('ที่นี่ไม่ได้ใช้ ThaID')
  expect((await kamon.post(PATH)).text).toContain('ที่นี่ไม่ได้ใช้ ThaID')
})

test('a ThaID that does not answer when one begins is told at once', async () => {
  ctx.digitalId = thaid({ ...ctx.config, THAID_ISSUER: 'http://127.0.0.1:9' }, ctx.clock)
  expect((await kamon.post(PATH)).text).toContain('ติดต่อ ThaID ไม่ได้')
  expect(await logins()).toEqual([])
})

test('logs say how it ended and hold nothing of the person, the code or the state', async () => {
  const lines: string[] = []
  ctx.log = createLogger('trace', { write: (line) => lines.push(line) })
  const callback = await throughThaid(kamon)
  const page = await kamon.get((await kamon.get(callback)).location)
  await ctx.simulator.fault('thaid', 'wrong-nonce')
  await prove(kamon)
  const log = lines.join('')
  expect(page.text).toContain('ยืนยันตัวตนแล้ว')
  expect(log).toContain('thaid.finished')
  expect(log).toContain('untrusted')
  const query = new URL(callback, 'http://x').searchParams
  for (const secret of ['1101700207366', 'กมล', query.get('code') ?? '', query.get('state') ?? ''])
    expect(log).not.toContain(secret)
})

test('logins are forgotten after a day', async () => {
  await prove(kamon)
  ctx.clock.advance(25)
  await tidyUp(ctx)
  expect(await ctx.db.select().from(thaidLogin).where(eq(thaidLogin.outcome, 'proven'))).toEqual([])
  expect(await proofs()).toHaveLength(1)
})
