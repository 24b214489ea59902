// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { RestoredNote } from '@/admin/editor/RestoredNote'
import { StaleComparison } from '@/admin/editor/StaleComparison.client'
import { diffSection } from '@/domain/diff/diff'
import type { SectionText } from '@/domain/section'
import { catalogues } from '@/messages/catalogues'
import { translatorFor } from '@/messages/translate'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const t = translatorFor('en')
const nothing = () => {}
let discarded: number
let root: Root

beforeEach(() => {
  discarded = 0
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(() => act(async () => root.unmount()))

const discard = () => {
  discarded += 1
}
const words: SectionText = { key: 'k', title: '', summary: '', body: [], addition: [], audiences: [], stages: [] }
const change = diffSection({ before: words, after: words })

const Restored = () => <RestoredNote typed={() => 7} elsewhere="" besides="" t={t} onDiscard={discard} />
const Compared = () => (
  <StaleComparison
    change={change}
    others={[]}
    isMerged={false}
    when=""
    language="en"
    pageLanguage="en"
    isBusy={false}
    isAwaited={false}
    typed={() => 7}
    t={t}
    onSaveMine={nothing}
    onTakeTheirs={discard}
    onFetch={nothing}
  />
)

it.each([
  ['a restored draft', 'editor.draft.discard', Restored],
  ['text typed while somebody else saved', 'editor.stale.take-theirs', Compared],
] as const)('%s is discarded only after a question that names the number of words', async (_, offer, Screen) => {
  await act(async () => root.render(<Screen />))
  await press(catalogues.en[offer])
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Discard 7 words that you typed?')
  expect(document.activeElement?.textContent).toBe(catalogues.en['editor.discard.keep'])
  await press(catalogues.en['editor.discard.keep'])
  expect(discarded).toBe(0)
  await press(catalogues.en[offer])
  await press('Discard 7 words')
  expect(discarded).toBe(1)
})

async function press(name: string | undefined): Promise<void> {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  if (!button) throw new Error(`There is no button “${name}”`)
  await act(async () => button.click())
}
