// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actionWords } from '@/admin/actionWords'
import { sentWords } from '@/admin/editor/sentWords'
import type { KeptOnServer } from '@/admin/editor/useCopyKeeper.client'
import { UnrecordedUpdate } from '@/admin/updates/UnrecordedWords.client'
import { UpdateForm, type UpdateFormProps } from '@/admin/updates/UpdateForm.client'
import { firstChoice, updateCards } from '@/admin/updates/updateCards'
import { reasonsStored } from '@/admin/updates/updateDraft'
import { untouched, type VariantSection } from '@/domain/resolve'
import type { SectionContent } from '@/domain/section'
import { shownOf, type UpdateChoice, type UpdateSides, waitingIn } from '@/domain/updates/updates'
import { toLexical } from '@/lexical/toLexical'
import { translatorFor } from '@/messages/translate'
import { baseOf, ownOf, p } from '../domain/sections'

// The rich-text editor is Payload's.
vi.mock('@/admin/editor/RichTextInput.client', () => ({ RichTextInput: () => null }))
vi.mock('@/admin/editor/whenWritten', () => ({ whenWritten: async () => {} }))
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
const words = sentWords({ language: 'en', beginnings: [''] })
const NAME = 'toolkit-update:u:v/signs'
const WHERE = { variant: 'v', key: 'signs', seen: 1, others: [], release: 'r2' }
const NAMES = { signs: '1 Signs', papers: 'Papers (new)' }
let root: Root

beforeEach(() => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('There is no server.')))
  window.sessionStorage.clear()
  open()
})

afterEach(async () => {
  await leave()
  vi.unstubAllGlobals()
})

function open(): void {
  document.body.innerHTML = '<div id="text" tabindex="-1"></div><div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
}

async function leave(): Promise<void> {
  await act(async () => root.unmount())
}

async function reload(): Promise<void> {
  await leave()
  open()
}

const said = () => document.body.textContent ?? ''
const button = (label: string | RegExp) =>
  [...document.querySelectorAll('button')].find(({ textContent }) =>
    typeof label === 'string' ? textContent === label : label.test(textContent ?? ''),
  )

async function press(label: string | RegExp): Promise<void> {
  await act(async () => button(label)?.click())
}

async function type(name: string, text: string): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>(`[name="${name}"]`)
  if (!field) throw new Error(`No field ${name}`)
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

type Shown = {
  sections: UpdateSides[]
  choice?: UpdateChoice
  opening?: 'de' | 'el' | 'en' | 'fr'
} & Partial<UpdateFormProps>

/** The form as the screen sends it, in the page that is open. */
async function show({ sections, choice, opening = 'en', ...given }: Shown): Promise<string> {
  const [waiting] = waitingIn(sections.map((sides) => ({ sides, paused: null })))
  if (!waiting) throw new Error('Nothing waits.')
  const { sides, together, update } = waiting
  const props: UpdateFormProps = {
    ...{
      words,
      actionWords: actionWords(say),
      pageLanguage: 'en',
      userId: 'u',
      country: 'ie',
      opening,
      explainedIn: 'en',
    },
    where: { ...WHERE, shown: shownOf(update) },
    onServer: NOTHING_KEPT,
    about: 'these texts',
    ...{
      sides,
      together,
      update,
      panes: [],
      titles: { common: 'Common', ours: 'Ours' },
      oursNothing: 'updates.one.ours-same',
      reason: null,
    },
    names: NAMES,
    stored: reasonsStored(sides.own, 'en'),
    otherParts: [],
    cards: updateCards({ waiting, names: NAMES, language: 'en', say }),
    first: choice ?? 'keep',
    ...{ mayDecide: true, isPaused: false, inPlace: null, next: null, list: '/list', afterwards: '/after', ask: null },
    editionNote: null,
    ...given,
  }
  await act(async () => root.render(<UpdateForm {...props} />))
  return said()
}

const NOTHING_KEPT: KeptOnServer = {
  of: { variant: 'v', key: 'decision:signs', language: 'en' },
  newest: null,
  known: [],
}

async function showNothing(userId = 'u', onServer = NOTHING_KEPT): Promise<string> {
  const place = { userId, variant: 'v', key: 'signs' }
  await act(async () => root.render(<UnrecordedUpdate {...{ words, place, onServer }} pageLanguage="en" />))
  return said()
}

const FIRST = 'Look for signs of violence and write down only what you saw yourself.'
const SECOND = 'Ask the person whether somebody holds their passport or their identity card.'
const text = (...given: string[]) => given.map((one) => p(one, one.slice(0, 9)))

function sidesOf(key: string, given: Partial<UpdateSides>): UpdateSides {
  const none = { base: null, newest: null, own: untouched(key) }
  return { ...none, languages: ['en'], sourceLanguage: 'en', ...given }
}

function changed(own: Partial<VariantSection>): UpdateSides[] {
  const content = (body: string[]): Partial<SectionContent> => ({ body: { en: text(...body) } })
  const [base, newest] = [baseOf('signs', content([FIRST])), baseOf('signs', content([`${FIRST} Then stop.`]))]
  return [sidesOf('signs', { base, newest, own: ownOf('signs', own) })]
}

function divided(own: Partial<VariantSection>, languages: UpdateSides['languages']): UpdateSides[] {
  const signs = {
    base: baseOf('signs', { body: { en: text(FIRST, SECOND) } }),
    newest: baseOf('signs', { body: { en: text(FIRST) } }),
    own: ownOf('signs', own),
  }
  const papers = { newest: baseOf('papers', { title: { en: 'Papers' }, body: { en: text(SECOND) } }) }
  return [sidesOf('signs', { ...signs, languages }), sidesOf('papers', { ...papers, languages })]
}

const AT = '2026-12-02T10:00:00.000Z'

/** A server that answers. Returns what was sent to it last of what is not recorded. */
function answering(): () => { copy: string | null; window: string; turn: number; ended: object[] } {
  const sent = vi.fn(async (_: string, { body }: RequestInit) => {
    const { turn } = JSON.parse(String(body))
    return new Response(JSON.stringify({ ok: true, result: { at: AT, turn } }))
  })
  vi.stubGlobal('fetch', sent)
  return () => {
    const calls = sent.mock.calls.filter(([address]) => address.endsWith('/keep-working-copy'))
    return JSON.parse(String(calls.at(-1)?.[1].body ?? 'null'))
  }
}

