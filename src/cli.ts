/** Commands for people who run the product: `node src/cli.ts <command>`. Loaded one by one: production lacks what only the demo needs. */

const COMMANDS: Record<string, { about: string; run(args: string[]): Promise<void> }> = {
  migrate: {
    about: 'bring the database up to date',
    run: async () => (await import('./commands/migrate.ts')).migrate(),
  },
  demo: {
    about: 'the whole service on this machine, with LINE, a bank and a mailbox played by the simulator',
    run: async (args) => (await import('./commands/demo.ts')).demo(args),
  },
  'officer:invite': {
    about: 'name an officer: --name "…" --position "…" --roles reviewer,approver',
    run: async (args) => (await import('./commands/officer-invite.ts')).officerInvite(args),
  },
  'keys:new': {
    about: 'a new current key for personal data; --now where nothing runs',
    run: async (args) => (await import('./commands/keys-new.ts')).keysNew(args),
  },
  'keys:rotate': {
    about: 'seal everything under the current key, beside the running service',
    run: async () => (await import('./commands/keys-rotate.ts')).keysRotate(),
  },
  'retention:list': {
    about: 'what is due to be disposed of, and why; changes nothing: [--on 2037-01-01]',
    run: async (args) => (await import('./commands/retention-list.ts')).retentionList(args),
  },
  'files:sweep': {
    about: 'files that nothing names any more; --erase takes them away: [--older-than 7] (days)',
    run: async (args) => (await import('./commands/files-sweep.ts')).filesSweep(args),
  },
  'rich-menu:publish': {
    about: 'put the rich menu into the channel; repeating it changes nothing',
    run: async () => (await import('./commands/rich-menu-publish.ts')).richMenuPublish(),
  },
  'service:check': {
    about: 'what is to be mended in a service folder, line by line: [folder …]',
    run: async (args) => (await import('./commands/service-check.ts')).serviceCheck(args),
  },
  'service:new': {
    about: 'a new service folder to fill in: <id>',
    run: async (args) => (await import('./commands/service-new.ts')).serviceNew(args),
  },
  'service:preview': {
    about: 'the demo with a service folder, made anew whenever a file is saved: <folder>',
    run: async (args) => (await import('./commands/service-preview.ts')).servicePreview(args),
  },
  generate: {
    about: 'write the generated files; --check only says whether they are stale',
    run: async (args) => (await import('./commands/generate.ts')).generate(args),
  },
}

const [name = '', ...args] = process.argv.slice(2)
const command = COMMANDS[name]
if (!command) {
  const lines = Object.entries(COMMANDS).map(([each, { about }]) => `  ${each.padEnd(20)}${about}`)
  process.stderr.write(`Usage: node src/cli.ts <command>\n${lines.join('\n')}\n`)
  process.exit(2)
}
await command.run(args).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
