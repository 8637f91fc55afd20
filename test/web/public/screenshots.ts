/** `node test/web/public/screenshots.ts [part of a name]`: pictures of the public pages. */
import { photograph } from '../photograph.ts'
import { scenes } from './scenes.ts'

const faults = await photograph('public', scenes, { only: process.argv[2] })
for (const fault of faults) console.error(fault)
console.log(`${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0