function asksBeforeLeaving(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}

const noteField = () => document.querySelector<HTMLTextAreaElement>('[name="note"]')

/** What a device keeps of a decision of which the person typed this note. */
async function copyWith(note: string): Promise<string> {
  const keptLast = answering()
  await show({ sections: changed(explained), choice: 'combine' })
  await type('note', note)
  await leave()
  open()
  window.sessionStorage.clear()
  return keptLast().copy ?? ''
}

const adapted = { mode: 'adapt' as const, reason: 'national-law' as const, body: { en: text(`${FIRST} Ours.`) } }
const explained = { ...adapted, explanation: { en: 'The law says so.' } }

describe('words that a person typed for an update and did not record', () => {
  it('are on the page on which nothing waits any more, after a reload too, until the person discards them', async () => {
    await show({ sections: changed(explained), choice: 'combine' })
    await type('note', 'Ask the lawyer.')
    await type('explanation', 'The new law says so.')
    const kept = JSON.parse(window.sessionStorage.getItem(NAME) ?? '')
    kept.draft.written = { en: { title: 'Our title', body: toLexical(text('Our line.', 'Another line.')) } }
    kept.draft.answers = { en: { a: { text: 'Our own words.' }, b: 'theirs' } }
    window.sessionStorage.setItem(NAME, JSON.stringify(kept))
    for (const _ of ['the version is shown anew', 'the page is loaded again']) {
      await reload()
      await showNothing()
      expect([...document.querySelectorAll('h3, .typed-text')].map((one) => one.textContent)).toEqual([
        ...['What you had chosen', 'Combine'],
        ...['What you had answered', '2 places answered, every change taken.'],
        ...['The result in English, as you edited it', 'Our title\n\nOur line.\nAnother line.'],
        ...['Your words for this place', 'Our own words.'],
        ...['Why our text differs', 'The new law says so.'],
        ...['Note for reviewers', 'Ask the lawyer.'],
      ])
      expect(document.activeElement?.textContent).toBe('What you typed was not recorded')
    }
    await press('Discard these words')
    expect(said()).toContain('Our line.')
    await press(/^Discard \d+ words/)
    expect(said()).toBe('')
    expect(document.activeElement?.id).toBe('text')
    await reload()
    expect(await showNothing()).toBe('')
  })

  it('are only those that the person typed, and only for that person', async () => {
    await show({ sections: changed(explained), choice: 'combine' })
    await type('note', 'Ask the lawyer.')
    await reload()
    expect(await showNothing('other')).toBe('')
    await reload()
    expect(await showNothing()).not.toContain('The law says so.')
  })

  it('stay beside the form of a later state, while the person decides on that one, until they discard them', async () => {
    const later = { about: 'other texts', where: { ...WHERE, seen: 2, shown: shownOf({ status: 'ready' }) } }
    await show({ sections: changed(explained) })
    await type('note', 'Ask the lawyer.')
    for (const _ of ['the update moved on', 'the page is loaded again']) {
      await reload()
      expect(await show({ sections: changed(explained), ...later })).toContain('Ask the lawyer.')
    }
    await type('note', 'A later note.')
    await reload()
    expect(await show({ sections: changed(explained), ...later })).toContain('Ask the lawyer.')
    expect(document.querySelector<HTMLTextAreaElement>('[name="note"]')?.value).toBe('A later note.')
    await press('Discard these words')
    await press(/^Discard \d+ words/)
    await reload()
    expect(await show({ sections: changed(explained), ...later })).not.toContain('Ask the lawyer.')
    expect(document.querySelector<HTMLTextAreaElement>('[name="note"]')?.value).toBe('A later note.')
  })

  it('stay in the form where another section changed meanwhile, and only the choice is asked again', async () => {
    const from = [{ key: 'papers', treatment: 'adapted' as const }]
    const where = { ...WHERE, shown: { ...shownOf({ status: 'please-check' }), from } }
    const moved = { where, first: 'accept' as const }
    const chosen = () => document.querySelector<HTMLInputElement>('[name="choice"]:checked')?.value
    await show({ sections: changed(explained), choice: 'combine' })
    await type('note', 'Ask the lawyer.')
    await reload()
    await show({ sections: changed(explained), ...moved })
    expect(document.querySelector('.typed-text')).toBe(null)
    expect(document.querySelector<HTMLTextAreaElement>('[name="note"]')?.value).toBe('Ask the lawyer.')
    expect(chosen()).toBe(undefined)
    expect(said()).toContain('so choose again')
    expect(said()).not.toContain('as you left it')
    await act(async () => document.querySelector<HTMLElement>('[value="keep"]')?.click())
    expect(said()).not.toContain('so choose again')
    await reload()
    await show({ sections: changed(explained), ...moved })
    expect(chosen()).toBe('keep')
    expect(said()).toContain('as you left it')
  })

  it('stay in the form with the choice where the section has another revision, but no other text', async () => {
    await show({ sections: changed(explained), choice: 'combine' })
    await type('note', 'Ask the lawyer.')
    await act(async () => document.querySelector<HTMLElement>('[value="keep"]')?.click())
    await reload()
    const [waiting] = waitingIn(changed(explained).map((sides) => ({ sides, paused: null })))
    const where = { ...WHERE, seen: 3, shown: shownOf(waiting?.update ?? { status: 'ready' }) }
    await show({ sections: changed(explained), where })
    expect(document.querySelector<HTMLTextAreaElement>('[name="note"]')?.value).toBe('Ask the lawyer.')
    expect(document.querySelector<HTMLInputElement>('[name="choice"]:checked')?.value).toBe('keep')
    expect(said()).toContain('as you left it')
  })

  it('are not sent as answers to places that the texts do not have', async () => {
    const sent = vi.fn(async (_: string, { body }: RequestInit) => new Response(JSON.stringify({ ok: true, body })))
    vi.stubGlobal('fetch', sent)
    await show({ sections: changed(explained), choice: 'combine' })
    await type('note', 'Ask the lawyer.')
    const kept = JSON.parse(window.sessionStorage.getItem(NAME) ?? '')
    kept.draft.answers = { en: { 'of an earlier program': 'theirs' } }
    window.sessionStorage.setItem(NAME, JSON.stringify(kept))
    await reload()
    await show({ sections: changed(explained), choice: 'combine' })
    await press('Record the decision')
    const decided = sent.mock.calls.find(([address]) => address.endsWith('/decide-update'))
    expect(JSON.parse(String(decided?.[1].body))).toMatchObject({ resolutions: { en: {} } })
  })

  it('are kept on the server when the page is left, and are in the form on another device, until they are recorded', async () => {
    const keptLast = answering()
    await show({ sections: changed(explained), choice: 'combine' })
    await type('note', 'Ask the lawyer.')
    await leave()
    expect(keptLast()).toMatchObject(NOTHING_KEPT.of)
    const copy = { window: 'another-window', at: AT, turn: 1, copy: String(keptLast().copy) }
    const onServer = { ...NOTHING_KEPT, newest: copy, known: [copy] }
    window.sessionStorage.clear()
    open()
    expect(await showNothing('u', onServer)).toContain('Ask the lawyer.')
    await reload()
    await show({ sections: changed(explained), choice: 'combine', onServer })
    expect(document.querySelector<HTMLTextAreaElement>('[name="note"]')?.value).toBe('Ask the lawyer.')
    await press('Record the decision')
    await leave()
    const ended = [{ window: 'another-window', at: copy.at }]
    expect(keptLast()).toMatchObject({ copy: null, ended })
    open()
  })

  it('of another window stay on the server where only those of this window were shown and discarded', async () => {
    await show({ sections: changed(explained), choice: 'combine' })
    await type('note', 'Ask the lawyer.')
    await leave()
    const keptLast = answering()
    open()
    const phone = { window: 'the-phone', at: AT, turn: 1, copy: '{}' }
    await showNothing('u', { ...NOTHING_KEPT, newest: phone, known: [phone] })
    await press('Discard these words')
    await press(/^Discard \d+ words/)
    expect(keptLast()).toMatchObject({ copy: null, ended: [] })
  })

  it('are shown while nobody can decide, and are in the form again afterwards', async () => {
    await show({ sections: changed(explained) })
    await type('note', 'Ask the lawyer.')
    await reload()
    expect(await show({ sections: changed(explained), mayDecide: false, isPaused: true })).toContain('Ask the lawyer.')
    await reload()
    await show({ sections: changed(explained) })
    expect(document.querySelector('.typed-text')).toBe(null)
    expect(document.querySelector<HTMLTextAreaElement>('[name="note"]')?.value).toBe('Ask the lawyer.')
  })
})

