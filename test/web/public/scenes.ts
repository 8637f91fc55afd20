/** Every public page in the states that matter. */
import type { Verification } from '../../../src/actions/verify-licence.ts'
import type { Language } from '../../../src/service/definition.ts'
import { qrSvg } from '../../../src/web/citizen/qr-svg.ts'
import { definition, NOW } from '../officer/fixtures.ts'
import type { AnyScene } from '../photograph.ts'

const PUBLISHED = [
  {
    id: 'p1',
    question: { th: 'ย้ายตู้ต้องแจ้งก่อนไหม', en: 'Must I report moving a machine?' },
    wordings: [],
    answer: { th: 'ต้องแจ้งก่อนย้าย โดยยื่นคำขอแก้ไขรายการ', en: 'Yes: apply to amend the licence first.' },
  },
]
const VERSIONS: NonNullable<Verification['versions']> = [
  { type: 'new', on: '2026-11-24', number: '42/2569', holder: 'นางสาวกมล ศรีทอง' },
  { type: 'amend', on: '2027-01-15', number: '42/2569', holder: '' },
  {
    type: 'transfer',
    on: '2027-02-03',
    number: '42/2569',
    holder: 'ห้างหุ้นส่วนจำกัด น้ำทิพย์บริสุทธิ์เพชรบูรณ์รุ่งเรืองกิจการค้า',
  },
  { type: 'replace', on: '2027-05-20', number: '42/2569', holder: '' },
]
const CODE = 'A7K4-2M9Q-X7TR'

export function buildVerification(changes: Partial<Verification> = {}): Verification {
  return {
    kind: 'licence',
    status: 'valid',
    title: definition.title,
    agency: definition.agency.name,
    number: '42/2569',
    holder: 'นางสาวกมล ศรีทอง',
    published: [
      { label: { th: 'ชื่อสถานประกอบกิจการ', en: 'Business' }, value: 'น้ำดื่มใสใจ' },
      { label: { th: 'ประเภท', en: 'Kind' }, value: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 2 ตู้' },
      {
        label: { th: 'ที่ตั้ง', en: 'Location' },
        value: 'เลขที่ 88/4 หมู่ที่ 3 ถนนริมน้ำ ตำบลศรีภูมิ อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง 67000',
      },
      { label: { th: 'พื้นที่', en: 'Area' }, value: '24 ตารางเมตร' },
    ],
    issuedOn: '2026-11-24',
    expiresOn: '2027-11-23',
    signer: {
      commonName: 'เทศบาลเมืองริมน้ำ',
      serial: '4F21A6C0917E33B2',
      issuer: 'Thailand National Root CA - G1',
      test: false,
    },
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    checkedAt: NOW,
    ...changes,
  }
}

export function scenes(language: Language): Record<string, AnyScene> {
  const site = { language, agency: definition.agency, licence: definition.licence.name }
  const applyUrl = 'https://liff.line.me/1234567890-AbCdEfGh/apply'
  const trackUrl = 'https://liff.line.me/1234567890-AbCdEfGh/requests'
  const inLine = { definition, applyUrl, trackUrl, qr: qrSvg(applyUrl) }
  const verification = (found?: Verification): AnyScene => ({
    page: 'public/verification',
    props: { ...site, path: `/v/${CODE}`, code: CODE, found, checkedAt: NOW, applyUrl },
  })
  const url = 'https://rimnam.example.go.th/service'
  return {
    home: { page: 'public/home', props: { ...site, path: '/', ...inLine } },
    service: {
      page: 'public/service',
      props: { ...site, path: '/service', ...inLine, url, published: PUBLISHED },
    },
    verify: { page: 'public/verify', props: { ...site, path: '/v' } },
    valid: verification(buildVerification()),
    trial: verification(
      buildVerification({
        signer: { commonName: 'ใบรับรองทดสอบ', serial: '01', issuer: 'ใบรับรองทดสอบ', test: true },
      }),
    ),
    expired: verification(
      buildVerification({ status: 'expired', issuedOn: '2025-08-03', expiresOn: '2026-08-02' }),
    ),
    suspended: verification(buildVerification({ status: 'suspended' })),
    revoked: verification(buildVerification({ status: 'revoked' })),
    replaced: verification(buildVerification({ status: 'replaced', versions: VERSIONS.slice(0, 3) })),
    reissued: verification(buildVerification({ versions: VERSIONS })),
    receipt: verification(
      buildVerification({
        kind: 'receipt',
        title: { th: 'ใบเสร็จรับเงิน', en: 'Receipt' },
        number: 'RN-2570/000017',
        expiresOn: undefined,
        published: [{ label: { th: 'จำนวนเงิน (บาท)', en: 'Amount (baht)' }, value: '600.00' }],
      }),
    ),
    'not-found': verification(),
    busy: { page: 'public/busy', props: { ...site, path: `/v/${CODE}`, seconds: 42 } },
    privacy: { page: 'public/privacy', props: { ...site, path: '/privacy', definition } },
  }
}
