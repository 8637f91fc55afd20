/** Words of a Thai address: with its control alone. */
import type { Text } from '../../service/definition.ts'

export const ADDRESS_TEXTS = {
  houseNo: { th: 'บ้านเลขที่', en: 'House no.' },
  moo: { th: 'หมู่ที่', en: 'Moo' },
  soi: { th: 'ซอย', en: 'Soi' },
  road: { th: 'ถนน', en: 'Road' },
  addressSearch: { th: 'ตำบล อำเภอ หรือรหัสไปรษณีย์', en: 'Subdistrict, district or postcode' },
  addressSearchAgain: { th: 'ค้นหาใหม่ด้วยตำบล อำเภอ หรือรหัสไปรษณีย์', en: 'Search again' },
  addressSearchHint: { th: 'พิมพ์แล้วเลือกจากรายการ', en: 'Type in Thai, then choose from the list' },
  addressFound: { th: 'ที่อยู่ที่พบ', en: 'Addresses found' },
  addressNone: { th: 'ไม่พบ กรอกเองได้ด้านล่าง', en: 'None found. You can type it below' },
  addressByHand: { th: 'ไม่มีในรายการ กรอกเอง', en: 'Not in the list? Type it yourself' },
  addressParts: { th: 'ตำบล อำเภอ จังหวัด', en: 'Subdistrict, district, province' },
  subdistrict: { th: 'ตำบล / แขวง', en: 'Subdistrict' },
  district: { th: 'อำเภอ / เขต', en: 'District' },
  province: { th: 'จังหวัด', en: 'Province' },
  postcode: { th: 'รหัสไปรษณีย์', en: 'Postcode' },
} as const satisfies Record<string, Text>
export type AddressTextKey = keyof typeof ADDRESS_TEXTS
