// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { editorText, isSameValue } from '@/admin/editor/sectionValues'
import { useSaving } from '@/admin/editor/useSaving.client'
import type { Saved } from '@/admin/editor/work'
import { block, text as run } from '@/domain/richText/richText'

vi.mock('next/navigation', () => ({ useRouter: () => router }))
const router = { refresh() {}, push() {} }
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

type Values = { summary: string; body: object }
const text = (...paragraphs: string[]) =>
  editorText(paragraphs.map((one, at) => block('paragraph', { id: `p${at}`, runs: [run(one)] })))
const place = { userId: 'u', section: 's', language: 'en' }
const first: Saved<Values> = {
  rev: 1,
  at: '',
  values: { summary: 'Old.', body: text('Wait for two weeks.', 'Then ask.') },
}
const second: Saved<Values> = {
  ...first,
  rev: 2,
  values: { ...first.values, body: text('Wait for three weeks.', 'Then ask.') },
}
const write = ({ after: { body } }: { after: Values }) => ({ action: 'save-national-section', input: { body } })

let work: ReturnType<typeof useSaving<Values>>
let written: () => Promise<void>
const handedOn = () => written()
let sent: string[]
let root: Root

function Editor({ saved }: { saved: Saved<Values> }) {
  work = useSaving<Values>({ place, saved, written: handedOn })
  return null
}

const show = (saved: Saved<Values>) => act(async () => root.render(<Editor saved={saved} />))
const save = () => act(async () => void (await work.send({ from: work.theirs ?? work.base, write })))

beforeEach(async () => {
  written = async () => {}
  sent = []
  window.sessionStorage.clear()
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    sent.push(body)
    const saved = { rev: 2, updatedAt: '', texts: {} }
    return Response.json({ ok: false, because: [{ key: 'refusal.stale', text: 'Stale.' }], saved }, { status: 409 })
  })
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  await show(first)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

it('text that somebody else saved is merged with the last words that the editor reports', async () => {
  await act(async () => work.change({ body: text('Wait for two weeks.', 'Then ask. Bring') }))
  await save()
  // The person types while the page is fetched again: the editor reports that when the browser is idle.
  const late = text('Wait for two weeks.', 'Then ask. Bring the letter.')
  written = async () => work.change({ body: late })
  await show(second)
  expect(isSameValue(work.values.body, text('Wait for three weeks.', 'Then ask. Bring the letter.'))).toBe(true)
  expect(work.isMerged).toBe(true)
  // The open editor shows the text without it, so it is opened again.
  expect(work.round).toBe(1)
})

it('nothing can be saved over it before it has arrived', async () => {
  await act(async () => work.change({ body: text('Wait for two weeks.', 'Then ask. Bring it.') }))
  await save()
  expect(work.isAwaited).toBe(true)
  await show(second)
  expect(work.isAwaited).toBe(false)
  await save()
  expect(sent.at(-1)).toContain('three weeks')
})

it('it is reported as merged if both changed one line: that line stays as typed, other places are merged', async () => {
  await act(async () => work.change({ summary: 'Mine.' }))
  await save()
  await show({ ...second, values: { ...second.values, summary: 'Theirs.' } })
  expect(work.values).toMatchObject({ summary: 'Mine.' })
  expect(isSameValue(work.values.body, second.values.body)).toBe(true)
  expect(work.isMerged).toBe(true)
})

it('a draft that is restored after a crash is merged with it, based on the text that the draft began with', async () => {
  await act(async () => work.change({ body: text('Wait for two weeks.', 'Then ask. Bring the letter.') }))
  window.dispatchEvent(new Event('pagehide'))
  await act(async () => root.unmount())
  root = createRoot(document.getElementById('place') ?? document.body)
  await show(second)
  expect(isSameValue(work.values.body, text('Wait for three weeks.', 'Then ask. Bring the letter.'))).toBe(true)
  expect([work.isMerged, work.isAwaited, work.theirs?.rev]).toEqual([true, false, 2])
  // The comparison already says that the text is there, so no other note says that it was restored.
  expect(work.isRestored).toBe(false)
  await save()
  expect(sent.at(-1)).toContain('three weeks')
})

it('a draft that is restored after a second crash still has the text of both', async () => {
  await act(async () => work.change({ body: text('Wait for two weeks.', 'Then ask. Bring the letter.') }))
  await save()
  await show(second)
  window.dispatchEvent(new Event('pagehide'))
  await act(async () => root.unmount())
  root = createRoot(document.getElementById('place') ?? document.body)
  await show({ ...second, rev: 3, values: { ...second.values, summary: 'Newer.' } })
  expect(isSameValue(work.values.body, text('Wait for three weeks.', 'Then ask. Bring the letter.'))).toBe(true)
  expect(work.values.summary).toBe('Newer.')
})
