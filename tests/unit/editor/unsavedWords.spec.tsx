// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepDraft, keptDraft } from '@/admin/editor/draft'
import { commonValues } from '@/admin/editor/openingValues'
import { editorText } from '@/admin/editor/sectionValues'
import { UnsavedWords } from '@/admin/editor/UnsavedWords.client'
import type { KeptOnServer } from '@/admin/editor/useCopyKeeper.client'
import { block, text } from '@/domain/richText/richText'
import { catalogues } from '@/messages/catalogues'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const words = catalogues.en
const AT = '2026-12-01T20:31:00.000Z'
const place = { userId: 'translator', section: 'v/k', language: 'el' }
const saved = commonValues({ content: null, language: 'el' })
const body = editorText([block('paragraph', { runs: [text('Όσα έγραψε η μεταφράστρια.')] })])
const shelf = () => window.sessionStorage
let root: Root

beforeEach(() => {
  window.sessionStorage.clear()
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})
afterEach(() => act(async () => root.unmount()))

const show = (of = place, newest: KeptOnServer['newest'] = null, stored = saved) =>
  act(async () =>
    root.render(
      <UnsavedWords
        words={words}
        pageLanguage="en"
        place={of}
        onServer={{ of: { variant: 'v', key: 'k', language: 'el' }, newest, known: newest ? [newest] : [] }}
        saved={stored}
      />,
    ),
  )
const keep = (values: object) =>
  keepDraft({ shelf, place, draft: { rev: 1, values: { ...saved, ...values }, begun: null, unanswered: [] } })
const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(name))?.click())

it('shows what was typed and could not be saved, if the section has become read-only', async () => {
  keep({ title: 'Ο τίτλος της', body, explanation: 'Γιατί.', sources: 'Ν. 1' })
  await show()
  expect(document.activeElement?.textContent).toBe(words['editor.unsaved.title'])
  const shown = document.querySelector('.typed-text')
  expect(shown?.textContent).toBe('Ο τίτλος της\n\nΌσα έγραψε η μεταφράστρια.\n\nΓιατί.\n\nΝ. 1')
  expect(shown?.getAttribute('lang')).toBe('el')
})

it('keeps it until somebody discards it and confirms that', async () => {
  keep({ body })
  await show()
  await press(words['editor.draft.discard'])
  expect(keptDraft({ shelf, place, like: saved })).not.toBeNull()
  await press('Discard')
  expect(document.body.textContent).toBe('')
  expect(keptDraft({ shelf, place, like: saved })).toBeNull()
})

it('shows nothing to other people, and nothing if nothing was typed', async () => {
  keep({ body })
  await show({ ...place, userId: 'another' })
  expect(document.body.textContent).toBe('')
  keep({})
  await act(async () => root.unmount())
  root = createRoot(document.getElementById('place') ?? document.body)
  await show()
  expect(document.body.textContent).toBe('')
})

describe('what the server has of another window', () => {
  const copyOf = (values: object) => ({
    window: 'home-window',
    turn: 1,
    at: AT,
    copy: JSON.stringify({ rev: 1, values }),
  })
  let sent: { ended: object[] }[]

  beforeEach(() => {
    sent = []
    vi.stubGlobal('fetch', async (_: string, { body: input }: { body: string }) => {
      sent.push(JSON.parse(input))
      return { status: 200, json: async () => ({ ok: true, result: {} }) }
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is shown where this window has nothing, and goes with a confirmed discard', async () => {
    await show(place, copyOf({ ...saved, title: 'Typed at home' }))
    expect(document.querySelector('.typed-text')?.textContent).toBe('Typed at home')
    await press('Discard')
    await press('Discard')
    expect(sent).toMatchObject([{ copy: null, ended: [{ window: 'home-window', at: AT }] }])
  })

  it('is shown, and can be discarded, where words were only taken out', async () => {
    const begun = { ...saved, title: 'A long title' }
    await show(place, copyOf({ ...begun, title: 'A title' }), begun)
    expect(document.querySelector('.typed-text')?.textContent).toBe('A title')
    await press('Discard')
    await press('Discard')
    expect(sent).toMatchObject([{ copy: null, ended: [{ window: 'home-window', at: AT }] }])
  })

  it('goes where it is stored by now', async () => {
    await show(place, copyOf(saved))
    expect(document.body.textContent).toBe('')
    expect(sent).toMatchObject([{ copy: null, ended: [{ window: 'home-window', at: AT }] }])
  })

  it('stays where the words of this window are shown and discarded', async () => {
    keep({ title: 'Typed here' })
    await show(place, copyOf({ ...saved, title: 'Typed at home' }))
    expect(document.querySelector('.typed-text')?.textContent).toBe('Typed here')
    await press('Discard')
    await press('Discard')
    expect(sent).toMatchObject([{ copy: null, ended: [] }])
  })

  it('is shown word for word in a form that the screen no longer knows', async () => {
    await show(place, copyOf({ heading: 1, title: 'Typed for an hour', body: { nodes: [{ text: 'And more' }] } }))
    expect(document.querySelector('.typed-text')?.textContent).toBe('Typed for an hour\nAnd more')
  })
})
