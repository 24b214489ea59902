// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { editorText, type VariantValues } from '@/admin/editor/sectionValues'
import { sentWords } from '@/admin/editor/sentWords'
import { VariantSectionEditor } from '@/admin/editor/VariantSectionEditor.client'
import { catalogues } from '@/messages/catalogues'

const router = { refresh() {}, push: (address: string) => pushed.push(address) }
vi.mock('next/navigation', () => ({ useRouter: () => router }))
// Payload's editor only runs in a browser, with styles that Node cannot load: here people type lines.
vi.mock('@/admin/editor/RichTextInput.client', () => ({ RichTextInput: () => null }))
vi.mock('@/admin/editor/whenWritten', () => ({ whenWritten: async () => {} }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const common: VariantValues = {
  mode: 'inherit',
  title: '',
  summary: '',
  body: editorText([]),
  addition: editorText([]),
  additionPlace: { where: 'after' },
  reason: '',
  explanation: '',
  sources: '',
  changeReasons: [],
}
const names = {
  inherit: 'Common text',
  adapt: 'Adapted',
  supplement: 'Supplemented',
  omit: 'Not used here',
  local: 'Own',
}

let root: Root
let pushed: string[]
let answers: (number: number) => Response
let sent: { action: string; input: Record<string, unknown> }[]
/** By the number of the request: the first is refused, because a colleague has chosen to supplement the section. */
const staleAtFirst = (number: number) =>
  number === 1
    ? Response.json(
        { ok: false, because: [{ key: 'refusal.stale', text: 'Stale.' }], saved: { rev: 2, updatedAt: '', texts: {} } },
        { status: 409 },
      )
    : Response.json({ ok: true, result: { rev: 3 } })

beforeEach(() => {
  pushed = []
  sent = []
  answers = staleAtFirst
  window.sessionStorage.clear()
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    sent.push({ action: address, input: JSON.parse(body) })
    return answers(sent.length)
  })
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

const show = (
  saved: { rev: number; values: VariantValues },
  onlyTranslates: boolean,
  hasOwnWords = false,
  editionNote: string | null = null,
) =>
  act(async () =>
    root.render(
      <VariantSectionEditor
        words={sentWords({ language: 'en', beginnings: ['editor.', 'diff.', 'words.reason.'] })}
        pageLanguage="en"
        language="fr"
        userId="u"
        variant="v"
        country="ch"
        sectionKey="k"
        needless={['summary']}
        kind="translation"
        onlyTranslates={onlyTranslates}
        hasOwnWords={hasOwnWords}
        keepsOwnWords={hasOwnWords}
        hasAdditionElsewhere={false}
        explainedIn=""
        saved={{ at: '', ...saved }}
        common={common}
        cards={[]}
        modeNames={names}
        beside={{ title: '', note: '', plain: null, marked: null, summary: null }}
        onServer={{ of: { variant: 'v', key: 'k', language: 'fr' }, newest: null, known: [] }}
        editionNote={editionNote}
        places={{ language: 'en', blocks: [], gone: null }}
        restore={{ some: '/some', all: '/all' }}
      />,
    ),
  )

/** What a colleague saved is compared with what is typed. */
const compared = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 30))))

const titleField = () => document.querySelector<HTMLInputElement>('[name=title]')

const type = (title: string) =>
  act(async () => {
    const field = titleField()
    if (!field) throw new Error('No title')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, title)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })

async function press(name: string): Promise<void> {
  const buttons = [...document.querySelectorAll('button')]
  const named = (isNamed: (text: string) => boolean) => buttons.find(({ textContent }) => isNamed(textContent ?? ''))
  const button = named((text) => text === name) ?? named((text) => text.startsWith(name))
  if (!button) throw new Error(`There is no button “${name}”`)
  await act(async () => {
    button.click()
    await new Promise((resolve) => setTimeout(resolve, 30))
  })
}

