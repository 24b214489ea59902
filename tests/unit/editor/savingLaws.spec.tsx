// @vitest-environment happy-dom
import fc from 'fast-check'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { changedNames, editorText } from '@/admin/editor/sectionValues'
import type { Write } from '@/admin/editor/sectionWrites'
import { useSaving } from '@/admin/editor/useSaving.client'
import { block, text as run } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { runs } from '../runs'

vi.mock('next/navigation', () => ({ useRouter: () => router }))
const router = { refresh() {}, push() {} }
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** One person writes `title` and the first paragraph, another person writes `summary` and the second one. */
type Values = { title: string; summary: string; body: object }
type Words = Record<'title' | 'summary' | 'mine' | 'theirs', string>
const MINE = 'Ask at the office in the morning, and say that you need a person who translates: '
const THEIRS = 'Whoever got a letter brings it to the first talk with the centre: '
const OLD: Words = { title: 'old', summary: 'old', mine: 'old', theirs: 'old' }

const valuesOf = ({ title, summary, mine, theirs }: Words): Values => ({
  title,
  summary,
  body: editorText([
    block('paragraph', { id: 'p1', runs: [run(`${MINE}${mine}`)] }),
    block('paragraph', { id: 'p2', runs: [run(`${THEIRS}${theirs}`)] }),
  ]),
})
const wordsIn = ({ title, summary, body }: Values): Words => {
  const [mine = '', theirs = ''] = fromLexical(body).map((one) => textOf([one]))
  return { title, summary, mine: mine.replace(MINE, ''), theirs: theirs.replace(THEIRS, '') }
}

/** `late`: the answer is lost too, and the write is stored some steps later if its base is still the stored text. */
const ANSWERS = ['done', 'lost', 'not confirmed', 'late', 'lost on its way', 'refused', 'signed out'] as const
type Answer = (typeof ANSWERS)[number]

type Step =
  | { kind: 'i type'; field: 'title' | 'mine' }
  /** The state at the beginning. */
  | { kind: 'i type it back'; field: 'title' | 'mine' }
  | { kind: 'another saves'; field: 'summary' | 'theirs' }
  /** In the meantime I do nothing, type more, or type more and go to another page and back. */
  | { kind: 'i save'; answers: readonly Answer[]; meanwhile: 'nothing' | 'type' | 'type and go' }
  | { kind: 'what was late arrives' }
  | { kind: 'the screen is shown anew' }
  | { kind: 'the window crashes' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('i type'), field: fc.constantFrom('title', 'mine') } as const),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('i type it back'), field: fc.constantFrom('title', 'mine') } as const),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('another saves'), field: fc.constantFrom('summary', 'theirs') } as const),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('i save'),
      answers: fc.array(fc.constantFrom(...ANSWERS), { minLength: 2, maxLength: 2 }),
      meanwhile: fc.constantFrom('nothing', 'type', 'type and go'),
    } as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'what was late arrives' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'the screen is shown anew' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'the window crashes' } as const) },
)

/** The write that the server receives. */
type Input = { seen: number } & Partial<Values>

const place = { userId: 'u', section: 's', language: 'en' }
const written = async () => {}

let work: ReturnType<typeof useSaving<Values>>
let root: Root
let stored: { rev: number; words: Words }
let answers: Answer[]
let late: Input[]
let onSent: () => Promise<void>

function Editor({ saved }: { saved: Parameters<typeof useSaving<Values>>[0]['saved'] }) {
  work = useSaving<Values>({ place, saved, written })
  return null
}

/** The text on the server, as the page loads it. */
const show = () =>
  act(async () => root.render(<Editor saved={{ rev: stored.rev, at: '', values: valuesOf(stored.words) }} />))

async function open(): Promise<void> {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  await show()
}

async function close(): Promise<void> {
  window.dispatchEvent(new Event('pagehide'))
  await act(async () => root.unmount())
}

