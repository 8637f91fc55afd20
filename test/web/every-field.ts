/** A form with every type of field, for pictures and tests; no agency has it. */

import { Computed, Form } from '../../src/service/definition/form.ts'
import type { Definition, Field } from '../../src/service/definition.ts'
import type { Answers } from '../../src/service/form.ts'

const text = (th: string, en: string) => ({ th, en })
const option = (value: string, th: string, en: string) => ({ value, label: text(th, en) })

const PROVINCES = [
  ['krabi', 'กระบี่', 'Krabi'],
  ['bangkok', 'กรุงเทพมหานคร', 'Bangkok'],
  ['kanchanaburi', 'กาญจนบุรี', 'Kanchanaburi'],
  ['kalasin', 'กาฬสินธุ์', 'Kalasin'],
  ['khon_kaen', 'ขอนแก่น', 'Khon Kaen'],
  ['chanthaburi', 'จันทบุรี', 'Chanthaburi'],
  ['chiang_mai', 'เชียงใหม่', 'Chiang Mai'],
  ['chiang_rai', 'เชียงราย', 'Chiang Rai'],
  ['nakhon_pathom', 'นครปฐม', 'Nakhon Pathom'],
  ['nakhon_phanom', 'นครพนม', 'Nakhon Phanom'],
  ['phetchabun', 'เพชรบูรณ์', 'Phetchabun'],
  ['ubon', 'อุบลราชธานี', 'Ubon Ratchathani'],
] as const

const ROW_FIELDS = [
  { id: 'name', type: 'text', label: text('ชื่อเครื่อง', 'Machine') },
  { id: 'power', type: 'number', label: text('กำลัง', 'Power'), unit: text('แรงม้า', 'hp'), decimals: 1 },
  {
    id: 'fuel',
    type: 'select',
    label: text('เชื้อเพลิง', 'Fuel'),
    options: [option('electric', 'ไฟฟ้า', 'Electricity'), option('diesel', 'ดีเซล', 'Diesel')],
  },
  { id: 'since', type: 'date', label: text('ติดตั้งเมื่อ', 'Installed on'), optional: true },
]

