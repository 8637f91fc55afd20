import { createHash } from 'node:crypto'
import type { Person } from '../world.ts'

/** What ThaID knows of the personas. Invented numbers with a right check digit; nobody's. */
type Citizen = {
  pid: string
  title: string
  given_name: string
  family_name: string
  birthdate: string
  address: string
}

const CITIZENS: { [personaId: string]: Citizen } = {
  kamon: {
    pid: '1101700207366',
    title: 'นางสาว',
    given_name: 'กมล',
    family_name: 'ศรีทอง',
    birthdate: '1987-01-15',
    address: '88/4 ถนนริมน้ำ ตำบลในเมือง อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง 67000',
  },
  teeradet: {
    pid: '3100500123458',
    title: 'นาย',
    given_name: 'ธีรเดช',
    family_name: 'คงมั่น',
    birthdate: '1979-11-02',
    address: '12 หมู่ที่ 3 ตำบลในเมือง อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง 67000',
  },
}

export const citizenOf = (person: Person): Citizen | undefined => CITIZENS[person.id]

/** ThaID's own name for somebody, which is not their number. */
export const subjectOf = (person: Person): string =>
  createHash('sha256').update(`thaid:${person.id}`).digest('hex').slice(0, 32)
