// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { browserTranslator } from '@/admin/editor/browserTranslator'
import { type EditorText, editorText } from '@/admin/editor/sectionValues'
import { TextField } from '@/admin/editor/TextFields.client'
import { block, text } from '@/domain/richText/richText'
import { catalogues } from '@/messages/catalogues'

// Payload's editor only runs in a browser, with styles that Node cannot load.
vi.mock('@/admin/editor/RichTextInput.client', () => ({ RichTextInput: () => null }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const t = browserTranslator({ words: catalogues.en, language: 'en' })
const writing = {
  ...({ collection: 'variant-sections', country: 'ie', language: 'en', pageLanguage: 'en', round: 1, t } as const),
  ...{ isNewest: () => true, pending: { current: 0 } },
}
const written = (...lines: string[]) => editorText(lines.map((line) => block('paragraph', { runs: [text(line)] })))
let root: Root

beforeEach(() => {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})
afterEach(() => act(async () => root.unmount()))

const show = (ours: EditorText, common: EditorText | null = null) =>
  act(async () =>
    root.render(
      <TextField writing={writing} field="body" label="Text" text={ours} common={common} onChange={() => {}} />,
    ),
  )
const said = () => document.querySelector('.label-row')?.textContent ?? ''

it('a text says how many words it has, also while somebody types, and how many the common text has', async () => {
  await show(written('Tell the police.', 'Do not wait.'), written('Tell them.'))
  expect(said()).toContain('6 words · common text 2')
  await show(written('Tell.'), written('Tell them.'))
  expect(said()).toContain('1 word · common text 2')
})

it('says nothing of a common text where there is none', async () => {
  await show(written(), null)
  expect(said()).toContain('0 words')
  expect(said()).not.toContain('common text')
  await show(written('Ours.'), written())
  expect(said()).not.toContain('common text')
})
