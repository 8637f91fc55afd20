import { findApplication, listOwnApplications } from '../application/store.ts'
import type { Context } from '../context.ts'
import { listDocuments, listHeldLicences } from '../licence/store.ts'
import { definitionOf } from './definition-of.ts'
import type { CaseView } from './view-case.ts'

/** A licence as its holder sees it; `id` is that of the case it was issued in. */
export type HeldLicence = Pick<
  CaseView,
  'id' | 'holder' | 'summary' | 'place' | 'documents' | 'definition'
> & { licence: NonNullable<CaseView['licence']> }

/**
 * The licences this person holds, newest first: granted to them, or taken over from somebody else. Those that another
 * one stands for, or that were given up, are left out.
 */
export async function listLicences(ctx: Context, applicantId: string): Promise<HeldLicence[]> {
  const applicationIds = (await listOwnApplications(ctx.db, applicantId)).map(({ id }) => id)
  const rows = await listHeldLicences(ctx.db, { applicantId, applicationIds })
  const held: HeldLicence[] = []
  for (const row of rows.filter(({ status }) => status !== 'replaced' && status !== 'cancelled')) {
    const application = await findApplication(ctx.db, row.applicationId)
    if (!application) continue
    const { id, holder, summary, place } = application
    const documents = (await listDocuments(ctx.db, id)).filter(({ kind }) => kind === 'licence')
    held.push({
      ...{ id, holder, summary, place },
      definition: await definitionOf(ctx, ctx.db, application),
      documents: documents.map(({ id, kind, title, issuedAt }) => ({ id, kind, title, issuedAt })),
      licence: {
        id: row.id,
        status: row.status,
        number: row.number,
        code: row.code,
        issuedOn: row.issuedOn,
        expiresOn: row.expiresOn,
      },
    })
  }
  return held
}
