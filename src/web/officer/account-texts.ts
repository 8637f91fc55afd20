/** Words of signing in, second factors, sessions, officers and delegations. */
import type { Text } from '../../service/definition.ts'

export const ACCOUNT_TEXTS = {
  privacy: { th: 'คำขอใช้สิทธิ', en: 'Data requests' },
  looks: { th: 'ผู้เปิดดูข้อมูล', en: 'Who looked' },
  // Asking for the second factor
  proveTitle: { th: 'ยืนยันว่าเป็นท่าน', en: 'Confirm that it is you' },
  proveBody: {
    th: 'เปิดแอปยืนยันตัวตนแล้วกรอกรหัส 6 หลักของ {name}',
    en: 'Open your authenticator app and enter the 6 digits for {name}',
  },
  proveKept: {
    th: 'สิ่งที่ท่านกรอกไว้ยังอยู่ครบ ยืนยันแล้วระบบจะทำต่อให้ทันที',
    en: 'What you typed is kept. Once you confirm, it goes on from there',
  },
  code: { th: 'รหัส 6 หลัก', en: '6-digit code' },
  confirm: { th: 'ยืนยัน', en: 'Confirm' },
  usePasskey: { th: 'ใช้พาสคีย์', en: 'Use a passkey' },
  passkeyOnly: {
    th: 'เครื่องนี้ใช้พาสคีย์ไม่ได้ โปรดเปิดหน้านี้ในเบราว์เซอร์ที่ท่านตั้งพาสคีย์ไว้',
    en: 'No passkey works here. Open this page in the browser where you made yours',
  },
  codeWrong: {
    th: 'รหัสไม่ถูกต้อง หรือใช้ไปแล้ว โปรดรอรหัสใหม่แล้วกรอกอีกครั้ง',
    en: 'The code is wrong or has been used. Wait for the next one and try again',
  },
  codeLocked: {
    th: 'กรอกผิดหลายครั้ง โปรดรอ 15 นาทีแล้วลองใหม่',
    en: 'Too many wrong tries. Wait 15 minutes and try again',
  },
  passkeyFailed: {
    th: 'ใช้พาสคีย์ไม่สำเร็จ โปรดลองใหม่หรือใช้รหัสแทน',
    en: 'The passkey did not work. Try again, or use a code',
  },
  lostFactor: {
    th: 'ทำเครื่องหายหรือเปลี่ยนเครื่อง โปรดแจ้งผู้ดูแลระบบของหน่วยงาน',
    en: 'Lost or changed your phone? Ask your administrator',
  },

  // Setting one up
  setUpTitle: { th: 'ตั้งการยืนยันตัวตนชั้นที่สอง', en: 'Set up your second factor' },
  setUpBody: {
    th: 'เจ้าหน้าที่ทุกคนต้องมีอย่างน้อยหนึ่งอย่าง ใช้เมื่อเข้าระบบและเมื่อลงนาม',
    en: 'Every officer needs at least one. It is asked for at sign-in and before you sign',
  },
  byApp: { th: 'แอปยืนยันตัวตน', en: 'Authenticator app' },
  byAppScan: {
    th: 'สแกนด้วยแอป เช่น Google Authenticator หรือ Microsoft Authenticator',
    en: 'Scan this with an app such as Google Authenticator or Microsoft Authenticator',
  },
  qrAlt: { th: 'คิวอาร์โค้ดสำหรับแอปยืนยันตัวตน', en: 'QR code for the authenticator app' },
  openApp: { th: 'ใช้เครื่องนี้อยู่ กดเพื่อเปิดแอป', en: 'On this phone? Open the app' },
  bySecret: { th: 'หรือพิมพ์รหัสลับนี้ในแอป', en: 'Or type this key into the app' },
  firstCode: { th: 'กรอกรหัส 6 หลักที่แอปแสดง', en: 'Enter the 6 digits that the app shows' },
  byPasskey: { th: 'พาสคีย์', en: 'Passkey' },
  byPasskeyBody: {
    th: 'ใช้ลายนิ้วมือ ใบหน้า หรือรหัสปลดล็อกของเครื่องนี้ สะดวกเมื่อทำงานบนคอมพิวเตอร์',
    en: 'Uses the fingerprint, face or PIN of this device. Handy at a desk',
  },
  makePasskey: { th: 'สร้างพาสคีย์', en: 'Make a passkey' },

  // Own account
  account: { th: 'บัญชีของฉัน', en: 'My account' },
  factors: { th: 'การยืนยันตัวตนชั้นที่สอง', en: 'Second factors' },
  addFactor: { th: 'เพิ่มอีกวิธี', en: 'Add another' },
  addedOn: { th: 'เพิ่มเมื่อ {at}', en: 'Added {at}' },
  remove: { th: 'ลบ', en: 'Remove' },
  sessions: { th: 'เครื่องที่กำลังเข้าใช้', en: 'Where you are signed in' },
  thisDevice: { th: 'เครื่องนี้', en: 'This device' },
  unknownDevice: { th: 'ไม่ทราบชนิดเครื่อง', en: 'Unknown device' },
  lastSeen: { th: 'ใช้ล่าสุด {at}', en: 'Last used {at}' },
  signedInAt: { th: 'เข้าใช้เมื่อ {at}', en: 'Signed in {at}' },
  endSession: { th: 'ออก', en: 'Sign out' },
  endOthers: { th: 'ออกจากเครื่องอื่นทั้งหมด', en: 'Sign out everywhere else' },
  sessionRule: {
    th: 'ระบบออกให้เองเมื่อไม่ได้ใช้ 30 นาที หรือครบ 12 ชั่วโมง',
    en: 'You are signed out after 30 minutes without use, and after 12 hours at most',
  },
  done: { th: 'บันทึกแล้ว', en: 'Saved' },

  // Officers
  officers: { th: 'เจ้าหน้าที่', en: 'Officers' },
  invite: { th: 'เชิญเจ้าหน้าที่', en: 'Invite an officer' },
  name: { th: 'ชื่อและนามสกุล', en: 'Full name' },
  position: { th: 'ตำแหน่ง', en: 'Position' },
  roles: { th: 'หน้าที่ในระบบ', en: 'Roles' },
  sendInvite: { th: 'สร้างลิงก์เชิญ', en: 'Make the invitation' },
  inviteReady: { th: 'ลิงก์เชิญของ {name}', en: 'Invitation for {name}' },
  inviteOnce: {
    th: 'แสดงครั้งเดียว ใช้ได้ครั้งเดียวภายใน 7 วัน ส่งให้เจ้าตัวเปิดใน LINE',
    en: 'Shown once. It works once, within 7 days; the officer opens it in LINE',
  },
  inviteQr: { th: 'คิวอาร์โค้ดของลิงก์เชิญ', en: 'QR code of the invitation' },
  notJoined: { th: 'ยังไม่ได้ผูกบัญชี LINE', en: 'Not bound to LINE yet' },
  noFactor: { th: 'ยังไม่ได้ตั้งการยืนยันชั้นที่สอง', en: 'No second factor yet' },
  inactive: { th: 'ปิดบัญชีแล้ว', en: 'Deactivated' },
  manage: { th: 'จัดการ', en: 'Manage' },
  backToOfficers: { th: 'กลับไปรายชื่อเจ้าหน้าที่', en: 'Back to officers' },
  saveRoles: { th: 'บันทึกหน้าที่', en: 'Save roles' },
  notOwnRoles: {
    th: 'เปลี่ยนหน้าที่หรือปิดบัญชีของตนเองไม่ได้ ให้ผู้ดูแลระบบคนอื่นทำ',
    en: 'Nobody changes their own roles or account: another administrator does',
  },
  endAll: { th: 'ให้ออกจากทุกเครื่อง', en: 'Sign out everywhere' },
  sessionCount: { th: 'กำลังเข้าใช้ {count} เครื่อง', en: 'Signed in on {count} devices' },
  deactivate: { th: 'ปิดบัญชี', en: 'Deactivate' },
  deactivateBody: {
    th: 'ออกจากทุกเครื่องทันทีและเข้าอีกไม่ได้ ประวัติการทำงานยังอยู่',
    en: 'Signs the officer out everywhere at once, for good. The record of their work stays',
  },
  activate: { th: 'เปิดบัญชีอีกครั้ง', en: 'Activate again' },
  resetFactor: { th: 'ล้างการยืนยันชั้นที่สอง', en: 'Reset the second factor' },
  resetBody: {
    th: 'ใช้เมื่อทำเครื่องหายหรือเปลี่ยนบัญชี LINE ผู้ดูแลระบบหรือผู้อนุมัติอีกคนต้องยืนยัน แล้วเจ้าตัวผูกบัญชีใหม่ด้วยลิงก์เชิญ',
    en: 'For a lost phone or a changed LINE account. A second administrator or approver confirms; the officer then joins anew by an invitation',
  },
  askReset: { th: 'ขอล้าง', en: 'Ask for a reset' },
  resetWaits: { th: 'รอคนที่สองยืนยัน', en: 'Waits for a second person' },
  resets: { th: 'คำขอล้างการยืนยันชั้นที่สอง', en: 'Resets to confirm' },
  resetOf: { th: '{name} ขอโดย {by} เมื่อ {at}', en: '{name}, asked by {by}, {at}' },
  confirmReset: { th: 'ยืนยันการล้าง', en: 'Confirm the reset' },
  withdrawReset: { th: 'ยกเลิกคำขอ', en: 'Withdraw' },
  history: { th: 'ประวัติ', en: 'History' },
  byCommand: { th: 'คำสั่งของระบบ', en: 'Command line' },
  problemTitle: { th: 'ยังทำไม่ได้', en: 'This cannot be done' },

  // Delegations
  delegations: { th: 'การปฏิบัติราชการแทน', en: 'Acting for another' },
  delegationsMenu: { th: 'ปฏิบัติแทน', en: 'Acting' },
  newDelegation: { th: 'บันทึกคำสั่ง', en: 'Record an order' },
  from: { th: 'แทนใคร', en: 'In whose place' },
  to: { th: 'ใครปฏิบัติ', en: 'Who acts' },
  role: { th: 'หน้าที่', en: 'Role' },
  kind: { th: 'ลักษณะ', en: 'Kind' },
  delegated: { th: 'ปฏิบัติราชการแทน', en: 'Acting by delegation' },
  substitute: { th: 'รักษาราชการแทน', en: 'Acting in the absence' },
  orderNumber: { th: 'คำสั่งที่', en: 'Order number' },
  orderNumberHint: { th: 'เช่น 125/2569', en: 'Such as 125/2569' },
  dayHint: { th: 'วัน/เดือน/พ.ศ. เช่น 1/12/2569', en: 'day/month/Buddhist year, such as 1/12/2569' },
  orderedOn: { th: 'ลงวันที่', en: 'Dated' },
  firstDay: { th: 'ตั้งแต่วันที่', en: 'From' },
  lastDay: { th: 'ถึงวันที่', en: 'To' },
  choose: { th: 'เลือก', en: 'Choose' },
  saveDelegation: { th: 'บันทึก', en: 'Save' },
  delegationOf: { th: '{to} {kind} {from}', en: '{to}, {kind}: {from}' },
  byOrder: { th: 'คำสั่งที่ {order} ลงวันที่ {day}', en: 'Order {order} of {day}' },
  days: { th: '{first} ถึง {last}', en: '{first} to {last}' },
  inForce: { th: 'มีผลวันนี้', en: 'In force today' },
  later: { th: 'ยังไม่ถึงวัน', en: 'Not yet' },
  over: { th: 'สิ้นสุดแล้ว', en: 'Over' },
  endNow: { th: 'ยุติ', en: 'End' },
  none: { th: 'ยังไม่มี', en: 'None yet' },
} satisfies Record<string, Text>

