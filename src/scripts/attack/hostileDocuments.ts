import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Attack, inParallel, type Tally, tally } from './attack'
import { type Ground, isKeeper } from './ground'
import { type HostileDocument, hostileTexts } from './hostileTexts'

/** A person who imports has an answer by then, whatever is in the file. */
const LONGEST_ANSWER_MS = 15_000
/** Everybody else asks so often meanwhile … */
const OTHERS_A_SECOND = 20
/** … and waits at most so long. */
const LONGEST_OTHER_MS = 5_000

/**
 * Imports documents that keep their reader busy while others ask for pages: each document is answered in time, without an
 * error of the server, and so are the others. Nothing is written: the import is asked for its preview.
 */
export const hostileDocuments: Attack = async (ground, { short, random }) => {
  const counts = tally()
  const documents = hostileTexts({ count: short ? 12 : 200, samples: await sampleTexts(), random })
  const isOver = { value: false }
  const others = askMeanwhile({ ground, counts, isOver })
  const times: number[] = []
  await inParallel(documents, 2, async (document) => {
    times.push(await importOne({ ground, document, counts }))
  })
  isOver.value = true
  const waits = await others
  console.log(`        ${documents.length} documents: ${described(times)}; ${waits.length} others: ${described(waits)}`)
  return counts.result()
}

async function importOne({
  ground,
  document,
  counts,
}: {
  ground: Ground
  document: HostileDocument
  counts: Tally
}): Promise<number> {
  const coordinator = ground.visitors.find(isKeeper)
  if (!coordinator) throw new Error('Nobody may import')
  const form = new FormData()
  for (const [name, value] of Object.entries({ step: 'preview', slug: 'hostile', language: 'en', level: 'automatic' }))
    form.set(name, value)
  form.set('files', new File([new Uint8Array(await document.make())], document.file))
  const began = performance.now()
  const answer = await ground.ask(coordinator, 'POST', '/api/import', { body: form }).catch((error: unknown) => error)
  const ms = performance.now() - began
  const status = answer instanceof Error || !answer ? 0 : (answer as { status: number }).status
  counts.note(
    ms <= LONGEST_ANSWER_MS && status >= 200 && status < 500,
    `${document.name}: ${status} after ${Math.round(ms)} ms`,
  )
  return ms
}

/** Asks for pages until it is over; how long each took, in milliseconds. */
async function askMeanwhile({
  ground,
  counts,
  isOver,
}: {
  ground: Ground
  counts: Tally
  isOver: { value: boolean }
}): Promise<number[]> {
  const nobody = ground.visitor('nobody')
  const paths = ['/', '/api/health']
  const waits: number[] = []
  const open: Promise<void>[] = []
  for (let count = 0; !isOver.value; count++) {
    const path = paths[count % paths.length] ?? '/'
    const began = performance.now()
    open.push(
      ground.ask(nobody, 'GET', path).then(
        ({ status }) => {
          const ms = performance.now() - began
          waits.push(ms)
          counts.note(
            status < 500 && ms <= LONGEST_OTHER_MS,
            `GET ${path} meanwhile: ${status} after ${Math.round(ms)} ms`,
          )
        },
        (error: unknown) => counts.note(false, `GET ${path} meanwhile: ${String(error)}`),
      ),
    )
    await pause(1000 / OTHERS_A_SECOND)
  }
  await Promise.all(open)
  return waits
}

async function sampleTexts(): Promise<string[]> {
  const folder = join(import.meta.dirname, '..', 'demo', 'content')
  const paths = await readdir(folder, { recursive: true })
  const texts = paths.filter((path) => path.endsWith('.md')).toSorted()
  return Promise.all(texts.map((path) => readFile(join(folder, path), 'utf8')))
}

function described(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`
}
