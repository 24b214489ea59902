/** Runs once when the server starts: it does not answer before the database is proven safe, and ends where it is not. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { makeRequestsReadable } = await import('./readableRequests')
  makeRequestsReadable()
  const { startPayload } = await import('./startPayload')
  await startPayload()
}
