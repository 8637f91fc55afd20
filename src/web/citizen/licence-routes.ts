/** The licences one holds, and what can be asked for about each. */
import type { FastifyInstance } from 'fastify'
import { type HeldLicence, listLicences } from '../../actions/list-licences.ts'
import { startTransaction } from '../../actions/start-transaction.ts'
import { listCases } from '../../actions/view-case.ts'
import { UNDER_WAY } from '../../application/lifecycle.ts'
import type { Context } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { links } from '../../messages/links.ts'
import type { TransactionType } from '../../service/definition.ts'
import { openTransactions } from '../../service/transaction.ts'
import { APPLICANT } from '../access.ts'
import { renderPage } from '../render.ts'
import { requireApplicant } from '../session.ts'
import { begin } from './begin.ts'
import { qrSvg } from './qr-svg.ts'
import type { WalletLicence } from './wallet-page.tsx'

type TransactionRoute = { Params: { licenceId: string; type: TransactionType } }

export function licenceRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/l/wallet', APPLICANT, async (request, reply) => {
    const { person, language, agency, today } = await begin(ctx, request)
    const cases = await listCases(ctx, person.applicantId)
    const waiting = cases.filter((each) => (UNDER_WAY as readonly string[]).includes(each.status))
    const held = await listLicences(ctx, person.applicantId)
    const licences = held.map((found) => walletLicence(ctx, found, today))
    const licence = ctx.service.definition.licence.name
    return renderPage(reply, 'citizen/wallet', { language, agency, licence, licences, waiting, today })
  })

  app.post<TransactionRoute>('/l/licences/:licenceId/:type', APPLICANT, async (request, reply) => {
    const { applicantId } = await requireApplicant(ctx, request)
    try {
      const { applicationId } = await startTransaction(ctx, { applicantId, ...request.params })
      return reply.redirect(`/l/apply/${applicationId}`, 303)
    } catch (error) {
      // What is under way already is shown, rather than an error.
      if (error instanceof Conflict && error.code === 'draft_open') return reply.redirect('/l/apply', 303)
      if (error instanceof Conflict && error.code === 'case_open') return reply.redirect('/l/cases', 303)
      throw error
    }
  })
}

function walletLicence(ctx: Context, found: HeldLicence, today: string): WalletLicence {
  const { licence } = found
  const verifyUrl = links(ctx.config).verify(licence.code)
  const asks = openTransactions(ctx.service.definition, licence, today).map(({ type, short }) => ({
    type,
    short,
  }))
  return { ...found, verifyUrl, qr: qrSvg(verifyUrl), asks }
}
