import { beforeEach, describe, expect, test } from 'vitest'
import { bookAppointment } from '../../src/actions/book-appointment.ts'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { giveLink, missAppointment, refuseProof } from '../../src/actions/decide-proof.ts'
import { cancelProof, requestByPictures, requestCall } from '../../src/actions/request-proof.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { readPicture, viewAppointments, viewOfficerProof } from '../../src/actions/view-officer-proof.ts'
import { viewProof, viewSlots } from '../../src/actions/view-proof.ts'
import { listHistory } from '../../src/application/store.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import { listPictures, listProofs } from '../../src/proof/store.ts'
import { Definition } from '../../src/service/definition.ts'
import { loadService } from '../../src/service/load.ts'
import { passStep } from '../services/stage.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { acceptIdentity } from '../support/identity.ts'
import { applicantOf, fillDraft, getCase, type Owner, PNG } from '../support/people.ts'
import { SMALL_PNG } from '../support/pictures.ts'

let ctx: TestContext

/** The drinking-water service, asking for level 2, with the number filled in by a proof. */
function asking(): TestContext['service'] {
  const service = loadService('services/drinking-water')
  const { form } = service.definition
  const pages = form.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) =>
      field.id === 'national_id' ? { ...field, proven: 'id_number' as const } : field,
    ),
  }))
  const methods = [
    { method: 'thaid' },
    { method: 'e_document' },
    { method: 'video_call' },
    { method: 'telephone', level: 2 },
  ]
  const identity = { minimum: 2, methods, videoCall: { officersAtOnce: 1 } }
  return {
    ...service,
    hash: 'asking',
    definition: Definition.parse({ ...service.definition, form: { ...form, pages }, identity }),
  }
}

beforeEach(async () => {
  ctx = await openTestContext({ service: asking() })
})

const unproven = (persona = 'kamon') => fillDraft(ctx, { persona, proven: false })
const submit = (owner: Owner) => submitApplication(ctx, { ...owner, declared: true })
const sendPictures = (owner: Owner, selfie = SMALL_PNG) =>
  requestByPictures(ctx, { ...owner, card: PNG, selfie })
const proofsOf = (owner: Owner) => listProofs(ctx.db, owner.applicantId)

const accept = (owner: Owner, changes: Parameters<typeof acceptIdentity>[2] = {}) =>
  acceptIdentity(ctx, owner, changes)

const problemsOf = async (work: Promise<unknown>) => {
  const error = await work.catch((each: unknown) => each)
  return error instanceof Invalid ? error.problems.map(({ field, code }) => `${field}: ${code}`) : error
}

describe('handing in', () => {
  test('is refused as long as nothing was asked for, with the way to it', async () => {
    expect(await problemsOf(submit(await unproven()))).toEqual(['identity: identity_needed'])
  })

  test('goes through while the proof waits, and after it was accepted', async () => {
    const owner = await unproven()
    await sendPictures(owner)
    await submit(owner)
    await accept(owner)
    expect((await viewProof(ctx, owner)).state).toBe('proven')
  })

  test('is refused after the proof was refused', async () => {
    const owner = await unproven()
    await sendPictures(owner)
    const { waiting } = await viewOfficerProof(ctx, owner.applicationId)
    const { applicationId } = owner
    await refuseProof(ctx, await officerOf(ctx, 'wanna'), {
      applicationId,
      proofId: waiting?.id ?? '',
      reason: 'ภาพไม่ชัด',
    })
    expect(await problemsOf(submit(owner))).toEqual(['identity: identity_needed'])
    expect(await viewProof(ctx, owner)).toMatchObject({ state: 'refused', reason: 'ภาพไม่ชัด' })
  })
})

