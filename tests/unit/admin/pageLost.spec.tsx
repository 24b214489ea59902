// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PageOrLost } from '@/admin/frame/PageLost.client'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const WORDS = { title: 'Not shown', what: 'What you typed is kept.', again: 'Load again' }
const reload = vi.fn()
let root: Root
let answers: boolean

beforeEach(() => {
  vi.useFakeTimers()
  // React reports each error that a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(window.location, 'reload').mockImplementation(reload)
  vi.stubGlobal('fetch', async () => {
    if (!answers) throw new TypeError('Failed to fetch')
    return Response.json({ ok: true })
  })
  answers = false
  window.sessionStorage.clear()
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  reload.mockReset()
})

function Page({ isBroken }: { isBroken: boolean }) {
  if (isBroken) throw new Error('Connection closed.')
  return <p>The text.</p>
}

const show = (isBroken: boolean) =>
  act(async () =>
    root.render(
      <PageOrLost words={WORDS}>
        <Page isBroken={isBroken} />
      </PageOrLost>,
    ),
  )
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

it('a page that breaks says so, and loads again by itself once the server answers', async () => {
  await show(false)
  expect(document.body.textContent).toBe('The text.')
  await show(true)
  expect(document.body.textContent).toContain('What you typed is kept.')
  expect(document.activeElement?.textContent).toBe('Not shown')
  await pass(20_000)
  expect(reload).not.toHaveBeenCalled()
  answers = true
  await pass(10_000)
  expect(reload).toHaveBeenCalledTimes(1)
})

it('a page that breaks again at once waits for the person', async () => {
  answers = true
  await show(true)
  await pass(3000)
  expect(reload).toHaveBeenCalledTimes(1)
  await act(async () => root.unmount())
  root = createRoot(document.getElementById('place') ?? document.body)
  await show(true)
  await pass(20_000)
  expect(reload).toHaveBeenCalledTimes(1)
  await act(async () => document.querySelector('button')?.click())
  expect(reload).toHaveBeenCalledTimes(2)
})
