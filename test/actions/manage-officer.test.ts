import { beforeEach, describe, expect, test } from 'vitest'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { delegateRole, endDelegation, viewDelegations } from '../../src/actions/delegate-role.ts'
import { joinOfficer } from '../../src/actions/join-officer.ts'
import {
  askReset,
  changeOfficer,
  confirmReset,
  invite,
  viewOfficer,
  viewOfficers,
} from '../../src/actions/manage-officer.ts'
import { seedOfficers } from '../../src/actions/seed-officers.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { listDocuments } from '../../src/licence/store.ts'
import type { DelegationWish } from '../../src/officer/delegation.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { findActingOfficer, findOfficerByLineUser, listOfficersOfRole } from '../../src/officer/store.ts'
import { listDecisions } from '../../src/review/store.ts'
import { bangkokDay } from '../../src/service/dates.ts'
import { readPdf, squeezed } from '../documents/read-pdf.ts'
import { lineUserOf, officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { endorsed, getCase, type Owner, paid, submitted } from '../support/people.ts'

let ctx: TestContext
let admin: ActingOfficer
let wanna: ActingOfficer
let kukiat: ActingOfficer

beforeEach(async () => {
  ctx = await openTestContext()
  const lineUserId = lineUserOf('pranee')
  await seedOfficers(ctx, [
    { name: 'นางปราณี สุขใจ', position: 'ปลัดเทศบาล', roles: ['supervisor', 'admin'], lineUserId },
  ])
  admin = await officerOf(ctx, 'pranee')
  wanna = await officerOf(ctx, 'wanna')
  kukiat = await officerOf(ctx, 'kukiat')
})

describe('roles', () => {
  test('are changed by another administrator, and the change is in the history', async () => {
    await changeOfficer(ctx, admin, { id: wanna.id, roles: ['reviewer', 'inspector'] })
    const { officer, history } = await viewOfficer(ctx, wanna.id)
    expect(officer.roles).toEqual(['reviewer', 'inspector'])
    expect(history[0]).toMatchObject({
      event: 'roles_changed',
      by: 'นางปราณี สุขใจ',
      data: { before: ['reviewer'], roles: ['reviewer', 'inspector'] },
    })
  })

  test('are never one’s own to change', async () => {
    await expect(changeOfficer(ctx, admin, { id: admin.id, roles: ['admin', 'approver'] })).rejects.toThrow(
      'own_account',
    )
  })

  test('one administrator remains, whoever asks', async () => {
    await expect(changeOfficer(ctx, wanna, { id: admin.id, roles: ['supervisor'] })).rejects.toThrow(
      'last_admin',
    )
    await expect(changeOfficer(ctx, wanna, { id: admin.id, active: false })).rejects.toThrow('last_admin')
    await changeOfficer(ctx, admin, { id: wanna.id, roles: ['reviewer', 'admin'] })
    await changeOfficer(ctx, wanna, { id: admin.id, active: false })
    expect((await viewOfficer(ctx, admin.id)).officer.active).toBe(false)
  })

  test('of an officer unknown here, or none at all, are refused', async () => {
    await expect(changeOfficer(ctx, admin, { id: 'nobody', roles: ['reviewer'] })).rejects.toThrow('officer')
    await expect(changeOfficer(ctx, admin, { id: wanna.id, roles: [] })).rejects.toThrow('roles_needed')
    await expect(invite(ctx, admin, { name: ' ', position: 'x', roles: ['reviewer'] })).rejects.toThrow()
  })
})

describe('a lost factor', () => {
  test('is reset by two: who asked and the officer do not confirm', async () => {
    await askReset(ctx, admin, wanna.id)
    await expect(askReset(ctx, kukiat, wanna.id)).rejects.toThrow('reset_waits')
    const [reset] = (await viewOfficers(ctx)).resets
    const id = reset?.id ?? ''
    await expect(confirmReset(ctx, admin, id)).rejects.toThrow('four_eyes')
    await expect(confirmReset(ctx, wanna, id)).rejects.toThrow('four_eyes')
    expect((await viewOfficer(ctx, wanna.id)).officer.hasFactor).toBe(true)

    const confirmed = await confirmReset(ctx, kukiat, id)
    expect((await viewOfficer(ctx, wanna.id)).officer).toMatchObject({ hasFactor: false, joined: false })
    expect(await findOfficerByLineUser(ctx.db, lineUserOf('wanna'))).toBeUndefined()
    expect(await confirmReset(ctx, kukiat, id)).toBeUndefined()

    await joinOfficer(ctx, { code: confirmed?.code ?? '', lineUserId: lineUserOf('teeradet') })
    expect((await findOfficerByLineUser(ctx.db, lineUserOf('teeradet')))?.id).toBe(wanna.id)
  })
})

describe('a delegation', () => {
  const today = () => bangkokDay(ctx.clock.now())
  const order = (changes: Partial<DelegationWish> = {}): DelegationWish => ({
    fromId: kukiat.id,
    toId: wanna.id,
    role: 'approver',
    kind: 'delegated',
    orderNumber: '125/2569',
    orderedOn: '2026-11-20',
    firstDay: '2026-11-23',
    lastDay: '2026-11-24',
    ...changes,
  })
  const now = async (personaId: string) => {
    const found = await findActingOfficer(ctx.db, lineUserOf(personaId), today())
    if (!found) throw new Error('no officer')
    return found
  }

  test('gives the role on its days, and on no other', async () => {
    await delegateRole(ctx, admin, order({ firstDay: '2026-11-24' }))
    expect((await now('wanna')).roles).toEqual(['reviewer'])
    ctx.clock.advance(24)
    expect((await now('wanna')).roles).toEqual(['reviewer', 'approver'])
    expect(await listOfficersOfRole(ctx.db, 'approver', today())).toHaveLength(2)
    ctx.clock.advance(24)
    expect((await now('wanna')).roles).toEqual(['reviewer'])
    expect(await listOfficersOfRole(ctx.db, 'approver', today())).toHaveLength(1)
  })

  test('begins and ends at midnight in Bangkok', async () => {
    await delegateRole(ctx, admin, order())
    ctx.clock.set(new Date('2026-11-24T23:59:00+07:00'))
    expect((await now('wanna')).roles).toContain('approver')
    ctx.clock.set(new Date('2026-11-25T00:00:00+07:00'))
    expect((await now('wanna')).roles).not.toContain('approver')
  })

  test('ends at once when it is ended, and when its giver loses the role or the account', async () => {
    await delegateRole(ctx, admin, order())
    await changeOfficer(ctx, admin, { id: kukiat.id, roles: ['auditor'] })
    expect((await now('wanna')).roles).toEqual(['reviewer'])
    await changeOfficer(ctx, admin, { id: kukiat.id, roles: ['approver'] })
    expect((await now('wanna')).roles).toContain('approver')
    const [given] = await viewDelegations(ctx)
    await endDelegation(ctx, admin, given?.id ?? '')
    expect((await now('wanna')).roles).toEqual(['reviewer'])
    expect((await viewDelegations(ctx))[0]?.state).toBe('over')
  })

  test('is not recorded twice, handed on, or given to whoever records it', async () => {
    await delegateRole(ctx, admin, order())
    await expect(delegateRole(ctx, admin, order())).rejects.toThrow('overlaps')
    await expect(delegateRole(ctx, admin, order({ fromId: wanna.id, toId: admin.id }))).rejects.toThrow()
    await expect(delegateRole(ctx, admin, order({ toId: admin.id }))).rejects.toThrow('own_delegation')
  })

  describe('in a case', () => {
    let owner: Owner
    const decide = async (officer: ActingOfficer, outcome: 'approve' | 'refuse') => {
      const { version } = await getCase(ctx, owner)
      const found = { checklist: [], conditions: [], reason: 'ไม่เป็นไปตามหลักเกณฑ์' }
      await decideApplication(ctx, officer, { ...owner, version, outcome, ...found })
    }

    beforeEach(async () => {
      owner = await submitted(ctx)
      await endorsed(ctx, owner)
    })

    test('what is signed in it says in whose place and by which order, on the licence and in the history', async () => {
      await delegateRole(ctx, kukiat, order({ toId: admin.id }))
      const acting = await now('pranee')
      await claimApplication(ctx, acting, owner.applicationId)
      await decide(acting, 'approve')
      const line = 'ปฏิบัติราชการแทน นายกเทศมนตรี ตามคำสั่งที่ 125/2569 ลงวันที่ 20 พฤศจิกายน 2569'
      const found = await viewOfficerCase(ctx, acting, owner.applicationId)
      expect(found.history.find(({ event }) => event === 'approved')?.actor).toBe(`นางปราณี สุขใจ ${line}`)
      const [, order_] = await listDecisions(ctx.db, owner.applicationId)
      expect(order_?.acting).toMatchObject({
        officerId: kukiat.id,
        position: 'นายกเทศมนตรี',
        order: '125/2569',
      })
      ctx.clock.advance(24 * 30)
      expect(
        (await viewOfficerCase(ctx, acting, owner.applicationId)).history.find(
          ({ event }) => event === 'approved',
        )?.actor,
      ).toContain(line)
    })

    test('the licence is signed, and a refusal told, in another’s place by the order', async () => {
      await delegateRole(ctx, kukiat, order({ toId: admin.id }))
      const refused = owner
      const acting = await now('pranee')
      await claimApplication(ctx, acting, owner.applicationId)
      await decide(acting, 'refuse')
      const line = 'ปฏิบัติราชการแทน นายกเทศมนตรี ตามคำสั่งที่ 125/2569 ลงวันที่ 20 พฤศจิกายน 2569'
      const by = `นางปราณี สุขใจ ปลัดเทศบาล ${line}`
      expect((await viewCase(ctx, refused)).refusal).toMatchObject({ by })

      owner = await submitted(ctx)
      await endorsed(ctx, owner)
      await claimApplication(ctx, acting, owner.applicationId)
      await decide(acting, 'approve')
      await paid(ctx, owner)
      await runJobs(ctx)
      expect(JSON.stringify(await ctx.simulator.state())).toContain(by)
      const licence = (await listDocuments(ctx.db, owner.applicationId)).find(
        ({ kind }) => kind === 'licence',
      )
      const { text } = readPdf(await ctx.files.get(licence?.storageKey ?? ''))
      const printed = squeezed(text).replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
      for (const each of ['นางปราณี สุขใจ', line]) expect(printed).toContain(squeezed(each))
      expect(printed).not.toContain(squeezed(kukiat.name))
    })

    test('it never makes four eyes two: who gave the opinion does not give the order in another’s place', async () => {
      await delegateRole(ctx, admin, order())
      const acting = await now('wanna')
      await expect(claimApplication(ctx, acting, owner.applicationId)).rejects.toThrow()
    })

    test('outside its days the order is refused, though the case was taken within them', async () => {
      await delegateRole(ctx, kukiat, order({ toId: admin.id, lastDay: '2026-11-23' }))
      await claimApplication(ctx, await now('pranee'), owner.applicationId)
      ctx.clock.advance(24)
      await expect(decide(await now('pranee'), 'approve')).rejects.toThrow('not_your_step')
    })
  })
})
