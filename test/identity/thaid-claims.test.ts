import { expect, test } from 'vitest'
import { addressIn, birthDateIn } from '../../src/identity/thaid-claims.ts'

test.each([
  ['1987-01-15', '1987-01-15'],
  ['19870115', '1987-01-15'],
  ['2530-01-15', '1987-01-15'],
  ['25300115', '1987-01-15'],
  ['1987-00-00', undefined],
  ['1987-02-31', undefined],
  ['1987', undefined],
  ['', undefined],
  [undefined, undefined],
  [{}, undefined],
])('a birth date %j is read as %j', (said, day) => {
  expect(birthDateIn(said)).toBe(day)
})

test.each([
  ['12 หมู่ที่ 3\nตำบลในเมือง', '12 หมู่ที่ 3 ตำบลในเมือง'],
  [{ formatted: '12 หมู่ที่ 3 ตำบลในเมือง' }, '12 หมู่ที่ 3 ตำบลในเมือง'],
  [{ house_no: '12', moo: 3, sub: { tambon: 'ในเมือง' } }, '12 3 ในเมือง'],
])('an address %j is shown as %j, and kept as it came', (said, text) => {
  expect(addressIn(said)).toEqual({ text, raw: said })
})

test.each([[''], ['  '], [undefined], [null], [{}], [true]])('%j is no address', (said) => {
  expect(addressIn(said)).toBeUndefined()
})
