// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actionWords } from '@/admin/actionWords'
import { ReleaseForm } from '@/admin/review/ReleaseForm.client'
import { releaseWords } from '@/admin/review/releaseWords'
import { translatorFor } from '@/messages/translate'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
let root: Root

beforeEach(async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ ok: false, because: [{ key: 'refusal.stage', text: 'Refused by the server.' }] }, { status: 422 }),
  )
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  const [question, notes] = ['admin.release.question-common', 'admin.release.notes-common'] as const
  await act(async () =>
    root.render(
      <ReleaseForm
        action="release-master"
        fixed={{}}
        last="2.0"
        words={releaseWords({ question, notes, act: 'Release {version}', say })}
        actionWords={actionWords(say)}
        summary="What changes"
      >
        <input name="version" defaultValue="3.0" />
        <textarea name="notes" defaultValue="New numbers." />
      </ReleaseForm>,
    ),
  )
})

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

describe('the question before a release', () => {
  it.each([
    ['abc', 'refusal.version-form'],
    ['$&', 'refusal.version-form'],
    ['2.0', 'refusal.version-not-higher'],
    ['1.9', 'refusal.version-not-higher'],
  ] as const)('is not asked for the number %s, which cannot be, and says why', async (version, key) => {
    const said = await askAbout(version)
    expect(said).toContain(say(key, { version, last: '2.0' }))
    expect(said).not.toContain('What changes')
    expect(document.activeElement?.getAttribute('name')).toBe('version')
  })

  it('is asked for a higher number, and says nothing of what was wrong with another', async () => {
    await askAbout('abc')
    const said = await askAbout('2.1')
    expect(said).toContain('What changes')
    expect(said).not.toContain(say('refusal.version-form', { version: 'abc' }))
  })

  it('says nothing of an earlier refusal when it is asked again', async () => {
    await askAbout('2.1')
    await press('Release 2.1')
    expect(document.body.textContent).toContain('Refused by the server.')
    await act(async () => window.dispatchEvent(new PopStateEvent('popstate')))
    expect(await askAbout('2.2')).not.toContain('Refused by the server.')
  })
})
