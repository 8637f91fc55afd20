import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bangkokDay } from '../service/dates.ts'

const TEMPLATE = join(import.meta.dirname, 'service-template')

/** Makes services/<id> from the template, never over one that is there, and tells what to do next. */
export async function serviceNew([id = '']: string[], into = 'services'): Promise<void> {
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw new Error(
      'ตั้งชื่อด้วยตัวพิมพ์เล็ก a–z ตัวเลข และ - เช่น service:new my-service / service:new needs a name of small letters, digits and -, such as my-service',
    )
  const dir = join(into, id)
  if (existsSync(dir)) throw new Error(`มี ${dir} อยู่แล้ว ใช้ชื่ออื่น / ${dir} is there already: choose another name`)
  const today = bangkokDay(new Date())
  for (const file of readdirSync(TEMPLATE, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.yaml')) continue
    const target = join(dir, file)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, filledIn(readFileSync(join(TEMPLATE, file), 'utf8'), id, today))
  }
  process.stdout.write(nextSteps(dir))
}

function filledIn(text: string, id: string, today: string): string {
  return text
    .replaceAll('__ID__', id)
    .replaceAll('__TODAY__', today)
    .replaceAll('__NEXT_YEAR__', String(Number(today.slice(0, 4)) + 1))
}

const nextSteps = (dir: string): string => `สร้าง ${dir} แล้ว / ${dir} is made.

1. เปิด ${dir}/service.yaml แล้วแก้ทุกแห่งที่มีคำว่า TODO
   Open ${dir}/service.yaml and replace every TODO.
2. npm run service:check ${dir}
   บอกบรรทัดที่ต้องแก้และวิธีแก้ / tells the lines to mend, and how.
3. npm run service:preview ${dir}
   ลองเล่นทั้งขั้นตอน แก้ไฟล์แล้วบันทึก หน้าจอเปลี่ยนตาม / play the whole story; saving a file shows it at once.

คู่มือ / Manual: docs/service-definition.th.md · docs/service-definition.md
`
