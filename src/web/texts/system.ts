/** Words for when something does not go as it should. */
import type { Text } from '../../service/definition.ts'

export const SYSTEM_TEXTS = {
  signInTitle: { th: 'กำลังเข้าสู่ระบบด้วย LINE', en: 'Signing in with LINE' },
  signInBody: { th: 'รอสักครู่ แล้วจะกลับไปหน้าเดิมให้เอง', en: 'In a moment you will be back where you were' },
  signInKept: { th: 'สิ่งที่กรอกยังอยู่ครบ', en: 'Nothing you typed is lost' },
  signInKeptBody: { th: 'จะส่งให้อีกครั้งหลังเข้าสู่ระบบ', en: 'It will be sent again once you are signed in' },
  signInFailed: { th: 'เข้าสู่ระบบไม่สำเร็จ', en: 'Signing in failed' },
  signInFailedBody: {
    th: 'โปรดเปิดหน้านี้จาก LINE อีกครั้ง หรือกดปุ่มด้านล่าง',
    en: 'Open this page from LINE again, or press the button below',
  },
  openInLine: { th: 'เปิดด้วย LINE', en: 'Open in LINE' },
  noScript: {
    th: 'ต้องเปิดใช้ JavaScript เพื่อเข้าสู่ระบบด้วย LINE',
    en: 'JavaScript must be on to sign in with LINE',
  },
  opening: { th: 'กำลังเปิด', en: 'Opening' },

  forbiddenTitle: { th: 'หน้านี้ไม่ได้เปิดให้ท่าน', en: 'This page is not open to you' },
  forbiddenBody: {
    th: 'หากท่านเป็นเจ้าหน้าที่ โปรดเข้าด้วยบัญชี LINE ที่ลงทะเบียนไว้',
    en: 'If you are an officer, use the LINE account that was registered',
  },
  not_foundTitle: { th: 'ไม่พบหน้านี้', en: 'Page not found' },
  not_foundBody: {
    th: 'ลิงก์อาจเก่าหรือไม่ครบ หรือเป็นของบัญชีอื่น',
    en: 'The link may be old or cut short, or belong to another account',
  },
  conflictTitle: { th: 'รายการนี้เปลี่ยนไปแล้ว', en: 'This has changed meanwhile' },
  conflictBody: {
    th: 'คำขอไม่อยู่ในขั้นที่ทำรายการนี้ได้แล้ว โปรดดูสถานะล่าสุด',
    en: 'The application has moved on, so this can no longer be done. See its latest status',
  },
  invalidTitle: { th: 'ส่งข้อมูลไม่สำเร็จ', en: 'This could not be accepted' },
  invalidBody: {
    th: 'ข้อมูลที่ส่งมาไม่ครบหรือใหญ่เกินไป โปรดย้อนกลับไปตรวจอีกครั้ง',
    en: 'What was sent is incomplete or too large. Go back and check it',
  },
  busyTitle: { th: 'ทำรายการถี่เกินไป', en: 'Too many tries' },
  busyBody: { th: 'โปรดรอหนึ่งนาที แล้วลองใหม่', en: 'Please wait a minute and try again' },
  brokenTitle: { th: 'ระบบขัดข้องชั่วคราว', en: 'Something went wrong here' },
  brokenBody: {
    th: 'ร่างที่บันทึกไว้ไม่หาย โปรดลองอีกครั้งในอีกสักครู่',
    en: 'Saved drafts are safe. Please try again in a moment',
  },
  ticketOverTitle: { th: 'ลิงก์เอกสารหมดอายุแล้ว', en: 'This link has expired' },
  ticketOverBody: {
    th: 'ลิงก์นี้ใช้ได้ 5 นาทีเพื่อความปลอดภัย โปรดเปิดเอกสารอีกครั้งจากแชตใน LINE',
    en: 'For your safety it works for five minutes. Open the document again from the chat in LINE',
  },
  failureReference: {
    th: 'หากยังพบปัญหา แจ้งรหัส {reference} กับ{unit}',
    en: 'If it goes on, give {unit} the code {reference}',
  },
  tryAgain: { th: 'ลองอีกครั้ง', en: 'Try again' },
  toMyCases: { th: 'ไปที่คำขอของฉัน', en: 'To my applications' },
  toChat: { th: 'กลับไปแชต', en: 'Back to the chat' },
  telephone: { th: 'โทร {phone}', en: 'Tel. {phone}' },
} as const satisfies Record<string, Text>
