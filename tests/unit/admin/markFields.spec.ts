// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { markFields } from '@/admin/markFields'

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
