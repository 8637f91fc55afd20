/** What has just been done with a proof, and what of a form may have to be mended. */
export const PROOF_DONE = ['accepted', 'refused', 'missed', 'link', 'in_person'] as const
export type ProofDone = (typeof PROOF_DONE)[number]

export const WRONGS = ['checks', 'registry', 'call', 'reason', 'link', 'card', 'changed'] as const
/** Which of the fields have to be mended, and what was typed. */
export type Wrong = { fields: (typeof WRONGS)[number][]; typed: Record<string, string>; checks: string[] }
