import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateSchemas } from '../../src/simulator/generate-schemas.ts'

test('the schemas on disk are those of the installed SDK', () => {
  for (const { file, content } of generateSchemas())
    expect(readFileSync(file, 'utf8') === content, file).toBe(true)
})