describe('photos of card and face', () => {
  test('sent twice are one request', async () => {
    const owner = await unproven()
    await Promise.all([sendPictures(owner), sendPictures(owner)])
    const [proof, ...others] = await proofsOf(owner)
    expect(others.filter(({ status }) => status === 'requested')).toEqual([])
    expect((await listPictures(ctx.db, proof?.id ?? '')).map(({ kind }) => kind).sort()).toEqual([
      'card',
      'selfie',
    ])
  })

  test('that are none are refused at their box', async () => {
    const owner = await unproven()
    const sent = requestByPictures(ctx, {
      ...owner,
      card: Buffer.alloc(0),
      selfie: Buffer.from('no picture'),
    })
    expect(await problemsOf(sent)).toEqual(['card: file_empty', 'selfie: file_wrong_type'])
  })

  test('are read by their sender and by officers, and by nobody else', async () => {
    const owner = await unproven()
    await sendPictures(owner)
    const [proof] = await proofsOf(owner)
    const pictureId = (await listPictures(ctx.db, proof?.id ?? ''))[0]?.id ?? ''
    const stranger = await applicantOf(ctx, 'teeradet')
    await expect(readPicture(ctx, { pictureId, by: { applicantId: stranger } })).rejects.toThrow(NotFound)
    await readPicture(ctx, { pictureId, by: { applicantId: owner.applicantId } })
    await readPicture(ctx, { pictureId, by: { officer: await officerOf(ctx, 'wanna') } })
  })

  test('are erased when another way is chosen', async () => {
    const owner = await unproven()
    await sendPictures(owner)
    const [proof] = await proofsOf(owner)
    await requestCall(ctx, { ...owner, phone: '081-234-5678', when: 'any' })
    await runJobs(ctx)
    for (const { id, erasedAt, storageKey } of await listPictures(ctx.db, proof?.id ?? '')) {
      expect(erasedAt).toEqual(ctx.clock.now())
      await expect(ctx.files.get(storageKey)).rejects.toThrow(NotFound)
      await expect(
        readPicture(ctx, { pictureId: id, by: { applicantId: owner.applicantId } }),
      ).rejects.toThrow(NotFound)
    }
    expect(await viewProof(ctx, owner)).toMatchObject({ state: 'waiting', method: 'telephone' })
  })

  test('of a stranger’s case are not found', async () => {
    const owner = await unproven()
    const applicantId = await applicantOf(ctx, 'teeradet')
    await expect(sendPictures({ ...owner, applicantId })).rejects.toThrow(NotFound)
    await expect(cancelProof(ctx, { ...owner, applicantId })).rejects.toThrow(NotFound)
  })
})

describe('an officer', () => {
  let owner: Owner
  beforeEach(async () => {
    owner = await unproven()
    await sendPictures(owner)
    await submit(owner)
  })

  test('accepts once, however often it is pressed, and is named in the history', async () => {
    await Promise.all([accept(owner), accept(owner).catch(() => {})])
    const { id } = await officerOf(ctx, 'wanna')
    const [proof] = await proofsOf(owner)
    expect(proof).toMatchObject({
      status: 'accepted',
      officerId: id,
      level: 2,
      subject: { idNumber: '1101700207366' },
    })
    const entries = (await listHistory(ctx.db, owner.applicationId)).filter(
      ({ event }) => event === 'proof_accepted',
    )
    expect(entries.map(({ actor }) => actor)).toEqual([`officer:${id}`])
  })

  test('ticks every point and says whether the registry was asked', async () => {
    expect(await problemsOf(accept(owner, { checks: ['face'], registry: undefined }))).toEqual([
      'checks: checklist_incomplete',
      'registry: registry_needed',
    ])
  })

  test('of the wrong role may not', async () => {
    const officer = { ...(await officerOf(ctx, 'wanna')), roles: ['finance' as const] }
    const [proof] = await proofsOf(owner)
    const asked = { applicationId: owner.applicationId, proofId: proof?.id ?? '' }
    await expect(refuseProof(ctx, officer, { ...asked, reason: 'x' })).rejects.toThrow(Forbidden)
  })

  test('cannot accept a proof under another case, nor what has changed meanwhile', async () => {
    const other = await unproven('teeradet')
    const [proof] = await proofsOf(owner)
    const wrongCase = { applicationId: other.applicationId, proofId: proof?.id }
    await expect(accept(owner, wrongCase)).rejects.toThrow(NotFound)
    await expect(accept(owner, { seen: 'something else' })).rejects.toThrow(Conflict)
  })

  test('tells why not, and the applicant hears it in the chat', async () => {
    const [proof] = await proofsOf(owner)
    const { applicationId } = owner
    const officer = await officerOf(ctx, 'wanna')
    await refuseProof(ctx, officer, { applicationId, proofId: proof?.id ?? '', reason: 'ภาพบัตรไม่ชัด' })
    await runJobs(ctx)
    expect(JSON.stringify(await ctx.simulator.state())).toContain('ภาพบัตรไม่ชัด')
  })

  test('approves only once the applicant is proven', async () => {
    const approver = await officerOf(ctx, 'kukiat')
    await passStep(ctx, owner, 0)
    await claimApplication(ctx, approver, owner.applicationId)
    const { version } = await getCase(ctx, owner)
    const order = { outcome: 'approve' as const, checklist: [], conditions: [], reason: '' }
    const approve = () => decideApplication(ctx, approver, { ...owner, version, ...order })
    await expect(approve()).rejects.toThrow(new Conflict('identity_not_proven'))
    expect((await viewOfficerCase(ctx, approver, owner.applicationId)).unmet).toEqual(['identity_not_proven'])
    expect((await viewOfficerCase(ctx, approver, owner.applicationId)).actions).not.toContain('approve')
    await accept(owner)
    expect((await viewOfficerCase(ctx, approver, owner.applicationId)).actions).toContain('approve')
  })
})

