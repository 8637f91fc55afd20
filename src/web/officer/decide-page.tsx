/** Endorsing, approving or refusing. An order is signed only on a second page that says what it does. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { ActingOfficer } from '../../review/officer.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { CaseHeader } from './case-header.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { Dossier } from './dossier.tsx'
import { type Change, Changed, Problems, SeenInputs } from './form-parts.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import {
  allConditions,
  type Finding,
  type FormProblem,
  type Outcome,
  proposedConditions,
  type Seen,
} from './forms.ts'
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
      {change && <Changed change={change} language={language} />}
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

type StageProps = {
  found: OfficerCase
  outcome: Outcome
  seen: Seen
  finding: Finding
  today: string
  language: Language
}

function Write(props: StageProps) {
  const { found, outcome, seen, finding, language } = props
  const t = speak(FORM_TEXTS, language)
  return (
    <form class="task" method="post" action={`/o/cases/${found.id}/decide/${outcome}`}>
      <SeenInputs seen={seen} />
      <h2>{t(`${outcome}Title`)}</h2>
      {outcome === 'approve' && <LicenceDraft {...props} />}
      {outcome !== 'refuse' && <Checklist {...props} />}
      {outcome !== 'refuse' && <ConditionInputs {...props} />}
      {outcome === 'refuse' ? (
        <RefusalReason {...props} />
      ) : (
        <section class="card sheet">
          <label class="lab" for="reason">
            {t('opinion')} <small>{t('opinionHint')}</small>
          </label>
          <textarea class="in" id="reason" name="reason" rows={3} maxLength={2000}>
            {finding.reason}
          </textarea>
        </section>
      )}
      <div class="acts">
        <button class="btn" type="submit" name="stage" value={outcome === 'endorse' ? 'send' : 'confirm'}>
          {t(outcome === 'endorse' ? 'sendEndorse' : 'toConfirm')}
        </button>
      </div>
    </form>
  )
}

function Checklist({ found, finding, language }: StageProps) {
  const t = speak(FORM_TEXTS, language)
  const step = found.definition.review.steps[found.step]
  if (!step || step.checklist.length === 0) return null
  return (
    <fieldset id="checklist" class="card sheet checklist">
      <legend>
        {t('checklist')} <small>{step.title[language]}</small>
      </legend>
      <p class="hint">{t('checklistHint')}</p>
      {step.checklist.map((item) => (
        <label key={item.id} class="check">
          <input type="checkbox" name="check" value={item.id} checked={finding.checklist.includes(item.id)} />
          {item.text[language]}
        </label>
      ))}
    </fieldset>
  )
}

function ConditionInputs({ found, finding, language }: StageProps) {
  const t = speak(FORM_TEXTS, language)
  const proposed = proposedConditions(found)
  const by = found.decisions.find((decision) => decision.conditions.length > 0)?.officer ?? ''
  return (
    <section class="card sheet">
      <h3>{t('conditions')}</h3>
      {proposed.length > 0 && (
        <fieldset class="checklist">
          <legend>{t('proposedBy', { officer: by })}</legend>
          {proposed.map((condition) => (
            <label key={condition} class="check" lang="th">
              <input
                type="checkbox"
                name="kept"
                value={condition}
                checked={finding.kept.includes(condition)}
              />
              {condition}
            </label>
          ))}
        </fieldset>
      )}
      <label class="lab" for="conditions">
        {proposed.length > 0 ? t('moreConditions') : <span class="sr">{t('conditions')}</span>}
        <small>{t('conditionsHint')}</small>
      </label>
      <textarea class="in" id="conditions" name="conditions" rows={3} maxLength={4000}>
        {finding.conditions}
      </textarea>
    </section>
  )
}

function RefusalReason({ found, finding, language }: StageProps) {
  const t = speak(FORM_TEXTS, language)
  return (
    <>
      <section class="card sheet">
        <label class="lab" for="reason">
          {t('refusalReason')}
        </label>
        <p class="hint" id="reason-hint">
          {t('refusalReasonHint')}
        </p>
        <textarea
          class="in"
          id="reason"
          name="reason"
          rows={6}
          maxLength={4000}
          required
          aria-describedby="reason-hint"
        >
          {finding.reason}
        </textarea>
      </section>
      <AppealText definition={found.definition} language={language} />
    </>
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
      <input type="hidden" name="conditions" value={finding.conditions} />
      <input type="hidden" name="reason" value={finding.reason} />
    </>
  )
}

function ApprovalEffect(props: StageProps) {
  const { found, finding, language } = props
  const t = speak(FORM_TEXTS, language)
  const conditions = allConditions(finding)
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
        {finding.reason && <p class="said">{finding.reason}</p>}
      </section>
      <p class="muted">{t(found.fee.length > 0 ? 'thenPay' : 'thenIssue')}</p>
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