export const ROLE_TEXTS = {
  reviewer: { th: 'ผู้ตรวจคำขอ', en: 'Reviewer' },
  supervisor: { th: 'ผู้กลั่นกรอง', en: 'Supervisor' },
  approver: { th: 'ผู้อนุมัติ', en: 'Approver' },
  inspector: { th: 'ผู้ตรวจสถานที่', en: 'Inspector' },
  finance: { th: 'การเงิน', en: 'Finance' },
  editor: { th: 'ผู้ดูแลเนื้อหา', en: 'Content editor' },
  dpo: { th: 'เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล (DPO)', en: 'Data protection officer' },
  auditor: { th: 'ผู้ตรวจสอบ', en: 'Auditor' },
  admin: { th: 'ผู้ดูแลระบบ', en: 'Administrator' },
} satisfies Record<string, Text>

export const EVENT_TEXTS = {
  invited: { th: 'เชิญเข้าระบบ', en: 'Invited' },
  joined: { th: 'ผูกบัญชี LINE', en: 'Joined with LINE' },
  roles_changed: { th: 'เปลี่ยนหน้าที่', en: 'Roles changed' },
  deactivated: { th: 'ปิดบัญชี', en: 'Deactivated' },
  activated: { th: 'เปิดบัญชีอีกครั้ง', en: 'Activated again' },
  sessions_ended: { th: 'ให้ออกจากทุกเครื่อง', en: 'Signed out everywhere' },
  factor_added: { th: 'เพิ่มการยืนยันชั้นที่สอง', en: 'Second factor added' },
  factor_removed: { th: 'ลบการยืนยันชั้นที่สอง', en: 'Second factor removed' },
  codes_locked: { th: 'กรอกรหัสผิดหลายครั้ง ระงับ 15 นาที', en: 'Locked for 15 minutes after wrong codes' },
  reset_asked: { th: 'ขอล้างการยืนยันชั้นที่สอง', en: 'Reset of the second factor asked for' },
  reset_confirmed: { th: 'ล้างการยืนยันชั้นที่สอง', en: 'Second factor reset' },
  reset_withdrawn: { th: 'ยกเลิกคำขอล้าง', en: 'Reset withdrawn' },
  delegation_given: { th: 'มีคำสั่งให้ปฏิบัติแทน', en: 'Delegation recorded' },
  delegation_ended: { th: 'ยุติการปฏิบัติแทน', en: 'Delegation ended' },
} satisfies Record<string, Text>

