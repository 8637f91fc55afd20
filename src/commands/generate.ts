import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STATUSES, TRANSITIONS } from '../application/lifecycle.ts'
import { VARIABLES } from '../config.ts'
import { JOBS } from '../outbox/jobs.ts'
import { serviceJsonSchema } from '../service/check/check-text.ts'

type Generated = { file: string; content: string }
const ROOT = join(import.meta.dirname, '../..')

/** What the code knows better than a person who writes it down a second time. */
export async function generate(args: string[]): Promise<void> {
  const { generateSchemas } = await import('../simulator/generate-schemas.ts')
  const files: Generated[] = [environmentExample(), serviceSchema(), reference(), ...generateSchemas()]
  const stale = files.filter(
    ({ file, content }) =>
      !existsSync(join(ROOT, file)) || readFileSync(join(ROOT, file), 'utf8') !== content,
  )
  if (args.includes('--check')) {
    if (stale.length > 0)
      throw new Error(
        `Generated files are stale, run "npm run generate": ${stale.map(({ file }) => file).join(', ')}`,
      )
    return
  }
  for (const { file, content } of stale) writeFileSync(join(ROOT, file), content)
  process.stdout.write(`${stale.length} of ${files.length} generated files written.\n`)
}

function environmentExample(): Generated {
  const lines = Object.entries(VARIABLES).map(([name, { type, about, example }]) => {
    const optional = type.safeParse(undefined).success
    return `# ${about}${optional ? ' (optional)' : ''}\n${optional ? '# ' : ''}${name}=${example}\n`
  })
  return {
    file: '.env.example',
    content: `# Every variable the product reads. Copy to .env and fill in. Generated from src/config.ts.\n\n${lines.join('\n')}`,
  }
}

function serviceSchema(): Generated {
  return {
    file: 'services/service.schema.json',
    content: `${JSON.stringify(serviceJsonSchema(), null, 2)}\n`,
  }
}

/** docs/reference.md: the tables of the lifecycle, the jobs and the environment. */
function reference(): Generated {
  const transitions = Object.entries(TRANSITIONS).map(
    ([name, { from, to }]) => `| ${name} | ${from.join(', ')} | ${to} |`,
  )
  const jobs = Object.entries(JOBS).map(([name, { queue, tries }]) => `| ${name} | ${queue} | ${tries} |`)
  const variables = Object.entries(VARIABLES).map(
    ([name, { type, about }]) =>
      `| \`${name}\` | ${type.safeParse(undefined).success ? '' : 'yes'} | ${about} |`,
  )
  const content = [
    '# Reference\n\nGenerated from the code by `npm run generate`; do not edit.',
    `## Lifecycle of an application\n\nStatuses: ${STATUSES.join(', ')}.\n\n| transition | from | to |\n|---|---|---|\n${transitions.join('\n')}`,
    `## Jobs\n\n| job | queue | tries |\n|---|---|---|\n${jobs.join('\n')}`,
    `## Environment\n\n| variable | required | what for |\n|---|---|---|\n${variables.join('\n')}`,
  ].join('\n\n')
  return { file: 'docs/reference.md', content: `${content}\n` }
}
