/** Endorsing, approving or refusing. An order is signed only on a second page that says what it does. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { ActingOfficer } from '../../officer/officer.ts'
import type { Language } from '../../service/definition.ts'
import { feeTotal } from '../../service/fee.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { CaseHeader } from './case-header.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { Dossier } from './dossier.tsx'
import { Checklist, ConditionInputs, Opinion, RefusalReason, type StageProps } from './finding-inputs.tsx'
import { type Change, Changed, Problems, SeenInputs } from './form-parts.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import {
  allConditions,
  type Finding,
  type FormProblem,
  type Outcome,
  type Seen,
  saidReason,
} from './forms.ts'
import { InspectionForm, InspectionInputs } from './inspection-form.tsx'
import { AppealText, LicenceDraft } from './licence-draft.tsx'

export type DecidePageProps = DeskProps & {
  found: OfficerCase
  outcome: Outcome
  stage: 'write' | 'confirm'
  seen: Seen
  finding: Finding
  problems: FormProblem[]
  change?: Change
  /** The Bangkok day, ISO. */
  today: string
}

export function DecidePage({
  found,
  outcome,
  stage,
  seen,
  finding,
  problems,
  change,
  today,
  ...desk
}: DecidePageProps) {
  const { language } = desk
  const t = speak(FORM_TEXTS, language)
  const back = { href: `/o/cases/${found.id}`, label: t('backToCase') }
  const shared = { found, outcome, seen, finding, today, language }
  return (
    <Desk {...desk}>
      <CaseHeader found={found} language={language} back={back} />
      {change && <Changed change={change} language={language} licence={found.definition.licence.name} />}
      <Problems problems={problems} language={language} />
      <div class="cols cols-form">
        {change?.closed ? (
          <TypedFinding finding={finding} language={language} />
        ) : stage === 'confirm' ? (
          <Confirm {...shared} officer={desk.officer} />
        ) : (
          <Write {...shared} />
        )}
        <Dossier found={found} language={language} />
      </div>
    </Desk>
  )
}

function Write(props: StageProps) {
  const { found, outcome, seen, language } = props
  const grants = outcome === 'endorse' || outcome === 'approve'
  const isOpinion = outcome === 'endorse' || outcome === 'object'
  const t = speak(FORM_TEXTS, language)
  return (
    <form class="task" method="post" action={`/o/cases/${found.id}/decide/${outcome}`}>
      <SeenInputs seen={seen} />
      <h2>{t(`${outcome}Title`)}</h2>
      {outcome === 'approve' && <LicenceDraft {...props} />}
      {grants && <Checklist {...props} />}
      {outcome !== 'refuse' && <InspectionForm {...props} />}
      {grants && <ConditionInputs {...props} />}
      {outcome === 'refuse' ? <RefusalReason {...props} /> : <Opinion {...props} />}
      <div class="acts">
        <button class="btn" type="submit" name="stage" value={isOpinion ? 'send' : 'confirm'}>
          {t(outcome === 'endorse' ? 'sendEndorse' : isOpinion ? 'sendObject' : 'toConfirm')}
        </button>
      </div>
    </form>
  )
}

function Confirm({ officer, ...props }: StageProps & { officer: ActingOfficer }) {
  const { found, outcome, seen, finding, language } = props
  const t = speak(FORM_TEXTS, language)
  const approves = outcome === 'approve'
  return (
    <form class="task" method="post" action={`/o/cases/${found.id}/decide/${outcome}`}>
      <SeenInputs seen={seen} />
      <FindingInputs finding={finding} />
      <h2>{t(approves ? 'confirmApprove' : 'confirmRefuse')}</h2>
      <div class="signing">
        <Icon name="user-check" />
        <p>
          {t('signingAs')} <b>{officer.name}</b>
          <br />
          {officer.position}
        </p>
      </div>
      {approves ? <ApprovalEffect {...props} /> : <RefusalEffect {...props} />}
      <div class="acts">
        <div class="acts-row acts-2">
          <button class="btn sec" type="submit" name="stage" value="write">
            {t('change')}
          </button>
          <button class={approves ? 'btn ok' : 'btn danger'} type="submit" name="stage" value="send">
            <Icon name="file-pen" />
            {t(approves ? 'sendApprove' : 'sendRefuse')}
          </button>
        </div>
        <p class="recorded">{t('recorded')}</p>
      </div>
    </form>
  )
}

function FindingInputs({ finding }: { finding: Finding }) {
  return (
    <>
      {finding.checklist.map((id) => (
        <input key={id} type="hidden" name="check" value={id} />
      ))}
      {finding.kept.map((condition) => (
        <input key={condition} type="hidden" name="kept" value={condition} />
      ))}
      <InspectionInputs inspection={finding.inspection} />
      <input type="hidden" name="conditions" value={finding.conditions} />
      <input type="hidden" name="ready" value={finding.ready} />
      <input type="hidden" name="reason" value={finding.reason} />
    </>
  )
}

function ApprovalEffect(props: StageProps) {
  const { found, finding, language } = props
  const t = speak(FORM_TEXTS, language, found.definition.licence.name)
  const conditions = allConditions(finding)
  const said = saidReason(finding, found)
  return (
    <>
      <LicenceDraft {...props} />
      <section class="card sheet">
        <h3>
          {conditions.length > 0 ? t('withConditions', { count: conditions.length }) : t('noConditions')}
        </h3>
        {conditions.length > 0 && (
          <ol class="numbered" lang="th">
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        )}
        {said && <p class="said">{said}</p>}
      </section>
      <p class="muted">{t(feeTotal(found.fee) > 0 && !found.receipt ? 'thenPay' : 'thenIssue')}</p>
    </>
  )
}

function RefusalEffect({ found, finding, language }: StageProps) {
  const t = speak(FORM_TEXTS, language)
  return (
    <>
      <section class="card sheet">
        <h3>{t('refusalReason')}</h3>
        <p class="said">{finding.reason}</p>
      </section>
      <AppealText definition={found.definition} language={language} />
    </>
  )
}

function TypedFinding({ finding, language }: { finding: Finding; language: Language }) {
  const conditions = allConditions(finding)
  return (
    <section class="card sheet task">
      <h2>{speak(FORM_TEXTS, language)('typedBefore')}</h2>
      {conditions.map((condition) => (
        <p key={condition} class="said" lang="th">
          {condition}
        </p>
      ))}
      {finding.reason && <p class="said">{finding.reason}</p>}
    </section>
  )
}
