import { listOpenCasesAbout } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Db } from '../db/client.ts'
import { findLicence, findLicenceOf, listVersions } from '../licence/store.ts'
import type { Licence } from '../licence/table.ts'
import type { CaseFacts } from '../privacy/retention.ts'
import type { DisposalHold } from '../privacy/table.ts'
import { bangkokDay } from '../service/dates.ts'
import type { CaseEnd } from '../service/definition.ts'

const END_OF: Partial<Record<Application['status'], CaseEnd>> = {
  issued: 'licensed',
  refused: 'refused',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  given_back: 'given_back',
}

/** What decides how long a case is kept. A licence that was issued anew is one licence, whichever case it is asked of. */
export async function caseFacts(
  db: Db,
  application: Application,
  { today, hold }: { today: string; hold?: DisposalHold },
): Promise<CaseFacts> {
  const versions = await versionsOf(db, application)
  const open = await Promise.all(versions.map(({ id }) => listOpenCasesAbout(db, id)))
  return {
    end: END_OF[application.status],
    endedOn: bangkokDay(application.updatedAt),
    licence: versions.length > 0 ? licenceFacts(versions, today) : undefined,
    openCase: open.some((cases) => cases.some(({ id }) => id !== application.id)),
    held: hold && { until: hold.until ?? undefined },
  }
}

async function versionsOf(db: Db, { id, licenceId }: Application): Promise<Licence[]> {
  const own = (await findLicenceOf(db, id)) ?? (licenceId ? await findLicence(db, licenceId) : undefined)
  return own ? listVersions(db, own) : []
}

/** Its last day is the latest any of its documents named: one that ended before is kept a little longer, not shorter. */
function licenceFacts(versions: Licence[], today: string): NonNullable<CaseFacts['licence']> {
  const standing = versions.filter(({ status }) => status === 'valid' || status === 'suspended')
  return {
    inForce: standing.some(({ expiresOn }) => today <= expiresOn),
    endedOn: versions.map(({ expiresOn }) => expiresOn).reduce((a, b) => (a > b ? a : b)),
  }
}
