/** What we say in a chat, in the shape LINE takes. Kept to the few kinds we use. */
export type FlexNode = { [key: string]: unknown }
export type QuickReply = { items: FlexNode[] }
export type OutgoingMessage =
  /** `quoteToken`: shows, above the text, the message of theirs that it speaks of. `sender`: who is shown as writing. */
  | { type: 'text'; text: string; quoteToken?: string; quickReply?: QuickReply; sender?: { name: string } }
  | { type: 'flex'; altText: string; contents: FlexNode; quickReply?: QuickReply }

/**
 * The data of each Flex template in flex-templates/, by the template's file name. Everything is text ready to
 * show, in the reader's language; URLs are absolute. Lists become repeated boxes.
 */
export type MessageData = {
  greeting: {
    agency: string
    displayName: string
    serviceTitle: string
    applyUrl: string
    privacyUrl: string
  }
  guide: {
    agency: string
    serviceTitle: string
    topics: { id: string; title: string; answer: string; icon: string }[]
    applyUrl: string
    guideUrl: string
  }
  answer: {
    agency: string
    serviceTitle: string
    topicTitle: string
    answer: string
    more: string[]
    conditions: string[]
    law: string
    timeLimit: string
    disclaimer: string
    /** Other questions of the same topic. */
    related: { id: string; title: string }[]
    /** 'yes' where the fee and the last day can be worked out in the chat. */
    estimate: string
    applyUrl: string
    guideUrl: string
  }
  /** What it would cost this person, and by when it would be decided. */
  estimate: {
    agency: string
    serviceTitle: string
    given: { label: string; value: string }[]
    lines: { label: string; amount: string }[]
    total: string
    dueOn: string
    dueNote: string
    disclaimer: string
    startLabel: string
    applyUrl: string
  }
  acknowledgement: {
    agency: string
    serviceTitle: string
    reference: string
    enteredAt: string
    receivedAt: string
    applicant: string
    documents: string
    dueOn: string
    dueNote: string
    disclaimer: string
    caseUrl: string
  }
  correction: {
    agency: string
    reference: string
    count: string
    items: { name: string; reason: string }[]
    dueOn: string
    clockNote: string
    correctUrl: string
  }
  invoice: {
    agency: string
    /** 'yes' where the fee is due before the review begins. */
    atFiling: string
    reference: string
    qrImageUrl: string
    amount: string
    amountWords: string
    item: string
    ref1: string
    ref2: string
    payBy: string
    payUrl: string
  }
  receipt: {
    agency: string
    /** 'yes' where the review begins with this payment. */
    atFiling: string
    reference: string
    receiptNumber: string
    amount: string
    paidAt: string
    payer: string
    documentUrl: string
  }
  licence: {
    agency: string
    /** What the service calls it: licence, certificate, letter. */
    licenceName: string
    serviceTitle: string
    licenceNumber: string
    holder: string
    place: string
    summary: string
    issuedOn: string
    expiresOn: string
    documentUrl: string
    verifyUrl: string
  }
  survey: { agency: string; question: string; applicationId: string }
  /** The time for the decision, or for paying: prolonged, run out. `reason` and `date` may be empty. */
  deadline: {
    agency: string
    reference: string
    title: string
    text: string
    reason: string
    dateLabel: string
    date: string
    caseUrl: string
  }
  refusal: { agency: string; reference: string; reason: string; appeal: string; caseUrl: string }
  status: {
    agency: string
    reference: string
    serviceTitle: string
    status: string
    explanation: string
    steps: { label: string; when: string; state: 'done' | 'current' | 'todo' }[]
    caseUrl: string
    action: string
  }
  'officer-review': {
    agency: string
    reference: string
    serviceTitle: string
    applicant: string
    summary: string
    stage: string
    dueOn: string
    daysLeft: string
    caseUrl: string
  }
  /** One thing to open: the form, the wallet, the worklist. */
  'link-card': { agency: string; title: string; text: string; label: string; url: string }
  /** About the LINE account itself, with a button that answers in the chat. */
  'account-notice': { agency: string; title: string; text: string; label: string; relinkId: string }
  contact: { agency: string; unit: string; phone: string; phoneDigits: string; hours: string; open: string }
  /** A question is with the officers. */
  'question-taken': { question: string; unit: string; expectedBy: string; hours: string; keptDays: string }
  /** An officer's answer, with the question it answers. */
  'question-answered': { question: string; answer: string; unit: string; askedOn: string }
  /** The chat waits for an officer. */
  'hand-over': { place: string; unit: string; hours: string; phone: string; phoneDigits: string }
  /** To an officer: somebody asks, or waits in the chat. Nothing of what they wrote. */
  'officer-call': { title: string; text: string; by: string; label: string; url: string }
}
export type MessageName = keyof MessageData
