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
    takeOver: (code: string) => `${liff}/l/take-over/${encodeURIComponent(code)}`,
    identity: (applicationId: string) => `${liff}/l/apply/${applicationId}/identity`,
    mandate: (mandateId: string) => `${liff}/l/mandates/${mandateId}`,
    /** Works once, for whoever the representative hands it to. */
    mandateCode: (code: string) => `${liff}/l/mandates/by/${encodeURIComponent(code)}`,
    relink: `${liff}/l/relink`,
    officerRelink: (relinkId: string) => `${liff}/o/relinks/${relinkId}`,
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
    myData: `${liff}/l/my-data`,
    dataRequest: (requestId: string) => `${liff}/l/my-data/requests/${requestId}`,
    officerDataRequest: (requestId: string) => `${liff}/o/privacy/${requestId}`,
    document: (documentId: string) => `${liff}/documents/${documentId}`,
    qr: (invoiceId: string) => `${web}/qr/${invoiceId}.png`,
    assets: `${web}/assets`,
  }
}
