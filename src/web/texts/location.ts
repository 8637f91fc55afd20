/** Words of a point on the map: with its control alone. */
import type { Text } from '../../service/definition.ts'

export const LOCATION_TEXTS = {
  locate: { th: 'ใช้ตำแหน่งปัจจุบัน', en: 'Use my current location' },
  locateAgain: { th: 'ใช้ตำแหน่งปัจจุบันอีกครั้ง', en: 'Use my current location again' },
  locating: { th: 'กำลังหาตำแหน่ง…', en: 'Finding you…' },
  located: { th: 'ได้ตำแหน่งแล้ว คลาดเคลื่อนไม่เกิน {metres} เมตร', en: 'Found, to within {metres} metres' },
  locationDenied: {
    th: 'อ่านตำแหน่งไม่ได้ เปิดสิทธิ์ตำแหน่งในเครื่อง หรือกรอกพิกัดเองด้านล่าง',
    en: 'Location is switched off. Allow it on this device, or type the coordinates below',
  },
  locationFailed: {
    th: 'หาตำแหน่งไม่พบ ออกไปที่โล่งแล้วลองใหม่ หรือกรอกพิกัดเองด้านล่าง',
    en: 'No position found. Try again outdoors, or type the coordinates below',
  },
  typeLocation: {
    th: 'หรือกรอกพิกัด เช่น 18.7883, 98.9853 คัดลอกจากแผนที่มาวางได้',
    en: 'Or type the coordinates, such as 18.7883, 98.9853, or paste them from a map',
  },
  lat: { th: 'ละติจูด', en: 'Latitude' },
  lng: { th: 'ลองจิจูด', en: 'Longitude' },
} as const satisfies Record<string, Text>
export type LocationTextKey = keyof typeof LOCATION_TEXTS
