// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepDraft } from '@/admin/editor/draft'
import { useSaving } from '@/admin/editor/useSaving.client'
import type { Saved } from '@/admin/editor/work'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {}, push: () => {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

type Values = { title: string; summary: string }

const place = { userId: 'u', section: 'v/k', language: 'en' }
const AT = '2026-12-01T20:31:00.000Z'
const shelf = () => window.sessionStorage
const old = { title: 'old', summary: 'old' }

let work: ReturnType<typeof useSaving<Values>>
let root: Root
/** The inputs of `keep-working-copy`, as they were sent. */
let sent: { copy: string | null; window: string; ended: object[] }[]

function Editor({ saved, copies }: { saved: Saved<Values>; copies: { window: string; at: string; copy: string }[] }) {
  const onServer = { of: { variant: 'v', key: 'k', language: 'en' as const }, copies }
  work = useSaving<Values>({ place, onServer, saved, written: async () => {} })
  return null
}

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  window.sessionStorage.clear()
  document.body.innerHTML = '<div id="place"></div>'
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body))
    return { status: 200, json: async () => ({ ok: true, result: { at: AT } }) }
  })
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const open = ({
  rev = 1,
  values = old,
  copies = [],
}: {
  rev?: number
  values?: Values
  copies?: { window: string; at: string; copy: string }[]
}) => act(async () => root.render(<Editor saved={{ rev, at: '', values }} copies={copies} />))
const copyOf = (values: Values, rev = 1) => ({
  window: 'other-window',
  at: AT,
  copy: JSON.stringify({ rev, values, begun: old }),
})
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
  })
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
