import type { PayloadRequest } from 'payload'
import { meaningOfError } from '@/actions/meaningOfError'
import type { ActionOutcome } from '@/actions/performAs'
import type { Outcome } from '@/domain/refusal'
import { answer } from './answer'

const LINES = 'application/x-ndjson'

/** Does the client request progress lines? */
export function wantsProgress(req: PayloadRequest): boolean {
  return req.headers.get('accept')?.includes(LINES) ?? false
}

/** What long work gets: a callback for its progress, and a signal that nobody waits for it any more. */
export type StepsOf<Progress> = { onProgress: (progress: Progress) => void; signal: AbortSignal }

/**
 * Long work, answered line by line: `{ "progress": … }` for each step, and at the end the body that `answer` would
 * have, for an error too, because nothing else could report it. The status is always 200, because it is sent before the
 * result is known. If the person cancels or closes the page, nothing more is sent, and the work gets the signal.
 */
export function answerInSteps<Progress>({
  req,
  work,
}: {
  req: PayloadRequest
  work: (steps: StepsOf<Progress>) => Promise<ActionOutcome<unknown>>
}): Response {
  const gone = new AbortController()
  const leave = () => gone.abort()
  req.signal?.addEventListener('abort', leave)
  if (req.signal?.aborted) leave()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: string): void => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(`${line}\n`))
      }
      const onProgress = (progress: Progress) => say(JSON.stringify({ progress }))
      const outcome = await work({ onProgress, signal: gone.signal }).catch((error) => failure(req, error))
      say(await answer({ req, outcome }).text())
      if (!gone.signal.aborted) controller.close()
      req.signal?.removeEventListener('abort', leave)
    },
    cancel: leave,
  })
  return new Response(body, { headers: { 'content-type': LINES, 'cache-control': 'no-store' } })
}

/** An error, logged, as a refusal: the status has already been sent. */
function failure(req: PayloadRequest, error: unknown): Outcome<never> {
  req.payload.logger.error({ err: error })
  return { ok: false, because: [meaningOfError(error) ?? { key: 'request.failed' }] }
}
