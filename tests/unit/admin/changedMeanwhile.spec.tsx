// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ChangedMeanwhile } from '@/admin/review/ChangedMeanwhile.client'
import type { EditionState } from '@/domain/workflow'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const words = { sentAgain: 'Sent again.', lookAgain: 'Look again.', draftAgain: 'A draft again.' }
let root: Root

beforeEach(() => {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(() => act(async () => root.unmount()))

/** The page of an edition in this state, loaded again if it is open. */
async function load(state: EditionState, round: number): Promise<string> {
  await act(async () => root.render(<ChangedMeanwhile key="e" {...{ state, round, words }} />))
  return document.body.textContent ?? ''
}

const focused = () => (document.activeElement?.tagName === 'H2' ? document.activeElement.textContent : null)

it('a page that is opened says nothing', async () => {
  expect(await load('submitted', 3)).toBe('')
  expect(focused()).toBeNull()
})

it('a text that was sent again since the page was opened is announced in the heading, which has the focus', async () => {
  await load('submitted', 1)
  expect(await load('submitted', 2)).toBe('Sent again.Look again.')
  expect(focused()).toBe('Sent again.')
  // Once more, after the person went on to the decision.
  await act(async () => Object(document.activeElement).blur())
  await load('submitted', 2)
  expect(focused()).toBeNull()
  await load('submitted', 3)
  expect(focused()).toBe('Sent again.')
})

it('a text that became a draft, and was sent again then, is announced each time', async () => {
  await load('submitted', 1)
  expect(await load('draft', 1)).toBe('A draft again.')
  expect(focused()).toBe('A draft again.')
  expect(await load('submitted', 2)).toBe('Sent again.Look again.')
  expect(focused()).toBe('Sent again.')
})

it('a decision is not announced as a change', async () => {
  await load('submitted', 1)
  expect(await load('approved', 1)).toBe('')
  expect(await load('changes-requested', 1)).toBe('')
})
