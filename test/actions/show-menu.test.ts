import { beforeEach, expect, test } from 'vitest'
import { meetApplicant } from '../../src/actions/meet-applicant.ts'
import { showMenu } from '../../src/actions/show-menu.ts'
import { richMenuOf } from '../../src/compose.ts'
import { publishRichMenu } from '../../src/line/rich-menu.ts'
import { lineUserOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { submitted } from '../support/people.ts'

const KAMON = lineUserOf('kamon')
let ctx: TestContext
beforeEach(async () => {
  ctx = await openTestContext()
  await publishRichMenu(ctx.config, richMenuOf(ctx.service))
})

/** The name of the menu under this person's chat; undefined for the one everybody has. */
async function menuOf(personaId: string): Promise<string | undefined> {
  const { personas, richMenus } = await ctx.simulator.state()
  const id = personas.find((each) => each.id === personaId)?.richMenuId
  return id ? richMenus[id]?.areas.map(({ action }) => action.label).join(' ') : undefined
}

test('who has applied begins with the own case', async () => {
  await submitted(ctx)
  await runJobs(ctx)
  expect(await menuOf('kamon')).toContain('ติดตามคำขอ ใบอนุญาตของฉัน ชำระเงิน')
})

test('who reads English is shown the English menu', async () => {
  await meetApplicant(ctx, KAMON, { language: 'en' })
  await runJobs(ctx)
  expect(await menuOf('kamon')).toContain('Start My case Apply Information')
})

test('where nothing was published nothing is changed, and nothing fails', async () => {
  const person = await meetApplicant(ctx, KAMON)
  const { personas } = await ctx.simulator.state()
  await ctx.messenger.showMenu(KAMON, { tab: 'nowhere', language: 'th' })
  await showMenu(ctx, { applicantId: person.id })
  expect((await ctx.simulator.state()).personas).toHaveLength(personas.length)
})