describe('a decision that a person began on another device', () => {
  const phoneWith = (copy: string, at = AT): KeptOnServer => {
    const phone = { window: 'the-phone', at, turn: 1, copy }
    return { ...NOTHING_KEPT, newest: phone, known: [phone] }
  }
  const screen = { sections: changed(explained), choice: 'combine' as const }

  it('says when they typed it, and stays there while they only look at it', async () => {
    const onServer = phoneWith(await copyWith('Ask the lawyer.'))
    const keptLast = answering()
    expect(await show({ ...screen, onServer })).toMatch(
      /You began this decision earlier\. You typed it (at|on) .* another/,
    )
    expect(said()).not.toContain('You also worked')
    expect(asksBeforeLeaving()).toBe(false)
    await leave()
    expect(keptLast()).toBe(null)
    expect(window.sessionStorage.getItem(NAME)).toBe(null)
    open()
  })

  it('ends there with the next change here, also if the page was loaded again before the server answered', async () => {
    const onServer = phoneWith(await copyWith('Ask the lawyer.'))
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('There is no server.')))
    await show({ ...screen, onServer })
    await type('note', 'Ask the lawyer and the judge.')
    await leave()
    const keptLast = answering()
    open()
    await show({ ...screen, onServer })
    expect(noteField()?.value).toBe('Ask the lawyer and the judge.')
    await leave()
    expect(keptLast().ended).toEqual([{ window: 'the-phone', at: AT }])
    open()
  })

  it('goes once they discard it, and the form begins again', async () => {
    const onServer = phoneWith(await copyWith('Ask the lawyer.'))
    const keptLast = answering()
    await show({ ...screen, onServer })
    await press('Discard it')
    await press('Discard 3 words')
    expect(noteField()?.value).toBe('')
    await leave()
    expect(keptLast()).toMatchObject({ copy: null, ended: [{ window: 'the-phone', at: AT }] })
    open()
  })

  it('is shown as plain words where the form cannot show it, and stays until they discard it', async () => {
    const broken = JSON.parse(await copyWith('Ask the lawyer.'))
    broken.draft.written = { en: { title: 'Our title', body: 'not a text' } }
    const onServer = phoneWith(JSON.stringify(broken))
    const keptLast = answering()
    for (const page of [() => show({ ...screen, onServer }), () => showNothing('u', onServer)]) {
      await page()
      expect(document.querySelector('.typed-text')?.textContent).toBe('Our title\nThe law says so.\nAsk the lawyer.')
      await reload()
    }
    expect(keptLast()).toBe(null)
    for (const page of [() => show({ ...screen, onServer }), () => showNothing('u', onServer)]) {
      const sent = answering()
      await page()
      await press('Discard it')
      await press(/^Discard \d+ words/)
      expect(sent()).toMatchObject({ copy: null, ended: [{ window: 'the-phone', at: AT }] })
      await reload()
    }
    const sent = answering()
    await show({ ...screen, onServer })
    await type('note', 'Ask the judge.')
    await press('Discard it')
    await press(/^Discard \d+ words/)
    expect(sent().copy).toContain('Ask the judge.')
  })

  it('closes the editor of the result once they discard it', async () => {
    const onServer = phoneWith(await copyWith('Ask the lawyer.'))
    await show({ ...screen, onServer })
    await press('Edit the result')
    expect(button('Edit the result')).toBe(undefined)
    await press('Discard it')
    await press('Discard 3 words')
    expect(button('Edit the result')).not.toBe(undefined)
  })

  it('is named beside words of this window, with its time, where it is not in them', async () => {
    const onServer = phoneWith(await copyWith('Ask the lawyer.'))
    await show(screen)
    await type('note', 'Ask the judge.')
    await reload()
    expect(await show({ ...screen, onServer })).toMatch(
      /You also worked on this decision, last (at|on) .* after you have recorded or discarded this decision/,
    )
    await reload()
    expect(await show(screen)).not.toContain('You also worked')
  })

  it('is named where words were typed there after a copy of it was taken over here', async () => {
    const before = phoneWith(await copyWith('Ask the lawyer.'))
    const later = phoneWith(await copyWith('Ask the lawyer at once.'), '2026-12-02T10:00:01.000Z')
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('There is no server.')))
    await show({ ...screen, onServer: before })
    await type('note', 'Ask the lawyer and the judge.')
    await reload()
    expect(await show({ ...screen, onServer: before })).not.toContain('You also worked')
    await reload()
    expect(await show({ ...screen, onServer: later })).toContain('You also worked on this decision')
    open()
  })
})

