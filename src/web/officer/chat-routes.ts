/** `/o/chats`: a citizen's chat taken over, answered, and given back. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readChatFile } from '../../actions/fetch-chat-file.ts'
import { giveBackChat } from '../../actions/give-back-chat.ts'
import { sayInChat } from '../../actions/say-in-chat.ts'
import { takeOverChat } from '../../actions/take-over-chat.ts'
import { viewChat } from '../../actions/view-chat.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { ANSWERERS, polled } from '../access.ts'
import { sendFile } from '../files.ts'
import { renderPage } from '../render.ts'
import type { ChatPageProps } from './chat-page.tsx'
import type { DeskProps } from './desk.tsx'
import { caseId, deskOf, formOf } from './desk-request.ts'

export function chatRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/chats/:id', ANSWERERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    return showChat(ctx, reply, { ...desk, id: caseId(request) })
  })

  app.get('/o/chats/:id/state', polled(ANSWERERS), async (request) => {
    const { officer } = await deskOf(ctx, request)
    return { stamp: (await viewChat(ctx, officer, caseId(request))).stamp }
  })

  app.get<{ Params: { file: string } }>('/o/chats/:id/files/:file', ANSWERERS, async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    const asked = { handOverId: caseId(request), wordId: request.params.file }
    return sendFile(reply, await readChatFile(ctx, officer, asked))
  })

  app.post('/o/chats/:id/take', ANSWERERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const id = caseId(request)
    return attempt(() => takeOverChat(ctx, desk.officer, id), {
      done: () => reply.redirect(`/o/chats/${id}`, 303),
      refused: () => showChat(ctx, reply, { ...desk, id, refused: 'takenByOther' }, 409),
    })
  })

  app.post('/o/chats/:id/give-back', ANSWERERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const id = caseId(request)
    return attempt(() => giveBackChat(ctx, desk.officer, id), {
      done: () => reply.redirect(`/o/chats/${id}`, 303),
      refused: () => showChat(ctx, reply, { ...desk, id, refused: 'notYours' }, 409),
    })
  })

  app.post('/o/chats/:id/say', ANSWERERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const id = caseId(request)
    const form = formOf(request)
    const typed = form.get('text') ?? ''
    const said = { handOverId: id, wordId: form.get('wordId') ?? '', text: typed }
    return attempt(() => sayInChat(ctx, desk.officer, said), {
      done: () => reply.redirect(`/o/chats/${id}`, 303),
      refused: () => showChat(ctx, reply, { ...desk, id, typed, refused: 'notYours' }, 409),
    })
  })
}

type Ends = { done: () => FastifyReply; refused: () => Promise<FastifyReply> }

/** A colleague may be faster, or the chat may end: then the page says how it stands. */
async function attempt(action: () => Promise<void>, { done, refused }: Ends): Promise<FastifyReply> {
  try {
    await action()
  } catch (error) {
    if (error instanceof Conflict) return refused()
    // Nothing was typed: there is nothing to say about it.
    if (!(error instanceof Invalid)) throw error
  }
  return done()
}

type Asked = DeskProps & { id: string } & Partial<Pick<ChatPageProps, 'typed' | 'refused'>>

async function showChat(
  ctx: Context,
  reply: FastifyReply,
  { id, typed = '', refused, ...desk }: Asked,
  status = 200,
): Promise<FastifyReply> {
  const chat = await viewChat(ctx, desk.officer, id)
  const props = { ...desk, path: `/o/chats/${id}`, chat, wordId: randomUUID(), typed, refused }
  return renderPage(reply, 'officer/chat', props, status)
}
