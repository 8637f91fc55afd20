/** A transferred licence goes from the old holder's account into the new holder's, and to nobody else's. */
import { beforeEach, describe, expect, test } from 'vitest'
import { listLicences } from '../../src/actions/list-licences.ts'
import { offerLicence } from '../../src/actions/offer-licence.ts'
import { recordNotice } from '../../src/actions/privacy-notice.ts'
import { startTransaction } from '../../src/actions/start-transaction.ts'
import { takeOverLicence, viewTakeOver } from '../../src/actions/take-over-licence.ts'
import { readDocument, viewCase } from '../../src/actions/view-case.ts'
import { listDocuments } from '../../src/licence/store.ts'
import type { Licence } from '../../src/licence/table.ts'
import { newHolderNumber } from '../../src/service/transaction.ts'
import { approve, filed, openService, pay } from '../services/stage.ts'
import { begun, filedAbout, licenceOf, otherHolder } from '../services/transactions.ts'
import { runJobs, type TestContext } from '../support/context.ts'
import { applicantOf, getCase, type Owner } from '../support/people.ts'

const IN_PERSON = { by_proxy: 'no' }

let ctx: TestContext
let transfer: Owner
let licence: Licence
let heir: string
let ending: string

async function throughTheOffice(owner: Owner): Promise<void> {
  for (const step of [pay, approve, pay]) {
    await runJobs(ctx)
    await step(ctx, owner)
  }
  await runJobs(ctx)
}

beforeEach(async () => {
  ctx = await openService('services/food-premises')
  const first = await filed(ctx, { optional: false, forced: IN_PERSON })
  await throughTheOffice(first)
  transfer = await begun(ctx, first, { licenceId: (await licenceOf(ctx, first)).id, type: 'transfer' })
  await filedAbout(ctx, transfer, { ...otherHolder(ctx.service.definition), ...IN_PERSON })
  await throughTheOffice(transfer)
  licence = await licenceOf(ctx, transfer)
  heir = await applicantOf(ctx, 'teeradet')
  ending = newHolderNumber(ctx.service.definition, (await getCase(ctx, transfer)).answers).slice(-4)
})

const offered = async () => codeOf((await offerLicence(ctx, transfer)).url)
const codeOf = (url: string) => decodeURIComponent(url.slice(url.lastIndexOf('/') + 1).trim())
const wallet = async (applicantId: string) =>
  (await listLicences(ctx, applicantId)).map((each) => each.licence.number)
const NOT_FOUND = { name: 'NotFound' }

describe('the link', () => {
  test('moves the licence into the wallet of who knows the end of the number', async () => {
    const code = await offered()
    expect(await viewTakeOver(ctx, { code, applicantId: heir })).toMatchObject({ state: 'asks', left: 5 })
    const taken = await takeOverLicence(ctx, { code, applicantId: heir, typed: ending })
    expect(taken.state).toBe('taken')
    expect(await wallet(heir)).toEqual([licence.number])
    expect(await wallet(transfer.applicantId)).toEqual([])
  })

  test('used again says the same to the same person and nothing to anybody else', async () => {
    const code = await offered()
    const other = await offered()
    await takeOverLicence(ctx, { code, applicantId: heir, typed: ending })
    for (const again of [code, other])
      expect((await takeOverLicence(ctx, { code: again, applicantId: heir, typed: '' })).state).toBe('taken')
    const stranger = await applicantOf(ctx, 'wanna')
    for (const applicantId of [stranger, transfer.applicantId]) {
      await expect(viewTakeOver(ctx, { code, applicantId })).rejects.toMatchObject(NOT_FOUND)
      const typed = { code: other, applicantId, typed: ending }
      await expect(takeOverLicence(ctx, typed)).rejects.toMatchObject(NOT_FOUND)
    }
  })

  test('is over after five wrong numbers', async () => {
    const code = await offered()
    for (const left of [4, 3, 2, 1])
      expect(await takeOverLicence(ctx, { code, applicantId: heir, typed: 'none' })).toMatchObject({
        wrong: true,
        left,
      })
    const typed = (text: string) => takeOverLicence(ctx, { code, applicantId: heir, typed: text })
    await expect(typed('')).rejects.toMatchObject(NOT_FOUND)
    await expect(typed(ending)).rejects.toMatchObject(NOT_FOUND)
    expect(await wallet(heir)).toEqual([])
  })

  test('is over after sixty days, and is nothing to the old holder', async () => {
    const code = await offered()
    const own = { code, applicantId: transfer.applicantId, typed: ending }
    await expect(takeOverLicence(ctx, own)).rejects.toMatchObject(NOT_FOUND)
    ctx.clock.advance(60 * 24)
    await expect(viewTakeOver(ctx, { code, applicantId: heir })).rejects.toMatchObject(NOT_FOUND)
  })

  test('is made for no stranger and for nothing but a transfer', async () => {
    const strange = { ...transfer, applicantId: heir }
    await expect(offerLicence(ctx, strange)).rejects.toMatchObject(NOT_FOUND)
    await takeOverLicence(ctx, { code: await offered(), applicantId: heir, typed: ending })
    await expect(offerLicence(ctx, transfer)).rejects.toMatchObject(NOT_FOUND)
  })

  test('comes by mail to the address given for the new holder', async () => {
    const { mails } = await ctx.simulator.state()
    const link = mails.map(({ text }) => /https?:\S+\/l\/take-over\/\S+/.exec(text)?.[0]).find(Boolean)
    const code = codeOf(link ?? '')
    expect((await takeOverLicence(ctx, { code, applicantId: heir, typed: ending })).state).toBe('taken')
  })
})

describe('once it is taken over', () => {
  beforeEach(async () => {
    await takeOverLicence(ctx, { code: await offered(), applicantId: heir, typed: ending })
  })

  test('the new holder reads it and asks for what concerns it; the old holder can do neither', async () => {
    const [document] = (await listDocuments(ctx.db, transfer.applicationId)).filter(
      ({ kind }) => kind === 'licence',
    )
    const read = (applicantId: string) =>
      readDocument(ctx, { documentId: document?.id ?? '', by: { applicantId } })
    expect((await read(heir)).name).toBe('licence.pdf')
    await expect(read(transfer.applicantId)).rejects.toMatchObject(NOT_FOUND)
    const ask = (applicantId: string) =>
      startTransaction(ctx, { applicantId, licenceId: licence.id, type: 'replace' })
    await expect(ask(transfer.applicantId)).rejects.toMatchObject(NOT_FOUND)
    const replaced = { applicantId: heir, ...(await ask(heir)) }
    const { definition } = ctx.service
    await recordNotice(ctx.db, { applicantId: heir, definition, at: ctx.clock.now() })
    await filedAbout(ctx, replaced, IN_PERSON)
    await throughTheOffice(replaced)
    expect(await wallet(heir)).toEqual([licence.number])
    expect((await licenceOf(ctx, replaced)).holder).toBe(licence.holder)
  })

  test('the case is still of who asked for it, without the licence', async () => {
    const { licence: shown, documents, handOn } = await viewCase(ctx, transfer)
    expect({ shown, handOn }).toEqual({ shown: undefined, handOn: 'done' })
    expect(documents.map(({ kind }) => kind)).not.toContain('licence')
    await expect(viewCase(ctx, { ...transfer, applicantId: heir })).rejects.toMatchObject(NOT_FOUND)
  })

  test('the old holder is told', async () => {
    await runJobs(ctx)
    const { chats } = await ctx.simulator.state()
    expect(JSON.stringify(chats.kamon?.at(-1))).toContain('ผู้รับโอน')
  })
})
