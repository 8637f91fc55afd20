import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { machineReadable } from '../documents/attachments.ts'
import { type DocumentData, renderDocument } from '../documents/render.ts'
import { printedCode } from '../licence/code.ts'
import type { IssuedDocument } from '../licence/table.ts'

type Request = {
  kind: IssuedDocument['kind']
  code: string
  /** Who signs: a person on the licence, the agency's seal on the receipt. */
  signedBy: string
  data: { title: string; print: DocumentData; record: Record<string, unknown> }
}
type Produced = Pick<IssuedDocument, 'kind' | 'title' | 'code' | 'sha256' | 'size' | 'storageKey'>

/** Renders, signs and stores a document; the key is the content's hash, so a repeated try leaves no half file. */
export async function produceDocument(
  ctx: Context,
  { kind, code, signedBy, data }: Request,
): Promise<Produced> {
  const template = ctx.service.documents[kind]
  if (template === undefined) throw new Error(`the service folder has no documents/${kind}.yaml`)
  const site = `${new URL(ctx.config.BASE_URL).host}/v`
  const unsigned = await renderDocument({
    template,
    data: data.print,
    issuedAt: ctx.clock.now(),
    signature: { kind: kind === 'licence' ? 'person' : 'seal', by: signedBy, identity: ctx.signer.identity },
    verify: { url: `${ctx.config.BASE_URL.replace(/\/$/, '')}/v/${code}`, site, code: printedCode(code) },
    attachments: machineReadable({ ...data.record, verify: code }),
  })
  const bytes = await ctx.signer.sign(unsigned)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const storageKey = `documents/${sha256}.pdf`
  await ctx.files.put(storageKey, bytes)
  return { kind, title: data.title, code, sha256, size: bytes.length, storageKey }
}
