// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TakeInSteps } from '@/admin/takeIn/TakeInSteps.client'
import { catalogues } from '@/messages/catalogues'
import { translatorFor } from '@/messages/translate'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const t = translatorFor('en')
const MOST = t('editor.word.most', { limit: 100 })
let root: Root
let asked: FormData[]
let result: unknown

beforeEach(async () => {
  asked = []
  vi.stubGlobal('fetch', async (_: string, { body }: { body: FormData }) => {
    asked.push(body)
    return new Response(`${JSON.stringify({ ok: true, result })}\n`)
  })
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  const given = { pageLanguage: 'en', variant: 'v', languages: ['en'], asked: 'en' } as const
  await act(async () => root.render(<TakeInSteps words={catalogues.en} {...given} />))
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

/** A section that the file changes, as the server sends it. */
function section(key: string, given: Record<string, unknown> = {}) {
  return { key, number: '1', title: `Title ${key}`, how: 'mark', seen: 1, changed: ['body'], ...given }
}

function many(count: number, given: Record<string, unknown> = {}) {
  return Array.from({ length: count }, (_, at) => section(`s${at + 1}`, at < 100 ? {} : given))
}

/** Shows what a file changes, as the server says it. */
async function look(sections: unknown[]): Promise<void> {
  result = { file: 'guide.docx', language: 'en', isMarked: true, sections }
  const chooser = document.querySelector<HTMLInputElement>('#word-file')
  if (!chooser) throw new Error('No field for a file')
  const files = new DataTransfer()
  files.items.add(new File(['x'], 'guide.docx'))
  await act(async () => {
    chooser.files = files.files
    chooser.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await click(button(t('editor.word.look')))
}

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent === name)
  if (!found) throw new Error(`No button ${name}`)
  return found
}
const save = (count: number) => button(t('editor.word.store', { count }))
const click = (element: Element | undefined) => act(async () => (element as HTMLElement).click())
const taking = (key: string) => document.querySelectorAll<HTMLInputElement>(`input[name="what-${key}"]`)[0]
const leaving = (key: string) => document.querySelectorAll<HTMLInputElement>(`input[name="what-${key}"]`)[1]
const screen = () => document.querySelector('#place')?.textContent ?? ''

it('says beside the button how many sections can be saved at once, if the file changes more of them', async () => {
  await look(many(140, { leftBecause: 'too-many' }))
  expect(save(100).getAttribute('aria-disabled')).toBeNull()
  expect(screen()).toContain(MOST)
  expect(screen()).toContain(t('editor.word.left.too-many', { limit: 100 }))
})

it('says nothing of it if all can be saved at once', async () => {
  await look(many(100))
  expect(save(100).getAttribute('aria-disabled')).toBeNull()
  expect(screen()).not.toContain(MOST)
})

it('saves nothing while more sections are chosen than can be saved at once, and says why', async () => {
  await look(many(101, { leftBecause: 'too-many' }))
  await click(taking('s101'))
  const blocked = save(101)
  expect(blocked.getAttribute('aria-disabled')).toBe('true')
  const why = document.getElementById(blocked.getAttribute('aria-describedby') ?? '')
  expect(why?.textContent).toBe(MOST)
  await click(blocked)
  expect(asked).toHaveLength(1)
  await click(leaving('s1'))
  expect(save(100).getAttribute('aria-disabled')).toBeNull()
  await click(save(100))
  expect(asked.map((form) => form.get('step'))).toEqual(['preview', 'store'])
})

it('names where text of a section went, and chooses or leaves both halves of the move', async () => {
  const moved = (into: string[], from: string[]) => ({ moved: { into, from }, group: 'a' })
  await look([section('a', moved(['b'], [])), section('b', moved([], ['a'])), section('c')])
  const note = (key: string) => document.querySelector(`section[aria-labelledby="word-${key}"] .note`)?.textContent
  const together = t('editor.word.moved-together')
  expect(note('a')).toBe(`${t('editor.word.moved-into', { section: '1 Title b' })} ${together}`)
  expect(note('b')).toBe(`${t('editor.word.moved-from', { section: '1 Title a' })} ${together}`)
  expect(note('c')).toBeUndefined()
  await click(leaving('b'))
  expect([taking('a')?.checked, leaving('a')?.checked, taking('c')?.checked]).toEqual([false, true, true])
  expect(save(1)).toBeTruthy()
  await click(taking('a'))
  expect(taking('b')?.checked).toBe(true)
  expect(save(3)).toBeTruthy()
})

it('cannot save one half of a move while the other one is left for a reason of its own, and names both', async () => {
  const moved = (into: string[], from: string[]) => ({ moved: { into, from }, group: 'a' })
  const unknown = { leftBecause: 'unknown-revision', how: 'unknown-revision' }
  await look([
    section('a', { ...moved(['b'], []), leftBecause: 'moved' }),
    section('b', { ...moved([], ['a']), ...unknown }),
  ])
  await click(taking('a'))
  expect(leaving('b')?.checked).toBe(true)
  const blocked = save(1)
  expect(blocked.getAttribute('aria-disabled')).toBe('true')
  const why = document.getElementById(blocked.getAttribute('aria-describedby') ?? '')
  expect(why?.textContent).toBe(t('editor.word.half-chosen', { from: '1 Title a', into: '1 Title b' }))
  await click(taking('b'))
  expect(save(2).getAttribute('aria-disabled')).toBeNull()
})
