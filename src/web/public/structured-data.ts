/** The service as search engines and other offices read it: schema.org GovernmentService, as JSON-LD. Pure. */
import type { Definition, Language } from '../../service/definition.ts'

type Input = { definition: Definition; language: Language; url: string; applyUrl: string }

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Safe inside a script element: no text can close it. */
export function structuredData(input: Input): string {
  return JSON.stringify(governmentService(input)).replace(/</g, '\\u003c')
}

function governmentService({ definition, language, url, applyUrl }: Input) {
  const { title, guide, fees, law } = definition
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: title[language],
    description: guide.topics[0]?.answer[language],
    url,
    inLanguage: language,
    dateModified: guide.updatedOn,
    provider: organisation(definition, language),
    isBasedOn: { '@type': 'Legislation', name: law[language] },
    availableChannel: {
      '@type': 'ServiceChannel',
      name: 'LINE',
      serviceUrl: applyUrl,
      availableLanguage: ['th', 'en'],
    },
    offers: fees.items.map((item) => ({
      '@type': 'Offer',
      name: item.label[language],
      price: (item.satang / 100).toFixed(2),
      priceCurrency: 'THB',
    })),
  }
}

function organisation({ agency }: Definition, language: Language) {
  return {
    '@type': 'GovernmentOrganization',
    name: agency.name[language],
    department: { '@type': 'GovernmentOrganization', name: agency.unit[language] },
    address: agency.address[language],
    telephone: agency.phone,
    email: agency.email,
    url: agency.website && `https://${agency.website}`,
    openingHoursSpecification: {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: agency.hours.days.map((day) => WEEKDAYS[day - 1]),
      opens: agency.hours.from,
      closes: agency.hours.to,
    },
  }
}
