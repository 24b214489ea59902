// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepDraft, keptDraft } from '@/admin/editor/draft'
import { commonValues } from '@/admin/editor/openingValues'
import { editorText } from '@/admin/editor/sectionValues'
import { UnsavedWords } from '@/admin/editor/UnsavedWords.client'
import type { KeptOnServer } from '@/admin/editor/useCopyKeeper.client'
import { block, text } from '@/domain/richText/richText'
import { catalogues } from '@/messages/catalogues'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const words = catalogues.en
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

const show = (of = place, copies: KeptOnServer['copies'] = []) =>
  act(async () =>
    root.render(
      <UnsavedWords
        words={words}
        pageLanguage="en"
        place={of}
        onServer={{ of: { variant: 'v', key: 'k', language: 'el' }, copies }}
        saved={saved}
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
