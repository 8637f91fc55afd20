import { describe, expect, test } from 'vitest'
import { Definition } from '../../src/service/definition.ts'
import { loadService } from '../../src/service/load.ts'
import { answersToBeginWith, definitionFor, licenceTerm } from '../../src/service/transaction.ts'

const base = loadService('services/drinking-water').definition
const title = { th: 'คำขอ', en: 'Application' }
const transaction = (changes: object) => ({ title, short: title, ...changes })
const definition = Definition.parse({
  ...base,
  transactions: [
    transaction({ type: 'renew', keepsNumber: true }),
    transaction({ type: 'amend' }),
    transaction({ type: 'replace', code: 'แบบ 4', declaration: { th: 'หายจริง', en: 'It is lost' } }),
    transaction({ type: 'transfer', asksAnew: ['applicant'] }),
    transaction({ type: 'cancel' }),
  ],
})

describe('what is issued', () => {
  const issuedOn = '2026-11-23'
  const earlier = { expiresOn: '2027-03-31' }
  test.each([
    ['new', undefined, undefined, '2027-11-22', false],
    ['renew', earlier, undefined, '2028-03-31', true],
    ['renew', { expiresOn: '2026-10-01' }, undefined, '2027-11-22', true],
    ['replace', earlier, undefined, '2027-03-31', true],
    ['transfer', earlier, undefined, '2027-03-31', true],
    ['amend', earlier, undefined, '2027-03-31', true],
    ['amend', earlier, '2027-05-05', '2027-05-05', true],
    ['replace', earlier, '2027-05-05', '2027-03-31', true],
    ['new', undefined, '2027-05-05', '2027-05-05', false],
  ] as const)('as %s after %o with its own last day %s counts until %s', (...given) => {
    const [type, before, lastDay, expiresOn, keepsNumber] = given
    expect(licenceTerm(type, definition, { issuedOn, earlier: before, lastDay })).toEqual({
      expiresOn,
      keepsNumber,
    })
  })

  test('under a number of its own unless the renewal keeps it', () => {
    expect(licenceTerm('renew', base, { issuedOn, earlier }).keepsNumber).toBe(false)
  })
})

describe('a case about a licence begins', () => {
  const granted = {
    shop_name: 'น้ำดื่มใสใจ',
    first_name: 'กมล',
    replace_reason: 'lost',
    site_map: [{ id: '1', name: 'a.png', size: 1, type: 'image/png' }],
  }

  test('with what the licence was granted on, without papers and what an earlier such case was asked', () => {
    expect(answersToBeginWith(definition, 'amend', granted)).toEqual({
      shop_name: 'น้ำดื่มใสใจ',
      first_name: 'กมล',
    })
  })

  test('without what its transaction asks anew', () => {
    expect(answersToBeginWith(definition, 'transfer', granted)).toEqual({ shop_name: 'น้ำดื่มใสใจ' })
  })
})

test('a transaction may have a paper form and a declaration of its own', () => {
  expect(definitionFor(definition, { transaction: 'replace' }).form).toMatchObject({
    code: 'แบบ 4',
    declaration: { th: 'หายจริง' },
  })
  expect(definitionFor(definition, { transaction: 'amend' }).form.declaration).toEqual(base.form.declaration)
})
