// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { VariantSectionEditor } from '@/admin/editor/VariantSectionEditor.client'
import { catalogues } from '@/messages/catalogues'
import { common, editorProps } from './nationalValues'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
// Payload's editor only runs in a browser, with styles that Node cannot load.
vi.mock('@/admin/editor/RichTextInput.client', () => ({ RichTextInput: () => null }))
vi.mock('@/admin/editor/whenWritten', () => ({ whenWritten: async () => {} }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

afterEach(() => vi.restoreAllMocks())

it('a save without a changed word shows the start of the text, where the message is, however long the text is', async () => {
  document.body.innerHTML = '<div id="place"></div>'
  const root = createRoot(document.getElementById('place') ?? document.body)
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
  const focused = vi.spyOn(HTMLElement.prototype, 'focus')
  await act(async () =>
    root.render(<VariantSectionEditor {...editorProps} saved={{ rev: 1, at: '', values: common }} />),
  )
  await act(async () => document.querySelector<HTMLInputElement>('input[type=radio][value=adapt]')?.click())
  const words = catalogues.en['editor.save.adapt']
  await act(async () =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click(),
  )
  const [field] = scrolled.mock.contexts as Element[]
  expect(scrolled.mock.calls).toEqual([[{ block: 'start' }]])
  expect(field?.querySelector('.field-error')?.textContent).toBe(catalogues.en['editor.missing.change'])
  expect(document.activeElement).toBe(field)
  // A browser would scroll to the middle of what gets the focus.
  expect(focused.mock.calls).toEqual([[{ preventScroll: true }]])
  await act(async () => root.unmount())
})
