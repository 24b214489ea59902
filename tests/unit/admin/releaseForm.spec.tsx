// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { httpStatus } from '@/access/httpStatus'
import { actionWords } from '@/admin/actionWords'
import { ReleaseForm } from '@/admin/review/ReleaseForm.client'
import { releaseWords } from '@/admin/review/releaseWords'
import { translatorFor } from '@/messages/translate'

const refreshed = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: refreshed, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
let root: Root
let sent: unknown[]
let answer: () => Response | Promise<Response>

const refused = () =>
  Response.json({ ok: false, because: [{ key: 'refusal.stage', text: 'Refused by the server.' }] }, { status: 422 })

beforeEach(async () => {
  sent = []
  answer = refused
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)))
    return answer()
  })
  window.sessionStorage.clear()
  window.history.replaceState(null, '', '/admin/framework/t')
  await show('p:t:r')
  await type('notes', 'New numbers.')
})

async function show(place: string): Promise<void> {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  await render({ place, seen: 'first', summary: 'What changes' })
}

/** The page as the server sends it: when it is opened, and when it is loaded again. */
async function render({ place, seen, summary }: { place: string; seen: string; summary: string }): Promise<void> {
  const [question, notes] = ['admin.release.question-common', 'admin.release.notes-common'] as const
  await act(async () =>
    root.render(
      <ReleaseForm
        action="release-master"
        fixed={{ seen }}
        place={place}
        last="2.0"
        words={releaseWords({ question, notes, act: 'Release {version}', say })}
        actionWords={actionWords(say)}
        summary={summary}
      >
        <input name="version" defaultValue="3.0" />
        <textarea name="notes" defaultValue="" />
      </ReleaseForm>,
    ),
  )
}

const field = (name: string) => {
  const found = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`)
  if (!found) throw new Error(`No field ${name}`)
  return found
}

async function type(name: string, text: string): Promise<void> {
  await act(async () => {
    field(name).value = text
    field(name).dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** What the browser does when it goes to another entry of its history that has this address. */
async function leadTo(address: string): Promise<void> {
  window.history.replaceState(null, '', address)
  await act(async () => window.dispatchEvent(new PopStateEvent('popstate')))
}
const back = () => leadTo('/admin/framework/t')
const forward = () => leadTo('/admin/framework/t#confirm')

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

async function askAbout(version: string): Promise<string> {
  const [field, form] = [document.querySelector<HTMLInputElement>('[name=version]'), document.querySelector('form')]
  if (!field || !form) throw new Error('No form')
  field.value = version
  await act(async () => form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
  return document.body.textContent ?? ''
}

const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click())

describe('the confirmation of a release', () => {
  it.each([
    ['abc', 'refusal.version-form'],
    ['$&', 'refusal.version-form'],
    ['2.0', 'refusal.version-not-higher'],
    ['1.9', 'refusal.version-not-higher'],
  ] as const)('does not open for the number %s, which is not possible, and says why', async (version, key) => {
    const said = await askAbout(version)
    expect(said).toContain(say(key, { version, last: '2.0' }))
    expect(said).not.toContain('What changes')
    expect(document.activeElement?.getAttribute('name')).toBe('version')
  })

  it('does not open for notes without a character that a reader sees', async () => {
    await type('notes', '\u200b')
    const said = await askAbout('2.1')
    expect(said).toContain(say('refusal.release-notes-missing'))
    expect(said).not.toContain('What changes')
    expect(document.activeElement?.getAttribute('name')).toBe('notes')
  })

  it('opens for a higher number, and no longer mentions the error of another', async () => {
    await askAbout('abc')
    const said = await askAbout('2.1')
    expect(said).toContain('What changes')
    expect(said).not.toContain(say('refusal.version-form', { version: 'abc' }))
  })

  it('no longer shows an earlier refusal when it opens again', async () => {
    await askAbout('2.1')
    await press('Release 2.1')
    expect(document.body.textContent).toContain('Refused by the server.')
    await back()
    expect(await askAbout('2.2')).not.toContain('Refused by the server.')
  })
})

describe('a release of a text that has changed since the page was opened', () => {
  it.each(['refusal.release-moved-on', 'refusal.stale'] as const)(
    'can be made after %s: the confirmation shows the current text, and the notes stay',
    async (key) => {
      const because = [{ key, text: 'Changed in the meantime.' }]
      const saved = key === 'refusal.stale' ? { saved: { rev: 2 } } : {}
      answer = () => Response.json({ ok: false, because, ...saved }, { status: httpStatus({ key }) })
      await askAbout('2.1')
      await press('Release 2.1')
      refreshed.mockImplementationOnce(() => void render({ place: 'p:t:r', seen: 'second', summary: 'Also chapter 2' }))
      await press(say('admin.action.show-now'))
      const said = document.body.textContent
      expect(said).toContain('Also chapter 2')
      expect(said).not.toContain('What changes')
      expect(said).not.toContain('Changed in the meantime.')
      expect(document.activeElement?.tagName).toBe('H3')
      await press('Release 2.1')
      expect(sent.at(-1)).toEqual({ seen: 'second', version: '2.1', notes: 'New numbers.' })
    },
  )

  it('is refused without that offer for any other reason', async () => {
    await askAbout('2.1')
    await press('Release 2.1')
    expect(document.body.textContent).not.toContain(say('admin.action.show-now'))
  })
})

describe('the fields of a release', () => {
  const isAsked = () => document.body.textContent?.includes('What changes')
  const typed = () => ({ version: field('version').value, notes: field('notes').value })

  it('are filled in after Back, and Forward opens the confirmation again', async () => {
    await askAbout('2.1')
    await back()
    expect(isAsked()).toBe(false)
    expect(typed()).toEqual({ version: '2.1', notes: 'New numbers.' })
    await forward()
    expect(isAsked()).toBe(true)
    await press('Release 2.1')
    expect(sent).toEqual([{ seen: 'first', version: '2.1', notes: 'New numbers.' }])
  })

  it('are sent once, however often the browser goes back and forward in the meantime', async () => {
    let reply: (response: Response) => void = () => {}
    answer = () => new Promise((resolve) => (reply = resolve))
    await askAbout('2.1')
    await press('Release 2.1')
    await back()
    await forward()
    await press('Release 2.1')
    expect(sent).toHaveLength(1)
    await act(async () => reply(refused()))
  })

  it('are kept when somebody leaves the page and returns, only for the same person and release', async () => {
    await type('version', '2.1')
    const again = async (place: string) => {
      await act(async () => root.unmount())
      await show(place)
      return typed()
    }
    expect(await again('p:t:r')).toEqual({ version: '2.1', notes: 'New numbers.' })
    await type('version', '')
    expect(await again('p:t:r'), 'the suggested number was removed').toEqual({ version: '', notes: 'New numbers.' })
    expect(await again('somebody:t:r')).toEqual({ version: '3.0', notes: '' })
    expect(await again('p:t:next')).toEqual({ version: '3.0', notes: '' })
  })

  it('are forgotten with the release', async () => {
    answer = () => Response.json({ ok: true, result: {} })
    await askAbout('2.1')
    await press('Release 2.1')
    expect(Object.keys(window.sessionStorage)).toEqual(['toolkit-message-expected'])
    await back()
    await forward()
    expect(isAsked()).toBe(false)
  })
})
