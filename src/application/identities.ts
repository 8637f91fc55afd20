/** Identity numbers of a case, so that it is found again by one of them though the answers are sealed. */
import { and, desc, eq, inArray } from 'drizzle-orm'
import { blindIndex } from '../db/blind-index.ts'
import type { Db, Transaction } from '../db/client.ts'
import { currentKeyring } from '../db/sealed.ts'
import type { Definition, Question } from '../service/definition.ts'
import { textOf } from '../service/form/answers.ts'
import { type Answers, formPages, rowsOf } from '../service/form.ts'
import { digitsOf, passportNumber } from '../service/thai.ts'
import { type Application, application, IDENTITY_KINDS, identityIndex } from './table.ts'

export type IdentityKind = (typeof IDENTITY_KINDS)[number]
export type Identity = { fieldId: string; kind: IdentityKind; number: string }

/** The identity numbers among the answers; those in rows are of the whole question. Pure. */
export function identitiesIn(definition: Definition, answers: Answers): Identity[] {
  const questions = formPages(definition).flatMap((page) => page.fields as Question[])
  return questions.flatMap((field) => {
    if (field.type !== 'repeat') return identityOf(field, field.id, answers[field.id])
    const inRow = (row: Answers) => field.fields.flatMap((each) => identityOf(each, field.id, row[each.id]))
    return rowsOf(answers[field.id]).flatMap(inRow)
  })
}

function identityOf({ type }: Pick<Question, 'type'>, fieldId: string, answer: Answers[string]): Identity[] {
  const kind = IDENTITY_KINDS.find((each) => each === type)
  const number = kind && plainIdentity(kind, textOf(answer))
  return kind && number ? [{ fieldId, kind, number }] : []
}

const plainIdentity = (kind: IdentityKind, number: string): string =>
  kind === 'passport' ? passportNumber(number) : digitsOf(number)

/** Replaces what these cases are found by, in the transaction that stores their answers. */
export async function indexIdentities(
  tx: Transaction,
  cases: { applicationId: string; identities: Identity[] }[],
): Promise<void> {
  if (cases.length === 0) return
  const ids = cases.map(({ applicationId }) => applicationId)
  await tx.delete(identityIndex).where(inArray(identityIndex.applicationId, ids))
  const keyring = currentKeyring()
  const rows = cases.flatMap(({ applicationId, identities }) =>
    identities.map(({ fieldId, kind, number }) => ({
      applicationId,
      fieldId,
      kind,
      blindIndex: blindIndex(keyring, keyring.current, [kind, number]),
      keyId: keyring.current,
    })),
  )
  if (rows.length > 0) await tx.insert(identityIndex).values(rows).onConflictDoNothing()
}

/** The cases in which this number was given, the latest first; also while some are indexed under an earlier key. */
export async function findApplicationsByIdentity(
  db: Db,
  kind: IdentityKind,
  number: string,
  limit = 50,
): Promise<Application[]> {
  const keyring = currentKeyring()
  const plain = plainIdentity(kind, number)
  const wanted = [...keyring.keys.keys()].map((keyId) => blindIndex(keyring, keyId, [kind, plain]))
  const found = db
    .select({ id: identityIndex.applicationId })
    .from(identityIndex)
    .where(and(eq(identityIndex.kind, kind), inArray(identityIndex.blindIndex, wanted)))
  return db
    .select()
    .from(application)
    .where(inArray(application.id, found))
    .orderBy(desc(application.enteredAt))
    .limit(limit)
}
