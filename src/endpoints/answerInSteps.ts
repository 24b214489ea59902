import type { PayloadRequest } from 'payload'
import type { ActionOutcome } from '@/actions/runAction'
import { answer } from './answer'

const LINES = 'application/x-ndjson'

/** Does the client ask for lines that say how far it is? */
export function wantsProgress(req: PayloadRequest): boolean {
  return req.headers.get('accept')?.includes(LINES) ?? false
}

/** What work that takes longer is given: where it says how far it is, and what tells it that nobody waits for it any more. */
export type StepsOf<Progress> = { onProgress: (progress: Progress) => void; signal: AbortSignal }

/**
 * What takes longer, answered line by line: `{ "progress": … }` for each step, and at the end the body that `answer`
 * would have. The status is 200 in any case: it is sent before anything is known. Where the person stops it or closes the
 * page, nothing more is said, and the work is told.
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
      try {
        const onProgress = (progress: Progress) => say(JSON.stringify({ progress }))
        const outcome = await work({ onProgress, signal: gone.signal })
        say(await answer({ req, outcome }).text())
        if (!gone.signal.aborted) controller.close()
      } catch (error) {
        controller.error(error)
      } finally {
        req.signal?.removeEventListener('abort', leave)
      }
    },
    cancel: leave,
  })
  return new Response(body, { headers: { 'content-type': LINES, 'cache-control': 'no-store' } })
}
