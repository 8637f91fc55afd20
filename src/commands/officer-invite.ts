import { parseArgs } from 'node:util'
import { z } from 'zod'
import { INVITATION_DAYS, inviteOfficer } from '../actions/join-officer.ts'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config.ts'
import { openDatabase } from '../db/client.ts'
import { links } from '../messages/links.ts'
import { OFFICER_ROLES } from '../officer/roles.ts'

const Officer = z.object({
  name: z.string().min(1),
  position: z.string().min(1),
  roles: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(OFFICER_ROLES)).min(1)),
})

/** Prints the one-time link that binds the officer to their LINE user. */
export async function officerInvite(args: string[]): Promise<void> {
  const options = {
    name: { type: 'string' },
    position: { type: 'string' },
    roles: { type: 'string' },
  } as const
  const parsed = Officer.safeParse(parseArgs({ args, options }).values)
  if (!parsed.success)
    throw new Error(
      `officer:invite needs --name "…" --position "…" --roles with one or more of ${OFFICER_ROLES.join(',')}`,
    )
  const config = loadConfig()
  const connection = await openDatabase(config)
  const { code } = await inviteOfficer({ db: connection.db, clock: systemClock }, parsed.data)
  await connection.close()
  process.stdout.write(
    `Send this link to ${parsed.data.name}; it works once, inside LINE, for ${INVITATION_DAYS} days:\n${links(config).joinOfficer(code)}\n`,
  )
}
