import { hydratePage } from '../client/hydrate.tsx'
import { readData } from '../client/liff.ts'
import { earlyModules, modulesOf } from '../ui/fields/lazy-controls.ts'
import { loadControls } from '../ui/fields/load-controls.ts'
import { FormPage, type FormPageProps } from './form-page.tsx'
import { controlSource } from './use-late.ts'

// Where they cannot be had, the page stays the plain form that the server sent.
controlSource.load = loadControls
const { fields } = readData<FormPageProps>('page-props')
void loadControls(earlyModules(modulesOf(fields))).then(() => hydratePage(FormPage))
