import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { Semaphore, withTimeout } from 'async-mutex'
import type { ImportedDocument, LevelToCut } from '@/domain/importing'
import { type Outcome, refuse } from '@/domain/refusal'
import type { ReadingProgress } from '../readingProgress'
import type { SourceFile } from '../sourceFile'
import type { HowToRead } from '../word/readWord'
import { bareEnvironment } from './bareEnvironment'
import { readerProgram } from './readerProgram'
import { spentBy } from './spentBy'
import type { ReadingJob, ReadingMessage } from './workerMessages'

/**
 * The limits of one reading: seconds of waiting for its turn, seconds of processor time, megabytes of memory, and
 * seconds on the clock including the waiting. After `answerSeconds` it is ended if it has used half of its processor
 * time: then the document takes too long. If the machine was busy with other work, it may continue until
 * `clockSeconds`.
 */
export type ReadingLimits = {
  waitSeconds: number
  seconds: number
  answerSeconds: number
  clockSeconds: number
  megabytes: number
}

/**
 * For a machine that other people wait for: with the preview, a person who imports gets an answer within 15 seconds.
 */
export const SERVER_LIMITS: ReadingLimits = {
  waitSeconds: 4,
  seconds: 8,
  answerSeconds: 12,
  clockSeconds: 30,
  megabytes: 500,
}
/** On somebody's own machine. */
export const COMMAND_LINE_LIMITS: ReadingLimits = {
  waitSeconds: 60,
  seconds: 60,
  answerSeconds: 180,
  clockSeconds: 180,
  megabytes: 1500,
}

type Given = HowToRead & {
  files: SourceFile[]
  level?: LevelToCut
  lastLevel?: number
  limits?: ReadingLimits
  /** Whose document it is: of one person, one is read at a time. */
  person?: string
  /** Stops the reading; the outcome is then the refusal `import.stopped`. */
  signal?: AbortSignal
  onProgress?: (progress: ReadingProgress) => void
  /** How to get the program of the reader. */
  makeProgram?: () => Promise<string>
}

const READINGS_AT_ONCE = 2
const places = new Semaphore(READINGS_AT_ONCE)
/** The turns of the people whose documents are read now, or wait. */
const turns = new Map<string, Semaphore>()

/**
 * `readDocument` in a process of its own, which is ended if it exceeds the limits of time or memory: whatever is in the
 * files, this process stays responsive. A .zip among the files is replaced by its content. At most two documents are
 * read at once, and one of each person; another one waits, and is refused if that takes too long. The first one waits until the reader's
 * program is built, which does not count as its own time. Rejects only if no process can be started.
 */
export async function readDocumentInWorker({
  limits = SERVER_LIMITS,
  makeProgram = readerProgram,
  person,
  ...given
}: Given): Promise<Outcome<ImportedDocument>> {
  const program = await Promise.race([makeProgram(), stopOf(given.signal)]).catch((error: unknown) => {
    console.error('The program that reads documents could not be made:', error)
    return null
  })
  if (program === STOPPED) return refuse('import.stopped')
  if (program === null) return refuse('import.reader-failed')
  const began = performance.now()
  const endTurn = await turnOf(person, limits.waitSeconds)
  if (!endTurn) return refuse('import.busy-own')
  try {
    const release = await placeIn(places, limits.waitSeconds - (performance.now() - began) / 1000)
    if (!release) return refuse('import.busy')
    try {
      return await readInChild({ ...given, limits, program, began })
    } finally {
      release()
    }
  } finally {
    endTurn()
  }
}

/** The turn of a person, as what ends it; null if another document of theirs is read for longer. */
async function turnOf(person: string | undefined, seconds: number): Promise<(() => void) | null> {
  if (person === undefined) return () => undefined
  const turn = turns.get(person) ?? new Semaphore(1)
  turns.set(person, turn)
  const release = await placeIn(turn, seconds)
  if (!release) return null
  return () => {
    release()
    if (!turn.isLocked()) turns.delete(person)
  }
}

