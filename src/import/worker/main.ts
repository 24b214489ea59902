// The process that reads one document; see readDocumentInWorker. It gets one job, answers, and exits.
import { Worker } from 'node:worker_threads'
import { readDocument } from '../readDocument'
import { unpackUploads } from '../unpackUploads'
import type { ReadingJob, ReadingMessage } from './workerMessages'

process.once('message', (job: ReadingJob) => void answer(job))
process.once('disconnect', () => process.exit(1))

async function answer(job: ReadingJob): Promise<void> {
  endAfter(job.seconds)
  const message = await read(job).catch(
    (error: unknown): ReadingMessage => ({
      says: 'error',
      stack: String(error instanceof Error ? error.stack : error),
    }),
  )
  send(message, () => process.exit(0))
}

async function read({ files, level, lastLevel, seconds: _, ...how }: ReadingJob): Promise<ReadingMessage> {
  const unpacked = await unpackUploads(files)
  if (!unpacked.ok) return { says: 'outcome', outcome: unpacked }
  const document = await readDocument({
    files: unpacked.result,
    ...(level === undefined ? {} : { level }),
    ...(lastLevel === undefined ? {} : { lastLevel }),
    ...how,
    onProgress: (progress) => send({ says: 'progress', progress }),
  })
  return { says: 'outcome', outcome: { ok: true, result: document } }
}

function send(message: ReadingMessage, sent: () => void = () => undefined): void {
  process.send?.(message, sent)
}

/** In a thread of its own, because the reader may never return to its event loop, and its parent may have ended. */
function endAfter(seconds: number): void {
  new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${seconds * 1000})`, { eval: true }).unref()
}
