/** Thai addresses by what is typed of a subdistrict, district or postcode: the data stays on the server. */
import type { FastifyInstance } from 'fastify'
import type { IExpanded } from 'thai-address-universal'
import {
  searchAddressByDistrict,
  searchAddressByPostalCode,
  searchAddressBySubDistrict,
} from 'thai-address-universal'
import { digitsOf } from '../service/thai.ts'
import { PUBLIC } from './access.ts'

const ROWS = 20
/** So many names are shared that a search has to look further than it shows. */
const MOST = 400

type AddressRow = { subdistrict: string; district: string; province: string; postcode: string }

/** `GET /api/address?q=` → up to 20 rows. */
export function addressRoutes(app: FastifyInstance): void {
  app.get('/api/address', PUBLIC, async (request, reply) => {
    const { q } = request.query as { q?: unknown }
    const rows = typeof q === 'string' ? await findAddresses(q) : []
    return reply.header('cache-control', 'public, max-age=86400').send(rows)
  })
}

/** The first word is looked for, the others narrow what it finds: "ในเมือง ขอนแก่น". */
export async function findAddresses(typed: string): Promise<AddressRow[]> {
  const [word = '', ...others] = typed.slice(0, 60).trim().split(/\s+/).map(withoutPrefix)
  if (word.length < 2) return []
  const found = /^[\d๐-๙]+$/.test(word)
    ? await searchAddressByPostalCode(digitsOf(word), MOST)
    : await byName(word)
  const rows = found.filter((row) => row.postal_code).map(addressRow)
  const unique = new Map(rows.map((row) => [Object.values(row).join(' '), row]))
  return [...unique]
    .filter(([text]) => others.every((other) => text.includes(other)))
    .map(([, row]) => row)
    .slice(0, ROWS)
}

const withoutPrefix = (word: string) => word.replace(/^(ตำบล|อำเภอ|จังหวัด|แขวง|เขต|ต\.|อ\.|จ\.)/, '')

/** What begins with the typed text comes before what only contains it. */
async function byName(text: string): Promise<IExpanded[]> {
  const subdistricts = await searchAddressBySubDistrict(text, MOST)
  const districts = subdistricts.length < ROWS ? await searchAddressByDistrict(text, MOST) : []
  const rank = (row: IExpanded) =>
    row.sub_district.startsWith(text) ? 0 : row.district.startsWith(text) ? 1 : 2
  return [...subdistricts, ...districts].sort((a, b) => rank(a) - rank(b))
}

const addressRow = (row: IExpanded): AddressRow => ({
  subdistrict: row.sub_district,
  district: row.district,
  province: row.province,
  postcode: row.postal_code,
})
