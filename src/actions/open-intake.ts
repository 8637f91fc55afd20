import { findIntake } from '../application/intake.ts'
import { findApplication } from '../application/store.ts'
import type { Intake } from '../application/table.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'

export type Owner = { applicationId: string; applicantId: string }

/**
 * A case that was keyed in, opened by an officer in its applicant's place. A draft belongs to who is keying it in;
 * once it is handed in any officer may enter what the applicant corrected. Throws NotFound.
 */
export async function openIntake(
  ctx: Context,
  officer: ActingOfficer,
  applicationId: string,
): Promise<Owner & { intake: Intake; isDraft: boolean }> {
  const intake = await findIntake(ctx.db, applicationId)
  const application = intake && (await findApplication(ctx.db, applicationId))
  if (!intake || !application) throw new NotFound('application')
  if (!application.reference && intake.officerId !== officer.id) throw new NotFound('application')
  const isDraft = application.status === 'draft'
  return { applicationId, applicantId: application.applicantId, intake, isDraft }
}

/** In whose name this person edits the case: their own, or an applicant's whose case they keyed in. */
export async function editorOf(
  ctx: Context,
  person: { applicantId: string; officer?: ActingOfficer },
  applicationId: string,
): Promise<Owner> {
  const own = { applicationId, applicantId: person.applicantId }
  if (!person.officer || !(await findIntake(ctx.db, applicationId))) return own
  const { applicantId } = await openIntake(ctx, person.officer, applicationId)
  return { applicationId, applicantId }
}
