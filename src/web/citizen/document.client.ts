/** The page of one document: a plain browser goes on to the PDF at once, LINE's waits for the button. */
import { startBehaviour } from '../client/behaviour.ts'
import { startLiff } from '../client/liff.ts'
import { keepInStep } from '../client/sign-in.ts'

async function goOn(): Promise<void> {
  const liff = await startLiff()
  if (liff.isInClient()) return keepInStep()
  const pdf = document.querySelector<HTMLAnchorElement>('a[data-document]')
  if (pdf) location.replace(pdf.href)
}

startBehaviour()
// Without LINE's SDK nobody knows where this page is shown: the button is left to the reader.
goOn().catch(() => {})
