/** LIFF's endpoint: the SDK takes the tokens from the address, we open a session, then go where the link pointed. */
import { startLiff } from './liff.ts'
import { showFailure } from './show-failure.ts'
import { signIn } from './sign-in.ts'

/** Read before the SDK may rewrite the address. */
const wanted = new URLSearchParams(location.search).get('liff.state') ?? '/'

async function enter(): Promise<void> {
  await startLiff()
  await signIn()
  location.replace(within(wanted))
}

/** Only an address of ours. */
function within(path: string): string {
  const url = new URL(path, location.origin)
  const isEntry = url.pathname === '/' && url.search === ''
  return url.origin === location.origin && !isEntry ? url.href : '/l'
}

enter().catch(showFailure)
