// @vitest-environment happy-dom
import { act, useLayoutEffect } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ImportSteps } from '@/admin/importing/ImportSteps.client'
import { catalogues } from '@/messages/catalogues'
import { translatorFor } from '@/messages/translate'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

type Call = { form: FormData; signal: AbortSignal; answer: (body: unknown) => void }

const t = translatorFor('en')
let calls: Call[]
let root: Root
const steps = (
  <ImportSteps
    words={catalogues.en}
    pageLanguage="en"
    toolkits={[{ slug: 'one', title: 'One', language: 'en' }]}
    countries={[]}
    chosen="one"
    isForNew={false}
  />
)

beforeEach(async () => {
  calls = []
  vi.stubGlobal(
    'fetch',
    (_: string, { body, signal }: { body: FormData; signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        calls.push({
          form: body,
          signal,
          answer: (given) => resolve(new Response(`${JSON.stringify(given)}\n`)),
        })
      }),
  )
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  await act(async () => root.render(steps))
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

const WORDS = { kind: 'words', base: 'a', ours: 'b', theirs: 'c', answers: ['ours', 'theirs', 'both', 'own'] }

/**
 * The server's answer: one section with these questions, some of them open, and one section that the document lacks.
 */
function preview({
  asks,
  open = [],
  seen = 's1',
  last = null,
}: {
  asks: string[]
  open?: string[]
  seen?: string
  last?: { id: string; isOwn: boolean } | null
}) {
  const section = {
    key: 'k',
    index: 0,
    number: '1',
    title: 'One',
    status: 'changed',
    how: 'slug',
    stays: 'k/stays@1',
    alike: 50,
    decisions: asks.map((id) => ({ ...WORDS, id })),
  }
  const gone = ['g', 'h'].map((key) => ({
    key,
    id: `${key}/gone@1`,
    title: key,
    goes: true,
    decisions: [],
    countries: [],
  }))
  const counts = { new: 0, changed: 1, same: 0, moved: 0, gone: 2 }
  return {
    ok: true,
    result: {
      sections: [section],
      gone,
      counts,
      open: open.map((id) => ({ id })),
      isPossible: true,
      document: 'd',
      seen,
      last,
    },
  }
}

const last = () => {
  const call = calls.at(-1)
  if (!call) throw new Error('Nothing was asked')
  return call
}
const asked = () => ({
  step: last().form.get('step'),
  resolutions: JSON.parse(String(last().form.get('choices'))).resolutions,
})
/** Answers the last request and waits until the screen shows the answer or sends the next request. */
const reply = async (body: unknown) => {
  const before = calls.length
  const screen = () => document.querySelector('#place')?.innerHTML
  const was = screen()
  last().answer(body)
  await vi.waitFor(async () => {
    await act(async () => {})
    if (calls.length === before && screen() === was) throw new Error('The answer is not shown')
  })
}
const said = () => [...document.querySelectorAll('.result')].map((one) => one.textContent).join(' ')
const button = (name: RegExp) => {
  const found = [...document.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''))
  if (!found) throw new Error(`No button ${name}`)
  return found
}
const click = (element: Element) => act(async () => (element as HTMLElement).click())
const answers = (id: string) => [...document.querySelectorAll<HTMLInputElement>(`input[name="${id}"]`)]
const ownWords = () => {
  const field = document.querySelector<HTMLTextAreaElement>('textarea')
  if (!field) throw new Error('No field for own words')
  return field
}
const type = (text: string) =>
  act(async () => {
    const field = ownWords()
    field.focus()
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
const IMPORT = /^Import \d/

/** An import is started, and the server does not know whether the database has stored it. */
async function whenNobodyKnowsTheResult(): Promise<void> {
  await decided()
  await click(button(IMPORT))
  await reply({ ok: false, because: [{ key: 'request.not-confirmed', text: 'Nobody knows.' }] })
}

/** The state after somebody previewed a document and answered a question with words of their own. */
async function decided(questions: string[] = ['k/a@1']): Promise<void> {
  const chooser = document.querySelector<HTMLInputElement>('#import-files')
  if (!chooser) throw new Error('No chooser of files')
  Object.defineProperty(chooser, 'files', { value: [new File(['# One'], 'a.md')], configurable: true, writable: true })
  await act(async () => chooser.dispatchEvent(new Event('change', { bubbles: true })))
  await click(button(new RegExp(`^${t('editor.import.look')}`)))
  await reply(preview({ asks: questions, open: questions }))
  for (const [index, id] of questions.entries()) {
    const own = answers(id)[3]
    if (own) await click(own)
    await reply(preview({ asks: questions, open: questions.slice(index + 1) }))
  }
}

describe('a new toolkit', () => {
  const titleField = () => {
    const field = document.querySelector<HTMLInputElement>('#import-title')
    if (!field) throw new Error('No field for the title')
    return field
  }
  const saidOfTitle = () => document.getElementById(titleField().getAttribute('aria-describedby') ?? '')?.textContent
  const typeTitle = (title: string) =>
    act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(titleField(), title)
      titleField().dispatchEvent(new Event('input', { bubbles: true }))
    })
  /** Previews a document that would become a new toolkit. */
  async function looked(title: string): Promise<void> {
    await act(async () =>
      root.render(
        <ImportSteps
          key="new"
          words={catalogues.en}
          pageLanguage="en"
          toolkits={[{ slug: 'one', title: 'One', language: 'en' }]}
          countries={[]}
          chosen=""
          isForNew
        />,
      ),
    )
    const chooser = document.querySelector<HTMLInputElement>('#import-files')
    if (!chooser) throw new Error('No chooser of files')
    Object.defineProperty(chooser, 'files', { value: [new File(['# One'], 'a.md')], configurable: true })
    await act(async () => chooser.dispatchEvent(new Event('change', { bubbles: true })))
    await click(button(new RegExp(`^${t('editor.import.look')}`)))
    const { ok, result } = preview({ asks: [] })
    await reply({ ok, result: { ...result, file: 'a.md', title } })
  }

  it('says that the title is missing where it is typed, and lists what else is missing beside the button', async () => {
    await looked('')
    expect(document.querySelector('.preview-head')?.textContent).toContain('a.md into a new toolkit, English.')
    expect(saidOfTitle()).toContain('The document has no title. Give the new toolkit a title.')
    expect(document.getElementById('import-words')?.textContent).toBe('Give the new toolkit a title.')
    await click(button(IMPORT))
    expect(asked().step).toBe('preview')
    expect(document.activeElement).toBe(titleField())
    await typeTitle('Our guide')
    expect(saidOfTitle()).toBeUndefined()
    await click(button(IMPORT))
    expect([asked().step, last().form.get('title'), last().form.get('slug')]).toEqual([
      'import',
      'Our guide',
      'our-guide',
    ])
  })

  it('says that the title of the document is too long, with the limit, before anything is imported', async () => {
    const title = `A guide for everybody ${'and everything '.repeat(20)}`
    await looked(title)
    const words = `The title of the new toolkit has ${title.trim().length} characters; the limit is 200. Shorten it.`
    expect(document.querySelector('.preview-head')?.textContent).toMatch(/“A guide for [^”]{60,90} …”/)
    expect(saidOfTitle()).toContain(words)
    expect(document.getElementById('import-words')?.textContent).toBe(words)
    await click(button(IMPORT))
    expect(asked().step).toBe('preview')
    expect(document.activeElement).toBe(titleField())
    await typeTitle('x'.repeat(200))
    expect(saidOfTitle()).toBeUndefined()
    await click(button(IMPORT))
    expect(asked().step).toBe('import')
  })

  it('accepts the title of the document until somebody empties the field', async () => {
    await looked('Help for all')
    expect(titleField().value).toBe('Help for all')
    expect(saidOfTitle()).toBeUndefined()
    for (const nothing of ['', '\u200b']) {
      await typeTitle('Our guide')
      await typeTitle(nothing)
      expect(saidOfTitle()).toMatch(/Give the new toolkit a title\.$/)
      expect(saidOfTitle()).not.toContain('The document has no title')
    }
  })
})

describe('the chosen files', () => {
  const choose = async (...names: string[]) => {
    const chooser = document.querySelector<HTMLInputElement>('#import-files')
    if (!chooser) throw new Error('No chooser of files')
    const value = names.map((name) => new File(['# One'], name))
    Object.defineProperty(chooser, 'files', { value, configurable: true, writable: true })
    await act(async () => chooser.dispatchEvent(new Event('change', { bubbles: true })))
    await click(button(new RegExp(`^${t('editor.import.look')}`)))
  }
  const shown = () => document.querySelector('.preview-head')?.textContent

  it('are named if there is one text, and counted without their pictures if there are several', async () => {
    const { ok, result } = preview({ asks: [] })
    await choose('foreword.md', 'map.png')
    await reply({ ok, result: { ...result, file: 'foreword.md' } })
    expect(shown()).toContain('foreword.md into “One”, English.')
    await click(button(new RegExp(`^${t('editor.import.another-file')}`)))
    await act(async () => window.dispatchEvent(new PopStateEvent('popstate', { state: null })))
    await choose('foreword.md', 'map.png', 'second.md')
    await reply({ ok, result: { ...result, file: 'foreword.md' } })
    expect(shown()).toContain('2 files into “One”, English.')
  })

  it('are reported once if they cannot be imported', async () => {
    await choose('picture.svg')
    const text = t('import.unsupported')
    await reply({ ok: false, because: [{ key: 'import.unsupported', field: 'files', text }] })
    expect(document.body.textContent?.split(text)).toHaveLength(2)
    expect(said()).toBe('There is a problem with the files. It is described beside them. Go to the files')
    button(/^Go to the files$/).focus()
    await click(button(/^Go to the files$/))
    expect(document.activeElement?.id).toBe('import-files')
  })

  it('are counted in the message beside the button if several things are wrong with them', async () => {
    await choose('a.md')
    const { ok, result } = preview({ asks: [] })
    const problems = ['The first.', 'The second.', 'The third.']
    await reply({ ok, result: { ...result, sections: [], isPossible: false, problems } })
    expect(said()).toMatch(/^There are 3 problems\. The first is described beside the files.*The second\.The third\./)
    expect(said()).not.toContain('The first.')
  })

  it('have their problems counted beside the button of the preview, which leads to them', async () => {
    await choose('a.md')
    const { ok, result } = preview({ asks: [] })
    const problems = ['The first.', 'The second.']
    await reply({ ok, result: { ...result, isPossible: false, problems } })
    const words = document.getElementById('import-words')
    expect(words?.textContent).toBe(
      'You cannot import yet: there are 2 problems in the document. Go to the first problem',
    )
    const target = document.querySelector<HTMLElement>(words?.querySelector('a')?.getAttribute('href') ?? '#none')
    expect(target?.nextElementSibling?.textContent).toBe('The first.The second.')
    await click(button(IMPORT))
    expect(document.activeElement).toBe(target)
    expect(asked().step).toBe('preview')
  })
})

/** Presses the button as soon as the page reacts to it. */
function Impatient() {
  useLayoutEffect(() => queueMicrotask(() => button(/^See what would change/).click()), [])
  return null
}

describe('files chosen before the page is ready', () => {
  it('are sent, however early the button is pressed', async () => {
    await act(async () => root.unmount())
    const place = document.querySelector('#place') ?? document.body
    place.innerHTML = renderToString(steps)
    const chooser = place.querySelector('#import-files') ?? place
    Object.defineProperty(chooser, 'files', { value: [new File(['# One'], 'a.md')] })
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
    root = hydrateRoot(
      place,
      <>
        {steps}
        <Impatient />
      </>,
    )
    await vi.waitFor(() => expect(calls.length + said().length).toBeGreaterThan(0))
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    expect(said()).not.toContain('Choose a Word file')
    expect(last().form.getAll('files')).toHaveLength(1)
  })
})

describe('an import that is being saved', () => {
  it('continues, whatever is pressed in the preview', async () => {
    await decided()
    await click(button(IMPORT))
    expect(asked().step).toBe('import')
    const before = calls.length
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        '.import-preview input, .import-preview .list-pane ~ section button, #gone button',
      ),
    ].filter((one) => !one.closest('[class~="to-list"]'))
    expect(controls.length).toBeGreaterThan(12)
    for (const control of controls) await click(control)
    expect(last().signal.aborted).toBe(false)
    expect(calls).toHaveLength(before)
    expect(controls.filter((one) => one.getAttribute('aria-disabled') !== 'true').map((one) => one.outerHTML)).toEqual(
      [],
    )
    expect(ownWords().readOnly).toBe(true)
    await reply({ ok: true, result: { toolkit: 'id', counts: { changed: 1 } } })
    expect(document.body.textContent).toContain(t('editor.import.done'))
  })

  it.each([
    ['was not written', { seen: 's1' }, 'editor.import.unconfirmed-nothing'],
    ['was written', { seen: 's2', last: { id: 'i1', isOwn: true } }, 'editor.import.unconfirmed-done'],
  ] as const)('that the database did not confirm is checked, and the screen says that it %s', async (_, now, key) => {
    await whenNobodyKnowsTheResult()
    expect(asked().step).toBe('preview')
    expect(said()).toContain(t('editor.import.unconfirmed'))
    await reply(preview({ asks: [], ...now }))
    expect(said()).toContain(t(key))
  })

  it('is not reported as done if it was not written and somebody saved a section, and the answers are kept', async () => {
    await decided()
    await click(button(IMPORT))
    const sent = asked().resolutions
    await reply({ ok: false, because: [{ key: 'request.not-confirmed', text: 'Nobody knows.' }] })
    await reply(preview({ asks: ['k/a@1'], open: ['k/a@1'], seen: 's2' }))
    expect(asked()).toEqual({ step: 'preview', resolutions: sent })
    await reply(preview({ asks: ['k/a@1'], seen: 's2' }))
    expect(said()).toContain(t('editor.import.unconfirmed-nothing'))
    expect(ownWords().value).toBe('b')
  })

  it('is not reported as done if somebody else imported too', async () => {
    await whenNobodyKnowsTheResult()
    await reply(preview({ asks: ['k/a@1'], open: ['k/a@1'], seen: 's2', last: { id: 'i1', isOwn: false } }))
    expect(said()).toContain(t('editor.import.unknown'))
    expect(ownWords().value).toBe('b')
  })

  it('is reported as unknown, not as unchanged, if nobody knows whether it was written', async () => {
    await whenNobodyKnowsTheResult()
    await reply({ ok: false, because: [{ key: 'request.failed', text: 'Nothing was changed.' }] })
    expect(said()).toContain(t('editor.import.unknown'))
    expect(said()).not.toContain('Nothing was changed.')
  })
})

