/** For whom a case is filed, and whether they agree; what an officer may decide on the paper. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Phrases } from '../ui/phrases.tsx'
import { ACTING_TEXTS } from './relink-texts.ts'

export function MandateCard({ found, language }: { found: OfficerCase; language: Language }) {
  const t = speak(ACTING_TEXTS, language)
  const { mandate } = found
  if (!mandate) return null
  const { status, kind, principal, representative, authority } = mandate
  const how =
    status === 'confirmed' ? t(mandate.isProven ? 'confirmedProven' : 'confirmedTyped') : mandate.reason
  const facts = [
    { label: t('principal'), value: principal },
    { label: t('representative'), value: representative },
    {
      label: t('state'),
      value: [t(`state_${status}`), how, mandate.by, mandate.at && shortDateTime(mandate.at, language)]
        .filter(Boolean)
        .join(' · '),
    },
    ...(kind === 'company'
      ? [
          {
            label: t('authority'),
            value: authority
              ? `${authority.note} · ${authority.by} · ${shortDateTime(authority.at, language)}`
              : t('authorityNeeded'),
          },
        ]
      : []),
  ]
  return (
    <section class="card sheet" aria-labelledby="mandate-title">
      <h2 id="mandate-title">{t('mandate')}</h2>
      <dl class="kv">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang="th">
              <Phrases text={value} />
            </dd>
          </div>
        ))}
      </dl>
      {mandate.mayDecide && status === 'asked' && (
        <ReasonForm
          action={`/o/cases/${found.id}/mandate/paper`}
          id="paper-reason"
          label={t('paperReason')}
          button={t('acceptPaper')}
        />
      )}
      {mandate.mayDecide && kind === 'company' && !authority && (
        <ReasonForm
          action={`/o/cases/${found.id}/mandate/authority`}
          id="authority-note"
          label={t('authorityNote')}
          button={t('recordAuthority')}
        />
      )}
    </section>
  )
}

type FormProps = { action: string; id: string; label: string; button: string }

function ReasonForm({ action, id, label, button }: FormProps) {
  return (
    <form method="post" action={action}>
      <label class="lab" for={id}>
        {label}
      </label>
      <textarea class="in" id={id} name="reason" rows={2} required />
      <button class="btn sec sm" type="submit">
        {button}
      </button>
    </form>
  )
}
