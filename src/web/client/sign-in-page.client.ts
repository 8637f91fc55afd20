/** The page shown when a session is missing or over: signs in, then goes back or sends again what was typed. */
import { showFailure } from './show-failure.ts'
import { mayTryAgain, signIn } from './sign-in.ts'

async function signInAndReturn(): Promise<void> {
  await signIn()
  if (!mayTryAgain()) throw new Error('signed in without effect')
  const repost = document.getElementById('repost')
  if (repost instanceof HTMLFormElement) repost.submit()
  else location.replace(document.getElementById('return')?.getAttribute('href') ?? '/l')
}

signInAndReturn().catch(showFailure)
