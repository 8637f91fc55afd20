/** Adds up the reports; a suite without one, with no test in it, or with a skipped test counts as failed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = '', ...suites] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const name of suites) {
  if (existsSync(join(folder, `${name}.json`))) continue
  console.log(`${name}: did not run`)
  failed++
}
for (const file of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0)
  const broken = report.success === false && report.numFailedTests === 0 ? 1 : 0
  const empty = report.numPassedTests + report.numFailedTests === 0 ? 1 : 0
  passed += report.numPassedTests
  failed += report.numFailedTests + skipped + broken + empty
  console.log(
    `${file.replace('.json', '')}: ${report.numPassedTests} passed, ${report.numFailedTests + skipped + broken + empty} failed`,
  )
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