export const EVERY_FORM = Form.parse({
  declaration: text('ข้าพเจ้าขอรับรอง', 'I declare'),
  pages: [
    {
      id: 'person',
      title: text('ผู้ขออนุญาต', 'Applicant'),
      fields: [
        {
          id: 'before',
          type: 'note',
          label: text('กรอกให้ตรงกับหลักฐานที่ทางราชการออกให้', 'Write it as on your official papers'),
        },
        { id: 'person', type: 'person_name', label: text('ชื่อผู้ขออนุญาต', 'Name of the applicant') },
        { id: 'thai', type: 'yes_no', label: text('มีสัญชาติไทย', 'Thai national') },
        {
          id: 'national_id',
          type: 'thai_id',
          label: text('เลขประจำตัวประชาชน', 'Thai ID number'),
          when: { field: 'thai', eq: 'yes' },
        },
        {
          id: 'passport',
          type: 'passport',
          label: text('เลขที่หนังสือเดินทาง', 'Passport number'),
          when: { field: 'thai', eq: 'no' },
        },
        { id: 'born', type: 'date', label: text('วันเกิด', 'Date of birth'), future: false, minAge: 20 },
        { id: 'phone', type: 'phone', label: text('หมายเลขโทรศัพท์', 'Telephone') },
        {
          id: 'email',
          type: 'email',
          label: text('อีเมล', 'E-mail'),
          optional: true,
          requireWhen: { field: 'thai', eq: 'no' },
        },
        {
          id: 'company_id',
          type: 'juristic_id',
          label: text('เลขทะเบียนนิติบุคคล', 'Company number'),
          optional: true,
        },
        { id: 'home', type: 'address', label: text('ที่อยู่', 'Address') },
      ],
    },
    {
      id: 'business',
      title: text('กิจการ', 'Business'),
      fields: [
        { id: 'place_heading', type: 'heading', label: text('สถานที่', 'Place') },
        {
          id: 'spot',
          type: 'location',
          label: text('ตำแหน่งที่ตั้ง', 'Position'),
          hint: text('ยืนที่หน้าสถานที่แล้วกดปุ่ม', 'Stand in front of the place and press the button'),
        },
        {
          id: 'province',
          type: 'lookup',
          label: text('จังหวัด', 'Province'),
          options: PROVINCES.map(([value, th, en]) => option(value, th, en)),
        },
        { id: 'work_heading', type: 'heading', label: text('การประกอบกิจการ', 'The work') },
        {
          id: 'danger',
          type: 'note',
          tone: 'warning',
          label: text(
            'งานที่มีเปลวไฟต้องมีถังดับเพลิงในรัศมี 10 เมตร',
            'Work with open flames needs an extinguisher within 10 metres',
          ),
        },
        {
          id: 'kinds',
          type: 'multi',
          label: text('สิ่งที่ใช้ในกิจการ', 'What the work uses'),
          max: 3,
          exclusive: 'none',
          options: [
            option('flame', 'เปลวไฟ', 'Open flames'),
            option('chemical', 'สารเคมี', 'Chemicals'),
            option('boiler', 'หม้อไอน้ำ', 'A boiler'),
            {
              ...option('night_work', 'เครื่องจักรที่ใช้กลางคืน', 'Machines at night'),
              when: { field: 'shift', eq: 'night' },
            },
            option('none', 'ไม่ใช้สิ่งใดข้างต้น', 'None of these'),
          ],
        },
        {
          id: 'shift',
          type: 'choice',
          label: text('เวลาทำงาน', 'Hours of work'),
          options: [option('day', 'กลางวัน', 'By day'), option('night', 'กลางคืน', 'By night')],
        },
        {
          id: 'opens',
          type: 'time',
          label: text('เวลาเปิด', 'Opens at'),
          from: '06:00',
          to: '22:00',
        },
        { id: 'area', type: 'number', label: text('พื้นที่', 'Area'), unit: text('ตารางเมตร', 'square metres') },
        { id: 'capital', type: 'money', label: text('ทุนจดทะเบียน', 'Registered capital'), min: 0 },
        {
          id: 'size',
          type: 'select',
          label: text('ขนาดกิจการ', 'Size'),
          options: [option('small', 'เล็ก', 'Small'), option('large', 'ใหญ่', 'Large')],
        },
        {
          id: 'about',
          type: 'textarea',
          label: text('ลักษณะงาน', 'About the work'),
          max: 120,
          optional: true,
        },
        {
          id: 'fee_so_far',
          type: 'computed',
          value: 'fee',
          label: text('ค่าธรรมเนียมโดยประมาณ', 'Fee so far'),
        },
        { id: 'kind_shown', type: 'computed', value: 'kind', label: text('ประเภทกิจการ', 'Kind of business') },
      ],
    },
    {
      id: 'machines',
      title: text('เครื่องจักร', 'Machines'),
      fields: [
        {
          id: 'machines',
          type: 'repeat',
          label: text('เครื่องจักร', 'machine'),
          item: text('เครื่องที่', 'Machine'),
          max: 200,
          unique: 'name',
          fields: ROW_FIELDS,
        },
      ],
    },
    {
      id: 'sign',
      title: text('ยินยอมและลงชื่อ', 'Agree and sign'),
      fields: [
        {
          id: 'consent',
          type: 'consent',
          version: '2569-1',
          label: text('การเปิดเผยข้อมูล', 'Disclosure'),
          text: text(
            'หน่วยงานจะส่งข้อมูลตำแหน่งที่ตั้งและประเภทกิจการให้กรมโรงงานอุตสาหกรรมและการไฟฟ้าส่วนภูมิภาค เพื่อตรวจความปลอดภัยของสถานที่ก่อนออกใบอนุญาต\nผู้รับข้อมูลเก็บไว้ไม่เกิน 1 ปี และไม่ส่งต่อให้ผู้อื่น\nท่านถอนความยินยอมได้ทุกเมื่อที่หน่วยงานนี้ การถอนไม่กระทบสิ่งที่ได้ทำไปแล้ว แต่หน่วยงานอาจต้องขอหลักฐานความปลอดภัยจากท่านโดยตรง\nหากมีข้อสงสัย ติดต่อเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคลตามที่อยู่ท้ายหน้านี้',
            'The agency passes the position and kind of business to the Department of Industrial Works and the Provincial Electricity Authority, which look at the safety of the place before a licence is issued.\nThey keep it for no more than one year and pass it to nobody.\nYou may withdraw your consent at any time at this agency. What was done before stays valid, but the agency may then ask you for the safety papers itself.\nFor questions, write to the data protection officer at the address below.',
          ),
        },
        { id: 'signature', type: 'signature', label: text('ลงลายมือชื่อผู้ขอ', 'Signature of the applicant') },
      ],
    },
  ],
  documents: [
    {
      id: 'front',
      label: text('ภาพถ่ายหน้าร้าน', 'Photo of the front'),
      hint: text('เห็นป้ายร้านและทางเข้าในภาพเดียวกัน', 'Sign and entrance in one picture'),
      photo: true,
      maxFiles: 5,
    },
    { id: 'plan', label: text('แผนผังภายใน', 'Floor plan'), optional: true },
  ],
  blocks: [
    {
      field: 'area',
      when: { field: 'area', gt: 5000 },
      message: text(
        'เกิน 5,000 ตารางเมตร ต้องขอที่กรมโรงงานอุตสาหกรรม',
        'Above 5,000 square metres, apply to the Department of Industrial Works',
      ),
    },
  ],
  exits: [
    {
      id: 'small',
      when: {
        all: [
          { field: 'size', eq: 'small' },
          { field: 'kinds', eq: 'none' },
        ],
      },
      title: text('กิจการนี้ไม่ต้องขออนุญาต', 'This business needs no licence'),
      text: text(
        'กิจการขนาดเล็กที่ไม่ใช้เปลวไฟ สารเคมี หรือหม้อไอน้ำ ประกอบได้โดยไม่ต้องมีใบอนุญาต\nหากภายหลังใช้สิ่งเหล่านี้ ให้ยื่นคำขอก่อนเริ่มใช้',
        'A small business without flames, chemicals or a boiler may be run without a licence.\nShould you use any of them later, apply before you begin.',
      ),
    },
  ],
})