it("the screen says that nobody reads the country's own words, and a button turns them into the translation", async () => {
  answers = () => Response.json({ ok: true, result: { rev: 3 } })
  const note = catalogues.en['editor.own-words.note']
  const values: VariantValues = { ...common, mode: 'supplement', title: 'Titre' }
  await show({ rev: 1, values: { ...values, mode: 'adapt' } }, false, true)
  expect(document.body.textContent).not.toContain(note)
  await show({ rev: 2, values }, false, true)
  expect(document.body.textContent).toContain(note)
  await press(catalogues.en['editor.own-words.use'])
  expect(sent.map(({ action, input }) => [action, input.title])).toEqual([
    [expect.stringContaining('save-national-section'), undefined],
  ])
  expect(document.activeElement?.id).toBe('saving-words')
  await show({ rev: 3, values }, false, false)
  expect(document.body.textContent).not.toContain(note)
})

it('the screen says that a summary stays empty if the common framework has none, until the section is adapted', async () => {
  const hint = catalogues.en['editor.nothing-to-translate']
  await show({ rev: 1, values: { ...common, mode: 'inherit' } }, false)
  expect(document.querySelector('[name=summary]')?.closest('.field')?.textContent).toContain(hint)
  await show({ rev: 2, values: { ...common, mode: 'adapt' } }, false)
  expect(document.body.textContent).not.toContain(hint)
})

it("the country's own words do not become a translation by a correction, and the correction stays typed", async () => {
  answers = () => Response.json({ ok: true, result: { rev: 2 } })
  await show({ rev: 1, values: { ...common, mode: 'supplement', title: 'Titre' } }, false, true)
  await type('Titre.')
  await press(catalogues.en['editor.save.again'])
  expect(sent).toEqual([])
  expect(document.body.textContent).toContain(catalogues.en['editor.bar.own-words'])
  await press(catalogues.en['editor.own-words.use'])
  expect(sent.map(({ input }) => input.title)).toEqual(['Titre.'])
})

it('the choice to turn them into the translation still applies if a colleague saved in the meantime', async () => {
  const values: VariantValues = { ...common, mode: 'supplement', title: 'Titre' }
  await show({ rev: 1, values }, false, true)
  await press(catalogues.en['editor.own-words.use'])
  const theirs: VariantValues = { ...values, sources: 'Act 1' }
  await show({ rev: 2, values: theirs }, false, true)
  await compared()
  expect(document.body.textContent).not.toContain(catalogues.en['editor.own-words.use'])
  await press(catalogues.en['editor.stale.save-mine'])
  expect(sent.map(({ action, input }) => [action.split('/').at(-1), input.seen])).toEqual([
    ['save-national-section', 1],
    ['save-national-section', 2],
  ])
  expect(sent.map(({ input }) => input.asTranslation)).toEqual([true, true])
})

it('“Save mine” says before it what it does to an edition that was sent in the meantime', async () => {
  const values: VariantValues = { ...common, mode: 'supplement', title: 'Titre' }
  await show({ rev: 1, values }, true)
  await type('Mon titre')
  await press(catalogues.en['editor.save.translation'])
  const becomesDraft = catalogues.en['editor.edition.submitted']
  expect(document.getElementById('compare')?.textContent).not.toContain(becomesDraft)
  await show({ rev: 2, values: { ...values, sources: 'Act 1' } }, true, false, becomesDraft)
  const [before] = document.getElementById('compare')?.textContent?.split(catalogues.en['editor.stale.save-mine']) ?? []
  expect(before).toContain(becomesDraft)
})

/** The typed words become the translation, and a colleague has saved others. */
async function whenAColleagueIsFasterThanTheNewTranslation(): Promise<void> {
  const values: VariantValues = { ...common, mode: 'supplement', title: 'Titre' }
  await show({ rev: 1, values }, false, true)
  await type('Mon titre')
  await press(catalogues.en['editor.own-words.use'])
  await show({ rev: 2, values: { ...values, title: 'Leur titre' } }, false, true)
  await compared()
}

it('a colleague changed the words that become the translation: the comparison shows which words the typed ones replace', async () => {
  await whenAColleagueIsFasterThanTheNewTranslation()
  const marked = (mark: string) => [...document.querySelectorAll(`#compare ${mark}`)].at(-1)?.textContent
  expect([marked('del'), marked('ins')]).toEqual([expect.stringContaining('Leur'), expect.stringContaining('Mon')])
  await press(catalogues.en['editor.stale.save-mine'])
  expect(sent[1]?.input).toMatchObject({ title: 'Mon titre', asTranslation: true })
})

