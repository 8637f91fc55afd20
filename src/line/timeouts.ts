import { Agent, setGlobalDispatcher } from 'undici'

/**
 * LINE's SDK calls the global `fetch` and knows no timeout: without this a silent server would hold a job for minutes.
 * It bounds every other outgoing `fetch` of the process as well, which is as it should be.
 */
export function boundOutgoingCalls(): void {
  setGlobalDispatcher(
    new Agent({ connect: { timeout: 2_000 }, headersTimeout: 5_000, bodyTimeout: 10_000, connections: 64 }),
  )
}