it('somebody who is not of the country sees no form, and the way to decide in its place', async () => {
  const said = await show({ sections: changed(explained), mayDecide: false, inPlace: '/in-place' })
  expect(said).toContain('The country decides on this update.')
  expect(document.querySelector('a[href="/in-place"]')?.textContent).toBe('Decide in the country’s place')
  expect(button(/^Record/)).toBe(undefined)
})

it('the browser asks before the page is left until the server has what was typed', async () => {
  answering()
  await show({ sections: changed(explained), choice: 'combine' })
  await type('note', 'Ask the lawyer.')
  expect(asksBeforeLeaving()).toBe(true)
  await act(async () => window.dispatchEvent(new Event('pagehide')))
  expect(asksBeforeLeaving()).toBe(false)
  let answer = () => {}
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return new Response(JSON.stringify({ ok: true, result: { at: AT, turn: JSON.parse(String(body)).turn } }))
  })
  await type('note', 'Ask the judge.')
  await act(async () => window.dispatchEvent(new Event('pagehide')))
  await type('note', 'Ask the court.')
  await act(async () => answer())
  expect(asksBeforeLeaving()).toBe(true)
})

describe('what a window kept of a decision', () => {
  const screen = { sections: changed(explained), choice: 'combine' as const }
  const inWindow = () => JSON.parse(window.sessionStorage.getItem(NAME) ?? 'null')

  it('is shown as words to be copied where it answers a place that the texts do not have, and stays', async () => {
    await show(screen)
    await type('note', 'Ask the lawyer.')
    const kept = inWindow()
    kept.draft.answers = { en: { 'of an earlier program': { text: 'Our own words.' } } }
    window.sessionStorage.setItem(NAME, JSON.stringify(kept))
    for (const change of ['Ask the judge.', 'Ask the court.']) {
      await reload()
      await show(screen)
      expect(document.querySelector('.typed-text')?.textContent).toBe('Our own words.')
      expect(JSON.stringify(inWindow())).toContain('Our own words.')
      await type('note', change)
    }
  })

  it('is not sent again where the server has it: later words of another device stay the newest', async () => {
    const keptLast = answering()
    await show(screen)
    await type('note', 'Ask the lawyer.')
    await leave()
    const { window: id, turn } = keptLast()
    const phone = { window: 'the-phone', at: AT, turn: 1, copy: String(keptLast().copy) }
    const onServer = { ...NOTHING_KEPT, newest: phone, known: [phone, { window: id, turn, at: AT }] }
    const sentSince = answering()
    open()
    await show({ ...screen, onServer })
    expect(noteField()?.value).toBe('Ask the lawyer.')
    await leave()
    expect(sentSince()).toBe(null)
    open()
  })

  describe('without words', () => {
    const later = { about: 'other texts', where: { ...WHERE, seen: 2, shown: shownOf({ status: 'ready' }) } }
    const begunWith = async (given: object) => {
      const keptLast = answering()
      await show(screen)
      await act(async () => document.querySelector<HTMLElement>('[value="keep"]')?.click())
      await leave()
      const value = JSON.parse(String(keptLast().copy))
      const copy = { ...keptLast(), at: AT, copy: JSON.stringify({ ...value, draft: { ...value.draft, ...given } }) }
      window.sessionStorage.clear()
      open()
      return { onServer: { ...NOTHING_KEPT, newest: copy, known: [copy] }, keptLast }
    }

    it('ends where there is no form for it', async () => {
      const { keptLast, onServer } = await begunWith({})
      await showNothing('u', onServer)
      await leave()
      expect([keptLast().copy, inWindow()]).toEqual([null, null])
      open()
    })

    it('is shown with other texts, with how much was answered, and stays until the person discards it', async () => {
      const answers = { en: { a: 'theirs', b: 'ours' }, fr: { a: 'ours' } }
      const { keptLast, onServer } = await begunWith({ answers, declined: { en: ['body'] } })
      for (const _ of ['first', 'again']) {
        const text = await show({ ...screen, ...later, onServer })
        expect(text).toContain('What you had begun was not recorded')
        expect(text).toContain('What you had chosenKeep ours')
        expect(text).toContain('3 places answered, 1 change left out.')
        await leave()
        expect(keptLast().copy).toContain('keep')
        open()
      }
      await show({ ...screen, ...later, onServer })
      await press('Discard it')
      await press('Discard my changes')
      await leave()
      expect([keptLast().copy, inWindow()]).toEqual([null, null])
      open()
    })

    it('ends once another decision is recorded', async () => {
      const { keptLast, onServer } = await begunWith({})
      await show({ ...screen, ...later, onServer })
      expect(said()).toContain('What you had chosenKeep ours')
      await type('note', 'Ask the lawyer.')
      await press('Record the decision')
      await leave()
      expect(keptLast().copy).toBe(null)
      open()
    })
  })
})

it('what a window sent after it last kept something is what the form opens with', async () => {
  const later = await copyWith('Ask the lawyer and the judge.')
  const keptLast = answering()
  await show({ sections: changed(explained), choice: 'combine' })
  await type('note', 'Ask the lawyer.')
  await leave()
  open()
  const { window: id, turn } = JSON.parse(window.sessionStorage.getItem(NAME) ?? '').origin
  expect(keptLast().turn).toBeGreaterThan(turn)
  const newest = { window: id, at: AT, turn: turn + 1, copy: later }
  await show({
    ...{ sections: changed(explained), choice: 'combine' as const },
    onServer: { ...NOTHING_KEPT, newest, known: [newest] },
  })
  expect(noteField()?.value).toBe('Ask the lawyer and the judge.')
})

