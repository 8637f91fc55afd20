import { render } from 'preact'
import { SimulatorPage } from './simulator-page.tsx'
import { LanguageProvider } from './words.tsx'

const root = document.getElementById('page')
if (root) {
  render(
    <LanguageProvider>
      <SimulatorPage />
    </LanguageProvider>,
    root,
  )
}
