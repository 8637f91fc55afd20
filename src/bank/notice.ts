import type { FastifyInstance } from 'fastify'
import { receiveNotice } from '../actions/receive-notice.ts'
import type { Context } from '../context.ts'
import { PaymentConfirmation, toBankTransaction } from './scb.ts'

/**
 * Where the bank tells of payments. The answer is 200 once the message is stored, also for one we cannot match;
 * a malformed body is answered 400, so that the bank's own record shows it.
 */
export function bankNotices(app: FastifyInstance, ctx: Context): void {
  const options = { bodyLimit: 32 * 1024, config: { access: 'public' } } as const
  app.post('/bank/scb/notice', options, async (request, reply) => {
    const said = PaymentConfirmation.safeParse(request.body)
    if (!said.success) return reply.code(400).send({ resCode: '01', resDesc: 'malformed' })
    await receiveNotice(ctx, toBankTransaction(said.data))
    return { resCode: '00', resDesc: 'success', transactionId: said.data.transactionId }
  })
}
