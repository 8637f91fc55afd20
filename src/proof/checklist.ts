/** What an officer ticks before a proof is accepted: the service's own points, else these. Pure. */
import type { Definition, ProofMethod, Text } from '../service/definition.ts'

const FACE = { id: 'face', text: { th: 'ใบหน้าเป็นคนเดียวกับในบัตร', en: 'The face is the one on the card' } }
const CARD = {
  id: 'card',
  text: { th: 'บัตรเป็นของจริงและยังไม่หมดอายุ', en: 'The card looks genuine and has not expired' },
}
const NUMBER = {
  id: 'number',
  text: { th: 'ชื่อและเลขบนบัตรตรงกับคำขอ', en: 'Name and number on the card match the application' },
}
const CASE = {
  id: 'case',
  text: { th: 'ตอบเรื่องที่ยื่นได้ถูกต้อง', en: 'Answers about the application were right' },
}
const TOLD = {
  id: 'told',
  text: { th: 'บอกชื่อและเลขประจำตัวได้ตรงกับคำขอ', en: 'Name and number told match the application' },
}

export type CheckPoint = { id: string; text: Text }
const POINTS: Record<ProofMethod, CheckPoint[]> = {
  e_document: [FACE, CARD, NUMBER],
  video_call: [FACE, CARD, NUMBER],
  telephone: [TOLD, CASE],
  thaid: [],
  line: [],
  in_person: [],
}

export function checkPoints({ identity }: Pick<Definition, 'identity'>, method: ProofMethod): CheckPoint[] {
  const own =
    method === 'telephone'
      ? identity.telephone.checklist
      : method === 'video_call'
        ? identity.videoCall.checklist
        : []
  return own.length > 0 ? own.map((text, index) => ({ id: `q${index + 1}`, text })) : POINTS[method]
}

/** What somebody may show at the counter. */
export const SHOWN_CARDS = ['id_card', 'state_card', 'passport'] as const
export type ShownCard = (typeof SHOWN_CARDS)[number]

/** Whether an officer saw a card that the central registration office can be asked about (EPA s.9). */
export const showsCard = (method: ProofMethod): boolean => method === 'e_document' || method === 'video_call'
