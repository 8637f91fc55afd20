import type { Answer, Exchange, Handler, Routes } from '../exchange.ts'
import { accountRoutes, requireChannelToken } from './account.ts'
import { messageFindings, richMenuFindings } from './limits.ts'
import { type Detail, refuse, refuseBody } from './refuse.ts'
import { richMenuRoutes } from './rich-menus.ts'
import { schemaFindings } from './schemas.ts'
import { RETRYABLE, sendRoutes } from './send.ts'

/**
 * The Messaging API of one channel, strict: whatever LINE would refuse is refused in LINE's form, by the schema of the
 * SDK's types first, then by the limits and rules that no schema knows. Our own answers are held to the schemas too.
 */
type Contract = {
  takes?: string
  gives?: string
  /** Rules beyond the schema, asked only of a body that has its form. */
  rules?: (body: unknown, exchange: Exchange) => Detail[]
}

const messageRules: Contract['rules'] = (body, { world }) =>
  messageFindings((body as { messages: unknown }).messages, world.settings.botBaseUrl)

const CONTRACTS: { [operation: string]: Contract } = {
  'GET /v2/bot/info': { gives: 'BotInfoResponse' },
  'GET /v2/bot/profile/:userId': { gives: 'UserProfileResponse' },
  'POST /v2/bot/chat/loading/start': { takes: 'ShowLoadingAnimationRequest' },
  'GET /v2/bot/message/quota': { gives: 'MessageQuotaResponse' },
  'GET /v2/bot/message/quota/consumption': { gives: 'QuotaConsumptionResponse' },
  'GET /v2/bot/channel/webhook/endpoint': { gives: 'GetWebhookEndpointResponse' },
  'PUT /v2/bot/channel/webhook/endpoint': { takes: 'SetWebhookEndpointRequest' },
  'POST /v2/bot/channel/webhook/test': { gives: 'TestWebhookEndpointResponse' },
  'POST /v2/bot/message/reply': {
    takes: 'ReplyMessageRequest',
    gives: 'ReplyMessageResponse',
    rules: messageRules,
  },
  'POST /v2/bot/message/push': {
    takes: 'PushMessageRequest',
    gives: 'PushMessageResponse',
    rules: messageRules,
  },
  'POST /v2/bot/message/validate/reply': { takes: 'ValidateMessageRequest', rules: messageRules },
  'POST /v2/bot/message/validate/push': { takes: 'ValidateMessageRequest', rules: messageRules },
  'POST /v2/bot/richmenu': {
    takes: 'RichMenuRequest',
    gives: 'RichMenuIdResponse',
    rules: richMenuFindings,
  },
  'POST /v2/bot/richmenu/validate': { takes: 'RichMenuRequest', rules: richMenuFindings },
  'POST /v2/bot/richmenu/batch': { takes: 'RichMenuBatchRequest' },
  'GET /v2/bot/richmenu/list': { gives: 'RichMenuListResponse' },
  'GET /v2/bot/richmenu/:richMenuId': { gives: 'RichMenuResponse' },
  'GET /v2/bot/user/all/richmenu': { gives: 'RichMenuIdResponse' },
  'GET /v2/bot/user/:userId/richmenu': { gives: 'RichMenuIdResponse' },
  'POST /v2/bot/richmenu/alias': { takes: 'CreateRichMenuAliasRequest' },
  'POST /v2/bot/richmenu/alias/:aliasId': { takes: 'UpdateRichMenuAliasRequest' },
  'GET /v2/bot/richmenu/alias/:aliasId': { gives: 'RichMenuAliasResponse' },
  'GET /v2/bot/richmenu/alias/list': { gives: 'RichMenuAliasListResponse' },
}

export const messagingRoutes: Routes = withContracts({ ...sendRoutes, ...accountRoutes, ...richMenuRoutes })

function withContracts(routes: Routes): Routes {
  const entries = Object.entries(routes).map(([operation, handler]) => [
    operation,
    (exchange: Exchange) => keepContract(exchange, handler, CONTRACTS[operation] ?? {}),
  ])
  return Object.fromEntries(entries)
}

async function keepContract(exchange: Exchange, handler: Handler, contract: Contract): Promise<Answer> {
  requireChannelToken(exchange)
  refuseMisplacedRetryKey(exchange)
  checkBody(exchange, contract)
  const answer = await handler(exchange)
  if (contract.gives && answer.status === 200)
    for (const { property, message } of schemaFindings('api', contract.gives, answer.body))
      exchange.findings.push(`our own answer: ${property} ${message}`)
  return answer
}

function refuseMisplacedRetryKey({ operation, headers }: Exchange): void {
  if (headers['x-line-retry-key'] === undefined || RETRYABLE.includes(operation)) return
  refuse(400, 'The X-Line-Retry-Key header is not supported by this endpoint')
}

function checkBody(exchange: Exchange, { takes, rules }: Contract): void {
  if (!takes) return
  if (!exchange.headers['content-type']?.startsWith('application/json')) refuse(415, 'Unsupported Media Type')
  const misshapen = schemaFindings('api', takes, exchange.body)
  if (misshapen.length > 0) refuseBody(misshapen)
  const broken = rules?.(exchange.body, exchange) ?? []
  if (broken.length > 0) refuseBody(broken)
}
