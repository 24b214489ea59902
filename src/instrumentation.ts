/**
 * Runs once when the server starts: the server does not answer before the boot checks of the database have passed, and
 * exits if they fail.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { makeRequestsReadable } = await import('./readableRequests')
  makeRequestsReadable()
  const { startPayload } = await import('./startPayload')
  await startPayload()
}