/** What a refused change says: what is the case, and what is possible. */
export const REFUSAL_TEXTS = {
  roles_needed: { th: 'เลือกหน้าที่อย่างน้อยหนึ่งอย่าง', en: 'Choose at least one role' },
  name_needed: { th: 'กรอกชื่อและตำแหน่งให้ครบ', en: 'Fill in the name and the position' },
  own_account: {
    th: 'เปลี่ยนหน้าที่หรือบัญชีของตนเองไม่ได้ ให้ผู้ดูแลระบบคนอื่นทำ',
    en: 'Nobody changes their own roles or account: ask another administrator',
  },
  last_admin: {
    th: 'ต้องมีผู้ดูแลระบบเหลืออยู่อย่างน้อยหนึ่งคน ตั้งคนใหม่ก่อน',
    en: 'One administrator must remain: name another one first',
  },
  last_factor: {
    th: 'ต้องเหลืออย่างน้อยหนึ่งวิธี เพิ่มวิธีใหม่ก่อนแล้วจึงลบ',
    en: 'One factor must remain: add another before you remove this one',
  },
  four_eyes: {
    th: 'ผู้ขอและเจ้าของบัญชียืนยันเองไม่ได้ ต้องเป็นผู้ดูแลระบบหรือผู้อนุมัติอีกคน',
    en: 'Neither who asked nor the officer may confirm: another administrator or approver does',
  },
  reset_waits: { th: 'มีคำขอล้างที่รอยืนยันอยู่แล้ว', en: 'A reset already waits to be confirmed' },
  officer_already: {
    th: 'บัญชี LINE นี้เป็นของเจ้าหน้าที่ในระบบแล้ว',
    en: 'This LINE account already belongs to an officer',
  },
  fields_needed: { th: 'กรอกให้ครบทุกช่อง', en: 'Fill in every field' },
  same_officer: { th: 'เลือกเจ้าหน้าที่คนละคนกัน', en: 'Choose two different officers' },
  own_delegation: {
    th: 'บันทึกคำสั่งให้ตนเองไม่ได้ ให้ผู้ดูแลระบบคนอื่นบันทึก',
    en: 'Nobody records an order in their own favour: ask another administrator',
  },
  not_delegable: {
    th: 'มอบหน้าที่นี้ไม่ได้ มอบได้เฉพาะหน้าที่ในการพิจารณา ตรวจสถานที่ และการเงิน',
    en: 'This role cannot be handed over: only those of the review, inspection and finance can',
  },
  from_has_not: {
    th: 'ผู้มอบไม่มีหน้าที่นี้เป็นของตนเอง อำนาจที่รับมอบมาจะมอบต่ออีกไม่ได้',
    en: 'This role is not the first officer’s own: what was handed over cannot be handed on',
  },
  to_has_already: { th: 'ผู้รับมอบมีหน้าที่นี้อยู่แล้ว', en: 'The second officer already holds this role' },
  days_wrong: {
    th: 'วันสิ้นสุดต้องไม่ก่อนวันเริ่ม และคำสั่งต้องลงวันที่ไม่หลังวันเริ่ม',
    en: 'The last day cannot be before the first, nor the order later than the first day',
  },
  days_past: { th: 'ช่วงวันที่นี้ผ่านไปแล้ว', en: 'These days are over' },
  overlaps: {
    th: 'มีคำสั่งในหน้าที่เดียวกันที่วันทับกันอยู่แล้ว ยุติคำสั่งเดิมก่อน หรือเลือกวันอื่น',
    en: 'Another order for this role covers some of these days: end it first, or choose other days',
  },
  chain: {
    th: 'ในช่วงนี้มีการมอบหน้าที่เดียวกันต่อกันเป็นทอด ซึ่งทำไม่ได้ ผู้รับมอบต้องปฏิบัติเอง',
    en: 'On these days the same role would be handed on from one to the next: whoever receives it acts in person',
  },
  not_active: { th: 'เจ้าหน้าที่ต้องยังเปิดบัญชีอยู่', en: 'Both officers must be active' },
} satisfies Record<string, Text>
export type Refusal = keyof typeof REFUSAL_TEXTS
