/** Words of the public page about personal data: purposes, rights, who answers for it. */
import type { Text } from '../../service/definition.ts'

export const PRIVACY_PAGE_TEXTS = {
  purposes: { th: 'ใช้ข้อมูลเพื่ออะไร อาศัยอะไร', en: 'What it is used for, and on which ground' },
  basis: { th: 'ฐาน', en: 'Ground' },
  law: { th: 'กฎหมาย', en: 'Law' },
  version: { th: 'ฉบับ {version}', en: 'Version {version}' },
  freely: { th: 'ไม่บังคับ ถอนได้ทุกเมื่อ', en: 'free to give, and to withdraw at any time' },
  kept: { th: 'เก็บไว้นานเท่าใด', en: 'How long it is kept' },
  rightsHow: {
    th: 'ทำได้เองในหน้า “ข้อมูลของฉัน” หรือพิมพ์ “ข้อมูลของฉัน” ในแชต LINE เราตอบภายใน 30 วัน',
    en: 'On the page “My data”, or type “my data” in the LINE chat. We answer within 30 days.',
  },
  rightsOpen: { th: 'เปิดข้อมูลของฉัน', en: 'Open my data' },
  rightsComplain: {
    th: 'หากเห็นว่าเราไม่ปฏิบัติตามกฎหมาย ร้องเรียนต่อสำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคล (สคส.) ได้ที่ www.pdpc.or.th',
    en: 'If you think that we break the law, you may complain to the Office of the Personal Data Protection Committee at www.pdpc.or.th',
  },
  officer: { th: 'เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล', en: 'Data protection officer' },
} as const satisfies Record<string, Text>
