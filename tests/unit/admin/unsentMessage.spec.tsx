// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
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

type Shown = { state: EditionState; id?: string; round?: number; sent?: string[]; actor?: Actor }

/** The decision as the server sends it, in the page that is open. */
async function show(given: Shown) {
  await act(async () => root.render(formOf(given)))
  return document.body.textContent ?? ''
}

function formOf({ state, id = 'e', round = 1, sent = [], actor = reviewer }: Shown) {
  const of = { contributors: ['w'], submittedBy: 'w', lastEditedBy: 'w', pinnedHash: 'hash' }
  const edition = editionOf({ ...of, id, state, round })
  const version = {
    toolkit: { sourceLanguage: 'en' },
    variant: { id: 'v', languages: ['en'] },
    resolved: { sections: [], baseline: plainRelease, others: { behind: [], ahead: [] }, hash: 'hash' },
  } as never
  return <DecisionForm {...{ edition, version, sent, actor, language: 'en', say }} />
}

/**
 * The page as it is after the browser's Back: the browser fills in the field before the scripts run, and the person can
 * be in it (`isInField`).
 */
async function goBack(given: Shown, isInField = false): Promise<void> {
  document.body.innerHTML = `<div id="place">${renderToString(formOf(given))}</div>`
  const found = field()
  if (found) found.value = TYPED
  if (isInField) found?.focus()
  await act(async () => {
    root = hydrateRoot(document.getElementById('place') ?? document.body, formOf(given))
  })
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

const STALE = { ok: false, because: [{ key: 'refusal.stale', text: 'Of writing.' }], saved: { rev: 2 } }

/** Presses a button, and returns what was sent to the server. */
async function press(label: string, answer = () => Response.json({ ok: true, result: {} })): Promise<unknown[]> {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body))
    return answer()
  })
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)
  await act(async () => button?.click())
  return sent
}

const APPROVE = say('admin.decision.approve')
const bar = () => document.querySelector('.actions-words')?.textContent ?? ''

describe('the bar with the decision', () => {
  it('says that a message is sent with the decision while there is one, and leads to it', async () => {
    const says = say('admin.decision.sent-with')
    await show({ state: 'submitted' })
    expect(bar()).not.toContain(says)
    await type(TYPED)
    expect(bar()).toContain(says)
    expect(document.querySelector('.actions-words a')?.getAttribute('href')).toBe(`#${field()?.id}`)
    const described = [...document.querySelectorAll('.actions button')].map((one) =>
      one.getAttribute('aria-describedby'),
    )
    for (const id of described) expect(document.getElementById(id ?? '')?.textContent).toContain(says)
    await type(' ')
    expect(bar()).not.toContain(says)
  })

  it('says nothing about the message if only a line break of it is left', async () => {
    await show({ state: 'submitted' })
    await type(TYPED)
    await type('\n')
    expect(await show({ state: 'draft' }), 'there is nothing to show').toBe('')
    await show({ state: 'submitted', round: 2 })
    expect(await press(APPROVE), 'nothing was brought back that must be looked at').toHaveLength(1)
  })

  it('brings back no line break that this window has kept for a field', async () => {
    window.sessionStorage.setItem('toolkit-fields:decision:r:e', JSON.stringify({ comment: '\n' }))
    expect(await show({ state: 'draft' })).toBe('')
    await show({ state: 'submitted' })
    expect(await press(APPROVE)).toMatchObject([{ comment: '' }])
  })

  it('does not say that words are kept if a field has only a line break', async () => {
    await show({ state: 'submitted' })
    await type('\n')
    await press(APPROVE, () => Response.json(STALE, { status: 409 }))
    expect(bar()).toContain(say('admin.decision.stale-approve'))
    expect(bar()).not.toContain(say('admin.action.kept'))
  })
})

