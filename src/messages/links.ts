import type { Config } from '../config.ts'

/** Every address that is put into a message or a menu. Those of LIFF open inside LINE, signed in. */
export type Links = ReturnType<typeof links>

export function links(config: Pick<Config, 'BASE_URL' | 'LIFF_BASE_URL' | 'LIFF_ID'>) {
  const liff = `${new URL(config.LIFF_BASE_URL).origin}/${config.LIFF_ID}`
  const web = new URL(config.BASE_URL).origin
  return {
    apply: `${liff}/apply`,
    requests: `${liff}/requests`,
    wallet: `${liff}/wallet`,
    pay: `${liff}/pay`,
    case: (applicationId: string) => `${liff}/l/cases/${applicationId}`,
    correct: (applicationId: string) => `${liff}/l/cases/${applicationId}/correct`,
    payCase: (applicationId: string) => `${liff}/l/cases/${applicationId}/pay`,
    worklist: `${liff}/o`,
    joinOfficer: (code: string) => `${liff}/o/join?code=${encodeURIComponent(code)}`,
    officerCase: (applicationId: string) => `${liff}/o/cases/${applicationId}`,
    officerQuestion: (questionId: string) => `${liff}/o/questions/${questionId}`,
    officerChat: (handOverId: string) => `${liff}/o/chats/${handOverId}`,
    guide: `${web}/`,
    privacy: `${web}/privacy`,
    verify: (code: string) => `${web}/v/${encodeURIComponent(code)}`,
    verifyForm: `${web}/v`,
    document: (documentId: string) => `${liff}/documents/${documentId}`,
    qr: (invoiceId: string) => `${web}/qr/${invoiceId}.png`,
    assets: `${web}/assets`,
  }
}
