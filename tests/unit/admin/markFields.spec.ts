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

it('a button of a message goes to the entry with the wrong words, and opens the block around it first', async () => {
  document.body.innerHTML = `<div data-field="body"><div contenteditable="true" tabindex="0">
    <div class="collapsible collapsible--collapsed"><button class="collapsible__toggle"></button>
      <input value="help.example.org"></div>
    <p>See <a href="/x">the law</a>.</p>
  </div></div>`
  const closed = document.querySelector('.collapsible--collapsed')
  document.querySelector('button')?.addEventListener('click', () => closed?.classList.remove('collapsible--collapsed'))
  const wrong = { field: 'body', text: 'No.', value: 'help.example.org' }
  expect(goToWrong({ root: document, wrong })).toBe(true)
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
  expect(goToWrong({ root: document, wrong: { field: 'body', text: 'No.', value: '', words: 'the law' } })).toBe(true)
  expect(scrolled.mock.contexts.map((one) => (one as Element).textContent)).toEqual(['the law'])
  expect(document.getSelection()?.anchorNode?.textContent).toBe('the law')
  expect(goToWrong({ root: document, wrong: { field: 'title', text: 'No.' } })).toBe(false)
})
