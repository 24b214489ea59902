// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { goToWrong, markFields } from '@/admin/markFields'

afterEach(() => vi.restoreAllMocks())

it('a refusal scrolls to its sentence and not to the field, which can be longer than the window', () => {
  document.body.innerHTML = `<div data-field="body">
    <div class="rich-text-input"><div contenteditable="true" tabindex="0">A long text.</div></div>
  </div>
  <input name="sources">`
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
  const wrong = [
    { field: 'body', text: 'Write less.' },
    { field: 'sources', text: 'Name it.' },
  ]
  const undo = markFields({ root: document, wrong })
  expect(scrolled.mock.contexts.map((one) => (one as Element).textContent)).toEqual(['Write less.'])
  expect(document.activeElement?.textContent).toBe('A long text.')
  undo()
  expect(document.querySelector('.field-error, [aria-invalid]')).toBeNull()
})

/** Two contacts in a text; the second is closed, and has its entry only when it is open. */
function textWithBlocks(): void {
  document.body.innerHTML = `<div data-field="body"><div contenteditable="true" tabindex="0">
    <div data-block="contact"><input value="help@example.org"></div>
    <div data-block="contact"><button class="block-switch" aria-expanded="false"></button><p>help.example.org</p></div>
    <p>See <a href="/x">the law</a>.</p>
  </div></div>`
  const closed = document.querySelector('button')
  closed?.addEventListener('click', () => {
    closed.setAttribute('aria-expanded', 'true')
    const shown = closed.nextElementSibling
    if (shown) shown.innerHTML = '<input value="Name"><input value="help.example.org">'
    // An opened block takes the focus.
    requestAnimationFrame(() => shown?.querySelector('input')?.focus())
  })
}

const MAIL = { field: 'body', text: 'No.', value: 'help.example.org', block: { kind: 'contact', number: 2 } }
const focused = () => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : '')

it('the entry of a closed block is marked and gets the focus: the block is opened for that', async () => {
  textWithBlocks()
  const undo = markFields({ root: document, wrong: [MAIL] })
  await vi.waitFor(() => expect(focused()).toBe('help.example.org'))
  await new Promise(requestAnimationFrame)
  expect(focused()).toBe('help.example.org')
  const marked = () => [...document.querySelectorAll('[aria-invalid]')].map((one) => one.getAttribute('value'))
  expect(marked()).toEqual(['help.example.org'])
  expect(document.querySelectorAll('.field-error')).toHaveLength(1)
  const entries = document.querySelector('button + p')
  if (entries) entries.innerHTML = '<input value="help.example.org">'
  await vi.waitFor(() => expect(marked()).toEqual(['help.example.org']))
  expect(focused()).toBe('help.example.org')
  undo()
  expect(document.querySelector('.field-error, [aria-invalid]')).toBeNull()
})

it('a button of a message goes to the entry with the wrong words, or to the link', async () => {
  textWithBlocks()
  expect(goToWrong({ root: document, wrong: MAIL })).toBe(true)
  await vi.waitFor(() => expect(focused()).toBe('help.example.org'))
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
  expect(goToWrong({ root: document, wrong: { field: 'body', text: 'No.', value: '', words: 'the la' } })).toBe(true)
  expect(scrolled.mock.contexts.map((one) => (one as Element).textContent)).toEqual(['the law'])
  expect(document.getSelection()?.toString()).toBe('the law')
  expect(goToWrong({ root: document, wrong: { field: 'title', text: 'No.' } })).toBe(false)
})