describe('a text of our own in a language that the common framework does not have', () => {
  const greek = { mode: 'adapt' as const, reason: 'national-law' as const, body: { el: text('Το δικό μας.') } }
  const inBoth = (own: Partial<VariantSection>) =>
    changed(own).map((one) => ({ ...one, languages: ['en', 'el'] as const }))
  const said = 'Check whether it still fits what changed in English.'

  it('is to be checked where the change is combined, whatever language is shown', async () => {
    for (const opening of ['en', 'el'] as const) {
      expect(await show({ sections: inBoth(greek), choice: 'combine', opening })).toContain(said)
      await reload()
    }
    expect(await show({ sections: inBoth(greek), choice: 'accept' })).not.toContain(said)
  })

  it('is not combined unread: where nothing changes for any reader, it is edited or kept', async () => {
    const sent = vi.fn(async () => new Response('{"ok":true}'))
    vi.stubGlobal('fetch', sent)
    const onlyGreek = changed(greek).map((one) => ({ ...one, languages: ['el'] as const }))
    const decided = () => sent.mock.calls.filter(([address]: unknown[]) => String(address).endsWith('/decide-update'))
    expect(await show({ sections: onlyGreek, choice: 'combine', opening: 'el' })).toContain(
      '“Combine” changes nothing in our text in Greek.',
    )
    await press('Record the decision')
    expect(decided()).toEqual([])
    expect(document.activeElement?.textContent).toBe('Edit the result')
    await act(async () => document.querySelector<HTMLElement>('[value="keep"]')?.click())
    await press('Record the decision')
    expect(decided()).toHaveLength(1)
  })

  it('says nothing of a translation, which is marked as behind', async () => {
    const own = { ...adapted, translated: ['el' as const], body: { ...adapted.body, ...greek.body } }
    expect(await show({ sections: inBoth(own), choice: 'combine' })).not.toContain(said)
  })
})

it('says that a text that the country keeps stays, also in the language of the common framework, which is none of its own', async () => {
  const [one] = changed({})
  const inFrench = (side: UpdateSides['base'] | undefined, words: string) =>
    side ? { ...side, content: { ...side.content, body: { ...side.content.body, fr: text(words) } } } : null
  const [base, newest] = [inFrench(one?.base, 'Un premier texte.'), inFrench(one?.newest, 'Un second texte.')]
  const sections = [{ ...sidesOf('signs', { base, newest }), languages: ['fr' as const] }]
  expect(await show({ sections, choice: 'keep' })).toContain('nothing changes in English')
  await reload()
  expect(await show({ sections, choice: 'accept' })).not.toContain('nothing changes in English')
})

it('says once, at the editor, that the result was edited by hand', async () => {
  await show({ sections: changed(adapted), choice: 'combine' })
  await act(async () => document.querySelector<HTMLElement>('[data-edit]')?.click())
  await type('summary', 'What to look for.')
  expect(said().match(/You edited the result in English by hand/g)).toHaveLength(1)
})

it('says beside the button which choice will be recorded', async () => {
  const bar = () => document.querySelector('.actions .why')?.textContent
  await show({ sections: changed(adapted), first: null })
  expect(bar()).toBe('Choose what to do first.')
  await act(async () => document.querySelector<HTMLElement>('[value="combine"]')?.click())
  expect(bar()).toBe('“Combine” will be recorded.')
})

describe('Ctrl + Enter', () => {
  const sent = vi.fn(async () => new Response(JSON.stringify({ ok: true, result: {} })))
  const pressKeys = (given: KeyboardEventInit = {}) =>
    act(async () => {
      const on = document.activeElement ?? document.body
      on.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, ...given }))
    })
  const enterForm = () => act(async () => document.querySelector<HTMLElement>('[name="choice"]')?.focus())

  beforeEach(() => {
    sent.mockClear()
    vi.stubGlobal('fetch', sent)
  })

  afterEach(() => void vi.unstubAllGlobals())

  it('records nothing before the person has clicked in the form or moved into it', async () => {
    await show({ sections: changed({}), choice: 'accept' })
    await pressKeys()
    expect(sent).not.toHaveBeenCalled()
    await act(async () => document.querySelector('form h2')?.dispatchEvent(new Event('pointerdown', { bubbles: true })))
    await pressKeys()
    expect(sent).toHaveBeenCalledTimes(1)
  })

  it('records once, however often it is pressed', async () => {
    await show({ sections: changed({}), choice: 'accept' })
    await enterForm()
    await act(async () => {
      for (const _ of ['first', 'second'])
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }),
        )
    })
    await pressKeys()
    expect(sent).toHaveBeenCalledTimes(1)
  })

  it('records nothing while it is held', async () => {
    await show({ sections: changed({}), choice: 'accept' })
    await enterForm()
    await pressKeys({ repeat: true })
    expect(sent).not.toHaveBeenCalled()
  })

  it('says after the end of the session where to sign in, in another window', async () => {
    const because = [{ key: 'refusal.sign-in', text: 'You are not signed in. Sign in and try again.' }]
    sent.mockResolvedValueOnce(new Response(JSON.stringify({ ok: false, because }), { status: 401 }))
    await show({ sections: changed({}), choice: 'accept' })
    await enterForm()
    await pressKeys()
    const link = [...document.querySelectorAll('a')].find(({ textContent }) => textContent === 'Sign in')
    expect(link?.getAttribute('href')).toMatch(/^\/admin\/login\?redirect=/)
    expect(link?.target).toBe('_blank')
  })

  it('records again after a decision was refused', async () => {
    const because = [{ key: 'refusal.update-nothing', text: 'Nothing waits.' }]
    sent.mockResolvedValueOnce(new Response(JSON.stringify({ ok: false, because }), { status: 422 }))
    await show({ sections: changed({}), choice: 'accept' })
    await enterForm()
    await pressKeys()
    expect(said()).toContain('Nothing waits.')
    await pressKeys()
    expect(sent).toHaveBeenCalledTimes(2)
  })

  const refuses = (because: Record<string, unknown>, status: number) =>
    sent.mockResolvedValueOnce(new Response(JSON.stringify({ ok: false, because: [because], saved: {} }), { status }))
  const choose = (choice: string) =>
    act(async () => document.querySelector<HTMLElement>(`[value="${choice}"]`)?.click())

  it('leaves what was wrong with one choice no longer on the screen once another one is chosen', async () => {
    refuses({ key: 'refusal.reason-missing', text: 'Choose the reason.' }, 422)
    await show({ sections: changed(adapted), choice: 'combine' })
    await enterForm()
    await pressKeys()
    expect(said()).toContain('Choose the reason.')
    await choose('accept')
    expect(said()).not.toContain('Choose the reason.')
  })

  it('goes on to say that somebody was faster, whatever is chosen', async () => {
    refuses({ key: 'refusal.stale', text: 'Somebody else saved.' }, 409)
    await show({ sections: changed(adapted), choice: 'combine' })
    await enterForm()
    await pressKeys()
    const faster = say('admin.action.show-now')
    expect(said()).toContain(faster)
    await choose('accept')
    expect(said()).toContain(faster)
  })
})

