// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest'
import { focusLine } from '@/admin/editor/focusLine'

const WITHIN = '#text'

beforeEach(() => {
  document.body.innerHTML = `<div id="text" contenteditable="true" tabindex="0">
    <h2>Head</h2><p>One and more.</p><ul><li>An   item</li></ul><p>One.</p></div><p>Outside.</p>`
})

describe('going to a line of a text that somebody edits', () => {
  test('puts the cursor before the paragraph that begins with it, and the focus into the text', () => {
    expect(focusLine({ within: WITHIN, line: 'An item' })).toBe(true)
    expect(document.activeElement?.id).toBe('text')
    expect(document.getSelection()?.anchorNode?.textContent).toBe('An   item')
    expect(document.getSelection()?.anchorOffset).toBe(0)
  })

  test('goes to the field of a form in the text that has it', () => {
    document.querySelector('#text')?.insertAdjacentHTML('beforeend', '<div><input value="Article 22"></div>')
    expect(focusLine({ within: WITHIN, line: 'Article 22' })).toBe(true)
    expect(document.activeElement).toHaveProperty('value', 'Article 22')
  })

  test('finds a line without its notes', () => {
    expect(focusLine({ within: WITHIN, line: 'One and more. [A note.]' })).toBe(true)
    expect(document.getSelection()?.anchorNode?.textContent).toBe('One and more.')
  })

  test('says that there is none, and leaves the focus: in another text, without words, or without a text', () => {
    expect(focusLine({ within: WITHIN, line: 'Outside.' })).toBe(false)
    expect(focusLine({ within: WITHIN, line: ' ' })).toBe(false)
    expect(focusLine({ within: '#nothing', line: 'Head' })).toBe(false)
    expect(document.activeElement).toBe(document.body)
  })
})