/** A server that keeps one text, and answers as instructed, or else as usual. */
async function answer(_: string, { body }: { body: string }): Promise<Response> {
  const input: Input = JSON.parse(body)
  const how = answers.shift() ?? 'done'
  await onSent()
  if (how === 'late') late.push(input)
  if (how === 'late' || how === 'lost on its way') throw new TypeError('no network')
  if (how === 'refused') return Response.json({ ok: false, because: [{ key: 'x', text: 'No.' }] }, { status: 422 })
  if (how === 'signed out')
    return Response.json({ ok: false, because: [{ key: 'refusal.sign-in', text: 'Sign in.' }] }, { status: 401 })
  if (!store(input)) {
    const saved = { rev: stored.rev, updatedAt: '', texts: textsOf(valuesOf(stored.words)) }
    return Response.json({ ok: false, because: [{ key: 'refusal.stale', text: 'Stale.' }], saved }, { status: 409 })
  }
  if (how === 'lost') throw new TypeError('no network')
  if (how === 'not confirmed')
    return Response.json({ ok: false, because: [{ key: 'request.not-confirmed', text: 'Look.' }] }, { status: 503 })
  return Response.json({ ok: true, result: { rev: stored.rev } })
}

/** Merges what was sent into the stored text, and says whether it was stored. */
function store({ seen, ...sent }: Input): boolean {
  if (seen !== stored.rev) return false
  stored = { rev: stored.rev + 1, words: wordsIn({ ...valuesOf(stored.words), ...sent }) }
  return true
}

function storeLate(): void {
  late.splice(0).forEach(store)
}

const textsOf = ({ title, summary, body }: Values) => ({ title, summary, body: fromLexical(body) })

/** The changes, in one write. */
function write({ before, after }: Record<'before' | 'after', Values>): Write | null {
  const changed = changedNames({ before, after })
  const input = Object.fromEntries(Object.entries(after).filter(([name]) => changed.includes(name)))
  return changed.length > 0 ? { action: 'save', input } : null
}

async function save(): Promise<void> {
  if (work.isAwaited) return
  await act(async () => void (await work.send({ from: work.theirs ?? work.base, write })))
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('nothing is lost that two people write in different places, whatever happens to saves, answers and windows', async () => {
  vi.stubGlobal('fetch', answer)
  vi.spyOn(window.location, 'assign').mockImplementation(() => {})
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      window.sessionStorage.clear()
      stored = { rev: 1, words: OLD }
      answers = []
      late = []
      onSent = async () => {}
      const last = { ...OLD }
      let count = 0
      const type = (field: 'title' | 'mine', word = `mine${++count}`) => {
        last[field] = word
        const words = { ...wordsIn(work.values), [field]: last[field] }
        work.change(field === 'title' ? { title: words.title } : { body: valuesOf(words).body })
      }
      await open()
      for (const one of steps) {
        if (one.kind === 'i type') await act(async () => type(one.field))
        if (one.kind === 'i type it back') await act(async () => type(one.field, OLD[one.field]))
        if (one.kind === 'another saves') {
          last[one.field] = `theirs${++count}`
          stored = { rev: stored.rev + 1, words: { ...stored.words, [one.field]: last[one.field] } }
        }
        if (one.kind === 'i save') {
          answers = [...one.answers]
          onSent = async () => {
            onSent = async () => {}
            if (one.meanwhile !== 'nothing') type('title')
            if (one.meanwhile === 'type and go') root.unmount()
          }
          await save()
          onSent = async () => {}
          answers = []
          if (one.meanwhile === 'type and go') {
            await act(async () => root.unmount())
            await open()
          }
        }
        if (one.kind === 'what was late arrives') storeLate()
        if (one.kind === 'the screen is shown anew') await show()
        if (one.kind === 'the window crashes') {
          await close()
          await open()
        }
      }
      for (let left = 6; left > 0; left--) {
        await show()
        if (work.isChanged || work.theirs) await save()
      }
      await close()
      storeLate()
      expect(stored.words).toEqual(last)
    }),
    { numRuns: runs(150) },
  )
})
