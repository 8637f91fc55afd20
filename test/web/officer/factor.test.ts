/** The second factor as an officer meets it: at joining, at sign-in, and before an act that binds the agency. */
import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claimApplication } from '../../../src/actions/claim-application.ts'
import { inviteOfficer } from '../../../src/actions/join-officer.ts'
import { listSessions, updateSession } from '../../../src/applicant/sessions.ts'
import { listFactors } from '../../../src/officer/factors.ts'
import { listOfficerHistory } from '../../../src/officer/store.ts'
import { PERSONAS } from '../../../src/simulator/api.ts'
import { lineUserOf, officerOf, openTestContext, type TestContext } from '../../support/context.ts'
import { endorsed, getCase, type Owner, submitted } from '../../support/people.ts'
import { idTokenOf, openSite, type Visitor, visitor } from '../site.ts'
import { visitorOf } from './desk.ts'

let ctx: TestContext
let site: FastifyInstance

beforeAll(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
})
afterAll(() => site.close())
beforeEach(async () => {
  ctx = Object.assign(ctx, await openTestContext())
})

/** Signed in with LINE, and no more. */
async function opened(personaId: string): Promise<Visitor> {
  const person = visitor(site)
  await person.send('POST', '/session', { idToken: await idTokenOf(ctx, personaId) })
  return person
}

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: ctx.clock.now().getTime() + steps * 30_000,
  })

function secretOf(personaId: string): string {
  const persona = PERSONAS.find(({ id }) => id === personaId)
  return persona && 'totpSecret' in persona ? persona.totpSecret : ''
}

/** What the page asks for again is sent again, as a browser would. */
function fieldsOf(html: string): Record<string, string> {
  const areas = html.matchAll(/<textarea name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)
  return Object.fromEntries([...areas].map(([, name = '', value = '']) => [name, value]))
}

describe('at sign-in', () => {
  test('nothing of the desk is shown before the code, and then what was asked for', async () => {
    const wanna = await opened('wanna')
    const asked = await wanna.get('/o?tab=mine')
    expect(asked.status).toBe(403)
    expect(asked.text).toContain('ยืนยันว่าเป็นท่าน')
    expect(asked.text).not.toContain('คำขอทั้งหมด')
    expect(fieldsOf(asked.text)).toEqual({ to: '/o?tab=mine' })
    const proved = await wanna.post('/o/factor', {
      ...fieldsOf(asked.text),
      _code: codeOf(secretOf('wanna')),
    })
    expect(proved).toMatchObject({ status: 303, location: '/o?tab=mine' })
    expect((await wanna.get('/o')).status).toBe(200)
  })

  test('a wrong code says so, and the same code does not count twice', async () => {
    const [first, second] = [await opened('wanna'), await opened('wanna')]
    const wrong = await first.post('/o/factor', { to: '/o', _code: '000000' })
    expect(wrong.status).toBe(403)
    expect(wrong.text).toContain('รหัสไม่ถูกต้อง')
    const code = codeOf(secretOf('wanna'))
    expect((await first.post('/o/factor', { to: '/o', _code: code })).status).toBe(303)
    expect((await second.post('/o/factor', { to: '/o', _code: code })).status).toBe(403)
    expect((await second.post('/o/factor', { to: '/o', _code: codeOf(secretOf('wanna'), 1) })).status).toBe(
      303,
    )
  })

  test('five wrong codes lock for a quarter of an hour, in every browser, and leave a trace', async () => {
    const wanna = await opened('wanna')
    for (let times = 0; times < 5; times++) await wanna.post('/o/factor', { to: '/o', _code: '000000' })
    const other = await opened('wanna')
    const refused = await other.post('/o/factor', { to: '/o', _code: codeOf(secretOf('wanna')) })
    expect(refused.text).toContain('โปรดรอ 15 นาที')
    const { id } = await officerOf(ctx, 'wanna')
    expect((await listOfficerHistory(ctx.db, id)).map(({ event }) => event)).toContain('codes_locked')
    ctx.clock.advance(0.26)
    expect((await other.post('/o/factor', { to: '/o', _code: codeOf(secretOf('wanna')) })).status).toBe(303)
  })

  test('the code of another officer does not count', async () => {
    const wanna = await opened('wanna')
    expect((await wanna.post('/o/factor', { to: '/o', _code: codeOf(secretOf('kukiat')) })).status).toBe(403)
  })
})