it('that choice ends when the colleague’s text is taken: words typed and saved afterwards are not a translation', async () => {
  await whenAColleagueIsFasterThanTheNewTranslation()
  await press(catalogues.en['editor.stale.take-theirs'])
  await press('Discard')
  expect(titleField()?.value).toBe('Leur titre')
  await type('Leur titre.')
  await press(catalogues.en['editor.save.again'])
  expect(sent).toHaveLength(1)
  expect(document.body.textContent).toContain(catalogues.en['editor.bar.own-words'])
})

it.each(['adapt', 'omit'] as const)(
  'that choice ends when a colleague chose “%s” in the meantime: nothing else is sent',
  async (mode) => {
    const values: VariantValues = { ...common, mode: 'supplement', title: 'Titre' }
    await show({ rev: 1, values }, false, true)
    await press(catalogues.en['editor.own-words.use'])
    await show({ rev: 2, values: { ...values, mode } }, false, true)
    await compared()
    await press(catalogues.en['editor.stale.save-mine'])
    expect(sent).toHaveLength(1)
  },
)

it.each([
  ['inherit', 'adapt', true],
  ['supplement', 'adapt', true],
  ['inherit', 'supplement', false],
  // It was the country's own text already.
  ['adapt', 'adapt', false],
] as const)(
  'the section was read as “%s” and a colleague saved it as “%s”: the screen says that the text becomes own text: %s',
  async (before, mode, isSaid) => {
    const own = catalogues.en['editor.stale.own'] ?? ''
    const read: VariantValues = { ...common, mode: before, reason: before === 'inherit' ? '' : 'other' }
    await show({ rev: 1, values: read }, false)
    await type('Mon titre')
    await press(catalogues.en[before === 'inherit' ? 'editor.save.translation' : 'editor.save.again'])
    await show({ rev: 2, values: { ...read, mode, reason: 'other' } }, false)
    await compared()
    expect(document.querySelector('#compare')?.textContent?.includes(own)).toBe(isSaid)
    await press(catalogues.en['editor.stale.save-mine'])
    expect(sent.map(({ input }) => [input.mode, input.title])).toEqual([
      [before, 'Mon titre'],
      [mode, 'Mon titre'],
    ])
  },
)

it('the words are not turned into the translation before another choice is saved, and an error is shown at its field', async () => {
  const values: VariantValues = { ...common, mode: 'supplement', title: 'Titre' }
  for (const mode of ['adapt', 'omit'] as const) {
    await show({ rev: mode === 'adapt' ? 1 : 2, values: { ...values, mode } }, false, true)
    expect(document.body.textContent).not.toContain(catalogues.en['editor.own-words.note'])
  }
  await show({ rev: 3, values: { ...values, title: '' } }, false, true)
  await press(catalogues.en['editor.own-words.use'])
  expect(sent).toEqual([])
  expect(document.activeElement?.id).toBe('section-title')
})

it('a save that returned a sent edition to draft says so, if the screen did not say it before', async () => {
  answers = () => Response.json({ ok: true, result: { rev: 2, takenBack: true } })
  await show({ rev: 1, values: common }, true)
  await type('Titre traduit')
  await press('Save')
  expect(document.querySelector('.result')?.textContent).toContain(catalogues.en['editor.bar.done-taken-back'])
})

it.each([
  ['a person who decides for the country', false],
  ['a person who only translates', true],
])(
  'a translation by %s is saved even if a colleague made another choice in the meantime',
  async (_, onlyTranslates) => {
    await show({ rev: 1, values: common }, onlyTranslates)
    await type('Titre traduit')
    await press('Save')
    const theirs: VariantValues = { ...common, mode: 'supplement' }
    await show({ rev: 2, values: theirs }, onlyTranslates)
    await compared()
    await press(catalogues.en['editor.stale.save-mine'])
    expect(pushed).toEqual([])
    expect(titleField()?.value).toBe('Titre traduit')
    expect(sent.at(-1)?.input).toMatchObject({ seen: 2, title: 'Titre traduit' })
    await show({ rev: 3, values: { ...theirs, title: 'Titre traduit' } }, onlyTranslates)
    expect(document.getElementById('saving-words')?.textContent).not.toContain(catalogues.en['editor.bar.unsaved'])
  },
)
