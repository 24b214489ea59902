// @vitest-environment happy-dom
import { act, Suspense, use, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { useSaving } from '@/admin/editor/useSaving.client'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => refresh(), push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

type Values = { title: string }
const saved = { rev: 1, at: '', values: { title: 'old' } }

let refresh: () => void
let work: ReturnType<typeof useSaving<Values>>

function Editor() {
  work = useSaving<Values>({ place: { userId: 'u', section: 's', language: 'en' }, saved, written: async () => {} })
  return null
}

/** A screen that the server sends again, as the router does it: the old one stays until the new one is there. */
function Screen({ answer }: { answer: Promise<void> }) {
  const [awaited, setAwaited] = useState<Promise<void> | null>(null)
  refresh = () => setAwaited(answer)
  if (awaited) use(awaited)
  return <Editor />
}

afterEach(() => vi.unstubAllGlobals())

async function savedWith(answer: Promise<void>) {
  window.sessionStorage.clear()
  vi.stubGlobal('fetch', async () => Response.json({ ok: true, result: { rev: 2 } }))
  document.body.innerHTML = '<div id="place"></div>'
  const root = createRoot(document.getElementById('place') ?? document.body)
  const screen = (
    <Suspense>
      <Screen answer={answer} />
    </Suspense>
  )
  await act(async () => root.render(screen))
  await act(async () => work.change({ title: 'new' }))
  const write = ({ after }: { after: Values }) => ({ action: 'save-national-section', input: after })
  await act(async () => void (await work.send({ from: work.base, write })))
  return root
}

it('says that a text is saved when the screen shows it', async () => {
  let show = () => {}
  const root = await savedWith(new Promise<void>((resolve) => (show = resolve)))
  expect([work.state.kind, work.isChanged]).toEqual(['saving', false])
  await act(async () => show())
  expect(work.state.kind).toBe('saved')
  await act(async () => root.unmount())
})

it('lets a person who typed on save again before the screen shows the last text', async () => {
  const root = await savedWith(new Promise<void>(() => {}))
  await act(async () => work.change({ title: 'newer' }))
  expect([work.state.kind, work.isChanged]).toEqual(['idle', true])
  await act(async () => root.unmount())
})
