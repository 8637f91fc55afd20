/** One page of the form. The server paints it; in the browser it saves, shows and checks as it is filled in. */
import type { Text } from '../../service/definition.ts'
import { isQuestion } from '../../service/form.ts'
import { FORM_TEXTS } from '../texts/form.ts'
import { speak } from '../texts/speak.ts'
import { FieldView } from '../ui/fields/field-view.tsx'
import { focusSoon, idOf } from '../ui/fields/form-handle.ts'
import { LiveIcon } from '../ui/live-icon.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'
import { fieldsIn } from './condition-fields.ts'
import { ExitView } from './exit-view.tsx'
import { DefaultButton, FormActions, FormTop, ProblemList, Reason } from './form-parts.tsx'
import { type FormInput, useForm } from './use-form.ts'

export type FormPageProps = FormInput & {
  agency: Agency
  title: Text
  intro?: Text
  action: string
  backHref: string
  /** Which of how many pages; a correction has only one. */
  position?: { step: number; of: number }
  /** What pressing the button leads to. */
  leadsTo: 'next' | 'saveAndReturn' | 'send'
  /** An officer's reason by field id. */
  reasons?: Record<string, string>
  dueNote?: string
  /** What a proof fills in, in words by field id. */
  verified?: Record<string, string>
  verifiedWord?: string
  /** The last answers made more fields necessary, which are now shown. */
  moreFields?: boolean
  /** What was wrong with files sent without script. */
  fileProblems?: { field: string; text: string }[]
}

/** From so many fields on, those out of sight are not drawn. */
const LONG = 60

export function FormPage(props: FormPageProps) {
  const { language, agency, position, fileProblems = [] } = props
  const t = speak(FORM_TEXTS, language)
  const page = useForm(props)
  const submit = (event: Event) => {
    const pressed = event instanceof SubmitEvent ? event.submitter?.getAttribute('name') : undefined
    // Both sides check by the same rules: what is wrong here would only come back from the server.
    if (!pressed && !page.check()) event.preventDefault()
    else void page.flush()
  }
  if (page.exit) {
    const led = fieldsIn(page.exit.when).find((id) => page.shown.some((field) => field.id === id)) ?? ''
    const goOn = (event: Event) => {
      event.preventDefault()
      page.goOn()
      focusSoon(led)
    }
    return (
      <ExitView {...{ language, agency }} exit={page.exit} changeHref={`#${idOf(led)}`} onChange={goOn} />
    )
  }
  const files = fileProblems.map(({ field, text }) => ({ href: `#${idOf(field)}`, text }))
  const hasFiles = page.shown.some((field) => field.type === 'file')
  const { verified = {} } = props
  const questions = page.shown.filter((field) => isQuestion(field) && !(field.id in verified))
  return (
    <form
      class={page.shown.length > LONG ? 'long' : undefined}
      method="post"
      action={props.action}
      noValidate
      onSubmit={submit}
      onFocusIn={page.begin}
      onFocusOut={page.leave}
      enctype={hasFiles ? 'multipart/form-data' : undefined}
    >
      <DefaultButton label={t(props.leadsTo)} />
      <input type="hidden" name="_shown" value={questions.map((field) => field.id).join(' ')} />
      <Shell language={language} agency={agency} actions={<FormActions {...props} sending={page.sending} />}>
        <FormTop position={position} language={language} saveState={page.saveState} />
        {(page.attempt > 0 || props.problems.length + files.length > 0) && (
          <ProblemList items={[...page.listed, ...files]} attempt={page.attempt} language={language} />
        )}
        {props.moreFields && (
          <p class="notice info" role="status">
            <LiveIcon name="info" /> <b>{t('moreFields')}</b>
          </p>
        )}
        <h1>{th(props.title[language])}</h1>
        {props.intro && <p class="intro">{props.intro[language]}</p>}
        {props.dueNote && (
          <p class="due">
            <LiveIcon name="calendar-clock" /> {props.dueNote}
          </p>
        )}
        {page.shown.map((field) => (
          <Reason key={field.id} reason={props.reasons?.[field.id]} label={t('officerSays')}>
            {field.id in verified ? (
              <div class="field" id={idOf(field.id)}>
                <p class="label">{th(field.label[language])}</p>
                <p class="verified">
                  <b>{verified[field.id]}</b> <span>{props.verifiedWord}</span>
                </p>
              </div>
            ) : (
              <FieldView field={field} form={page.form} />
            )}
          </Reason>
        ))}
      </Shell>
    </form>
  )
}