const EVERY_COMPUTED = [
  Computed.parse({
    id: 'kind',
    cases: [
      { when: { field: 'kinds', eq: 'none' }, text: 'กิจการทั่วไป ขนาด{size}' },
      { when: { field: 'kinds', filled: true }, text: 'กิจการที่ใช้{kinds} ขนาด{size}' },
    ],
  }),
]

/** The definition of another service with this form in it. */
export const withEveryField = (definition: Definition): Definition => ({
  ...definition,
  form: EVERY_FORM,
  computed: EVERY_COMPUTED,
  guide: { ...definition.guide, eligibility: [] },
  fees: {
    ...definition.fees,
    items: [
      {
        id: 'area_fee',
        rule: 'tiers',
        of: 'area',
        label: text('ตามพื้นที่', 'By area'),
        tiers: [{ upTo: 100, satang: 50_000 }, { upTo: 1000, satang: 120_000 }, { satang: 300_000 }],
      },
      {
        id: 'machine_fee',
        rule: 'per_row',
        rows: 'machines',
        satang: 10_000,
        label: text('ตามเครื่องจักร', 'By machine'),
      },
    ],
    exemptions: [],
  },
})

export const EVERY_ANSWERS: Answers = {
  person: { title: 'พ.ต.ท.', first: 'กมล', last: 'ศรีทอง' },
  thai: 'no',
  passport: 'AB1234567',
  born: { day: '15', month: '1', year: '2530' },
  phone: '081-234-5678',
  spot: { lat: '18.788343', lng: '98.985300', accuracy: '12', source: 'device' },
  province: 'chiang_mai',
  kinds: ['flame', 'chemical'],
  shift: 'night',
  opens: '08:30',
  area: '480',
  capital: '1500000',
  size: 'large',
  about: 'เชื่อมโลหะและพ่นสีชิ้นงานขนาดเล็กภายในอาคารปิด มีระบบดูดควันและบำบัดกลิ่นก่อนระบายออก',
  machines: [
    { name: 'เครื่องเชื่อม', power: '7.5', fuel: 'electric', since: { day: '1', month: '2', year: '2568' } },
    { name: 'ปั๊มลม', power: '10', fuel: 'electric' },
    { name: 'เครื่องปั่นไฟ', power: '45', fuel: 'diesel' },
  ],
  consent: '2569-1',
  signature: 'พันตำรวจโท กมล ศรีทอง',
}

/** What stands on the form's pages, by type, the fields of rows among them. */
export const typesOnForm = (fields: Field[]): Set<string> =>
  new Set(
    fields.flatMap((field) => [
      field.type,
      ...(field.type === 'repeat' ? field.fields.map((each) => each.type) : []),
    ]),
  )
