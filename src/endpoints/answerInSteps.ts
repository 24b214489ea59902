import type { PayloadRequest } from 'payload'
import type { ActionOutcome } from '@/actions/runAction'
import { answer } from './answer'

const LINES = 'application/x-ndjson'

/** Does the client ask for lines that say how far it is? */
export function wantsProgress(req: PayloadRequest): boolean {
  return req.headers.get('accept')?.includes(LINES) ?? false
}

/**
 * What takes longer, answered line by line: `{ "progress": … }` for each step, and at the end the body that `answer`
 * would have. The status is 200 in any case: it is sent before anything is known.
 */
export function answerInSteps<Progress>({
  req,
  work,
}: {
  req: PayloadRequest
  work: (onProgress: (progress: Progress) => void) => Promise<ActionOutcome<unknown>>
}): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: string): void => {
        // Nobody reads on where the person has stopped it.
        if (!req.signal?.aborted) controller.enqueue(encoder.encode(`${line}\n`))
      }
      try {
        const outcome = await work((progress) => say(JSON.stringify({ progress })))
        say(await answer({ req, outcome }).text())
        if (!req.signal?.aborted) controller.close()
      } catch (error) {
        controller.error(error)
      }
    },
  })
  return new Response(body, { headers: { 'content-type': LINES, 'cache-control': 'no-store' } })
}
