import { beforeEach, describe, expect, test } from 'vitest'
import { clearPrefill, prefilledFrom } from '../../src/actions/prefill.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { applicantOf, getCase, type Owner, submitted } from '../support/people.ts'
import { openSite, signedIn } from '../web/site.ts'

let ctx: TestContext
beforeEach(async () => {
  ctx = await openTestContext()
})

async function next(persona = 'kamon'): Promise<Owner> {
  const applicantId = await applicantOf(ctx, persona)
  return { ...(await startApplication(ctx, applicantId)), applicantId }
}
const answersOf = async (owner: Owner) => (await viewCase(ctx, owner)).answers

describe('a person’s next application', () => {
  test('begins with the answers of the last one, and names it; papers are attached anew', async () => {
    const first = await submitted(ctx, { answers: { shop_name: 'ใสใจ' } })
    const owner = await next()
    const answers = await answersOf(owner)
    expect(answers).toMatchObject({ shop_name: 'ใสใจ', national_id: '1101700207366' })
    for (const field of ['id_card', 'site_map', 'water_test']) expect(answers[field]).toBeUndefined()
    expect(await prefilledFrom(ctx, owner)).toBe((await getCase(ctx, first)).reference)
  })

  test('takes nothing from anybody else', async () => {
    await submitted(ctx)
    const owner = await next('teeradet')
    expect(await answersOf(owner)).toEqual({})
    expect(await prefilledFrom(ctx, owner)).toBeUndefined()
  })

  test('is emptied by one press, except for what was changed since', async () => {
    await submitted(ctx)
    const owner = await next()
    await saveDraft(ctx, { ...owner, answers: { shop_name: 'ร้านใหม่' } })
    await clearPrefill(ctx, owner)
    await clearPrefill(ctx, owner)
    expect(await answersOf(owner)).toEqual({ shop_name: 'ร้านใหม่' })
    expect(await prefilledFrom(ctx, owner)).toBeUndefined()
  })

  test('tells on its page where the answers come from', async () => {
    const first = await submitted(ctx)
    const { reference } = await getCase(ctx, first)
    const site = await openSite(ctx)
    const kamon = await signedIn(site, ctx, 'kamon')
    const { location } = await kamon.post('/l/apply')
    const page = await kamon.get(location)
    expect(page.text).toContain(`ข้อมูลมาจากคำขอเลขที่ ${reference}`)
    expect(page.text).not.toContain('ทำต่อจากเดิม')
    const stranger = await signedIn(site, ctx, 'teeradet')
    expect((await stranger.post(`${location}/clear-prefill`)).status).toBe(404)
    await kamon.post(`${location}/clear-prefill`)
    expect((await kamon.get(location)).text).not.toContain('ข้อมูลมาจากคำขอ')
    await site.close()
  })
})
