// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActionForm } from '@/admin/ActionForm.client'
import { actionWords } from '@/admin/actionWords'
import { translatorFor } from '@/messages/translate'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
let root: Root

beforeEach(async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json(
      { ok: false, because: [{ key: 'refusal.stale', text: 'Of writing.' }], saved: { rev: 2 } },
      { status: 409 },
    ),
  )
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
  await act(async () =>
    root.render(
      <ActionForm
        choices={[
          { action: 'ask-for-changes', label: 'Ask', stale: say('admin.decision.stale-ask') },
          { action: 'approve-edition', label: 'Approve', stale: say('admin.decision.stale-approve') },
          { action: 'start-variant', label: 'Start' },
        ]}
        words={actionWords(say)}
      >
        <textarea name="comment" />
      </ActionForm>,
    ),
  )
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

async function saidAfter(label: string): Promise<string> {
  const buttons = [...document.querySelectorAll('button')]
  await act(async () => buttons.find(({ textContent }) => textContent === label)?.click())
  return document.querySelector('[role=status]')?.textContent ?? ''
}

describe('a form whose subject has changed in the meantime', () => {
  it('says what the pressed button did not do, and offers the current version', async () => {
    const said = await saidAfter('Approve')
    expect(said).toContain(say('admin.decision.stale-approve'))
    expect(said).toContain(say('admin.action.show-now'))
    expect(await saidAfter('Ask')).toContain(say('admin.decision.stale-ask'))
    expect(await saidAfter('Start')).toContain(say('admin.action.stale'))
  })

  it('mentions typed words only if there are any', async () => {
    expect(await saidAfter('Approve')).not.toContain(say('admin.action.kept'))
    const field = document.querySelector('textarea')
    if (field) field.value = 'Please name the authority.'
    expect(await saidAfter('Ask')).toContain(say('admin.action.kept'))
  })
})

it('a day that is typed only in part is asked for again at its field, and nothing is sent', async () => {
  const sent = vi.fn()
  vi.stubGlobal('fetch', sent)
  await act(async () =>
    root.render(
      <ActionForm choices={[{ action: 'pause-version', label: 'Pause' }]} optional={['until']} words={actionWords(say)}>
        <input type="date" name="until" />
      </ActionForm>,
    ),
  )
  const field = document.querySelector('input')
  if (field) Object.defineProperty(field, 'validity', { value: { badInput: true } })
  expect(await saidAfter('Pause')).toContain(say('admin.action.date-unfinished'))
  expect(field?.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field)
  expect(sent).not.toHaveBeenCalled()
})
