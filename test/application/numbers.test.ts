import { expect, test } from 'vitest'
import { formatNumber, seriesYear } from '../../src/application/numbers.ts'

test.each([
  ['สธ-{yyyy}-{n}', 6, 'arabic', 42, 2569, 'สธ-2569-000042'],
  ['{n}/{yyyy}', 1, 'arabic', 1, 2569, '1/2569'],
  ['RN-{yyyy}/{n}', 6, 'arabic', 1_234_567, 2570, 'RN-2570/1234567'],
  ['{n}/{yy}', 3, 'arabic', 7, 2570, '007/70'],
  ['{yy}{n}', 4, 'arabic', 7, 2605, '050007'],
  ['{n}/{yyyy}', 1, 'thai', 42, 2569, '๔๒/๒๕๖๙'],
] as const)('%s', (format, pad, numerals, running, year, expected) => {
  expect(formatNumber({ format, pad, numerals }, running, year)).toBe(expected)
})

test.each([
  ['calendar', '2026-12-31', 2569],
  ['calendar', '2027-01-01', 2570],
  ['fiscal', '2026-09-30', 2569],
  ['fiscal', '2026-10-01', 2570],
  ['fiscal', '2026-12-31', 2570],
] as const)('a series by the %s year is on %s that of %i', (year, day, expected) => {
  expect(seriesYear({ year }, day)).toBe(expected)
})