describe('a translation of ours that a decision leaves as it is', () => {
  const translated = { mode: 'inherit' as const, translated: ['el' as const], title: { el: 'Σημάδια' } }
  const greek = { ...translated, summary: { el: 'Τι να προσέξετε.' }, body: { el: text('Προσέξτε τα σημάδια.') } }
  const inGreek = changed(greek).map((one) => ({ ...one, languages: ['el'] as const }))
  const stays = 'In Greek, readers still get our translation. It stays as it is until somebody updates it'

  it('is what readers still get, with Accept and with Combine', async () => {
    for (const choice of ['accept', 'combine'] as const) {
      const shown = await show({ sections: inGreek, choice, opening: 'el' })
      expect(shown).toContain(stays)
      expect(shown).toContain('For readers, nothing changes in Greek.')
      await reload()
    }
    expect(await show({ sections: inGreek, choice: 'keep', opening: 'el' })).not.toContain(stays)
  })

  it('is none where nothing of what it translates changed', async () => {
    expect(await show({ sections: changed(translated), choice: 'accept', opening: 'el' })).not.toContain(stays)
  })

  it('stands beside the change in the language in which it was made', async () => {
    const panes = [{ language: 'en' as const, common: 'The change.', ours: null, offered: [] }]
    const shown = await show({ sections: inGreek, choice: 'accept', opening: 'el', panes })
    expect(shown).toContain('The common framework has no text in Greek.What changed in English:The change.')
  })
})

it('says of a section that is not used that it stays so, and of one that goes that it is no longer there', async () => {
  const unused = { mode: 'omit' as const, reason: 'other' as const, explanation: { en: 'We have none.' } }
  expect(await show({ sections: changed(unused), choice: 'keep' })).toContain(
    'Result, as readers will get itThe section stays unused.',
  )
  await reload()
  const gone = changed({ mode: 'inherit' }).map((one) => ({ ...one, newest: null }))
  expect(await show({ sections: gone, choice: 'accept' })).toContain('The section is no longer in our version.')
})

it('says in which language our text is the common one, or that we have none there, where the version has several', async () => {
  const german = { ...adapted, body: { de: text('Das Unsere.') } }
  const sections = changed(german).map((one) => ({ ...one, languages: ['en', 'de'] as const }))
  expect(await show({ sections, choice: 'combine' })).toContain('In English, our text is the common text.')
  await reload()
  expect(await show({ sections: changed({}), choice: 'accept' })).toContain('OursOur text is the common text.')
  await reload()
  const without = changed({ mode: 'inherit' }).map((one) => ({ ...one, languages: ['en', 'de'] as const }))
  const shown = await show({ sections: without, choice: 'accept', opening: 'de' })
  expect(shown).toContain('We have no text of our own in German.')
})

describe('the result in a language in which readers get the text of another one', () => {
  const inBoth = (own: Partial<VariantSection> = {}) =>
    changed(own).map((one) => ({ ...one, languages: ['en', 'de'] as const }))

  it('says that this text changes, and shows it', async () => {
    const shown = await show({ sections: inBoth(), choice: 'accept', opening: 'de' })
    expect(shown).toContain(
      'This section has no text in German. Its readers get the text in English, and that text changes.',
    )
    expect(shown).not.toContain('nothing changes')
    await press('Show the result in English')
    expect(said()).toContain('Compared with our text now')
    expect(
      document.querySelector<HTMLInputElement>('[name="shown-language"]:checked')?.parentElement?.textContent,
    ).toBe('English')
    expect(document.activeElement?.getAttribute('name')).toBe('shown-language')
  })

  it('says so of a new section too', async () => {
    const newest = baseOf('signs', { body: { en: text(FIRST) } })
    const sections = [sidesOf('signs', { newest, languages: ['en', 'de'] })]
    expect(await show({ sections, choice: 'accept', opening: 'de' })).toContain(
      'This section has no text in German. From now on its readers get the text in English.',
    )
  })

  it('says what it is where only a part is missing', async () => {
    const own = { translated: ['de' as const], summary: { de: 'Worum es geht.' } }
    expect(await show({ sections: inBoth(own), choice: 'accept', opening: 'de' })).toContain(
      'Part of this section is missing in German. Readers get that part in English, and it changes.',
    )
    await reload()
    const titled = { translated: ['de' as const], title: { de: 'Hinweise' } }
    expect(await show({ sections: inBoth(titled), choice: 'accept', opening: 'de' }), 'a title is no text').toContain(
      'This section has no text in German. Its readers get the text in English, and that text changes.',
    )
  })

  it('says that readers get it from now on where our text in their language goes', async () => {
    const own = { ...adapted, body: { de: text('Das Unsere.') } }
    expect(await show({ sections: inBoth(own), choice: 'accept', opening: 'de' })).toContain(
      'This section has no text in German. From now on its readers get the text in English.',
    )
  })

  it('says nothing of our addition in the other language, which stays as it is beside a first text', async () => {
    const texts = { en: text(FIRST, SECOND), de: text('Das Erste.', 'Das Zweite.') }
    const [base, newest] = [baseOf('signs', { body: { en: texts.en } }), baseOf('signs', { body: texts })]
    const own = ownOf('signs', { mode: 'supplement', reason: 'other', addition: { en: text('Ring 1109.') } })
    const shown = await show({
      ...{ sections: [sidesOf('signs', { base, newest, own, languages: ['en', 'de'] })] },
      ...{ choice: 'accept', opening: 'de' },
    })
    expect(shown).toContain('Das Erste.')
    expect(shown).not.toContain('readers get')
  })

  it.each(['keep', 'not-for-us'] as const)(
    'says that nothing changes where our addition becomes a part of our text, with "%s"',
    async (choice) => {
      const sections = changed({ mode: 'supplement', reason: 'other', addition: { en: text('Ring 1109.') } })
      const shown = await show({ sections, choice })
      expect(shown).toContain('For readers, nothing changes in English.')
      expect(shown).not.toContain('National addition')
    },
  )

  it('says so beside what comes in its own language', async () => {
    const texts = { en: text(FIRST, SECOND), de: text('Das Erste.') }
    const newest = baseOf('signs', { title: { en: 'Other signs' }, body: texts })
    const base = baseOf('signs', { title: { en: 'Signs' }, body: { en: texts.en } })
    const sections = [sidesOf('signs', { base, newest, languages: ['en', 'de'] })]
    const shown = await show({ sections, choice: 'accept', opening: 'de' })
    expect(shown).toContain('Das Erste.')
    expect(shown).toContain(
      'Part of this section is missing in German. Readers get that part in English, and it changes.',
    )
  })

  it('says that nothing changes where nothing changes in that language either', async () => {
    const shown = await show({ sections: inBoth(adapted), choice: 'keep', opening: 'de' })
    expect(shown).toContain('For readers, nothing changes in German.')
    expect(shown).not.toContain('This section has no text in German.')
  })

  it('is none that stays, although the version is not published in the language of the common framework', async () => {
    const own = { ...adapted, body: { fr: text('Le nôtre.') } }
    const sections = changed(own).map((one) => ({ ...one, languages: ['fr', 'de'] as const }))
    expect(await show({ sections, choice: 'keep', opening: 'de' })).toContain('readers get the text in English')
    await reload()
    expect(await show({ sections, choice: 'keep', opening: 'en' })).not.toContain('nothing changes in English')
  })
})

