// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { expectMessage, isMessageExpected } from '@/admin/messageFocus.client'
import { ChangedMeanwhile } from '@/admin/review/ChangedMeanwhile.client'
import type { EditionState } from '@/domain/workflow'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const announced = {
  sentAgain: { title: 'Sent again.', text: 'Look again.' },
  draftAgain: { title: 'A draft again.' },
}
let root: Root

beforeEach(() => {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(() => act(async () => root.unmount()))

/** The page of an edition in this state, loaded again if it is open. */
async function load(state: EditionState, round: number, decision: string | null = null): Promise<string> {
  const words = { ...announced, decided: decision === null ? null : { title: `${decision}.` } }
  await act(async () => root.render(<ChangedMeanwhile key="e" {...{ state, round, decision, words }} />))
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

it.each(['approved', 'changes-requested'] as const)('a decision is announced: %s', async (state) => {
  await load('submitted', 1)
  expect(await load(state, 1, 'First decision')).toBe('First decision.')
  expect(focused()).toBe('First decision.')
  // Once more, after the person went on.
  await act(async () => Object(document.activeElement).blur())
  await load(state, 1, 'First decision')
  expect(focused()).toBeNull()
})

it('only the last decision is announced, and not while the edition is in review or a draft again', async () => {
  await load('approved', 1, 'First decision')
  expect(await load('submitted', 2, 'First decision')).toBe('Sent again.Look again.')
  expect(await load('approved', 2, 'Second decision')).toBe('Second decision.')
  expect(focused()).toBe('Second decision.')
  expect(await load('draft', 2, 'Second decision')).toBe('A draft again.')
})

it('a decision from before the page was opened is not announced', async () => {
  expect(await load('approved', 1, 'First decision')).toBe('')
  expect(await load('published', 1, 'First decision')).toBe('')
})

it('the message about a decision that was just made is not awaited on a later page', async () => {
  await load('submitted', 1)
  expectMessage()
  await load('approved', 1, 'First decision')
  expect(focused()).toBe('First decision.')
  expect(isMessageExpected()).toBe(false)
})
