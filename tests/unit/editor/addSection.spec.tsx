// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AddSectionEditor } from '@/admin/editor/AddSectionEditor.client'
import { editorText } from '@/admin/editor/sectionValues'
import { sentWords } from '@/admin/editor/sentWords'
import { catalogues } from '@/messages/catalogues'

const router = { refresh() {}, push: vi.fn() }
vi.mock('next/navigation', () => ({ useRouter: () => router }))
// Payload's editor only runs in a browser, with styles that Node cannot load: here people type lines.
vi.mock('@/admin/editor/RichTextInput.client', () => ({ RichTextInput: () => null }))
vi.mock('@/admin/editor/whenWritten', () => ({ whenWritten: async () => {} }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const opening = (newKey: string) => ({
  mode: 'local' as const,
  title: '',
  summary: '',
  body: editorText([]),
  addition: editorText([]),
  additionPlace: { where: 'after' as const },
  reason: '' as const,
  explanation: '',
  sources: '',
  spot: { parent: null, after: 'first' },
  changeReasons: [],
  newKey,
})

let root: Root
let sent: Record<string, unknown>[]
let answers: ((given: Response | null) => void)[]

beforeEach(() => {
  router.push.mockClear()
  sent = []
  answers = []
  window.sessionStorage.clear()
  vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
    if (path.endsWith('keep-working-copy')) return Promise.reject(new TypeError('no network'))
    sent.push(JSON.parse(body))
    return new Promise((resolve, reject) => {
      answers.push((given) => (given ? resolve(given) : reject(new TypeError('no network'))))
    })
  })
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

async function open(newKey: string): Promise<void> {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  await act(async () =>
    root.render(
      <AddSectionEditor
        words={sentWords({ language: 'en', beginnings: ['editor.', 'words.reason.'] })}
        pageLanguage="en"
        language="en"
        userId="u"
        variant="v"
        country="ie"
        places={[{ key: 'first', parent: null, label: 'First' }]}
        opening={opening(newKey)}
        onServer={{ of: { variant: 'v', key: 'new', language: 'en' }, newest: null, known: [] }}
        editionNote={null}
      />,
    ),
  )
}

const fieldOf = (name: 'title' | 'sources') => {
  const field = document.querySelector<HTMLInputElement>(`[name=${name}]`)
  if (!field) throw new Error(`No field ${name}`)
  return field
}
const titleField = () => fieldOf('title')
const type = (text: string, field = titleField()) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
const add = () =>
  act(async () => {
    const label = catalogues.en['editor.save.add']
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)
    button?.click()
    await new Promise((resolve) => setTimeout(resolve, 20))
  })
const reply = (given: Response | null) => act(async () => answers.at(-1)?.(given))
const isOpen = () => titleField().closest('[inert]') === null

describe('a new section', () => {
  it('is no longer reported to lack a title once one is written', async () => {
    await open('key-1')
    const missing = catalogues.en['editor.missing.title']
    await type('The law', fieldOf('sources'))
    expect(document.body.textContent).not.toContain(missing)
    await add()
    expect(document.body.textContent).toContain(missing)
    await type('\u200b')
    await add()
    expect(document.body.textContent, 'nobody sees a zero-width space').toContain(missing)
    expect(sent).toEqual([])
    await type('New')
    expect(document.body.textContent).not.toContain(missing)
  })

  it('is asked for beside the button, and nothing is said of other people, who cannot save it', async () => {
    await open('key-1')
    const bar = () => document.getElementById('saving-words')?.textContent
    expect(bar()).toBe('Write a title and a text first.')
    await type('New')
    expect(bar()).toBe('You have unsaved changes.')
  })

  it('is not said to differ from a common text, which it does not have', async () => {
    await open('key-1')
    expect(document.body.textContent).toContain('Why the country has this section')
    expect(document.body.textContent).not.toContain('Why our text differs')
  })

  it('cannot be edited while it is added, so that no words are lost', async () => {
    await open('key-1')
    await type('New')
    expect(isOpen()).toBe(true)
    await add()
    expect(isOpen()).toBe(false)
    await reply(Response.json({ ok: true, result: { key: 'key-1', rev: 1, slug: 'new' } }))
    expect(router.push).toHaveBeenCalledWith('/admin/version/v/section/key-1?lang=en')
    expect(window.sessionStorage.length).toBe(0)
  })

  it('can be edited after a refusal', async () => {
    await open('key-1')
    await type('New')
    await add()
    await reply(Response.json({ ok: false, because: [{ key: 'x', text: 'No.' }] }, { status: 422 }))
    expect(isOpen()).toBe(true)
  })

  it('does not change until the server confirms it, so that it is added only once', async () => {
    await open('key-1')
    await type('New')
    await add()
    await reply(null)
    expect(isOpen()).toBe(false)
    await add()
    expect(sent[1]).toEqual(sent[0])
  })

  it('is added as another one with the second press, where another window had added it with other words', async () => {
    await open('key-1')
    await type('New')
    await add()
    const because = [{ key: 'refusal.section-added', text: 'You have already added it.' }]
    await reply(Response.json({ ok: false, because }, { status: 409 }))
    expect(sent[0]).toMatchObject({ newKey: 'key-1', isAnother: false })
    await add()
    expect(sent[1]).toMatchObject({ newKey: 'key-1', isAnother: true })
  })

  it('has the same key after a crash', async () => {
    await open('key-1')
    await type('New')
    await add()
    await reply(null)
    window.dispatchEvent(new Event('pagehide'))
    await act(async () => root.unmount())
    await open('key-2')
    expect(titleField().value).toBe('New')
    expect(isOpen()).toBe(false)
    await add()
    expect(sent[1]).toMatchObject({ newKey: 'key-1', title: 'New' })
  })
})
