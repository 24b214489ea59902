// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { actionWords } from '@/admin/actionWords'
import { sentWords } from '@/admin/editor/sentWords'
import { MoveForm } from '@/admin/places/MoveForm.client'
import type { Spot } from '@/domain/places'
import { translatorFor } from '@/messages/translate'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
const words = sentWords({ language: 'en', beginnings: ['editor.spot.', 'editor.move.', 'editor.error'] })
const PLACES = ['a', 'b'].map((key) => ({ key, parent: null, label: key }))
let root: Root

beforeEach(() => {
  vi.stubGlobal('fetch', async () => Response.json({ ok: true, result: { rev: 2 } }))
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

async function show(opening: Spot): Promise<void> {
  await act(async () =>
    root.render(
      <MoveForm
        action="move-section"
        words={words}
        pageLanguage="en"
        actionWords={{ ...actionWords(say), done: say('editor.move.done', { section: 'Our part' }) }}
        places={PLACES}
        opening={opening}
        input={{}}
        hasSections={false}
      />,
    ),
  )
}

const after = () => document.querySelector<HTMLSelectElement>('#place-after')

it('a section that was moved is named, and the fields say where it stands now', async () => {
  await show({ parent: null, after: null })
  const field = after()
  await act(async () => {
    if (field) field.value = 'b'
    field?.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await act(async () => document.querySelector('button')?.click())
  await show({ parent: null, after: 'b' })
  expect(document.querySelector('[role=status]')?.textContent).toBe('Our part: the section was moved.')
  await show({ parent: null, after: 'a' })
  expect(after()?.value).toBe('a')
  await show({ parent: null, after: null })
  expect(after()?.value).toBe('')
})
