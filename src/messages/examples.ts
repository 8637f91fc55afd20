import type { MessageData } from './message.ts'

/** One ordinary example of every message: each template is tried with it at start, and pictures of it are made from it. */
const agency = 'เทศบาลเมืองริมน้ำ'
const serviceTitle = 'ใบอนุญาตประกอบกิจการตู้น้ำดื่มหยอดเหรียญ'
const reference = 'สธ-2569-004188'
const liff = 'https://liff.line.me/1234567890-AbCdEfGh'
const caseUrl = `${liff}/l/cases/7d4c2a52-6f0e-4a53-9a0b-0c6c2f6f7c11`

export const EXAMPLES: MessageData = {
  greeting: {
    agency,
    displayName: 'กมล',
    serviceTitle,
    applyUrl: `${liff}/apply`,
    privacyUrl: 'https://anuyat.example.go.th/privacy',
  },
  guide: {
    agency,
    serviceTitle,
    topics: [
      {
        id: 'who',
        title: 'ใครต้องขอใบอนุญาต',
        answer: 'ผู้ติดตั้งตู้น้ำดื่มหยอดเหรียญเพื่อขายในเขตเทศบาล ทั้งบุคคลธรรมดาและนิติบุคคล',
        icon: 'users',
      },
      {
        id: 'fee',
        title: 'ค่าธรรมเนียม',
        answer: '300 บาทต่อตู้ต่อปี ชำระเมื่อได้รับอนุญาตแล้ว',
        icon: 'banknote',
      },
    ],
    applyUrl: `${liff}/apply`,
    guideUrl: 'https://anuyat.example.go.th/',
  },
  answer: {
    agency,
    serviceTitle,
    topicTitle: 'ค่าธรรมเนียม',
    answer: '300 บาทต่อตู้ต่อปี ชำระเมื่อได้รับอนุญาตแล้ว',
    more: [
      'ชำระด้วยคิวอาร์พร้อมเพย์ในแชตนี้ และได้รับใบเสร็จอิเล็กทรอนิกส์ทันที',
      'ชำระภายใน 15 วันนับแต่วันที่ได้รับแจ้ง มิฉะนั้นถือว่าสละสิทธิ์',
    ],
    conditions:
      'พ.ร.บ. การสาธารณสุข พ.ศ. 2535 และเทศบัญญัติเทศบาลเมืองริมน้ำ เรื่อง การควบคุมกิจการตู้น้ำดื่มหยอดเหรียญ พ.ศ. 2562',
    timeLimit: 'ไม่เกิน 30 วัน นับแต่ได้รับคำขอที่ถูกต้องครบถ้วน',
    disclaimer: 'เป็นข้อมูลเบื้องต้น ไม่ใช่คำวินิจฉัย หากต่างจากเทศบัญญัติ ให้ถือตามเทศบัญญัติ ปรับปรุงเมื่อ 1 ต.ค. 2569',
    applyUrl: `${liff}/apply`,
    guideUrl: 'https://anuyat.example.go.th/',
  },
  acknowledgement: {
    agency,
    serviceTitle,
    reference,
    enteredAt: '21 พ.ย. 2569 20:14 น.',
    receivedAt: '23 พ.ย. 2569 08:30 น.',
    applicant: 'นางสาวกมล ศรีทอง',
    documents: 'ครบ 3 รายการ',
    dueOn: '23 ธันวาคม 2569',
    dueNote: '30 วันนับแต่วันที่ได้รับคำขอ หากต้องขยายเวลาจะแจ้งเหตุผลก่อน',
    disclaimer: 'ใบรับนี้แสดงว่าได้รับคำขอแล้ว ยังไม่ใช่การอนุญาต ห้ามประกอบกิจการก่อนได้รับใบอนุญาต',
    caseUrl,
  },
  correction: {
    agency,
    reference,
    count: '2',
    items: [
      {
        name: 'ผลตรวจคุณภาพน้ำ',
        reason: 'ผลลงวันที่ 12 มี.ค. 2568 เก่าเกิน 1 ปี โปรดแนบผลตรวจฉบับใหม่',
      },
      { name: 'แผนที่ตั้งตู้พอสังเขป', reason: 'ภาพไม่ชัด โปรดถ่ายใหม่ให้อ่านได้ทุกบรรทัด' },
    ],
    dueOn: '2 ธันวาคม 2569',
    clockNote: 'เวลาพิจารณาหยุดนับตั้งแต่วันนี้ และนับต่อเมื่อท่านส่งครบ เราจะไม่ขอเอกสารอื่นเพิ่มอีก',
    correctUrl: `${caseUrl}/correct`,
  },
  invoice: {
    agency,
    reference,
    qrImageUrl: 'https://anuyat.example.go.th/qr/5b8b2c7e.png',
    amount: '600.00',
    amountWords: 'หกร้อยบาทถ้วน',
    item: '300 บาท × 2 ตู้',
    ref1: '690004188',
    ref2: '2569120800001',
    payBy: '23 ธันวาคม 2569',
    payUrl: `${caseUrl}/pay`,
  },
  receipt: {
    agency,
    reference,
    receiptNumber: 'เล่มที่ 3 เลขที่ RN-2570/000412',
    amount: '600.00',
    paidAt: '8 ธ.ค. 2569 14:06 น.',
    payer: 'นางสาวกมล ศรีทอง',
    documentUrl: caseUrl,
  },
  licence: {
    agency,
    serviceTitle,
    licenceNumber: '42/2569',
    holder: 'นางสาวกมล ศรีทอง',
    place: 'น้ำดื่มใสใจ 88/4 ถนนริมน้ำ',
    summary: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 2 ตู้',
    issuedOn: '8 ธ.ค. 2569',
    expiresOn: '7 ธ.ค. 2570',
    documentUrl: caseUrl,
    verifyUrl: 'https://anuyat.example.go.th/v/YK3FQ9W1',
  },
  survey: {
    agency,
    question: 'บริการครั้งนี้เป็นอย่างไร',
    applicationId: '7d4c2a52-6f0e-4a53-9a0b-0c6c2f6f7c11',
  },
  refusal: {
    agency,
    reference,
    reason: 'ผลตรวจคุณภาพน้ำไม่ผ่านเกณฑ์ พบโคลิฟอร์มแบคทีเรียเกินมาตรฐาน',
    appeal: 'ท่านอุทธรณ์ต่อรัฐมนตรีว่าการกระทรวงสาธารณสุขได้ภายใน 30 วันนับแต่วันที่ทราบคำสั่ง',
    caseUrl,
  },
  status: {
    agency,
    reference,
    serviceTitle,
    status: 'กำลังพิจารณา',
    explanation: 'เจ้าหน้าที่กำลังตรวจคำขอ จะแจ้งผลภายใน 23 ธันวาคม 2569',
    steps: [
      { label: 'ได้รับคำขอ', when: '23 พ.ย. 2569 10:42 น.', state: 'done' },
      { label: 'พิจารณา', when: '', state: 'current' },
      { label: 'ชำระค่าธรรมเนียม', when: '', state: 'todo' },
      { label: 'ออกใบอนุญาต', when: '', state: 'todo' },
    ],
    caseUrl,
    action: 'ดูรายละเอียด',
  },
  'officer-review': {
    agency,
    reference,
    serviceTitle,
    applicant: 'นางสาวกมล ศรีทอง',
    summary: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 2 ตู้',
    stage: 'ตรวจคำขอและเอกสาร',
    dueOn: '23 ธันวาคม 2569',
    daysLeft: 'เหลือ 15 วัน',
    caseUrl: `${liff}/o/cases/7d4c2a52-6f0e-4a53-9a0b-0c6c2f6f7c11`,
  },
  'link-card': {
    agency,
    title: 'ยื่นคำขอ',
    text: 'กรอกแบบคำขอและแนบรูปถ่ายเอกสารได้ในแชตนี้ บันทึกให้อัตโนมัติ',
    label: 'เริ่มยื่นคำขอ',
    url: `${liff}/apply`,
  },
  contact: {
    agency,
    unit: 'กองสาธารณสุขและสิ่งแวดล้อม',
    phone: '053-000-111 ต่อ 24',
    phoneDigits: '053000111',
    hours: 'จันทร์–ศุกร์ 08:30–16:30 น.',
    open: 'เปิดอยู่ ถึง 16:30 น.',
  },
}
