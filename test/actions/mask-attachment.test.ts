import { beforeEach, describe, expect, test } from 'vitest'
import { readFile, sha256Of } from '../../src/actions/attach-file.ts'
import { maskAttachment } from '../../src/actions/mask-attachment.ts'
import { brokenEntry } from '../../src/application/history.ts'
import { findAttachment, listHistory } from '../../src/application/store.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { filesOf } from '../../src/service/form.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { fillDraft, getCase, type Owner, submitted } from '../support/people.ts'
import { exifOf, GPS, JPEG, photo, SMALL_PNG } from '../support/pictures.ts'

let ctx: TestContext
let wanna: ActingOfficer
beforeEach(async () => {
  ctx = await openTestContext()
  wanna = await officerOf(ctx, 'wanna')
})

const cardOf = async (owner: Owner) => filesOf((await getCase(ctx, owner)).answers.id_card)[0]?.id ?? ''
async function handedIn() {
  const owner = await submitted(ctx)
  const fileId = await cardOf(owner)
  const before = await findAttachment(ctx.db, fileId)
  const masking = { applicationId: owner.applicationId, fileId, seen: before?.sha256 ?? '', bytes: JPEG }
  return { owner, fileId, masking, storedAt: before?.storageKey ?? '' }
}
const eventsOf = async ({ applicationId }: Owner) =>
  (await listHistory(ctx.db, applicationId)).filter(({ event }) => event === 'masked')

test('the covered picture is what everybody sees, and the original is erased', async () => {
  const { owner, fileId, masking, storedAt } = await handedIn()
  await maskAttachment(ctx, wanna, masking)
  await runJobs(ctx)
  for (const by of [{ applicantId: owner.applicantId }, { officerId: wanna.id }])
    expect(await readFile(ctx, { fileId, by })).toMatchObject({ type: 'image/jpeg', bytes: JPEG })
  expect(filesOf((await getCase(ctx, owner)).answers.id_card)[0]).toMatchObject({
    id: fileId,
    type: 'image/jpeg',
    size: JPEG.length,
  })
  await expect(ctx.files.get(storedAt)).rejects.toThrow(NotFound)
})

test('it stands in the history, by whom, with the digest before and after', async () => {
  const { owner, fileId, masking } = await handedIn()
  await maskAttachment(ctx, wanna, masking)
  const data = { field: 'id_card', file: fileId, before: masking.seen, after: sha256Of(JPEG) }
  expect(await eventsOf(owner)).toMatchObject([{ actor: `officer:${wanna.id}`, data }])
  expect(brokenEntry(owner.applicationId, await listHistory(ctx.db, owner.applicationId))).toBeUndefined()
})

test('sent twice it is done once, and nothing is left over', async () => {
  const { owner, fileId, masking } = await handedIn()
  await Promise.all([maskAttachment(ctx, wanna, masking), maskAttachment(ctx, wanna, masking)])
  await runJobs(ctx)
  expect(await eventsOf(owner)).toHaveLength(1)
  const read = await readFile(ctx, { fileId, by: { officerId: wanna.id } })
  expect(read.bytes).toEqual(JPEG)
})

test('what was covered is not uncovered by somebody who drew on the older picture', async () => {
  const { masking } = await handedIn()
  await maskAttachment(ctx, wanna, masking)
  await expect(maskAttachment(ctx, wanna, { ...masking, bytes: SMALL_PNG })).rejects.toThrow(Conflict)
})

test('what a program wrote beside the picture is taken out', async () => {
  const { fileId, masking } = await handedIn()
  await maskAttachment(ctx, wanna, { ...masking, bytes: photo(exifOf(1)) })
  const { bytes } = await readFile(ctx, { fileId, by: { officerId: wanna.id } })
  expect(bytes.includes(GPS)).toBe(false)
})

describe('it is refused', () => {
  test.each([
    ['a PDF in place of a picture', Buffer.from('%PDF-1.7\n'), 'file_wrong_type'],
    ['what is no picture', Buffer.from('<svg/>'), 'file_wrong_type'],
    ['half a picture', JPEG.subarray(0, 30), 'file_broken'],
  ])('with %s', async (_name, bytes, code) => {
    const { masking } = await handedIn()
    const refused = maskAttachment(ctx, wanna, { ...masking, bytes })
    await expect(refused).rejects.toMatchObject({ problems: [{ field: 'file', code }] })
    await expect(refused).rejects.toThrow(Invalid)
  })

  test('to an officer who only reads', async () => {
    const { masking } = await handedIn()
    await expect(maskAttachment(ctx, { ...wanna, roles: ['auditor'] }, masking)).rejects.toThrow(Forbidden)
  })

  test('in a draft, and in another case', async () => {
    const { masking } = await handedIn()
    const draft = await fillDraft(ctx, { persona: 'teeradet' })
    const theirs = { ...masking, applicationId: draft.applicationId, fileId: await cardOf(draft) }
    await expect(maskAttachment(ctx, wanna, theirs)).rejects.toThrow(NotFound)
    const mixed = { ...masking, applicationId: draft.applicationId }
    await expect(maskAttachment(ctx, wanna, mixed)).rejects.toThrow(NotFound)
  })
})
