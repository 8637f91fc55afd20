/**
 * Stands where LINE's CDN serves the LIFF SDK, with the same global and the part of its interface that pages of LIFF
 * apps use. It is served as it is, after one line that sets `SIMULATOR`, therefore JavaScript.
 *
 * In the phone of the simulator's page it runs in a frame and speaks to the page by messages:
 * `{type: 'liff.closeWindow'}` and `{type: 'liff.openWindow', url, external}`.
 */
window.liff = ((simulator) => {
  const STORE = 'liff-simulator'
  let app = { liffId: '' }

  const load = () => JSON.parse(sessionStorage.getItem(STORE) ?? 'null')
  const decode = (part) => {
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes))
  }
  const payloadOf = (token) => (token ? decode(token.split('.')[1]) : null)
  const tokens = () => load() ?? {}
  const failure = (code, message) => Object.assign(new Error(message), { code })
  const tellPhone = (message) => window.parent.postMessage(message, '*')
  const isInPhone = () => window.parent !== window

  async function init(config, whenReady, whenFailed) {
    try {
      if (!config?.liffId) throw failure('INVALID_CONFIG', 'liffId is necessary for liff.init()')
      app = config
      keepTokensOfHash()
      if (goToWantedPath()) return await new Promise(() => {})
      if (config.withLoginOnExternalBrowser && !isLoggedIn()) return login()
      whenReady?.()
    } catch (error) {
      if (!whenFailed) throw error
      whenFailed(error)
    }
  }

  /** Whoever opened the app last is its user: the tokens in the hash replace all that was kept. */
  function keepTokensOfHash() {
    const hash = new URLSearchParams(location.hash.slice(1))
    if (!hash.has('access_token')) return
    const kept = Object.fromEntries(hash)
    sessionStorage.setItem(STORE, JSON.stringify(kept))
    history.replaceState(history.state, '', location.pathname + location.search)
  }

  /** The primary redirect carries the wanted path in `liff.state`; the SDK goes on to it, inside the app only. */
  function goToWantedPath() {
    const wanted = new URLSearchParams(location.search).get('liff.state')
    if (wanted === null) return false
    const endpoint = getContext()?.endpointUrl ?? `${location.origin}/`
    const target = new URL(endpoint.replace(/\/$/, '') + (wanted.startsWith('/') ? wanted : `/${wanted}`))
    if (target.origin !== location.origin) throw failure('INVALID_ARGUMENT', 'liff.state leads elsewhere')
    location.replace(target.href)
    return true
  }

  const getContext = () => payloadOf(tokens().context_token)
  const isInClient = () => getContext()?.type === 'utou'
  const isLoggedIn = () => Boolean(tokens().access_token)

  function login({ redirectUri = location.href.split('#')[0] } = {}) {
    if (isInClient() && isLoggedIn()) return
    location.href = `${simulator.liff}/login?${new URLSearchParams({ liff_id: app.liffId, redirect_uri: redirectUri })}`
  }

  const logout = () => sessionStorage.removeItem(STORE)

  async function call(path, options = {}) {
    if (!isLoggedIn()) throw failure('UNAUTHORIZED', 'Need access_token for api call, Please login first')
    const headers = { authorization: `Bearer ${tokens().access_token}`, 'content-type': 'application/json' }
    const response = await fetch(simulator.api + path, { ...options, headers })
    const body = await response.json()
    if (response.ok) return body
    throw failure(body.error ?? String(response.status), body.error_description ?? body.message)
  }

  const sendMessages = async (messages) => {
    await call('/message/v3/share', { method: 'POST', body: JSON.stringify({ messages }) })
  }
  const getFriendship = () => call('/friendship/v1/status')

  function closeWindow() {
    if (isInPhone()) tellPhone({ type: 'liff.closeWindow' })
    else window.close()
  }

  function openWindow({ url, external = false }) {
    if (isInPhone()) tellPhone({ type: 'liff.openWindow', url, external })
    else window.open(url, '_blank', 'noopener')
  }

  let becomeReady
  const ready = new Promise((resolve) => {
    becomeReady = resolve
  })

  return {
    id: null,
    ready,
    async init(...config) {
      await init(...config)
      this.id = app.liffId
      becomeReady()
    },
    isInClient,
    isLoggedIn,
    login,
    logout,
    getIDToken: () => tokens().id_token ?? null,
    getDecodedIDToken: () => payloadOf(tokens().id_token),
    getAccessToken: () => tokens().access_token ?? null,
    getContext,
    getProfile: () => call('/v2/profile'),
    getFriendship,
    getAppLanguage: () => 'th',
    getLanguage: () => navigator.language,
    getOS: () => 'web',
    getVersion: () => '2.31.0',
    getLineVersion: () => (isInClient() ? '15.20.0' : null),
    isApiAvailable: (name) => ['sendMessages', 'openWindow', 'closeWindow'].includes(name) && isLoggedIn(),
    sendMessages,
    closeWindow,
    openWindow,
    permanentLink: { createUrlBy: async (url) => simulator.liff + permanentPath(url) },
  }

  function permanentPath(url) {
    const { pathname, search } = new URL(url)
    return `/${app.liffId}${pathname}${search}`
  }
})(SIMULATOR)
