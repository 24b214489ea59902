// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { VariantValues } from '@/admin/editor/sectionValues'
import { VariantSectionEditor } from '@/admin/editor/VariantSectionEditor.client'
import type { ChangeReason } from '@/domain/section'
import { body, editorProps, adapted as saved } from './nationalValues'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
// Payload's editor only runs in a browser, with styles that Node cannot load: here people type lines.
vi.mock('@/admin/editor/RichTextInput.client', () => ({ RichTextInput: () => null }))
vi.mock('@/admin/editor/whenWritten', () => ({ whenWritten: async () => {} }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const reason: ChangeReason = {
  at: { field: 'body', block: 'p1', is: 'added', language: 'en', words: 'Colleague wrote this.' },
  reason: 'national-law',
  explanation: { en: 'Our law says so.' },
  references: [{ text: 'Act 5', url: 'https://example.org/act' }],
}

let root: Root
let sent: { action: string; input: Record<string, unknown> }[]
let result: Record<string, unknown>

beforeEach(() => {
  sent = []
  result = { rev: 2 }
  window.sessionStorage.clear()
  vi.stubGlobal('fetch', async (action: string, { body: given }: { body: string }) => {
    sent.push({ action, input: JSON.parse(given) })
    return Response.json({ ok: true, result })
  })
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(() => root.unmount())
  vi.unstubAllGlobals()
})

it('lists each change of the common text, and sends the reason that somebody gives for one', async () => {
  await open({ ...saved, title: 'Our title', reason: 'other' })
  expect(names()).toEqual(['Title: Our title', 'Added: Colleague wrote this.'])
  await press('Give a reason', 1)
  await choose('select', 'national-practice', 'fieldset')
  await choose('textarea', 'Courts do so.', 'fieldset')
  await press('Add a reference')
  await choose('.change-reference input', 'International Protection Act 2015, s. 5')
  await press('Save')
  expect(sent[0]?.input.changeReasons).toEqual([
    {
      at: { field: 'body', block: 'p1', is: 'added', language: 'en', words: 'Colleague wrote this.' },
      reason: 'national-practice',
      explanation: { en: 'Courts do so.' },
      references: [{ text: 'International Protection Act 2015, s. 5', url: null }],
    },
  ])
})

it('shows a reason that is stored, and says at an address that it is not complete', async () => {
  await open({ ...saved, changeReasons: [reason] })
  expect(panel()?.textContent).toContain('National law. Our law says so. Act 5')
  await press('Change the reason')
  await choose('.change-reference .field + .field input', 'javascript:alert(1)')
  const field = panel()?.querySelector('[aria-invalid="true"]')
  const said = document.getElementById(field?.getAttribute('aria-describedby') ?? '')
  expect(said?.textContent).toContain('This is not a complete address')
})

it('says before the save that a reason goes with its change, and keeps it until then', async () => {
  await open({ ...saved, title: 'Our title', body: body('Common words.'), changeReasons: [reason] })
  expect(panel()?.textContent).toContain('Saving removes this reason')
})

it('says after the save how many reasons were dropped, and has what is stored', async () => {
  await open({ ...saved, changeReasons: [reason] })
  result = { rev: 2, changeReasons: [], droppedReasons: 1 }
  await choose('[name="sources"]', 'Law 2')
  await press('Save')
  expect(document.body.textContent).toContain('1 reason was removed, because its change is gone.')
  expect(panel()?.textContent).not.toContain('Our law says so.')
  sent = []
  await press('Save')
  expect(sent).toEqual([])
})

it('removes a reason, and the button to give one is there again', async () => {
  await open({ ...saved, changeReasons: [reason] })
  await press('Change the reason')
  await press('Remove this reason')
  expect(names()).toEqual(['Added: Colleague wrote this.'])
  await press('Save')
  expect(sent[0]?.input.changeReasons).toEqual([])
})

async function open(values: VariantValues): Promise<void> {
  await act(() =>
    root.render(<VariantSectionEditor {...editorProps} saved={{ rev: 1, at: '2026-12-01T09:00:00.000Z', values }} />),
  )
}

function panel() {
  return document.querySelector('.change-why')
}

function names() {
  return [...document.querySelectorAll('.change-why .change-name')].map(({ textContent }) => textContent)
}

async function press(name: string, index = 0): Promise<void> {
  const all = [...document.querySelectorAll('button')].filter(({ textContent }) => textContent?.trim() === name)
  const button = all[index]
  if (!button) throw new Error(`There is no button ${name}`)
  await act(async () => button.click())
}

async function choose(selector: string, value: string, within = ''): Promise<void> {
  const field = document.querySelector(`${within} ${selector}`.trim())
  if (!field) throw new Error(`There is no field ${selector}`)
  await act(async () => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') ?? {}
    set?.call(field, value)
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  })
}