describe('an import whose result is unknown', () => {
  it('is not said to be undone if somebody else has signed in in this browser since then', async () => {
    await whenNobodyKnowsTheResult()
    await reply({ ok: false, because: [{ key: 'refusal.other-person', text: 'Nothing was saved.' }] })
    expect(said()).toContain(t('editor.import.other-person'))
    expect(said()).not.toContain('Nothing was saved.')
    expect(ownWords().value).toBe('b')
  })
})

describe('an import into a toolkit that somebody changed in the meantime', () => {
  const movedOn = { ok: false, because: [{ key: 'refusal.import-moved-on', text: 'The toolkit has changed.' }] }

  it('keeps the answers and the words that were written', async () => {
    await decided()
    await click(button(IMPORT))
    const sent = asked().resolutions
    expect(sent).toEqual({ 'k/a@1': { text: 'b' } })
    await reply(movedOn)
    expect(asked()).toEqual({ step: 'preview', resolutions: sent })
    await reply(preview({ asks: ['k/a@1'], seen: 's2' }))
    expect(said()).toContain('The toolkit has changed.')
    expect(said()).not.toContain('no longer')
    expect(ownWords().value).toBe('b')
    await click(button(IMPORT))
    expect(last().form.get('seen')).toBe('s2')
    expect(asked()).toEqual({ step: 'import', resolutions: sent })
  })

  it('returns own words whose question disappeared while they were shown before the import', async () => {
    await decided()
    await type('b and what is only typed')
    await click(button(IMPORT))
    expect(asked()).toEqual({ step: 'preview', resolutions: { 'k/a@1': { text: 'b and what is only typed' } } })
    await reply(preview({ asks: ['k/a@2'], open: ['k/a@2'], seen: 's2' }))
    expect(said()).toContain(t('editor.import.answers-lost', { count: 1 }))
    expect(said()).toContain(t('editor.import.words-lost', { words: 'b and what is only typed' }))
  })

  it('says how many answers no longer apply, shows the words that were written, and asks these questions again', async () => {
    await decided(['k/b@1', 'k/a@1'])
    await type('words about a text that changes')
    await act(async () => ownWords().blur())
    await reply(preview({ asks: ['k/b@1', 'k/a@1'] }))
    await click(button(IMPORT))
    await reply(movedOn)
    await reply(preview({ asks: ['k/a@1', 'k/b@2'], open: ['k/b@2'], seen: 's2' }))
    expect(said()).toContain(t('editor.import.answers-lost', { count: 1 }))
    expect(said()).toContain('words about a text that changes')
    expect(answers('k/a@1').some((one) => one.checked)).toBe(true)
    expect(answers('k/b@2').some((one) => one.checked)).toBe(false)
    expect(button(IMPORT).getAttribute('aria-disabled')).toBe('true')
  })
})

