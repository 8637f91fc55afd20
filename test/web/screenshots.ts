/**
 * `node test/web/screenshots.ts [part of a name]`: pictures of the applicant's pages; the weights of the built files are
 * printed against their budgets.
 */
import { ensureBuilt } from '../../src/web/build.ts'
import { type Acts, photograph } from './photograph.ts'
import { scenes } from './scenes.ts'
import { printWeights } from './weights.ts'

const acts: Acts = {
  'form-contact': async (tab) => {
    await tab.locator('[role=combobox]').fill('ศรีภู')
    await tab.locator('[role=option]').first().waitFor()
  },
  'every-business-empty': async (tab) => {
    await tab.locator('#f-province').fill('นคร')
    await tab.locator('#f-province').press('ArrowDown')
  },
}

const faults = await photograph('citizen', scenes, { only: process.argv[2], acts })
for (const fault of faults) console.error(fault)
console.log(`${faults.length} faults`)
const { client } = await ensureBuilt()
process.exitCode = faults.length > 0 || !printWeights(client) ? 1 : 0
