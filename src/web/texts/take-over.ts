/** Words around handing a transferred licence on, and taking it over. */
import type { Text } from '../../service/definition.ts'

export const TAKE_OVER_TEXTS = {
  handOnTitle: { th: 'ส่งใบอนุญาตให้ผู้รับโอน', en: 'Hand the licence on' },
  handOnBody: {
    th: 'ให้ผู้รับโอนสแกน QR หรือเปิดลิงก์ในโทรศัพท์ของตน แล้วพิมพ์เลขประจำตัว 4 ตัวท้าย ใบอนุญาตจะย้ายไปอยู่ในบัญชี LINE ของผู้รับโอน',
    en: 'The new holder scans a QR or opens a link on their own phone and types the last 4 digits of their ID number. The licence then moves to their LINE account.',
  },
  handOnMailed: {
    th: 'หากกรอกอีเมลของผู้รับโอนไว้ เราส่งลิงก์ทางอีเมลแล้ว',
    en: 'Where you gave the new holder’s mail address, the link was mailed too.',
  },
  handOnShow: { th: 'แสดง QR และลิงก์', en: 'Show the QR and the link' },
  handOnUntil: {
    th: 'ใช้ได้ครั้งเดียว ถึง {day} ส่งให้ผู้รับโอนเท่านั้น',
    en: 'Works once, until {day}. Give it to the new holder only.',
  },
  handOnLink: { th: 'ลิงก์สำหรับผู้รับโอน', en: 'The link for the new holder' },
  handOnOnce: {
    th: 'ออกจากหน้านี้แล้วลิงก์จะไม่แสดงอีก ขอลิงก์ใหม่ได้ที่หน้าคำขอ',
    en: 'It is not shown again. A new one can be had on the page of the application.',
  },
  backToCase: { th: 'กลับไปหน้าคำขอ', en: 'Back to the application' },
  handedOnTitle: { th: 'ผู้รับโอนรับใบอนุญาตแล้ว', en: 'The new holder has the licence' },
  handedOnBody: {
    th: 'ใบอนุญาตอยู่ในบัญชี LINE ของผู้รับโอน และไม่อยู่ในบัญชีของท่านแล้ว',
    en: 'It is in the new holder’s LINE account and no longer in yours.',
  },

  takeTitle: { th: 'รับใบอนุญาตที่โอนให้ท่าน', en: 'Take over your licence' },
  takeBody: {
    th: 'ใบอนุญาตเลขที่ {number} จะย้ายมาอยู่ในบัญชี LINE นี้ ท่านใช้บัญชีนี้ต่ออายุ ขอใบแทน แก้ไข หรือแจ้งเลิกได้',
    en: 'Licence {number} moves to this LINE account, where you can renew, replace, amend or end it.',
  },
  ending: { th: 'เลข 4 ตัวท้าย', en: 'Last 4 digits' },
  endingHint: {
    th: 'ของเลขประจำตัวประชาชนของท่าน (นิติบุคคลใช้เลขทะเบียน ชาวต่างชาติใช้เลขหนังสือเดินทาง) ตามที่กรอกในแบบแจ้งโอน',
    en: 'Of your ID number (a company’s registration number, or a passport number), as filled in for the transfer.',
  },
  endingWrong: {
    th: 'เลขไม่ตรงกับที่แจ้งโอนไว้ ตรวจแล้วพิมพ์อีกครั้ง เหลือ {left} ครั้ง',
    en: 'This is not the number given for the transfer. Check it and try again; {left} left.',
  },
  take: { th: 'รับใบอนุญาต', en: 'Take it over' },
  takenTitle: { th: 'ใบอนุญาตอยู่ในบัญชีของท่านแล้ว', en: 'The licence is in your account' },
  takenBody: {
    th: 'เลขที่ {number} เปิดดูและดาวน์โหลดได้ทุกเมื่อ',
    en: 'No. {number}. Open or download it at any time.',
  },
  openWallet: { th: 'เปิดใบอนุญาตของฉัน', en: 'Open my licences' },
} as const satisfies Record<string, Text>