/** A place, as what gives it back; null if there is none in that time. */
async function placeIn(all: Semaphore, seconds: number): Promise<(() => void) | null> {
  const busy = new Error('All places are taken')
  return withTimeout(all, Math.max(0, seconds) * 1000, busy)
    .acquire()
    .then(
      ([, release]) => release,
      (error: unknown) => {
        if (error === busy) return null
        throw error
      },
    )
}

const STOPPED = Symbol('The caller has stopped the reading')

async function stopOf(signal: AbortSignal | undefined): Promise<typeof STOPPED> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve(STOPPED)
    signal?.addEventListener('abort', () => resolve(STOPPED), { once: true })
  })
}

type Asked = Omit<Given, 'makeProgram' | 'person'> & { limits: ReadingLimits; program: string; began: number }

async function readInChild({
  limits,
  program,
  began,
  signal,
  onProgress,
  ...asked
}: Asked): Promise<Outcome<ImportedDocument>> {
  if (signal?.aborted) return refuse('import.stopped')
  const child = startReader(program, limits)
  const secondsSince = (): number => (performance.now() - began) / 1000
  const left = Math.max(0, limits.clockSeconds - secondsSince())
  const job: ReadingJob = { ...asked, seconds: left + 5 }
  let outcome: Outcome<ImportedDocument> | undefined
  const end = (because: Outcome<never>): void => {
    outcome ??= because
    child.kill('SIGKILL')
  }
  const stop = (): void => end(refuse('import.stopped'))
  signal?.addEventListener('abort', stop)
  const tooSlow = (seconds: number): void => end(refuse('import.too-slow', { seconds }))
  const timer = setTimeout(() => tooSlow(limits.clockSeconds), left * 1000)
  const watch = setInterval(async () => {
    const spent = child.pid === undefined ? null : await spentBy(child.pid)
    if (!spent) return
    if (spent.memory > limits.megabytes * MB) end(refuse('import.too-much-memory'))
    if (secondsSince() > limits.answerSeconds && spent.seconds > limits.seconds / 2) tooSlow(limits.answerSeconds)
    if (spent.seconds > limits.seconds) tooSlow(limits.seconds)
  }, LOOKED_AT_MS)
  try {
    const errors = lastErrorsOf(child)
    child.on('message', (message: ReadingMessage) => {
      if (message.says === 'progress') onProgress?.(message.progress)
      else if (message.says === 'outcome') outcome ??= message.outcome
      else errors.add(message.stack)
    })
    // A reader that ends before it has its job is reported by its exit.
    child.send(job, () => undefined)
    const signalOfEnd = await ended(child)
    if (outcome) return outcome
    if (signalOfEnd === 'SIGABRT') return refuse('import.too-much-memory')
    console.error(`A document could not be read:\n${errors.text()}`)
    return refuse('import.reader-failed')
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    signal?.removeEventListener('abort', stop)
    child.kill('SIGKILL')
  }
}

const MB = 1024 * 1024
const LOOKED_AT_MS = 100

/**
 * Pictures are outside the heap, text is inside. Measured: 330,000 words, as much as one file may contain, are read
 * with a heap of 120 MB; 150 MB of pictures take 570 MB besides.
 */
const SHARE_OF_HEAP = 0.4

/** The reader gets its program through a pipe, so that no file has to be written and removed. */
function startReader(program: string, { megabytes }: ReadingLimits): ChildProcess {
  const heap = Math.round(megabytes * SHARE_OF_HEAP)
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, '--input-type=commonjs', '-'], {
    env: bareEnvironment(),
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  // A reader that ends before it has its program is reported by its exit.
  child.stdin?.on('error', () => undefined).end(program)
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has just ended by itself, which its exit reports.
  }
  return child
}

async function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, signal) => resolve(signal))
  })
}

const KEPT_CHARACTERS = 4000

function lastErrorsOf(child: ChildProcess): { add: (text: string) => void; text: () => string } {
  let kept = ''
  const add = (text: string): void => {
    kept = (kept + text).slice(-KEPT_CHARACTERS)
  }
  child.stderr?.setEncoding('utf8').on('data', add)
  return { add, text: () => kept.trim() }
}
