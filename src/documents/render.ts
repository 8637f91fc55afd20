import type { SignerIdentity } from './signer.ts'

/** Every value a template may print, as a tree; leaves are strings, numbers, or lists. */
export type DocumentData = { [key: string]: unknown }

export type DocumentInput = {
  /** As parsed from services/<id>/documents/<kind>.yaml. */
  template: unknown
  data: DocumentData
  issuedAt: Date
  signature: { kind: 'person' | 'seal'; by: string; identity: SignerIdentity }
  verify: { url: string; site: string; code: string }
  /** Machine-readable copies embedded as PDF/A-3 attachments. */
  attachments: {
    name: string
    type: string
    description: string
    /** How the attachment stands to the document (ISO 19005-3); Data unless said otherwise. */
    relationship?: 'Data' | 'Alternative'
    bytes: Buffer
  }[]
}

/** The PDF/A-3 file with its signature reserved, ready for `Signer.sign`. Throws an Error naming a missing path. */
export async function renderDocument(input: DocumentInput): Promise<Buffer> {
  throw new Error('later')
}