describe('before a decision', () => {
  let owner: Owner
  let kukiat: Visitor
  let form: Record<string, string>

  beforeEach(async () => {
    owner = await submitted(ctx)
    await endorsed(ctx, owner)
    await claimApplication(ctx, await officerOf(ctx, 'kukiat'), owner.applicationId)
    kukiat = await opened('kukiat')
    await kukiat.post('/o/factor', { to: '/o', _code: codeOf(secretOf('kukiat')) })
    const { version } = await getCase(ctx, owner)
    const reason = 'ที่ตั้งไม่เหมาะสม\nใกล้บ่อขยะ "ของตลาด"'
    form = { version: String(version), seenAt: ctx.clock.now().toISOString(), stage: 'send', reason }
  })
  const refuse = (fields: Record<string, string>) =>
    kukiat.post(`/o/cases/${owner.applicationId}/decide/refuse`, fields)

  test('a proof of the last ten minutes is enough', async () => {
    ctx.clock.advance(9 / 60)
    expect((await refuse(form)).location).toContain('done=refuse')
  })

  test('an older one is asked for again, and what was typed goes on with the code', async () => {
    ctx.clock.advance(11 / 60)
    const asked = await refuse(form)
    expect(asked.status).toBe(403)
    expect(asked.text).toContain('สิ่งที่ท่านกรอกไว้ยังอยู่ครบ')
    expect(asked.text).toContain(`action="/o/cases/${owner.applicationId}/decide/refuse"`)
    expect((await getCase(ctx, owner)).status).toBe('in_review')
    const again = await refuse({ ...form, _code: '000000' })
    expect(again.text).toContain('รหัสไม่ถูกต้อง')
    expect(again.text).not.toContain('_code" hidden')
    const kept = fieldsOf(again.text)
    expect(Object.keys(kept).sort()).toEqual(Object.keys(form).sort())
    expect((await refuse({ ...form, _code: codeOf(secretOf('kukiat')) })).location).toContain('done=refuse')
    expect((await getCase(ctx, owner)).status).toBe('refused')
  })

  test('a code sent without need is not used up', async () => {
    await refuse({ ...form, stage: 'confirm', _code: codeOf(secretOf('kukiat'), 1) })
    ctx.clock.advance(11 / 60)
    expect((await refuse({ ...form, _code: codeOf(secretOf('kukiat')) })).status).toBe(303)
  })
})

describe('at joining', () => {
  async function joined(): Promise<Visitor> {
    const roles = ['reviewer' as const]
    const { code } = await inviteOfficer(ctx, { name: 'นายธีรเดช คงมั่น', position: 'นิติกร', roles })
    const teeradet = await opened('teeradet')
    expect(await teeradet.post('/o/join', { code })).toMatchObject({ location: '/o/factors/new' })
    return teeradet
  }

  test('an app is set up by its secret and first code before anything else is seen', async () => {
    const teeradet = await joined()
    expect(await teeradet.get('/o')).toMatchObject({ status: 303, location: '/o/factors/new' })
    const page = (await teeradet.get('/o/factors/new')).text
    const secret = /class="num secret">([A-Z2-7 ]+)</.exec(page)?.[1]?.replace(/ /g, '') ?? ''
    expect((await teeradet.get('/o/factors/new')).text).toContain(secret.slice(0, 4))
    expect((await teeradet.post('/o/factors/totp', { code: '000000' })).status).toBe(422)
    expect(await teeradet.get('/o')).toMatchObject({ status: 303, location: '/o/factors/new' })
    expect((await teeradet.post('/o/factors/totp', { code: codeOf(secret) })).status).toBe(303)
    expect((await teeradet.get('/o/join')).text).toContain('ผูกบัญชีแล้ว')
    expect((await teeradet.get('/o')).status).toBe(200)
  })

  test('an invitation runs out after seven days', async () => {
    const { code } = await inviteOfficer(ctx, { name: 'นาย ก', position: 'นิติกร', roles: ['reviewer'] })
    ctx.clock.advance(7 * 24)
    const teeradet = await visitorOf(site, ctx, 'teeradet')
    expect((await teeradet.post('/o/join', [['code', code]])).status).toBe(422)
  })

  test('the secret is sealed in the database', async () => {
    const teeradet = await joined()
    await teeradet.get('/o/factors/new')
    const { rows } = await ctx.db.execute('select secret from second_factor where secret is not null')
    for (const { secret } of rows as { secret: string }[]) expect(secret).not.toMatch(/^[A-Z2-7]+$/)
  })
})

describe('the own factors', () => {
  test('the last one is not removed, and a new one is added only after a fresh proof', async () => {
    const wanna = await opened('wanna')
    await wanna.post('/o/factor', { to: '/o', _code: codeOf(secretOf('wanna')) })
    const { id: officerId } = await officerOf(ctx, 'wanna')
    const [only] = await listFactors(ctx.db, officerId)
    const refused = await wanna.post(`/o/factors/${only?.id}/remove`)
    expect(refused.location).toBe('/o/sessions?problem=last_factor')
    expect((await wanna.get(refused.location)).text).toContain('ต้องเหลืออย่างน้อยหนึ่งวิธี')
    const [session] = await listSessions(ctx.db, lineUserOf('wanna'), ctx.clock.now())
    const long = new Date(ctx.clock.now().getTime() - 11 * 60_000)
    await updateSession(ctx.db, session?.id ?? '', { factorAt: long })
    expect((await wanna.get('/o/factors/new')).status).toBe(403)
  })

  test('a second one cannot be set up by somebody who has not proved the first', async () => {
    const thief = await opened('wanna')
    expect((await thief.get('/o/factors/new')).status).toBe(403)
    expect((await thief.post('/o/factors/totp', { code: '123456' })).status).toBe(403)
  })
})
