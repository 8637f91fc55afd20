/** The messages of the chat, filled from what the conversation knows. Pure. */
import type { HeldLicence } from '../actions/list-licences.ts'
import type { MessageData } from '../messages/message.ts'
import { shortDate } from '../service/dates.ts'
import { digitsOf } from '../service/thai.ts'
import { canEstimate } from './estimate.ts'
import { hoursText, openText } from './hours.ts'
import type { Answerable } from './library.ts'
import type { World } from './world.ts'

export function greetingCard({ definition, displayName, links, language }: World): MessageData['greeting'] {
  return {
    agency: definition.agency.name[language],
    displayName,
    serviceTitle: definition.title[language],
    applyUrl: links.apply,
    privacyUrl: links.privacy,
  }
}

export function guideCard({ definition, links, language }: World): MessageData['guide'] {
  return {
    agency: definition.agency.name[language],
    serviceTitle: definition.title[language],
    topics: definition.guide.topics.map(({ id, title, answer, icon }) => ({
      id,
      title: title[language],
      answer: answer[language],
      icon,
    })),
    applyUrl: links.apply,
    guideUrl: links.guide,
  }
}

/** `related`: other questions, to be tapped. */
export function answerCard(asked: Answerable, world: World, related: Answerable[]): MessageData['answer'] {
  const { definition, links, language } = world
  const { disclaimer, updatedOn, conditions } = definition.guide
  const updated = language === 'th' ? 'ปรับปรุงเมื่อ' : 'Updated'
  return {
    agency: definition.agency.name[language],
    serviceTitle: definition.title[language],
    topicTitle: asked.title[language],
    answer: asked.answer[language],
    more: asked.more?.[language] ?? [],
    conditions: conditions.map((condition) => condition[language]),
    law: definition.law[language],
    timeLimit: timeLimit(world),
    disclaimer: `${disclaimer[language]} ${updated} ${shortDate(updatedOn, language)}`,
    related: related.map(({ id, title }) => ({ id, title: title[language] })),
    estimate: canEstimate(definition) ? 'yes' : '',
    applyUrl: links.apply,
    guideUrl: links.guide,
  }
}

function timeLimit({ definition: { clock }, language }: World): string {
  const working = clock.unit === 'working'
  return language === 'th'
    ? `ไม่เกิน ${clock.days} วัน${working ? 'ทำการ' : ''} นับแต่ได้รับคำขอที่ถูกต้องครบถ้วน`
    : `Within ${clock.days} ${working ? 'working ' : ''}days of receiving a complete application`
}

export function licenceCard(view: HeldLicence, world: World): MessageData['licence'] {
  const { definition, licence } = view
  const document = view.documents.find(({ kind }) => kind === 'licence')
  const { language, links } = world
  return {
    agency: definition.agency.name[language],
    licenceName: definition.licence.name[language],
    serviceTitle: definition.title[language],
    licenceNumber: licence.number,
    holder: view.holder,
    place: view.place,
    summary: view.summary,
    issuedOn: shortDate(licence.issuedOn, language),
    expiresOn: shortDate(licence.expiresOn, language),
    documentUrl: document ? links.document(document.id) : links.case(view.id),
    verifyUrl: links.verify(licence.code),
  }
}

export function contactCard({ definition, now, language }: World): MessageData['contact'] {
  const { agency } = definition
  return {
    agency: agency.name[language],
    unit: agency.unit[language],
    phone: agency.phone,
    // The extension behind "ต่อ" cannot be dialled by a link.
    phoneDigits: digitsOf(agency.phone.split(/ต่อ|ext/i)[0] ?? ''),
    hours: hoursText(agency, language),
    open: openText(agency, now, language),
  }
}

type LinkCard = Omit<MessageData['link-card'], 'agency'>
export const linkCard = (card: LinkCard, { definition, language }: World): MessageData['link-card'] => ({
  agency: definition.agency.name[language],
  ...card,
})
