// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { actionWords } from '@/admin/actionWords'
import { sentWords } from '@/admin/editor/sentWords'
import { FrameworkRows } from '@/admin/framework/FrameworkRows.client'
import type { WorkingRow } from '@/admin/framework/workingRows'
import { translatorFor } from '@/messages/translate'

const refreshed = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: refreshed, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
const none = new Proxy({}, { get: () => '' })
let root: Root
let sent: Record<string, unknown>[]
/** Answers the request that waits longest. */
let answers: ((response: Response) => void)[]

beforeEach(() => {
  ;[sent, answers] = [[], []]
  refreshed.mockClear()
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body))
    return new Promise<Response>((resolve) => answers.push(resolve))
  })
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

function row(key: string, rank: string, given: Partial<WorkingRow> = {}): WorkingRow {
  return {
    ...{ key, rank, parent: null, rev: 1, number: '', depth: 1, missing: [], policy: 'free', state: 'same' },
    title: { text: key.toUpperCase(), language: 'en' },
    ...given,
  }
}

const ROWS = [row('a', 'a0'), row('b', 'a1'), row('c', 'a2')]

async function show(rows: WorkingRow[]): Promise<void> {
  await act(async () =>
    root.render(
      <FrameworkRows
        toolkit="t"
        rows={rows}
        languages={[]}
        reader="en"
        caption="Sections"
        heads={{ section: 'Section', policy: 'Policy', state: null }}
        words={{ policies: none as never, states: none as never, written: '', missing: '' }}
        moving={{
          words: sentWords({ language: 'en', beginnings: ['tree.', 'editor.move.is-'] }),
          actionWords: actionWords(say),
          open: 'Move',
        }}
      />,
    ),
  )
}

const listed = () => [...document.querySelectorAll('tbody th')].map((one) => one.textContent)
const told = () => document.querySelector('[role=status]')?.textContent

async function press(title: string, key: string, more: KeyboardEventInit = { altKey: true, shiftKey: true }) {
  const link = [...document.querySelectorAll('tbody th a')].find((one) => one.textContent === title)
  await act(async () => link?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })))
}

async function answer(body: object, status = 200): Promise<void> {
  await act(async () => answers.shift()?.(Response.json(body, { status })))
}

it('a section moves in the list before the server answers, and its new place is said', async () => {
  await show(ROWS)
  await press('C', 'ArrowUp')
  expect(listed()).toEqual(['1A', '2C', '3B'])
  expect(told()).toBe('C is now 2.')
  expect(sent).toEqual([{ toolkit: 't', key: 'c', seen: 1, language: 'en', parent: null, after: 'a' }])
  await answer({ ok: true, result: { rev: 2 } })
  expect(refreshed).toHaveBeenCalledTimes(1)
  await show([row('a', 'a0'), row('c', 'a0V', { rev: 2 }), row('b', 'a1')])
  expect(listed()).toEqual(['1A', '2C', '3B'])
})

it('right puts it under the section before it, and left takes it out again', async () => {
  await show(ROWS)
  await press('B', 'ArrowRight')
  expect(listed()).toEqual(['1A', '1.1B', '2C'])
  expect(told()).toBe('B is now 1.1, under 1 A.')
  await press('B', 'ArrowLeft')
  expect(listed()).toEqual(['1A', '2B', '3C'])
})

it('keys that follow fast are sent one after the other, each with the revision that the one before made', async () => {
  await show(ROWS)
  await press('C', 'ArrowUp')
  await press('C', 'ArrowUp')
  expect(listed()).toEqual(['1C', '2A', '3B'])
  expect(sent).toHaveLength(1)
  await answer({ ok: true, result: { rev: 2 } })
  expect(sent.at(1)).toMatchObject({ seen: 2, parent: null, after: null })
  expect(refreshed).not.toHaveBeenCalled()
  await answer({ ok: true, result: { rev: 3 } })
  expect(refreshed).toHaveBeenCalledTimes(1)
  expect(listed()).toEqual(['1C', '2A', '3B'])
})

it('a refused move is taken back with those that were to follow, and the reason is said', async () => {
  await show(ROWS)
  await press('C', 'ArrowUp')
  await press('C', 'ArrowUp')
  await answer({ ok: false, because: [{ key: 'refusal.place-unknown', text: 'It is no longer there.' }] }, 422)
  expect(listed()).toEqual(['1A', '2B', '3C'])
  expect(told()).toContain('C was not moved. It is no longer there.')
  expect(sent).toHaveLength(1)
  expect(refreshed).toHaveBeenCalledTimes(1)
})

it('where there is no such step it says so, and other keys do nothing', async () => {
  await show(ROWS)
  await press('A', 'ArrowUp')
  expect(told()).toBe('A was not moved. It is the first section here.')
  await press('A', 'ArrowLeft')
  expect(told()).toBe('A was not moved. It is already at the top level.')
  await press('C', 'ArrowDown')
  expect(told()).toBe('C was not moved. It is the last section here.')
  await press('B', 'ArrowUp', { altKey: true })
  await press('B', 'Enter')
  expect(listed()).toEqual(['1A', '2B', '3C'])
  expect(sent).toEqual([])
})

it('a list that somebody else changed meanwhile shows what is stored', async () => {
  await show(ROWS)
  await press('C', 'ArrowUp')
  await answer({ ok: true, result: { rev: 2 } })
  await show([row('c', 'Zz', { rev: 3 }), row('a', 'a0'), row('b', 'a1')])
  expect(listed()).toEqual(['1C', '2A', '3B'])
})
