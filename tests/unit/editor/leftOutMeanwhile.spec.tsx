// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import type { VariantValues } from '@/admin/editor/sectionValues'
import { VariantSectionEditor } from '@/admin/editor/VariantSectionEditor.client'
import { translatorFor } from '@/messages/translate'
import { adapted, common, editorProps } from './nationalValues'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
// Payload's editor only runs in a browser, with styles that Node cannot load.
vi.mock('@/admin/editor/RichTextInput.client', () => ({ RichTextInput: () => null }))
vi.mock('@/admin/editor/whenWritten', () => ({ whenWritten: async () => {} }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const t = translatorFor('en')
const editor = (rev: number, values: VariantValues) => (
  <VariantSectionEditor {...editorProps} saved={{ rev, at: '', values }} />
)

afterEach(() => vi.unstubAllGlobals())

it('a person who leaves a section out sees what a colleague has written in it meanwhile', async () => {
  const stale = { ok: false, because: [{ key: 'refusal.stale', text: 'Stale.' }] }
  vi.stubGlobal('fetch', async () =>
    Response.json({ ...stale, saved: { rev: 2, updatedAt: '', texts: {} } }, { status: 409 }),
  )
  document.body.innerHTML = '<div id="place"></div>'
  const root = createRoot(document.getElementById('place') ?? document.body)
  const wait = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 30))))
  await act(async () => root.render(editor(1, common)))
  await act(async () => document.querySelector<HTMLInputElement>('input[type=radio][value=omit]')?.click())
  await fill(HTMLSelectElement, '[name=reason]', 'other')
  await fill(HTMLTextAreaElement, '[name=explanation]', 'Another authority does this.')
  const save = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === t('editor.save.omit'))
  await act(async () => save?.click())
  await act(async () => root.render(editor(2, adapted)))
  await wait()
  const compared = document.querySelector('#compare')
  expect([...(compared?.querySelectorAll('del') ?? [])].map((one) => one.textContent).join()).toContain(
    'Colleague wrote this.',
  )
  expect(compared?.textContent).toContain(t('editor.stale.left-out', { words: 3 }))
  expect(compared?.textContent).not.toContain(t('editor.stale.merged'))
  await act(async () => root.unmount())
})

/** Writes into a field as a person does. */
async function fill(
  kind: typeof HTMLSelectElement | typeof HTMLTextAreaElement,
  selector: string,
  value: string,
): Promise<void> {
  const field = document.querySelector(selector)
  if (!field) throw new Error(`There is no field ${selector}`)
  await act(async () => {
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event(kind === HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  })
}
