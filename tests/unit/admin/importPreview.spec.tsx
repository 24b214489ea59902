// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ImportPreview } from '@/admin/importing/ImportPreview'
import { readImportAnswer } from '@/admin/importing/importAnswer'
import type { Answered, Choices } from '@/admin/importing/sendDocument'
import { translatorFor } from '@/messages/translate'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const t = translatorFor('en')
const nothing = () => {}
let root: Root

beforeEach(() => {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(() => act(async () => root.unmount()))

const asked = { id: 'k/words@1', kind: 'words', base: 'a', ours: 'b', theirs: 'c', answers: ['ours', 'theirs', 'own'] }

const beside = { policy: 'national', guidance: true }

/** One section that only has a question, then one that the document changes. */
function preview() {
  const sections = [
    { key: 'k', index: 0, number: '1', title: 'Asked', status: 'same', decisions: [asked] },
    { key: 'l', index: 1, number: '2', title: 'Changed', status: 'changed', decisions: [], beside },
  ]
  const answer = readImportAnswer({ ok: true, result: { sections, gone: [] } })
  if (answer.kind !== 'preview') throw new Error('This is no preview')
  return answer.preview
}

function Shown() {
  const [resolutions, setResolutions] = useState<Record<string, Answered>>({})
  const choices: Choices = { pairs: {}, resolutions }
  return (
    <ImportPreview
      preview={preview()}
      choices={choices}
      askedLevel={null}
      countries={[]}
      isBusy={false}
      isWriting={false}
      ownWords={{ of: () => undefined, type: nothing }}
      language="en"
      pageLanguage="en"
      t={t}
      onLevel={nothing}
      onAnswer={(id, answer) => answer && setResolutions({ [id]: answer })}
      onPair={nothing}
      onAnswerSeveral={nothing}
    />
  )
}

it('the open section stays on the screen when its last question is answered, with the field for own words', async () => {
  await act(async () => root.render(<Shown />))
  const looked = () => document.getElementById('section-title')?.textContent
  expect(looked()).toBe('1 Asked')
  const radios = [...document.querySelectorAll<HTMLInputElement>(`input[name="${asked.id}"]`)]
  const own = radios.at(-1)
  own?.focus()
  await act(async () => own?.click())
  expect(looked()).toBe('1 Asked')
  expect(document.querySelector('textarea')?.value).toBe('b')
  expect(document.activeElement).toBe(own)
})

it('a section is listed as changed if only its policy and its guidance for countries changed', async () => {
  await act(async () => root.render(<Shown />))
  expect(document.body.textContent).not.toContain('becomes:')
  const next = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Next change: 2')
  Object.assign(window, { matchMedia: () => ({ matches: true }) })
  await act(async () => next?.click())
  expect(document.body.textContent).toContain(
    'New rule for countries in this section: To be filled in by each country.',
  )
  expect(document.body.textContent).toContain('The guidance for countries changes.')
  expect(document.body.textContent).not.toContain('The document changes nothing in this section.')
})
