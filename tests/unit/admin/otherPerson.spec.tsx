// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PERSON_HEADER } from '@/access/personHeader'
import { ActionForm } from '@/admin/ActionForm.client'
import { actionWords } from '@/admin/actionWords'
import { callAction, callRoute } from '@/admin/callAction'
import { sendPicture } from '@/admin/editor/picture/storedPictures.client'
import { Screen } from '@/admin/frame/Screen'
import { NO_CHOICES, sendDocument } from '@/admin/importing/sendDocument'
import { translatorFor } from '@/messages/translate'

const router = { refresh: vi.fn(), push: vi.fn() }
vi.mock('next/navigation', () => ({ useRouter: () => router }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
const TEXT = 'Somebody else has signed in.'
let root: Root
let sent: Headers[]

beforeEach(() => {
  sent = []
  router.refresh.mockClear()
  vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
    sent.push(new Headers(headers))
    return Response.json({ ok: false, because: [{ key: 'refusal.other-person', text: TEXT }] }, { status: 412 })
  })
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

const showFor = (person: string, children: ReactNode = null) =>
  act(async () => root.render(<Screen {...{ title: 'Review', person, language: 'de', say, children }} />))

const form = (
  <ActionForm choices={[{ action: 'ask-for-changes', label: 'Ask' }]} words={actionWords(say)}>
    <textarea name="comment" />
  </ActionForm>
)

async function typeWords(): Promise<void> {
  await act(async () => {
    const field = document.querySelector('textarea')
    if (field) field.value = 'Words.'
  })
}

const typed = () => document.querySelector('textarea')?.value
const namedIn = (headers: Headers | undefined) => [headers?.get(PERSON_HEADER), headers?.get('accept-language')]

describe('what a page sends', () => {
  const order = { files: [new File(['# One'], 'a.md')], slug: '', title: '', language: 'en', level: '' } as const

  it.each([
    ['an action', () => callAction({ action: 'ask-for-changes', input: {} })],
    ['a change of an account', () => callRoute({ path: '/api/account/person', input: {} })],
    ['a picture', () => sendPicture({ file: new File(['x'], 'x.png'), country: 'ie' })],
    [
      'a document',
      () => sendDocument({ order: { ...order, files: [...order.files], choices: NO_CHOICES }, document: '' }),
    ],
  ])('names the person for whom it was made, and its language (%s)', async (_, send) => {
    await showFor('someone')
    expect(await send()).toMatchObject({ texts: [TEXT] })
    expect(sent.map(namedIn)).toEqual([['someone', 'de']])
    // The next page of the same window.
    await showFor('other')
    await send()
    expect(namedIn(sent.at(-1))).toEqual(['other', 'de'])
  })

  it('names nobody if it was made for nobody', async () => {
    await callRoute({ path: '/api/users/login', input: {} })
    expect(sent.map(namedIn)).toEqual([[null, null]])
  })
})

describe('a page in a browser in which somebody else has signed in', () => {
  it('says so, and keeps what was typed: it offers no other version and shows none', async () => {
    await showFor('someone', form)
    await typeWords()
    await act(async () => document.querySelector('button')?.click())
    expect(document.querySelector('[role=status]')?.textContent).toContain(TEXT)
    expect(document.body.textContent).not.toContain(say('admin.action.show-now'))
    expect(typed()).toBe('Words.')
    expect(router.refresh).not.toHaveBeenCalled()
  })

  it('has none of the words in its fields once it is made for the other person', async () => {
    await showFor('someone', form)
    await typeWords()
    await showFor('someone', form)
    expect(typed()).toBe('Words.')
    await showFor('other', form)
    expect(typed()).toBe('')
  })
})
