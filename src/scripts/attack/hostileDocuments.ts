import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Attack, inParallel, type Tally, tally } from './attack'
import type { Ground } from './ground'
import { type HostileDocument, hostileTexts } from './hostileTexts'
import { previewImport } from './importing'
import { mostMemory } from './memoryOfGroup'
import { isKeeper } from './visitor'

/**
 * A person who imports gets an answer within `answer`, whatever is in the file; everybody else waits at most `other`.
 * In ms. The server and its child processes take at most `memory` bytes together.
 */
type Limits = { answer: number; other: number; memory: number }
const LIMITS: Limits = { answer: 15_000, other: 5_000, memory: 1_500_000_000 }
/** The short form runs beside other work on any machine: it finds hangs and failures, and measures nothing. */
const LIMITS_OF_SHORT: Limits = { answer: 120_000, other: 60_000, memory: Number.POSITIVE_INFINITY }
/** The interval of the other requests. */
const OTHERS_A_SECOND = 20

/**
 * Imports documents that keep their reader busy while others request pages: each document is answered in time, without
 * a server error, and so are the others, and the server's memory stays small. Nothing is written: only previews are
 * requested.
 */
export const hostileDocuments: Attack = async (ground, { short, random }) => {
  const counts = tally()
  const limits = short ? LIMITS_OF_SHORT : LIMITS
  const documents = hostileTexts({ count: short ? 12 : 200, samples: await sampleTexts(), random })
  const isOver = { value: false }
  const others = askMeanwhile({ ground, counts, limits, isOver })
  const { serverProcess } = ground
  const memory = serverProcess && mostMemory({ leader: serverProcess, isOver: () => isOver.value })
  const times: number[] = []
  await inParallel(documents, 2, async (document) => {
    times.push(await importOne({ ground, document, counts, limits }))
  })
  isOver.value = true
  const waits = await others
  console.log(`        ${documents.length} documents: ${described(times)}; ${waits.length} others: ${described(waits)}`)
  const most = await memory
  if (most) {
    const said = `memory: server ${inMegabytes(most.leader)} MB, with its children ${inMegabytes(most.group)} MB`
    console.log(`        ${said}`)
    counts.note(most.group <= limits.memory, said)
  }
  return counts.result()
}

async function importOne({
  ground,
  document,
  counts,
  limits,
}: {
  ground: Ground
  document: HostileDocument
  counts: Tally
  limits: Limits
}): Promise<number> {
  const coordinator = ground.visitors.find(isKeeper)
  if (!coordinator) throw new Error('Nobody may import')
  const file = new File([new Uint8Array(await document.make())], document.file)
  const began = performance.now()
  const answer = await previewImport({
    ground,
    visitor: coordinator,
    slug: 'hostile',
    level: 'automatic',
    file,
  }).catch((error: unknown) => error)
  const ms = performance.now() - began
  const status = answer instanceof Error || !answer ? 0 : (answer as { status: number }).status
  counts.note(
    ms <= limits.answer && status >= 200 && status < 500,
    `${document.name}: ${status} after ${Math.round(ms)} ms`,
  )
  return ms
}

/** Requests pages until it is over; returns how long each took, in milliseconds. */
async function askMeanwhile({
  ground,
  counts,
  limits,
  isOver,
}: {
  ground: Ground
  counts: Tally
  limits: Limits
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
          counts.note(status < 500 && ms <= limits.other, `GET ${path} meanwhile: ${status} after ${Math.round(ms)} ms`)
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

const inMegabytes = (bytes: number): number => Math.round(bytes / 1_000_000)

function described(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`
}
