// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keptDraft } from '@/admin/editor/draft'
import { SavingBar } from '@/admin/editor/SavingBar.client'
import { useSaving } from '@/admin/editor/useSaving.client'
import { catalogues } from '@/messages/catalogues'
import { translatorFor } from '@/messages/translate'

const router = { refresh: vi.fn(), push: vi.fn() }
vi.mock('next/navigation', () => ({ useRouter: () => router }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

type Values = { title: string; addition: string }

const place = { userId: 'u', section: 's', language: 'en' }
const saved = { rev: 1, at: '', values: { title: 'old', addition: 'old' } }
const t = translatorFor('en')
const nothing = () => {}

let work: ReturnType<typeof useSaving<Values>>
/** Resolves when all typed words have reached the values; the rich-text editor takes a moment. */
let written: () => Promise<void>
let answers: ((given: { status: number; body: unknown } | null) => void)[]
let root: Root

function Editor() {
  work = useSaving<Values>({ place, saved, written: () => written() })
  return (
    <SavingBar
      label="Save"
      state={work.state}
      isChanged={work.isChanged}
      isCompared={false}
      isReady={work.isReady}
      typed={() => 0}
      saved=""
      t={t}
      onSave={nothing}
      onDiscard={nothing}
    />
  )
}

beforeEach(async () => {
  written = async () => {}
  answers = []
  router.refresh.mockClear()
  window.sessionStorage.clear()
  document.body.innerHTML = '<div id="place"></div>'
  vi.spyOn(window.location, 'assign').mockImplementation(nothing)
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise((resolve, reject) => {
        answers.push((given) =>
          given ? resolve({ status: given.status, json: async () => given.body }) : reject(new TypeError('no network')),
        )
      }),
  )
  root = createRoot(document.getElementById('place') ?? document.body)
  await act(async () => root.render(<Editor />))
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const type = (typed: Partial<Values>) => act(async () => work.change(typed))
const save = () =>
  act(async () => {
    void work.send({
      from: work.base,
      write: ({ after: { title, addition } }) => ({ action: 'save-national-section', input: { title, addition } }),
    })
  })
const reply = (given: { status: number; body: unknown } | null) => act(async () => answers.at(-1)?.(given))
const done = (rev: number) => reply({ status: 200, body: { ok: true, result: { rev } } })
const signedOut = () =>
  reply({ status: 401, body: { ok: false, because: [{ key: 'refusal.sign-in', text: 'You are not signed in.' }] } })
const kept = () => keptDraft({ shelf: () => window.sessionStorage, place, like: saved.values })

describe('a person who is signed out while writing, and does not sign in now', () => {
  it('stays on the page with everything that they typed, also while it was sent, and can save again', async () => {
    await type({ title: 'typed before' })
    await save()
    await type({ title: 'typed before and while it was sent' })
    await signedOut()
    expect(window.location.assign).not.toHaveBeenCalled()
    expect(router.refresh).not.toHaveBeenCalled()
    expect(work.values.title).toBe('typed before and while it was sent')
    expect(document.querySelector('.result')?.textContent).toContain(catalogues.en['editor.bar.signed-out'])
    await save()
    await done(2)
    expect(work.state.kind).toBe('saved')
  })

  it('finds what they typed if the page goes', async () => {
    await type({ title: 'typed' })
    await save()
    await signedOut()
    await type({ title: 'typed until the page went' })
    window.dispatchEvent(new Event('pagehide'))
    expect(kept()).toMatchObject({ rev: 1, values: { title: 'typed until the page went', addition: 'old' } })
  })

  it('is asked before they leave', async () => {
    await type({ title: 'typed' })
    await save()
    await signedOut()
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false)
  })
})

describe('a person in whose browser somebody else has signed in', () => {
  it('is told so, and keeps what they typed on the page and in the window', async () => {
    await type({ title: 'typed' })
    await save()
    const because = [{ key: 'refusal.other-person', text: 'Somebody else has signed in.' }]
    await reply({ status: 412, body: { ok: false, because } })
    expect(document.querySelector('.result')?.textContent).toContain('Somebody else has signed in.')
    expect(work.values.title).toBe('typed')
    expect(kept()?.values.title).toBe('typed')
    // The page of the other person must not take its place.
    expect(router.refresh).not.toHaveBeenCalled()
    expect(window.location.assign).not.toHaveBeenCalled()
  })
})

describe('a screen that closes while the page stays', () => {
  it('keeps what was typed', async () => {
    await type({ title: 'typed' })
    await act(async () => root.render(null))
    expect(kept()?.values.title).toBe('typed')
  })

  it('keeps what was typed while it was saving, even if the answer arrives afterwards', async () => {
    await type({ title: 'sent' })
    await save()
    await type({ title: 'sent, and typed on' })
    await act(async () => root.render(null))
    await done(2)
    expect(kept()).toMatchObject({ rev: 2, values: { title: 'sent, and typed on' }, begun: { title: 'sent' } })
  })

  it('keeps what may be stored if no answer arrives afterwards', async () => {
    await type({ title: 'sent' })
    await save()
    await act(async () => root.render(null))
    await reply(null)
    expect(kept()).toMatchObject({ rev: 1, unanswered: [{ rev: 2, values: { title: 'sent', addition: 'old' } }] })
  })
})

describe('a screen without an answer', () => {
  it('is not refreshed: that would replace the page and lose what is typed in it', async () => {
    await type({ title: 'typed' })
    await save()
    await reply(null)
    expect(router.refresh).not.toHaveBeenCalled()
  })

  it('is refreshed if what was sent is discarded, because it may be stored', async () => {
    await type({ title: 'typed' })
    await save()
    await reply(null)
    await act(async () => work.takeSaved())
    expect(router.refresh).toHaveBeenCalledOnce()
  })

  it('is refreshed if nothing can be sent to undo what may be stored', async () => {
    await type({ title: 'typed' })
    await save()
    await reply(null)
    await type({ title: 'old' })
    await act(async () => void work.send({ from: work.base, write: () => null }))
    expect([work.isChanged, router.refresh.mock.calls.length]).toEqual([true, 1])
    const { 'editor.discard': discard } = catalogues.en
    expect(document.querySelector('.result')?.textContent).toContain(t('editor.bar.not-known', { discard }))
    await act(async () => work.takeSaved())
    expect([work.isChanged, work.state.kind]).toEqual([false, 'idle'])
  })

  it("shows the server's message if the answer is that nobody knows", async () => {
    await type({ title: 'typed' })
    await save()
    const because = [{ key: 'request.not-confirmed', text: 'Nobody knows.' }]
    await reply({ status: 503, body: { ok: false, because } })
    expect(work.state.kind).toBe('unknown')
    expect(document.querySelector('.result')?.textContent).toContain('Nobody knows.')
  })

  it('undoes what may be stored if the old text is typed again', async () => {
    await type({ title: 'sent' })
    await save()
    await reply(null)
    await type({ title: 'old' })
    expect(work.isChanged).toBe(true)
    const sent: unknown[] = []
    await act(async () => {
      void work.send({
        from: work.base,
        write: ({ before, after }) => {
          sent.push([before.title, after.title])
          return before.title === after.title ? null : { action: 'save', input: { title: after.title } }
        },
      })
    })
    expect(sent).toEqual([
      ['old', 'old'],
      ['sent', 'old'],
    ])
    await reply(null)
    // The results of both writes are unknown: the next try undoes the same one.
    await act(async () => {
      void work.send({
        from: work.base,
        write: ({ before, after }) =>
          before.title === after.title ? null : { action: 'save', input: { title: after.title } },
      })
    })
    expect(answers).toHaveLength(3)
    await done(2)
    expect([work.state.kind, work.isChanged]).toEqual(['saved', false])
  })
})

it('the last write is undone too, if nothing could undo the one before', async () => {
  const write = ({ before, after: { title } }: Record<'before' | 'after', Values>) =>
    before.title === title || before.title === 'chosen' ? null : { action: 'save', input: { title } }
  const send = () => act(async () => void work.send({ from: work.base, write }))
  for (const title of ['chosen', 'written']) {
    await type({ title })
    await send()
    await reply(null)
  }
  await type({ title: 'old' })
  await send()
  expect(answers).toHaveLength(3)
  await done(2)
  expect([work.state.kind, work.isChanged]).toEqual(['saved', false])
})

it('a restored draft is reported as restored, but not while it is being saved', async () => {
  await type({ title: 'typed' })
  await act(async () => root.unmount())
  root = createRoot(document.getElementById('place') ?? document.body)
  await act(async () => root.render(<Editor />))
  expect(work.isRestored).toBe(true)
  await save()
  expect(work.isRestored).toBe(false)
  await reply({ status: 422, body: { ok: false, because: [{ key: 'x', text: 'No.' }] } })
  expect(work.isRestored).toBe(true)
})

describe('text typed while a save is running', () => {
  it('is kept too, and restored if the window closes', async () => {
    await type({ title: 'sent' })
    await save()
    await type({ title: 'sent, and typed on' })
    window.dispatchEvent(new Event('pagehide'))
    expect(kept()?.values.title).toBe('sent, and typed on')
  })

  it('is not reported as saved if none of it was sent', async () => {
    await type({ title: 'typed' })
    await act(async () => void work.send({ from: work.base, write: () => null }))
    expect([work.state.kind, work.isChanged]).toEqual(['idle', true])
    await act(async () => {
      void work.send({
        from: work.base,
        write: ({ after: { addition } }) => ({ action: 'supplement-section', input: { addition } }),
      })
    })
    await done(2)
    expect([work.state.kind, work.isChanged]).toEqual(['saved', true])
    expect(document.querySelector('.result')?.textContent).toContain(catalogues.en['editor.bar.done-in-part'])
    expect(work.base.values).toEqual(saved.values)
  })
})

describe('a text whose answer was lost', () => {
  const stale = (rev: number, title: string) =>
    reply({
      status: 409,
      body: {
        ok: false,
        because: [{ key: 'refusal.stale', text: 'Stale.' }],
        saved: { rev, updatedAt: '', texts: { title } },
      },
    })

  beforeEach(async () => {
    await type({ title: 'first try' })
    await save()
    await reply(null)
    await type({ title: 'second try' })
    await save()
  })

  it('is not compared with later words if it arrived: the rest is saved on top of it', async () => {
    await stale(2, 'first try')
    expect(work.theirs).toBeNull()
    await done(3)
    expect(work.base).toMatchObject({ rev: 3, values: { title: 'second try' } })
    expect(work.state.kind).toBe('saved')
  })

  it('needs no decision if somebody else saved exactly the same', async () => {
    await stale(2, 'theirs')
    expect(work.theirs?.rev).toBe(2)
    await type({ title: 'theirs' })
    await act(async () => void work.send({ from: work.theirs ?? work.base, write: () => null }))
    expect([work.theirs, work.isChanged, work.base.rev]).toEqual([null, false, 2])
  })

  it('is compared if somebody else saved instead', async () => {
    await stale(2, 'theirs')
    expect(work.theirs).toMatchObject({ rev: 2, values: { title: 'theirs' } })
    expect(work.isChanged).toBe(true)
  })
})