describe('what was proven', () => {
  test('cannot be changed by typing, and a later application needs no new proof', async () => {
    const owner = await unproven()
    await sendPictures(owner)
    await submit(owner)
    await accept(owner)
    const next = { applicantId: owner.applicantId, ...(await startApplication(ctx, owner.applicantId)) }
    expect((await getCase(ctx, next)).answers.national_id).toBe('1101700207366')
    await saveDraft(ctx, { ...next, answers: { applicant_type: 'person', national_id: '3100600445635' } })
    expect((await getCase(ctx, next)).answers.national_id).toBe('1101700207366')
    expect((await viewProof(ctx, next)).state).toBe('proven')
    ctx.clock.advance(24 * 366)
    expect((await viewProof(ctx, next)).state).toBe('open')
  })
})

describe('a call back', () => {
  test('needs a number, stays one request, and is recorded with its time and number', async () => {
    const owner = await unproven()
    expect(await problemsOf(requestCall(ctx, { ...owner, phone: '12', when: 'any' }))).toEqual([
      'phone: bad_phone',
    ])
    for (const phone of ['081-234-5678', '081-234-5679'])
      await requestCall(ctx, { ...owner, phone, when: 'morning' })
    await submit(owner)
    expect(await problemsOf(accept(owner))).toEqual(['call: call_needed'])
    await accept(owner, { call: { at: '2026-11-23T11:00', number: '0812345679' } })
    const proofs = await proofsOf(owner)
    expect(proofs).toHaveLength(1)
    expect(proofs[0]?.evidence).toMatchObject({ phone: '0812345679', call: { number: '0812345679' } })
  })
})

describe('a video call', () => {
  const firstSlot = async () => (await viewSlots(ctx, ctx.service.definition))[0]?.startsAt ?? new Date(0)

  test('has room for one person at a time', async () => {
    const [kamon, teeradet] = [await unproven('kamon'), await unproven('teeradet')]
    const startsAt = await firstSlot()
    const both = await Promise.allSettled(
      [kamon, teeradet].map((owner) => bookAppointment(ctx, { ...owner, startsAt })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [lost] = both.filter((each) => each.status === 'rejected')
    expect(lost?.reason).toEqual(new Conflict('slot_taken'))
    expect(await firstSlot()).not.toEqual(startsAt)
  })

  test('is moved, and its old time is free again', async () => {
    const owner = await unproven()
    const [first, second] = await viewSlots(ctx, ctx.service.definition)
    await bookAppointment(ctx, { ...owner, startsAt: first?.startsAt ?? new Date(0) })
    await bookAppointment(ctx, { ...owner, startsAt: second?.startsAt ?? new Date(0) })
    expect(await firstSlot()).toEqual(first?.startsAt)
    expect((await viewProof(ctx, owner)).appointment?.startsAt).toEqual(second?.startsAt)
    expect(await proofsOf(owner)).toHaveLength(1)
  })

  test('outside the announced hours is not to be had', async () => {
    const owner = await unproven()
    const startsAt = new Date('2026-11-24T20:00:00+07:00')
    expect(await problemsOf(bookAppointment(ctx, { ...owner, startsAt }))).toEqual(['startsAt: no_such_slot'])
  })

  test('is reminded of an hour before, with the address that the officer gave', async () => {
    const owner = await unproven()
    const startsAt = await firstSlot()
    await bookAppointment(ctx, { ...owner, startsAt })
    const officer = await officerOf(ctx, 'wanna')
    const { today } = await viewAppointments(ctx, officer)
    const appointmentId = today[0]?.id ?? ''
    expect(await problemsOf(giveLink(ctx, officer, { appointmentId, link: 'http://x' }))).toEqual([
      'link: bad_link',
    ])
    await giveLink(ctx, officer, { appointmentId, link: 'https://meet.example/room' })
    expect((await viewProof(ctx, owner)).appointment?.link).toBe('https://meet.example/room')
    ctx.clock.set(new Date(startsAt.getTime() - 3600_000))
    await runJobs(ctx)
    expect(JSON.stringify(await ctx.simulator.state())).toContain('อีก 1 ชั่วโมงมีนัดวิดีโอคอล')
  })

  test('that nobody came to offers a new time', async () => {
    const owner = await unproven()
    const startsAt = await firstSlot()
    await bookAppointment(ctx, { ...owner, startsAt })
    const officer = await officerOf(ctx, 'wanna')
    const appointmentId = (await viewAppointments(ctx, officer)).today[0]?.id ?? ''
    await expect(missAppointment(ctx, officer, { appointmentId })).rejects.toThrow(Conflict)
    ctx.clock.set(new Date(startsAt.getTime() + 600_000))
    for (let press = 0; press < 2; press++) await missAppointment(ctx, officer, { appointmentId })
    await runJobs(ctx)
    expect(JSON.stringify(await ctx.simulator.state())).toContain('เราไม่พบท่านตามนัด')
    await bookAppointment(ctx, { ...owner, startsAt: await firstSlot() })
    expect((await viewProof(ctx, owner)).appointment?.status).toBe('booked')
  })
})
