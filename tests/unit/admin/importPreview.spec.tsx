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

const rulesGone = [
  { demand: 'fixed', words: 'Danger now' },
  { demand: 'fill-in', words: 'Our hotline' },
  { demand: 'fixed', words: '' },
]

const alsoIn = [
  { language: 'fr', words: 350 },
  { language: 'el', words: 1 },
]

/** One section that only has a question, then one that the document changes; a third one that it does not have. */
function preview() {
  const sections = [
    { key: 'k', index: 0, number: '1', title: 'Asked', status: 'same', decisions: [asked] },
    { key: 'l', index: 1, number: '2', title: 'Changed', status: 'changed', decisions: [], beside, rulesGone },
  ]
  const answer = readImportAnswer({
    ok: true,
    result: { sections, gone: [{ key: 'm', id: 'm/gone@1', number: '3', title: 'Gone', goes: true, alsoIn }] },
  })
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

it('the parts that lose their rule are named before the import, each demand in one sentence', async () => {
  await act(async () => root.render(<Shown />))
  const said = document.getElementById('rules-gone')?.querySelector('li')?.textContent
  expect(said).toBe(
    '2 Changed: 2 fixed parts are no longer in the text: “Danger now”, Part without words. Their rules are removed. ' +
      '1 part to be filled in by each country is no longer in the text: “Our hotline”. Its rule is removed.',
  )
  expect(document.querySelector('a[href="#rules-gone"]')).not.toBe(null)
})

it('a section that would go says in which other languages its text goes too', async () => {
  await act(async () => root.render(<Shown />))
  expect(document.getElementById('gone')?.textContent).toContain(
    'If it goes, so does its text in other languages: French (350 words), Greek (1 word).',
  )
})