describe('a divided section in a language in which the common framework has no text', () => {
  const greek = { el: text('Το πρώτο.', 'Το δεύτερο.') }
  const translated = { translated: ['el' as const], body: greek }
  const both = { ...adapted, translated: ['el' as const], body: { ...greek, en: text(`${FIRST} Ours.`, SECOND) } }

  it.each([
    ['accept' as const, translated],
    ['combine' as const, both],
  ])('says after %s that our text stays whole, what readers get, and what waits', async (choice, own) => {
    const shown = await show({ sections: divided(own, ['en', 'el']), choice, opening: 'el' })
    expect(shown).toContain('The common framework has no text in Greek.')
    expect(shown).toContain(
      'In Greek, readers get all of it in “1 Signs”, and they get “Papers (new)” in English. Some parts then stand twice, in Greek and in English. The new section waits for a translation into Greek.',
    )
    expect(shown).not.toMatch(/The text is the same in Greek|nothing changes in Greek/)
    const card = document.querySelector(`[value="${choice}"]`)?.closest('label')?.textContent
    expect(card).toContain('In Greek the text is not divided: it stays whole in the first section.')
  })

  it('says nothing of it where the text is divided, or stays in one section', async () => {
    const shown = await show({ sections: divided(both, ['en', 'el']), choice: 'combine' })
    expect(shown).not.toContain('stand twice')
    await reload()
    expect(await show({ sections: divided(both, ['en', 'el']), choice: 'keep', opening: 'el' })).toContain(
      'The text stays the same in Greek. Readers see that the new sections are not used, and why.',
    )
  })
})

describe('a divided section in a language in which the common framework divided its text otherwise', () => {
  const [un, deux] = ['Cherchez des signes de violence et notez-les.', 'Demandez qui détient le passeport.']
  const inFrench = (side: UpdateSides['base'], fr: string[]): UpdateSides['base'] =>
    side && {
      ...side,
      content: { ...side.content, body: { ...side.content.body, ...(fr.length > 0 ? { fr: text(...fr) } : {}) } },
    }
  const shown = ({ now, there }: { now: string[]; there: string[] }) => {
    const sections = divided({}, ['fr']).map((one) =>
      one.base
        ? { ...one, base: inFrench(one.base, [un, deux]), newest: inFrench(one.newest, now) }
        : { ...one, newest: inFrench(one.newest, there) },
    )
    return show({ sections, choice: 'accept', opening: 'fr' })
  }

  it('says what is in none of the sections, and what stands in two', async () => {
    expect(await shown({ now: [un], there: [] })).toContain(
      'In French, not all of what “1 Signs” said is in the result.',
    )
    await reload()
    const twice = await shown({ now: [un, deux], there: [deux] })
    expect(twice).toContain('In French, a part of the text then stands in “1 Signs” and in “Papers (new)” too.')
    await reload()
    expect(await shown({ now: [un], there: [deux] })).not.toMatch(/not all of what|a part of the text/)
  })
})

