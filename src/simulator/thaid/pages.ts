import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Person } from '../world.ts'
import { citizenOf } from './people.ts'

/** The page in the place of the ThaID app: says on its face that it is none, in both languages. */
const FONTS = ['latin-400', 'latin-700', 'thai-400', 'thai-700'].map((part) => `sarabun-${part}-normal.woff2`)
export const isFont = (file: string): boolean => FONTS.includes(file)
export const font = (file: string): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`@fontsource/sarabun/files/${file}`))

const READ: { [scope: string]: string } = {
  pid: 'เลขประจำตัวประชาชน · ID number',
  given_name: 'ชื่อและนามสกุล · Name',
  birthdate: 'วันเกิด · Date of birth',
  address: 'ที่อยู่ตามทะเบียนบ้าน · Registered address',
  ial: 'ระดับการพิสูจน์ตัวตน · Identity assurance level',
}

const FAULTS: { [fault: string]: string } = {
  '': 'ไม่มี · None',
  'expired-code': 'รหัสหมดอายุ · Expired code',
  'wrong-nonce': 'คำตอบไม่ตรงกับคำขอ · Wrong nonce',
  'rotate-keys': 'เปลี่ยนกุญแจ · Keys rotated',
  'no-address': 'ไม่ส่งที่อยู่ · No address',
  'no-birthdate': 'ไม่ทราบวันเดือนเกิด · Year of birth only',
  'not-an-id': 'เลขไม่ใช่ของคนไทย · Not a Thai ID number',
}

type Login = { uid: string; people: Person[]; scopes: string[]; agency: string }

export function loginPage({ uid, people, scopes, agency }: Login): string {
  const read = Object.entries(READ).filter(([scope]) => scopes.includes(scope))
  return page(`<p class="mark">เครื่องจำลอง ไม่ใช่ ThaID จริง · Simulator, not the real ThaID</p>
<h1>ยืนยันตัวตนด้วย ThaID<small lang="en">Prove your identity with ThaID</small></h1>
<form method="post" action="/login/${escapeHtml(uid)}">
<fieldset><legend>แอปของใคร · Whose app is it?</legend>${people.map(choice).join('')}</fieldset>
<section><h2>${escapeHtml(agency)} ขออ่านข้อมูล · asks to read</h2>
<ul>${read.map(([, words]) => `<li>${words}</li>`).join('')}</ul></section>
<details><summary>ลองให้ผิดพลาด · Make something go wrong</summary>
<label>สิ่งที่จะผิด · What goes wrong<select name="fault">${Object.entries(FAULTS)
    .map(([fault, words]) => `<option value="${fault}">${words}</option>`)
    .join('')}</select></label></details>
<button name="answer" value="allow">ยินยอม · Allow</button>
<button name="answer" value="refuse" class="second">ไม่ยินยอม · Refuse</button></form>`)
}

/** An address that was used already, or opened in another browser. */
export const overPage = (): string =>
  page('<h1>หน้านี้ใช้ไม่ได้แล้ว<small lang="en">This page is no longer valid</small></h1>')

function choice(person: Person, index: number): string {
  const citizen = citizenOf(person)
  const number = citizen ? `${citizen.pid.slice(0, 5)}xxxxx${citizen.pid.slice(10)}` : ''
  return `<label class="person"><input type="radio" name="persona" value="${person.id}" ${index === 0 ? 'checked' : ''}><span><b>${escapeHtml(person.displayName)}</b>${number}</span></label>`
}

const FACES = FONTS.map((file) => {
  const range = file.includes('thai') ? 'unicode-range:U+0E01-0E5B,U+200C-200D,U+25CC;' : ''
  return `@font-face{font-family:Sarabun;font-weight:${file.includes('700') ? 700 : 400};${range}src:url(/fonts/${file})}`
}).join('')

const STYLE = `${FACES}*{box-sizing:border-box}body{font:17px/1.55 Sarabun,system-ui,sans-serif;max-width:27rem;margin:0 auto;padding:1rem;color:#14213d;background:#f4f6fb}
.mark{margin:0 -1rem 1rem;padding:.6rem 1rem;background:#ffe08a;color:#4a3500;font-weight:700}h1{font-size:1.4rem;line-height:1.3;margin:1rem 0}
h2,legend,summary{font-size:1.05rem;font-weight:700;padding:0;margin:0}small{display:block;font-size:1rem;font-weight:400;color:#4d5a75}
fieldset,section,details{border:0;margin:0 0 1rem;padding:1rem;background:#fff;border-radius:.8rem}legend{float:left;width:100%;margin-bottom:.4rem}
.person{clear:both;display:flex;gap:.8rem;align-items:center;min-height:48px;padding:.4rem 0}.person span{display:grid}input{width:22px;height:22px}ul{margin:.3rem 0 0;padding-left:1.2rem}
select{display:block;width:100%;min-height:44px;margin-top:.3rem;font:inherit}summary{min-height:32px;cursor:pointer}button{width:100%;min-height:50px;margin:.3rem 0;border:2px solid #1d3c86;border-radius:.7rem;background:#1d3c86;color:#fff;font:700 1.05rem Sarabun,sans-serif;cursor:pointer}
.second{background:#fff;color:#1d3c86}:focus-visible{outline:3px solid #d08700;outline-offset:2px}`

function page(body: string): string {
  return `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>ThaID (จำลอง · simulated)</title><style>${STYLE}</style><main>${body}</main></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
