/** The service as search engines and other offices read it: schema.org GovernmentService, as JSON-LD. Pure. */
import type { Definition, FeeItem, FrequentQuestion, Language } from '../../service/definition.ts'
import { feeRange, feeWords } from '../../service/fee/words.ts'

type Input = { definition: Definition; language: Language; url: string; applyUrl: string }

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const structuredData = (input: Input): string => inScript(governmentService(input))

/** Safe inside a script element: no text can close it. */
const inScript = (data: object): string => JSON.stringify(data).replace(/</g, '\\u003c')

type Asked = { definition: Definition; published: readonly FrequentQuestion[]; language: Language }

/** What people ask, as schema.org FAQPage: the guide's topics and questions, and those that officers published. */
export function faqData({ definition, published, language }: Asked): string {
  const { topics, questions, updatedOn } = definition.guide
  const asked = [
    ...topics.map(({ title, answer, more }) => ({
      question: title[language],
      answer: [answer[language], ...(more?.[language] ?? [])].join(' '),
    })),
    ...[...questions, ...published].map(({ question, answer }) => ({
      question: question[language],
      answer: answer[language],
    })),
  ]
  const mainEntity = asked.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  }))
  return inScript({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: language,
    dateModified: updatedOn,
    license: definition.guide.reuse.url,
    mainEntity,
  })
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
      ...price(item, language),
    })),
  }
}

/** One price where there is one, else from–to; what depends on the other fees has words only. */
function price(item: FeeItem, language: Language) {
  const range = feeRange(item)
  if (!range) return { description: feeWords(item, language) }
  const { least, most } = range
  const baht = (satang: number) => (satang / 100).toFixed(2)
  if (least === most || item.rule === 'per_row') return { price: baht(least), priceCurrency: 'THB' }
  const specification = {
    '@type': 'PriceSpecification',
    minPrice: baht(least),
    maxPrice: most === undefined ? undefined : baht(most),
    priceCurrency: 'THB',
  }
  return { description: feeWords(item, language), priceSpecification: specification }
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
