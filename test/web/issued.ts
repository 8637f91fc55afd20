import { insertDocument, listDocuments } from '../../src/licence/store.ts'
import type { IssuedDocument } from '../../src/licence/table.ts'
import type { TestContext } from '../support/context.ts'
import { approved } from '../support/people.ts'

/** Both documents of Kamon's case, in the register and in the file store. */
export async function issueDocuments(ctx: TestContext): Promise<IssuedDocument[]> {
  const { applicationId } = await approved(ctx)
  const bytes = Buffer.from('%PDF-1.7 a document')
  for (const kind of ['receipt', 'licence'] as const) {
    const storageKey = `documents/${applicationId}-${kind}.pdf`
    await ctx.files.put(storageKey, bytes)
    const about = { applicationId, kind, title: kind, code: `${kind} ${applicationId}`, sha256: '' }
    await ctx.db.transaction((tx) =>
      insertDocument(tx, { ...about, size: bytes.length, storageKey, issuedAt: ctx.clock.now() }),
    )
  }
  return listDocuments(ctx.db, applicationId)
}
