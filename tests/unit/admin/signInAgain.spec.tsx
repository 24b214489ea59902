// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PERSON_HEADER } from '@/access/personHeader'
import { callAction } from '@/admin/callAction'
import { KeepSession } from '@/admin/frame/KeepSession.client'
import { MadeFor } from '@/admin/frame/MadeFor.client'
import { SignInAgain } from '@/admin/frame/SignInAgain.client'
import { signInWords } from '@/admin/frame/signInWords'
import { translatorFor } from '@/messages/translate'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn() }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
const TEN_MINUTES = 10 * 60 * 1000
let root: Root
let isSignedIn: boolean
let sent: { path: string; input: unknown; person: string | null }[]

const refused = (key: string, text: string, status = 401) =>
  Response.json({ ok: false, because: [{ key, text }] }, { status })

async function server(path: string, { body, headers }: RequestInit): Promise<Response> {
  const input = JSON.parse(String(body))
  sent.push({ path, input, person: new Headers(headers).get(PERSON_HEADER) })
  if (path === '/api/users/login') {
    if (input.password !== 'right')
      return refused('refusal.sign-in-wrong', 'The e-mail address or the password is wrong.')
    isSignedIn = true
  }
  return isSignedIn ? Response.json({ ok: true, result: { rev: 2 } }) : refused('refusal.sign-in', 'Sign in.')
}

beforeEach(async () => {
  isSignedIn = false
  sent = []
  vi.stubGlobal('fetch', server)
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  await act(async () =>
    root.render(
      <MadeFor as="main" person="p" language="en">
        <KeepSession />
        <SignInAgain email="lead@example.org" words={signInWords(say)} />
      </MadeFor>,
    ),
  )
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)))
const dialog = () => document.querySelector('dialog')
const pressed = async (name: string) => {
  await act(async () => [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click())
  await settled()
}
async function type(password: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('input[type=password]')
  if (field) field.value = password
}
const save = { action: 'save-national-section', input: { title: 'Words.' } }

describe('a page whose person was signed out', () => {
  it('stays, asks for the password, and then sends again what was refused', async () => {
    const answer = callAction(save)
    await settled()
    expect(dialog()?.open).toBe(true)
    expect(document.querySelector<HTMLInputElement>('input[type=email]')?.value).toBe('lead@example.org')
    await type('right')
    await pressed('Sign in')
    expect(await answer).toEqual({ kind: 'done', result: { rev: 2 } })
    expect(dialog()).toBe(null)
    const work = sent.filter(({ path }) => path !== '/api/users/refresh-token')
    expect(work.map(({ path }) => path)).toEqual([
      '/api/act/save-national-section',
      '/api/users/login',
      '/api/act/save-national-section',
    ])
    expect(work.at(-1)?.input).toEqual(save.input)
  })

  it('says what is wrong with the password, and asks on', async () => {
    const answer = callAction(save)
    await settled()
    await type('wrong')
    await pressed('Sign in')
    expect(dialog()?.open).toBe(true)
    expect(dialog()?.textContent).toContain('The e-mail address or the password is wrong.')
    await type('right')
    await pressed('Sign in')
    expect((await answer).kind).toBe('done')
  })

  it('has the focus in the password, but not where somebody is typing, whose words would go there', async () => {
    for (const [name, focused] of [
      ['button', 'INPUT'],
      ['textarea', 'H2'],
    ] as const) {
      const place = document.body.appendChild(document.createElement(name))
      place.focus()
      const answer = callAction(save)
      await settled()
      expect(document.activeElement?.tagName).toBe(focused)
      await pressed('Not now')
      await answer
      place.remove()
    }
  })

  it('sends again for the person for whom the page was made then', async () => {
    const answer = callAction(save)
    await settled()
    document.querySelector('main')?.setAttribute('data-person', 'somebody-else')
    await type('right')
    await pressed('Sign in')
    await answer
    expect(sent.filter(({ path }) => path.startsWith('/api/act/')).map(({ person }) => person)).toEqual(['p', 'p'])
  })

  it('refuses what was sent if the person does not want to sign in now', async () => {
    const answer = callAction(save)
    await settled()
    await pressed('Not now')
    expect(await answer).toEqual({ kind: 'signed-out', texts: ['Sign in.'] })
    expect(sent.filter(({ path }) => path.startsWith('/api/act/'))).toHaveLength(1)
  })

  it('asks once for everything that was refused at the same time', async () => {
    const answers = [callAction(save), callAction({ ...save, action: 'propose' })]
    await settled()
    await type('right')
    await pressed('Sign in')
    expect((await Promise.all(answers)).map(({ kind }) => kind)).toEqual(['done', 'done'])
    expect(sent.filter(({ path }) => path === '/api/users/login')).toHaveLength(1)
  })
})

describe('a session', () => {
  it('is extended by what the person does, at most every ten minutes, and not by a page that is only open', async () => {
    isSignedIn = true
    vi.useFakeTimers({ toFake: ['Date'] })
    // Another test may have extended it just now.
    vi.setSystemTime(Date.now() + TEN_MINUTES)
    const doSomething = async (event: string) => {
      await act(async () => window.dispatchEvent(new Event(event)))
      await settled()
    }
    expect(sent).toEqual([])
    await doSomething('keydown')
    await doSomething('pointerdown')
    expect(sent.map(({ path }) => path)).toEqual(['/api/users/refresh-token'])
    vi.setSystemTime(Date.now() + TEN_MINUTES)
    expect(sent).toHaveLength(1)
    await doSomething('pointerdown')
    expect(sent).toHaveLength(2)
  })
})
