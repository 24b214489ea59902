// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actionWords } from '@/admin/actionWords'
import { NotesForm } from '@/admin/release/NotesForm.client'
import type { KeptNotes, NoteValues } from '@/admin/release/notesWork'
import { noteWords } from '@/admin/release/noteWords'
import { translatorFor } from '@/messages/translate'

const router = vi.hoisted(() => ({ refresh: vi.fn(), push: vi.fn() }))
vi.mock('next/navigation', () => ({ useRouter: () => router }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
let root: Root
let sent: Record<string, unknown>[]
let answer: () => Response

const values = (given: Partial<NoteValues> = {}): NoteValues => ({
  note: 'Spelling.',
  class: 'editorial',
  date: '',
  about: 'text of a',
  ...given,
})
const EMPTY = values({ note: '', class: '', about: '' })
const kept = (given: Partial<KeptNotes['notes']> = {}): KeptNotes => ({
  notes: { a: { values: values(), rev: 1 }, b: { values: EMPTY, rev: 0 }, ...given } as KeptNotes['notes'],
  release: { values: { summary: 'New law.', version: '' }, rev: 1 },
})

beforeEach(async () => {
  sent = []
  answer = () => Response.json({ ok: true, result: { rev: 2 } })
  router.push.mockReset()
  router.refresh.mockReset()
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit) => {
    sent.push({ path, ...JSON.parse(String(body)) })
    return answer()
  })
  window.sessionStorage.clear()
  await show()
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

async function show(
  given: { kept?: KeptNotes; shown?: string[]; place?: string; together?: string[] } = {},
): Promise<void> {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  await render(given)
}

async function render({
  kept: notes = kept(),
  shown = ['a', 'b'],
  place = 'p',
  together = [],
}: Parameters<typeof show>[0] = {}) {
  await act(async () =>
    root.render(
      <NotesForm
        toolkit="t"
        after={1}
        place={place}
        last="1.0"
        today="2026-12-04"
        language="en"
        sections={['a', 'b'].map((key) => ({
          key,
          heading: `Section ${key}`,
          became: 'Changed',
          about: `text of ${key}`,
          together: together.filter((other) => other !== key),
          isShown: shown.includes(key),
          head: <h2 id={`h-${key}`}>{`Section ${key}`}</h2>,
          difference: <p>{`What differs in ${key}`}</p>,
        }))}
        kept={notes}
        filters={null}
        about={null}
        because={[]}
        confirm="/summary"
        words={noteWords(say)}
        actionWords={actionWords(say)}
      />,
    ),
  )
}

function field<Field extends HTMLElement>(name: string, value = ''): Field {
  const found = document.querySelector<Field>(`[name="${name}"]${value ? `[value="${value}"]` : ''}`)
  if (!found) throw new Error(`No field ${name}`)
  return found
}

async function type(name: string, text: string): Promise<void> {
  const into = field<HTMLInputElement | HTMLTextAreaElement>(name)
  const proto = into instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  await act(async () => {
    // React replaces the setter of the element.
    Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(into, text)
    into.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const choose = (of: string, key: string) => act(async () => field<HTMLInputElement>(`class:${key}`, of).click())
const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(name))
  if (!found) throw new Error(`No button ${name}`)
  return found
}
const press = (name: string) => act(async () => button(name).click())
const said = () => document.body.textContent ?? ''
const reasons = () => [...document.querySelectorAll('.why li')].map(({ textContent }) => textContent)

describe('the notes on the next release', () => {
  it('lead to the summary only when each section has a note and a class, and say before what is missing where', async () => {
    expect(said()).toContain('Sections with a note and a class: 1 of 2.')
    expect(reasons()).toEqual([
      'Sections without a note: 1. Go to Section b',
      'Sections without a class: 1. Go to Section b',
    ])
    expect(document.querySelector('.why a')?.getAttribute('href')).toBe('#s-b')
    expect(button('Check the summary').getAttribute('aria-disabled')).toBe('true')
    await press('Check the summary')
    expect(sent).toEqual([])
    await type('note:b', 'Check your law.')
    await choose('clarification', 'b')
    expect(reasons()).toEqual([])
    await press('Check the summary')
    expect(sent).toHaveLength(1)
    expect(router.push).toHaveBeenCalledWith('/summary')
  })

  it('say in the bar, in one line, if something is not saved and what is to be done first', async () => {
    const bar = () => document.querySelector('.actions-words p')?.textContent
    expect(bar()).toBe('Sections without a note: 1. Go to Section b')
    await type('note:b', 'Check your law.')
    expect(bar()).toBe('Not saved yet. Sections without a class: 1. Go to Section b')
    await choose('clarification', 'b')
    expect(bar()).toBe('Not saved yet.')
  })

  it('need a day that is not over if they are substantive or urgent', async () => {
    await type('note:b', 'Check your law.')
    await choose('urgent', 'b')
    expect(reasons()).toEqual(['Substantive or urgent changes without a day: 1. Go to Section b'])
    await type('date:b', '2026-12-03')
    expect(reasons()).toEqual(['Changes with a day that is over: 1. Go to Section b'])
    expect(field('date:b').getAttribute('aria-invalid')).toBe('true')
    expect(said()).toContain('3 December 2026 is over.')
    await type('date:b', '2027-01-08')
    expect(reasons()).toEqual([])
    expect(said()).toContain('8 January 2027')
  })

  it('have no field for a day if they are editorial, and keep the day for another class', async () => {
    await choose('urgent', 'b')
    await type('date:b', '2027-01-08')
    await choose('editorial', 'b')
    expect(document.querySelector('[name="date:b"]')).toBeNull()
    await choose('substantive', 'b')
    expect(field<HTMLInputElement>('date:b').value).toBe('2027-01-08')
  })

  it('are saved where something changed, as a note on the text that is shown', async () => {
    await type('note:b', 'Check your law.')
    await press('Save the notes')
    expect(sent).toEqual([
      {
        path: '/api/act/save-release-notes',
        toolkit: 't',
        after: 1,
        notes: [{ key: 'b', class: null, note: 'Check your law.', decideBy: null, about: 'text of b', seen: 0 }],
        release: null,
      },
    ])
    expect(said()).toContain('The notes are saved.')
    await press('Save the notes')
    expect(sent).toHaveLength(1)
    expect(said()).toContain('There is nothing new to save.')
  })

  it('say if the text changed after they were written, until somebody says that they still fit or writes another', async () => {
    const old = kept({ a: { values: values({ about: 'an older text' }), rev: 1 } })
    await show({ kept: old })
    const sentence = 'The text changed after this note was written.'
    expect(said()).toContain(sentence)
    await act(async () => document.querySelector<HTMLInputElement>('.old input')?.click())
    await press('Save the notes')
    expect(sent[0]?.notes).toMatchObject([{ key: 'a', note: 'Spelling.', about: 'text of a', seen: 1 }])
    expect(said()).not.toContain(sentence)
    await act(async () => root.unmount())
    await show({ kept: old })
    await type('note:a', 'Another note.')
    await press('Save the notes')
    expect(said()).not.toContain(sentence)
  })

  it('stay beside what somebody else saved first, until the person decides', async () => {
    const theirs = { key: 'a', class: 'urgent', note: 'Theirs.', decideBy: '2027-01-08', about: 'text of a', rev: 5 }
    answer = () =>
      Response.json(
        {
          ok: false,
          because: [{ key: 'refusal.stale', text: 'Stale.' }],
          saved: { rev: 5, texts: { notes: [theirs], release: null } },
        },
        { status: 409 },
      )
    await type('note:a', 'Mine.')
    await type('note:b', 'Also mine.')
    await press('Save the notes')
    expect(said()).toContain(say('admin.notes.stale'))
    expect(said()).toContain('Theirs.')
    expect(said()).toContain('Urgent · 8 January 2027')
    expect(document.activeElement?.textContent).toContain(say('admin.notes.theirs'))
    expect(field<HTMLTextAreaElement>('note:a').value).toBe('Mine.')
    await press('Keep what I typed')
    expect(document.activeElement).toBe(field('note:a'))
    expect(said()).not.toContain(say('admin.notes.stale'))
    answer = () => Response.json({ ok: true, result: { rev: 6 } })
    await press('Save the notes')
    expect(sent[1]?.notes).toMatchObject([
      { key: 'a', note: 'Mine.', seen: 5 },
      { key: 'b', note: 'Also mine.', seen: 0 },
    ])
  })

  it('are kept in this window until they are saved, only for the same person and release', async () => {
    await type('note:b', 'Not saved.')
    await act(async () => root.unmount())
    await show()
    expect(field<HTMLTextAreaElement>('note:b').value).toBe('Not saved.')
    expect(said()).toContain('Not saved yet.')
    await press('Save the notes')
    expect(window.sessionStorage).toHaveLength(0)
    await type('note:b', 'Again.')
    await act(async () => root.unmount())
    await show({ place: 'somebody else' })
    expect(field<HTMLTextAreaElement>('note:b').value).toBe('')
  })

  it('that a filter hides count too, and the way to them leads out of the filter', async () => {
    await show({ shown: ['a'] })
    expect(said()).not.toContain('What differs in b')
    expect(said()).toContain('Sections with a note and a class: 1 of 2.')
    expect(document.querySelector('.why a')?.getAttribute('href')).toBe('?#s-b')
  })

  it('show what a colleague saved when the screen is refreshed, and keep what was typed', async () => {
    await type('note:a', 'Mine.')
    await render({
      kept: kept({
        a: { values: values({ note: 'Theirs.' }), rev: 3 },
        b: { values: values({ note: 'Theirs too.', about: 'text of b' }), rev: 3 },
      }),
    })
    expect(field<HTMLTextAreaElement>('note:a').value).toBe('Mine.')
    expect(field<HTMLTextAreaElement>('note:b').value).toBe('Theirs too.')
  })
})

describe('the number of the next release', () => {
  const number = () => field<HTMLInputElement>('version').value

  it('follows from the classes, and the screen says why', async () => {
    expect(number()).toBe('1.1')
    expect(said()).not.toContain('because no change is')
    expect(said()).toContain('1.1, or 2.0 if a change is substantive or urgent. Not every change has a class yet.')
    await choose('clarification', 'b')
    expect(said()).toContain('1.1 because no change is substantive or urgent.')
    await choose('substantive', 'b')
    expect(number()).toBe('2.0')
    expect(said()).toContain('2.0 because a change is substantive or urgent.')
  })

  it('is what somebody typed, whatever the classes are, and follows from them again when it is cleared', async () => {
    await type('version', '1.5')
    await choose('urgent', 'b')
    expect(number()).toBe('1.5')
    await type('version', '')
    expect(number()).toBe('')
    await act(async () => field('version').dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(number()).toBe('2.0')
    await press('Save the notes')
    expect(sent[0]?.release).toBeNull()
  })

  it('is a reason not to go on if it is not higher than the last one', async () => {
    await type('version', '1.0')
    expect(reasons().at(-1)).toContain('The number is not possible')
    expect(document.querySelector('.why li:last-child a')?.getAttribute('href')).toBe('#version')
  })
})

describe('the note of a section that was divided or joined', () => {
  const same = 'Use the same note, class and day as for Section a'
  const urgent = { a: { values: values({ class: 'urgent', date: '2027-01-08' }), rev: 1 } }
  const offers = () => document.querySelector('[name="note:b"]')?.closest('.field')?.textContent?.includes(same)

  it('can be that of another one of them, with its class and its day, and is then about its own text', async () => {
    await show({ together: ['a', 'b'], kept: kept(urgent) })
    await press(same)
    expect(field<HTMLTextAreaElement>('note:b').value).toBe('Spelling.')
    expect(field<HTMLInputElement>('class:b', 'urgent').checked).toBe(true)
    expect(field<HTMLInputElement>('date:b').value).toBe('2027-01-08')
    expect(document.activeElement).toBe(field('note:b'))
    await press('Save the notes')
    const note = { class: 'urgent', note: 'Spelling.', decideBy: '2027-01-08', about: 'text of b', seen: 0 }
    expect(sent.at(-1)).toMatchObject({ notes: [{ key: 'b', ...note }] })
  })

  it('takes from it only what nobody chose yet', async () => {
    await show({ together: ['a', 'b'], kept: kept(urgent) })
    await choose('substantive', 'b')
    await type('date:b', '2027-03-01')
    await press(same)
    expect(field<HTMLTextAreaElement>('note:b').value).toBe('Spelling.')
    expect(field<HTMLInputElement>('class:b', 'substantive').checked).toBe(true)
    expect(field<HTMLInputElement>('date:b').value).toBe('2027-03-01')
  })

  it('is offered only where nothing is written yet, and only from a section with a note', async () => {
    await show({ together: ['a', 'b'] })
    expect(offers()).toBe(true)
    await type('note:b', 'Our own.')
    expect(offers()).toBe(false)
    await type('note:b', '')
    await type('note:a', ' ')
    expect(offers()).toBe(false)
    await show()
    expect(offers()).toBe(false)
  })
})
