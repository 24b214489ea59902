// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AskedPlace } from '@/admin/editor/AskedPlace.client'
import { placeHash, placeOfHash } from '@/admin/words/placeInText'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root

beforeEach(() => {
  document.body.innerHTML = `<div id="app"></div>
    <div class="field"><textarea id="section-summary"></textarea></div>
    <div class="field" id="section-body" tabindex="-1"></div>`
  root = createRoot(document.querySelector('#app') ?? document.body)
})

afterEach(() => {
  act(() => root.unmount())
  window.location.hash = ''
  vi.useRealTimers()
})

async function open(hash: string): Promise<void> {
  window.location.hash = hash
  // The page that opens is not told of the change.
  await new Promise((resolve) => setTimeout(resolve))
  act(() => root.render(<AskedPlace />))
}

function fieldOpens(): void {
  const text =
    '<div class="ContentEditable__root" contenteditable="true" tabindex="0"><p>Πρώτη.</p><p>Ποιος βοηθά; Όλοι.</p></div>'
  document.querySelector('#section-body')?.insertAdjacentHTML('beforeend', text)
}

const cursor = () => document.getSelection()?.anchorNode?.textContent
const focused = () => document.activeElement?.id || document.activeElement?.className

describe('an address that names a place in a section', () => {
  test('has the field and the line, whatever the line contains', () => {
    for (const place of [
      { field: 'body', line: 'Qui aide = 100 % ? #1 «oui»' },
      { field: 'addition', line: '' },
    ] as const)
      expect(placeOfHash(placeHash(place))).toEqual(place)
    expect(placeOfHash('#parts')).toBe(null)
    expect(placeOfHash('#body=%E0')).toEqual({ field: 'body', line: '' })
  })

  test('leads to the line once the writing field has opened', async () => {
    await open(placeHash({ field: 'body', line: 'Ποιος βοηθά;' }))
    expect(focused()).toBe('')
    fieldOpens()
    await vi.waitFor(() => expect(focused()).toBe('ContentEditable__root'))
    expect(cursor()).toBe('Ποιος βοηθά; Όλοι.')
  })

  test('leads to a sentence within a paragraph, and at once if the field is open', async () => {
    fieldOpens()
    await open(placeHash({ field: 'body', line: 'Όλοι.' }))
    expect(cursor()).toBe('Ποιος βοηθά; Όλοι.')
  })

  test('leads to a field as a whole, and to another place when the address changes', async () => {
    fieldOpens()
    await open('#summary')
    expect(focused()).toBe('section-summary')
    act(() => {
      window.location.hash = placeHash({ field: 'body', line: 'Πρώτη.' })
      window.dispatchEvent(new Event('hashchange'))
    })
    expect(focused()).toBe('ContentEditable__root')
  })

  test('leads nowhere after the person did something else', async () => {
    await open(placeHash({ field: 'body', line: 'Πρώτη.' }))
    window.dispatchEvent(new Event('keydown'))
    fieldOpens()
    await new Promise((resolve) => setTimeout(resolve))
    expect(focused()).toBe('')
  })

  test('leads to the field if the line does not come within half a minute', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    await open(placeHash({ field: 'body', line: 'Not there.' }))
    vi.advanceTimersByTime(29_000)
    expect(focused()).toBe('')
    vi.advanceTimersByTime(2_000)
    expect(focused()).toBe('section-body')
  })
})
