// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepDraft } from '@/admin/editor/draft'
import { useSaving } from '@/admin/editor/useSaving.client'
import type { Saved } from '@/admin/editor/work'
import { windowName } from '@/admin/keptInWindow'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {}, push: () => {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

type Values = { title: string; summary: string }
type Copy = { window: string; turn: number; at: string; copy: string }

const place = { userId: 'u', section: 'v/k', language: 'en' }
const AT = '2026-12-01T20:31:00.000Z'
const shelf = () => window.sessionStorage
const old = { title: 'old', summary: 'old' }

let work: ReturnType<typeof useSaving<Values>>
let root: Root
/** The inputs of `keep-working-copy`, as they were sent. */
let sent: { copy: string | null; window: string; turn: number; ended: object[] }[]

function Editor({ saved, copies }: { saved: Saved<Values>; copies: Copy[] }) {
  const known = copies.map(({ window, turn, at }) => ({ window, turn, at }))
  const onServer = { of: { variant: 'v', key: 'k', language: 'en' as const }, newest: copies[0] ?? null, known }
  work = useSaving<Values>({
    ...{ place, onServer, saved, written: async () => {} },
    fits: ({ title }) => title !== 'not to be shown',
  })
  return null
}

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  window.sessionStorage.clear()
  document.body.innerHTML = '<div id="place"></div>'
  answering()
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const open = ({ rev = 1, values = old, copies = [] }: { rev?: number; values?: Values; copies?: Copy[] }) =>
  act(async () => root.render(<Editor saved={{ rev, at: '', values }} copies={copies} />))
const copyOf = (values: Values, rev = 1) => ({
  window: 'other-window',
  turn: 1,
  at: AT,
  copy: JSON.stringify({ rev, values, begun: old }),
})
function answering(known = 0): void {
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const input = JSON.parse(body)
    sent.push(input)
    return { status: 200, json: async () => ({ ok: true, result: { at: AT, turn: Math.max(input.turn, known) } }) }
  })
}
async function reload(): Promise<void> {
  await act(async () => root.unmount())
  root = createRoot(document.getElementById('place') ?? document.body)
}
const pass = () => act(async () => vi.advanceTimersByTimeAsync(5_000))

describe('a section that somebody opens', () => {
  it('has the words that they typed on another device and did not save, and says when they typed them', async () => {
    await open({ copies: [copyOf({ title: 'typed', summary: 'old' })] })
    expect(work.values.title).toBe('typed')
    expect(work.isRestored).toBe(true)
    expect(work.typedAt).toBe(AT)
    await act(async () => work.takeSaved())
    await pass()
    expect(sent.at(-1)).toMatchObject({ copy: null, ended: [{ window: 'other-window', at: AT }] })
  })

  it('has the words of this window first, and leaves those of another one where they are', async () => {
    const values = { title: 'typed here', summary: 'old' }
    keepDraft({ shelf, place, draft: { rev: 1, values, begun: old, unanswered: [] } })
    await open({ copies: [copyOf({ title: 'typed there', summary: 'old' })] })
    expect(work.values.title).toBe('typed here')
    expect(work.typedAt).toBe('')
    await pass()
    await act(async () => work.takeSaved())
    await pass()
    expect(sent.map(({ copy, ended }) => [copy === null, ended])).toEqual([
      [false, []],
      [true, []],
    ])
  })

  it('shows nothing of words that are stored by now, also beside what somebody else saved, and they go', async () => {
    await open({
      rev: 3,
      values: { title: 'typed', summary: 'of somebody else' },
      copies: [copyOf({ title: 'typed', summary: 'old' })],
    })
    await pass()
    expect(work.isRestored).toBe(false)
    expect(work.theirs).toBe(null)
    expect(work.isChanged).toBe(false)
    expect(sent.at(-1)).toMatchObject({ copy: null, ended: [{ window: 'other-window', at: AT }] })
  })

  it('compares words from another device with what somebody else saved since, and loses neither', async () => {
    await open({
      rev: 3,
      values: { title: 'old', summary: 'of somebody else' },
      copies: [copyOf({ title: 'typed', summary: 'old' })],
    })
    await pass()
    expect(work.values).toEqual({ title: 'typed', summary: 'of somebody else' })
    expect(work.theirs?.rev).toBe(3)
    expect([work.isRestored, work.typedAt]).toEqual([true, AT])
  })
})

