import Fastify, { type FastifyInstance } from 'fastify'
import { lineWebhook } from '../../src/line/webhook.ts'
import { links } from '../../src/messages/links.ts'
import { openTestContext, runJobs, type TestContext } from './context.ts'

let open: { app: FastifyInstance; restore(): void } | undefined

/** A Context whose webhook the simulator calls: what personas write arrives. Call it in `beforeEach`, and `closeChat` after all. */
export async function openChat(): Promise<TestContext> {
  await closeChat()
  const ctx = await openTestContext()
  const app = Fastify()
  await app.register(lineWebhook, { ctx })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const { config } = ctx
  ctx.simulator.pointAt(url)
  // LINE refuses pictures that are neither https nor, in the simulator, the product's own.
  ctx.config = { ...config, BASE_URL: url }
  ctx.flex = { ...ctx.flex, assetsUrl: links(ctx.config).assets }
  open = { app, restore: () => ctx.simulator.pointAt(config.BASE_URL) }
  return ctx
}

export async function closeChat(): Promise<void> {
  if (!open) return
  const { app, restore } = open
  open = undefined
  restore()
  await app.close()
}

/** A person does something, the webhook stores it, and the jobs of it run. */
export async function andThen(ctx: TestContext, doing: Promise<unknown>): Promise<void> {
  await doing
  await runJobs(ctx)
}

/** The messages that the bot has sent this person, as LINE had them. */
export async function messagesTo(ctx: TestContext, personaId: string) {
  const { chats } = await ctx.simulator.state()
  return (chats[personaId] ?? []).filter(({ from }) => from === 'bot').map(({ message }) => message)
}

/** What the bot has said to this person, in short. */
export async function heardBy(ctx: TestContext, personaId: string): Promise<string[]> {
  return (await messagesTo(ctx, personaId)).map(({ altText, text }) => String(altText ?? text))
}
