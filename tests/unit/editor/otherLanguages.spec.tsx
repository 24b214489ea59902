// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { VariantValues } from '@/admin/editor/sectionValues'
import { VariantSectionEditor } from '@/admin/editor/VariantSectionEditor.client'
import type { Mode } from '@/domain/section'
import { translatorFor } from '@/messages/translate'
import { adapted, editorProps } from './nationalValues'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
// Payload's editor only runs in a browser, with styles that Node cannot load.
vi.mock('@/admin/editor/RichTextInput.client', () => ({ RichTextInput: () => null }))
vi.mock('@/admin/editor/whenWritten', () => ({ whenWritten: async () => {} }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const t = translatorFor('en')
const goes = (mode: Mode) =>
  t('editor.why.elsewhere', { mode: editorProps.modeNames[mode], languages: 'German and Italian' })
const omitted: VariantValues = { ...adapted, mode: 'omit', reason: 'other', explanation: '' }

let root: Root

beforeEach(() => {
  window.sessionStorage.clear()
  const stale = { ok: false, because: [{ key: 'refusal.stale', text: 'Stale.' }] }
  vi.stubGlobal('fetch', async () =>
    Response.json({ ...stale, saved: { rev: 2, updatedAt: '', texts: {} } }, { status: 409 }),
  )
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

const show = (rev: number, values: VariantValues, explainedIn: string) =>
  act(async () => {
    const saved = { rev, at: '', values }
    root.render(<VariantSectionEditor {...editorProps} keepsOwnWords explainedIn={explainedIn} saved={saved} />)
    await new Promise((resolve) => setTimeout(resolve, 30))
  })

const choose = (mode: Mode) =>
  act(async () => document.querySelector<HTMLInputElement>(`input[type=radio][value=${mode}]`)?.click())

async function saveAfterTyping(title: string): Promise<void> {
  await act(async () => {
    const field = document.querySelector('[name=title]')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, title)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  const save = document.querySelector<HTMLButtonElement>('button[aria-describedby=saving-words]')
  await act(async () => {
    save?.click()
    await new Promise((resolve) => setTimeout(resolve, 30))
  })
}

const said = () => document.body.textContent
const compared = () => document.querySelector('#compare')?.textContent

it('the screen says beside another choice in which languages an explanation goes with the stored one', async () => {
  await show(1, adapted, 'German and Italian')
  expect(said()).not.toContain(goes('adapt'))
  await choose('omit')
  expect(said()).toContain(goes('omit'))
  // Another screen asks about the return to the common text, and says what goes.
  await choose('inherit')
  expect(said()).not.toContain(goes('inherit'))
  await choose('adapt')
  expect(said()).not.toContain(goes('adapt'))
})

it('it does not say so if no other language has an explanation', async () => {
  await show(1, adapted, '')
  await choose('omit')
  expect(said()).not.toContain('removes the explanation')
})

it('the comparison says it if somebody else made another choice in the meantime, with an explanation of their own', async () => {
  await show(1, adapted, '')
  await saveAfterTyping('Mon titre')
  await show(2, omitted, 'German and Italian')
  expect(compared()).toContain(goes('adapt'))
})

it('the comparison does not say it if the choice is still the same', async () => {
  await show(1, adapted, 'German and Italian')
  await saveAfterTyping('Mon titre')
  await show(2, { ...adapted, sources: 'Act 1' }, 'German and Italian')
  expect(compared()).toContain(t('editor.stale.kept'))
  expect(compared()).not.toContain(goes('adapt'))
})

it('the comparison says that this page shows nothing of what was saved in the meantime, if that is so', async () => {
  const elsewhere = t('editor.stale.elsewhere')
  await show(1, adapted, '')
  await saveAfterTyping('Mon titre')
  expect(compared()).not.toContain(elsewhere)
  await show(2, adapted, '')
  expect(compared()).toContain(elsewhere)
  await show(3, { ...adapted, sources: 'Act 1' }, '')
  expect(compared()).not.toContain(elsewhere)
  // What this screen showed of the second save is still to be decided.
  await show(4, { ...adapted, sources: 'Act 1' }, '')
  expect(compared()).not.toContain(elsewhere)
})

it('the comparison does not say that it stays if the typed choice removes an explanation', async () => {
  const explained: VariantValues = { ...omitted, explanation: 'Pas ici.' }
  await show(1, explained, '')
  await choose('adapt')
  await saveAfterTyping('Mon titre')
  await show(2, explained, 'German and Italian')
  expect(compared()).toContain(goes('adapt'))
  expect(compared()).not.toContain(t('editor.stale.elsewhere'))
})
