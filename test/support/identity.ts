/** A person who shows who they are by photos, and the officer who looks at them. */
import { acceptProof } from '../../src/actions/decide-proof.ts'
import { requestByPictures } from '../../src/actions/request-proof.ts'
import { viewOfficerProof } from '../../src/actions/view-officer-proof.ts'
import { viewProof } from '../../src/actions/view-proof.ts'
import type { Context } from '../../src/context.ts'
import { officerOf } from './context.ts'
import { type Owner, PNG } from './people.ts'
import { SMALL_PNG } from './pictures.ts'

/** Sends both photos, where something still has to be shown. */
export async function sendIdentity(ctx: Context, owner: Owner): Promise<void> {
  const { state } = await viewProof(ctx, owner)
  if (state === 'open' || state === 'refused')
    await requestByPictures(ctx, { ...owner, card: PNG, selfie: SMALL_PNG })
}

type Changes = Partial<Parameters<typeof acceptProof>[2]>

/** Accepts what waits, with every point ticked, unless something is changed. */
export async function acceptIdentity(ctx: Context, owner: Owner, changes: Changes = {}): Promise<void> {
  const { waiting } = await viewOfficerProof(ctx, owner.applicationId)
  if (!waiting) return
  await acceptProof(ctx, await officerOf(ctx, 'wanna'), {
    applicationId: owner.applicationId,
    proofId: waiting.id,
    seen: waiting.seen,
    checks: waiting.points.map(({ id }) => id),
    registry: 'matched',
    note: '',
    ...changes,
  })
}