describe('words of another window', () => {
  const other = copyOf({ title: 'typed there', summary: 'old' })
  const ended = [{ window: 'other-window', at: AT }]

  it('stay as they are while somebody only looks at them, also after the page is loaded again', async () => {
    await open({ copies: [other] })
    await act(async () => work.change({ title: 'typed there' }))
    await pass()
    expect(window.sessionStorage.length).toBe(0)
    await reload()
    await open({ copies: [other] })
    expect(work.values.title).toBe('typed there')
    await pass()
    expect(sent).toEqual([])
  })

  it('end with the first words that are typed on top of them', async () => {
    await open({ copies: [other] })
    await act(async () => work.change({ title: 'typed there and here' }))
    await pass()
    expect(sent).toMatchObject([{ ended }])
    expect(JSON.parse(sent[0]?.copy ?? '').values.title).toBe('typed there and here')
    await act(async () => work.change({ title: 'and on' }))
    await pass()
    expect(sent.at(-1)?.ended).toEqual([])
  })

  it('end also if the page was loaded again before the server answered', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
    await open({ copies: [other] })
    await act(async () => work.change({ title: 'typed there and here' }))
    await pass()
    await reload()
    answering()
    await open({ copies: [other] })
    expect(work.values.title).toBe('typed there and here')
    await pass()
    expect(sent).toMatchObject([{ ended }])
  })

  it('end as those of this window after a crash, which takes its name', async () => {
    const values = { title: 'typed here', summary: 'old' }
    const origin = { window: 'other-window', turn: 2, contained: [] }
    keepDraft({ shelf, place, draft: { rev: 1, values, begun: old, unanswered: [] }, origin })
    await open({ copies: [other] })
    await pass()
    expect(sent).toMatchObject([{ ended }])
  })

  it.each([
    ['of an older form', { title: 'typed for an hour' }],
    ['with a value that the screen cannot show', { title: 'not to be shown', summary: 'typed for an hour' }],
  ])('%s are shown to be copied, and stay until they are discarded', async (_, values) => {
    const copy = { window: 'other-window', turn: 1, at: AT, copy: JSON.stringify({ rev: 1, values }) }
    await open({ copies: [copy] })
    await pass()
    expect(work.isRestored).toBe(false)
    expect(work.unreadable).toContain('typed for an hour')
    expect(sent).toEqual([])
    await act(async () => work.discardUnreadable())
    expect(sent).toMatchObject([{ copy: null, ended }])
    expect(work.unreadable).toBe('')
  })

  it('are no conflict where nobody saved anything else of the text since', async () => {
    await open({ rev: 3, copies: [other] })
    await pass()
    expect(work.theirs).toBe(null)
    expect(work.base.rev).toBe(3)
    expect(work.values.title).toBe('typed there')
  })
})

describe('after a crash', () => {
  const sentBefore = { ...copyOf({ title: 'typed until the crash', summary: 'old' }), turn: 2 }
  const keepHere = (turn: number) => {
    const values = { title: 'typed', summary: 'old' }
    const origin = { window: 'other-window', turn, contained: [] }
    keepDraft({ shelf, place, draft: { rev: 1, values, begun: old, unanswered: [] }, origin })
  }

  it('the words that the window had sent to the server are shown if they are later than those that it kept', async () => {
    keepHere(1)
    await open({ copies: [sentBefore] })
    expect(work.values.title).toBe('typed until the crash')
    expect([work.isRestored, work.typedAt]).toEqual([true, ''])
    await act(async () => work.change({ title: 'typed until the crash and on' }))
    await pass()
    expect(sent).toMatchObject([{ ended: [{ window: 'other-window', at: AT }] }])
  })

  it('the words that the window kept are shown if they are later', async () => {
    keepHere(3)
    await open({ copies: [sentBefore] })
    expect(work.values.title).toBe('typed')
  })

  it('the words that another window sent stay on the server where the window kept its own', async () => {
    keepHere(1)
    await open({ copies: [{ ...sentBefore, window: 'third-window' }] })
    expect(work.values.title).toBe('typed')
    await pass()
    expect(sent).toMatchObject([{ ended: [] }])
  })
})

