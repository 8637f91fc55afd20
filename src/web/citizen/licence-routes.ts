/** The licences one holds, and what can be asked for about each. */
import type { FastifyInstance } from 'fastify'
import { startTransaction } from '../../actions/start-transaction.ts'
import { type CaseView, listCases } from '../../actions/view-case.ts'
import { UNDER_WAY } from '../../application/lifecycle.ts'
import type { Context } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { links } from '../../messages/links.ts'
import type { TransactionType } from '../../service/definition.ts'
import { openTransactions } from '../../service/transaction.ts'
import { renderPage } from '../render.ts'
import { requireApplicant } from '../session.ts'
import { begin, ownCase } from './begin.ts'
import { qrSvg } from './qr-svg.ts'
import type { WalletLicence } from './wallet-page.tsx'

type TransactionRoute = { Params: { licenceId: string; type: TransactionType } }

export function licenceRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/l/wallet', async (request, reply) => {
    const { person, language, agency, today } = await begin(ctx, request)
    const cases = await listCases(ctx, person.applicantId)
    const issued = cases.filter((each) => each.status === 'issued')
    const views = await Promise.all(issued.map((each) => ownCase(ctx, person, each.id)))
    const waiting = cases.filter((each) => (UNDER_WAY as readonly string[]).includes(each.status))
    const licences = views.flatMap((found) => walletLicence(ctx, found, today))
    return renderPage(reply, 'citizen/wallet', { language, agency, licences, waiting, today })
  })

  app.post<TransactionRoute>('/l/licences/:licenceId/:type', async (request, reply) => {
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

/** A licence that another one stands for, or that was given up, is no longer in the wallet. */
function walletLicence(ctx: Context, found: CaseView, today: string): WalletLicence[] {
  const { licence } = found
  if (!licence || licence.status === 'replaced' || licence.status === 'cancelled') return []
  const { id, holder, summary, documents, definition } = found
  const verifyUrl = links(ctx.config).verify(licence.code)
  const asks = openTransactions(ctx.service.definition, licence, today).map(({ type, short }) => ({
    type,
    short,
  }))
  return [{ id, holder, summary, documents, definition, licence, verifyUrl, qr: qrSvg(verifyUrl), asks }]
}
