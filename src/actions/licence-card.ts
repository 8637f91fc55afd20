/** The card by which a licence is delivered. */
import type { Context } from '../context.ts'
import { links } from '../messages/links.ts'
import type { MessageData } from '../messages/message.ts'
import { shortDate } from '../service/dates.ts'
import type { Language } from '../service/definition.ts'
import type { CaseView } from './view-case.ts'

type Issued = NonNullable<CaseView['licence']> & { documentId: string }

/** What it says of a licence that was issued in this case. */
export function licenceCard(
  ctx: Pick<Context, 'config'>,
  view: CaseView,
  licence: Issued,
  language: Language,
): MessageData['licence'] {
  const at = links(ctx.config)
  return {
    agency: view.definition.agency.name[language],
    licenceName: view.definition.licence.name[language],
    serviceTitle: view.definition.title[language],
    licenceNumber: licence.number,
    holder: view.holder,
    place: view.place,
    summary: view.summary,
    issuedOn: shortDate(licence.issuedOn, language),
    expiresOn: shortDate(licence.expiresOn, language),
    documentUrl: at.document(licence.documentId),
    verifyUrl: at.verify(licence.code),
  }
}