describe('joined sections of which one has no text in a language of the version', () => {
  const german = { de: text('Die Person darf an einem ungestörten Ort telefonieren.') }
  const joined = ({
    common = german,
    own = untouched('signs'),
  }: {
    common?: typeof german | object
    own?: VariantSection
  } = {}) => {
    const newest = baseOf('signs', { body: { en: text(FIRST, SECOND), ...common } })
    const signs = { own, base: baseOf('signs', { body: { en: text(FIRST), ...common } }), newest }
    const papers = { base: baseOf('papers', { title: { en: 'Papers' }, body: { en: text(SECOND) } }) }
    return [sidesOf('signs', signs), sidesOf('papers', papers)].map((one) => {
      return { ...one, languages: ['en', 'de'] as const }
    })
  }
  const missing = 'In German, not all of what “Papers (new)” said is in the result.'

  it.each(['accept', 'combine'])(
    'say on the card of %s what its readers would miss, whatever language is shown',
    async (choice) => {
      await show({ sections: joined() })
      expect(document.querySelector(`[value="${choice}"]`)?.closest('label')?.textContent).toContain(missing)
      expect(document.querySelector('[value="keep"]')?.closest('label')?.textContent).not.toContain(missing)
    },
  )

  it('do not show as removed what readers still get in another language where the country keeps its sections', async () => {
    const own = ownOf('signs', { ...adapted, body: { de: german.de } })
    const shown = await show({ sections: joined({ common: {}, own }), choice: 'keep', opening: 'de' })
    expect(shown).toContain('For readers, nothing changes in German.')
    expect(shown).not.toContain(SECOND)
  })

  it('say where readers get another text in spite of “Keep ours”, because they get the joined one in another language', async () => {
    const papers = ownOf('papers', { ...adapted, body: { de: german.de } })
    const sections = joined({ common: {} }).map((one) => ({
      ...one,
      own: one.own.key === 'papers' ? papers : one.own,
      languages: ['de'] as const,
    }))
    const shown = await show({ sections, choice: 'keep', opening: 'de' })
    const elsewhere = 'In German a part of the section is missing: readers get it in English, and that part changes.'
    expect(document.querySelector('[value="keep"]')?.closest('label')?.textContent).toContain(elsewhere)
    expect(shown).toContain(
      'Part of this section is missing in German. Readers get that part in English, and it changes.',
    )
    expect(shown, 'the country keeps ours already').toContain('To have it once, choose “Accept” or “Combine”.')
  })

  it('say in that language what the person can do about it with the choice that is made', async () => {
    const ways = {
      accept: 'To keep all of it, combine and edit the result',
      combine: 'To keep all of it, edit the result',
    }
    for (const choice of ['accept', 'combine'] as const) {
      const shown = await show({ sections: joined(), choice, opening: 'de' })
      expect(shown).toContain(`${missing} ${ways[choice]} in German, or keep ours.`)
      await reload()
    }
  })

  it('say only what can be chosen, and choose nothing beforehand, where the version has nothing to keep', async () => {
    const sections = joined().map((one) => ({ ...one, languages: ['de'] as const }))
    const [waiting] = waitingIn(sections.map((sides) => ({ sides, paused: null })))
    expect(waiting && firstChoice(waiting)).toBeNull()
    const shown = await show({ sections, choice: 'accept', opening: 'de' })
    expect(document.querySelectorAll('[type="radio"]')).toHaveLength(1)
    expect(shown).toContain(`${missing} You can only accept this update.`)
  })
})

describe('the reason of a decision', () => {
  it('says for which of several sections it is recorded', async () => {
    const both = { ...adapted, body: { en: text(`${FIRST} Ours.`, `${SECOND} Ours.`) } }
    const shown = await show({ sections: divided(both, ['en']), choice: 'combine' })
    expect(shown).toContain(
      'This reason is recorded for each section that then differs from the common text or is not used: “1 Signs” and “Papers (new)”.',
    )
    await reload()
    const onlyNew = { ...adapted, body: { en: text(FIRST, `${SECOND} Ours.`) } }
    expect(await show({ sections: divided(onlyNew, ['en']), choice: 'combine' })).toContain('not used: “Papers (new)”.')
    await reload()
    expect(await show({ sections: changed(adapted), choice: 'combine' })).not.toContain('This reason is recorded')
  })

  it('is needed before the decision is recorded, as the form says', async () => {
    expect(await show({ sections: changed(adapted), choice: 'combine' })).toContain(
      'Readers see this beside the differences. Without a reason, the decision cannot be recorded.',
    )
    expect(said()).not.toContain('before you send the text')
    await reload()
    const [section] = changed(adapted)
    const unused = section ? [{ ...section, base: null, own: untouched('signs') }] : []
    expect(await show({ sections: unused, choice: 'not-for-us' })).toContain(
      'Readers see this in place of the section. Without a reason and an explanation, the decision cannot be recorded.',
    )
  })

  it('is asked for at its field where the decision is refused without it', async () => {
    const text = say('refusal.omit-explanation-missing')
    const refusal = { ok: false, because: [{ key: 'refusal.omit-explanation-missing', field: 'explanation', text }] }
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(refusal), { status: 422 }))
    await show({ sections: divided(adapted, ['en']), choice: 'keep' })
    await act(async () => document.querySelector<HTMLElement>('button[type="submit"]')?.click())
    const field = document.querySelector('[name="explanation"]')
    expect([document.activeElement, field?.getAttribute('aria-invalid')]).toEqual([field, 'true'])
    expect(document.querySelector('.field-error')?.textContent).toBe(text)
  })

  it('has a heading that fits the divided section too where it stays in one and the new ones are not used', async () => {
    const shown = await show({ sections: divided(adapted, ['en']), choice: 'keep' })
    expect(shown).toContain('Why our text stays in one section')
    expect(shown).toContain('beside the differences, and in place of the new sections that are not used')
    expect(shown).not.toContain('Why this section is not used')
  })

  it('is another one where an addition becomes a part of the joined text', async () => {
    const papers = ownOf('papers', { mode: 'supplement', reason: 'other', addition: { en: text('Ring 1109.') } })
    const sections = [
      sidesOf('signs', {
        base: baseOf('signs', { body: { en: text(FIRST) } }),
        newest: baseOf('signs', { body: { en: text(FIRST, SECOND) } }),
      }),
      sidesOf('papers', {
        base: baseOf('papers', { title: { en: 'Papers' }, body: { en: text(SECOND) } }),
        own: papers,
      }),
    ]
    const ends = 'So far we only added to the common text.'
    expect(await show({ sections, choice: 'combine' })).toContain(ends)
    await reload()
    expect(await show({ sections, choice: 'accept' })).not.toContain(ends)
  })

  it('is not asked where an addition stays one, and begins empty where the text then differs', async () => {
    const reasons = { reason: 'national-law' as const, explanation: { en: 'Of the addition.' }, sources: 'S.I. 62' }
    const sections = changed({ mode: 'supplement', addition: { en: text('Our hotline.') }, ...reasons })
    expect(await show({ sections, choice: 'combine' })).not.toContain('Why our text differs')
    await reload()
    const shown = await show({ sections, choice: 'keep' })
    expect(shown).toContain('the reason for the addition no longer holds')
    const fields = [...document.querySelectorAll<HTMLInputElement>('[name=reason], [name=explanation], [name=sources]')]
    expect(fields.map(({ value }) => value)).toEqual(['', '', ''])
  })
})