it('somebody who types without a break has their words in the window', async () => {
  await open({})
  for (const title of ['one', 'one two', 'one two three', 'one two three four']) {
    await act(async () => work.change({ title }))
    await act(async () => vi.advanceTimersByTimeAsync(300))
  }
  expect(window.sessionStorage.getItem('toolkit-draft:u:v/k:en')).toContain('one two three')
})

it('the copy of this window is replaced after the page was loaded again, and is not ended as one of another', async () => {
  const own = { ...copyOf({ title: 'typed', summary: 'old' }), window: windowName(shelf) }
  await open({})
  await act(async () => work.change({ title: 'typed' }))
  await pass()
  await reload()
  await open({ copies: [own] })
  await act(async () => work.change({ title: 'typed and on' }))
  await pass()
  expect(sent.at(-1)).toMatchObject({ window: own.window, ended: [] })
})

it('each copy of a window has a greater turn, also where the clock was set back or the server knows a later one', async () => {
  await open({})
  await act(async () => work.change({ title: 'one' }))
  await pass()
  const [first] = sent
  vi.setSystemTime(Date.now() - 600_000)
  await act(async () => work.change({ title: 'two' }))
  await pass()
  expect(sent.at(-1)?.turn).toBeGreaterThan(first?.turn ?? 0)
  const known = (sent.at(-1)?.turn ?? 0) + 1_000
  answering(known)
  await act(async () => work.change({ title: 'three' }))
  await pass()
  expect(sent.at(-1)?.turn).toBeLessThan(known)
  answering()
  await pass()
  expect(JSON.parse(sent.at(-1)?.copy ?? '').values.title).toBe('three')
  expect(sent.at(-1)?.turn).toBeGreaterThan(known)
})

it.each([
  ['of another write at the same moment', 409],
  ['the server is busy', 503],
])('what could not be kept because %s is sent again', async (_, status) => {
  const because = [{ key: 'request.conflict', text: 'Try again.' }]
  vi.stubGlobal('fetch', async () => ({ status, json: async () => ({ ok: false, because }) }))
  await open({})
  await act(async () => work.change({ title: 'typed' }))
  await pass()
  answering()
  await pass()
  expect(JSON.parse(sent[0]?.copy ?? '').values.title).toBe('typed')
})

it('the name of a window stays when its page is loaded again, and a duplicate of the window has another one', () => {
  const name = windowName(shelf)
  expect(window.sessionStorage.getItem('toolkit-window')).toBe(null)
  window.dispatchEvent(new Event('pagehide'))
  expect(window.sessionStorage.getItem('toolkit-window')).toBe(JSON.stringify({ id: name }))
  window.dispatchEvent(new Event('pageshow'))
  expect(window.sessionStorage.getItem('toolkit-window')).toBe(null)
})

it('what somebody types is kept on the server until it is saved', async () => {
  await open({})
  await act(async () => work.change({ title: 'typed' }))
  await pass()
  expect(sent).toMatchObject([{ variant: 'v', key: 'k', language: 'en', ended: [] }])
  expect(JSON.parse(sent[0]?.copy ?? '')).toMatchObject({ rev: 1, values: { title: 'typed' }, begun: old })
  await act(async () => work.change({ title: 'old' }))
  await pass()
  expect(sent.at(-1)?.copy).toBe(null)
})
