// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DecisionForm } from '@/admin/review/DecisionForms'
import type { Actor } from '@/domain/actor'
import type { EditionState } from '@/domain/workflow'
import { translatorFor } from '@/messages/translate'
import { plainRelease } from '../plainRelease'
import { edition as editionOf } from './factories'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
const reviewer: Actor = { userId: 'r', memberships: [{ role: 'reviewer', country: 'ie' }] }
const TYPED = 'Please name the authority.'
let root: Root

beforeEach(() => {
  window.sessionStorage.clear()
  open()
})

afterEach(leave)

function open(): void {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
}

async function leave(): Promise<void> {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
}

/** The decision as the server sends it, in the page that is open. */
async function show({ state, id = 'e', actor = reviewer }: { state: EditionState; id?: string; actor?: Actor }) {
  const edition = editionOf({ id, state, contributors: ['w'], submittedBy: 'w', lastEditedBy: 'w', pinnedHash: 'hash' })
  const version = {
    variant: { id: 'v', languages: ['en'] },
    resolved: { sections: [], baseline: plainRelease, hash: 'hash' },
  } as never
  await act(async () => root.render(<DecisionForm {...{ edition, version, actor, language: 'en', say }} />))
  return document.body.textContent ?? ''
}

const field = () => document.querySelector('textarea')

async function type(text: string): Promise<void> {
  const found = field()
  if (!found) throw new Error('No field for a message')
  await act(async () => {
    found.value = text
    found.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

describe('a message that a reviewer typed and did not send', () => {
  beforeEach(async () => {
    await show({ state: 'submitted' })
    await type(TYPED)
  })

  it.each(['draft', 'changes-requested', 'approved', 'published'] as const)(
    'is shown on the page of an edition that became %s, which has no field for it',
    async (state) => {
      const said = await show({ state })
      expect(field()).toBeNull()
      expect(said).toContain(TYPED)
      expect(said).toContain(say('admin.decision.unsent-stays'))
    },
  )

  it('is in the field again when the edition is sent again', async () => {
    await show({ state: 'draft' })
    expect(await show({ state: 'submitted' })).not.toContain(say('admin.decision.unsent'))
    expect(field()?.value).toBe(TYPED)
  })

  it('is kept when the page is left, only for the same person and edition', async () => {
    await leave()
    open()
    expect(await show({ state: 'draft', id: 'other' })).toBe('')
    const other: Actor = { ...reviewer, userId: 'other' }
    expect(await show({ state: 'draft', actor: other })).toBe('')
    expect(await show({ state: 'draft' })).toContain(TYPED)
  })

  it('is shown to somebody who can no longer decide', async () => {
    const said = await show({ state: 'submitted', actor: { ...reviewer, memberships: [] } })
    expect(field()).toBeNull()
    expect(said).toContain(TYPED)
  })

  it('is forgotten when it is sent, and when it is deleted', async () => {
    await type('')
    expect(await show({ state: 'draft' })).toBe('')
    await show({ state: 'submitted' })
    await type(TYPED)
    vi.stubGlobal('fetch', async () => Response.json({ ok: true, result: {} }))
    const ask = [...document.querySelectorAll('button')].find((one) => one.textContent === say('admin.decision.ask'))
    await act(async () => ask?.click())
    expect(await show({ state: 'changes-requested' })).toBe('')
  })
})