describe('own words in the preview of an import', () => {
  it('survive Back and Forward, and are shown before the import', async () => {
    await decided()
    await type('words that have not lost the focus')
    const mark = window.history.state
    const move = (state: unknown) =>
      act(async () => {
        window.dispatchEvent(new PopStateEvent('popstate', { state }))
      })
    await move({ importPreview: false })
    await move(mark)
    expect(ownWords().value).toBe('words that have not lost the focus')
    await click(button(IMPORT))
    expect(asked()).toEqual({
      step: 'preview',
      resolutions: { 'k/a@1': { text: 'words that have not lost the focus' } },
    })
    await reply(preview({ asks: ['k/a@1'] }))
    expect(said()).toContain(t('editor.import.made-anew'))
    await click(button(IMPORT))
    expect(asked()).toMatchObject({
      step: 'import',
      resolutions: { 'k/a@1': { text: expect.stringContaining('focus') } },
    })
  })

  it('are sent with the next answer that is chosen', async () => {
    await decided(['k/a@1', 'k/b@1'])
    await type('typed')
    const [ours] = answers('k/b@1')
    if (ours) await click(ours)
    expect(asked().resolutions).toEqual({ 'k/a@1': { text: 'typed' }, 'k/b@1': 'ours' })
  })

  it('ask for no new preview if nothing in them changed', async () => {
    await decided()
    const before = calls.length
    await act(async () => ownWords().focus())
    await act(async () => ownWords().blur())
    expect(calls).toHaveLength(before)
  })

  it.each(['the button takes the focus', 'the field was left before'])(
    'do not prevent the click on Import if %s',
    async (how) => {
      await decided()
      await type('typed')
      // As with a mouse: pressing the button moves the focus to it, then the click follows.
      const relatedTarget = how === 'the button takes the focus' ? button(IMPORT) : null
      await act(async () => ownWords().dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget })))
      await click(button(IMPORT))
      expect(asked()).toEqual({ step: 'preview', resolutions: { 'k/a@1': { text: 'typed' } } })
      await reply(preview({ asks: ['k/a@1'] }))
      expect(said()).toContain(t('editor.import.made-anew'))
    },
  )
})