describe('a message that is brought back from an earlier look', () => {
  const BEFORE = say('admin.decision.from-before')

  beforeEach(async () => {
    await show({ state: 'submitted' })
    await type(TYPED)
  })

  it.each([
    [
      'the page was opened again',
      async () => {
        await leave()
        open()
        await show({ state: 'submitted' })
      },
    ],
    ['the page showed a draft', () => show({ state: 'draft' }).then(() => show({ state: 'submitted' }))],
    ['the text was sent again', () => show({ state: 'submitted', round: 2 })],
    ['the person went back to the page', () => leave().then(() => goBack({ state: 'submitted', round: 2 }))],
    [
      'the person went back to the page after the message was stored',
      () => leave().then(() => goBack({ state: 'submitted', round: 2, sent: [TYPED] })),
    ],
  ])('is not sent before it was seen: %s', async (_, comeBack) => {
    await comeBack()
    expect(field()?.value).toBe(TYPED)
    expect(bar()).toContain(say('admin.decision.sent-with'))
    expect(await press(APPROVE)).toEqual([])
    expect(document.activeElement).toBe(field())
    expect(bar()).toContain(BEFORE)
    const described = (field()?.getAttribute('aria-describedby') ?? '').split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(BEFORE)
    expect(await press(APPROVE)).toMatchObject([{ comment: TYPED }])
  })

  it('is sent at once if its field had the focus, and not at all if it was deleted', async () => {
    await show({ state: 'submitted', round: 2 })
    await act(async () => field()?.focus())
    await type('')
    expect(await press(APPROVE)).toMatchObject([{ comment: '' }])
    await show({ state: 'submitted', round: 3 })
    await type(TYPED)
    expect(await press(APPROVE), 'it was typed now').toMatchObject([{ comment: TYPED }])
  })

  it('is sent at once if the person was in its field before the scripts ran', async () => {
    await leave()
    await goBack({ state: 'submitted', round: 2 }, true)
    expect(await press(APPROVE)).toMatchObject([{ comment: TYPED }])
  })
})

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
      const says = state === 'published' ? 'admin.decision.unsent-published' : 'admin.decision.unsent-stays'
      expect(said).toContain(say(says))
      expect(said.includes(say('admin.decision.unsent-stays')), 'a promise only if it can be sent again').toBe(
        state !== 'published',
      )
    },
  )

  it('can be discarded where there is no field for it, and the focus moves to the content of the page', async () => {
    document.body.insertAdjacentHTML('afterbegin', '<main id="text" tabindex="-1"></main>')
    await show({ state: 'published' })
    await press(say('admin.decision.unsent-discard'))
    expect(document.body.textContent).toBe('')
    expect(document.activeElement?.id).toBe('text')
    await leave()
    open()
    expect(await show({ state: 'published' })).toBe('')
  })

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

  it('is not shown as unsent if it was stored with a decision whose answer was lost', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('The network failed.')
    })
    const ask = [...document.querySelectorAll('button')].find((one) => one.textContent === say('admin.decision.ask'))
    await act(async () => ask?.click())
    expect(bar()).toContain(say('admin.action.unknown'))
    await leave()
    open()
    expect(await show({ state: 'changes-requested', sent: [TYPED] })).toBe('')
    await show({ state: 'submitted', round: 2, sent: [TYPED] })
    expect(field()?.value).toBe('')
  })

  it('is shown if another message of the same person was stored, sent from another window', async () => {
    expect(await show({ state: 'changes-requested', sent: ['Another message.'] })).toContain(TYPED)
  })

  it('is kept if the same words were sent in an earlier round', async () => {
    await press(say('admin.decision.ask'))
    await show({ state: 'changes-requested', sent: [TYPED] })
    await show({ state: 'submitted', round: 2, sent: [TYPED] })
    await type(TYPED)
    expect(await show({ state: 'draft', round: 2, sent: [TYPED] })).toContain(TYPED)
    await leave()
    open()
    await show({ state: 'submitted', round: 3, sent: [TYPED] })
    expect(field()?.value).toBe(TYPED)
    expect(await show({ state: 'approved', round: 3, sent: [TYPED, TYPED] }), 'it was stored now').toBe('')
  })

  it('is shown if the answer was lost and no decision was stored', async () => {
    await leave()
    open()
    await show({ state: 'submitted' })
    expect(field()?.value).toBe(TYPED)
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
    await press(say('admin.decision.ask'))
    expect(await show({ state: 'changes-requested' })).toBe('')
  })
})
