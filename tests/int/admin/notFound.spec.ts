import { renderToReadableStream } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor } from '../setup/factories'

const asking = { headers: new Headers() }

vi.mock('next/headers', () => ({ headers: async () => asking.headers }))
vi.mock('next/navigation', () => ({
  usePathname: () => '/admin/nothing-here',
  redirect: vi.fn(),
  notFound: () => {
    throw new Error('Next answers that there is nothing here')
  },
}))

let application: Application
let lead: Person

beforeAll(async () => {
  application = await startApplication()
  lead = await factoriesFor(application).lead('cy')
})

afterAll(() => application.stop())

/** The page at an unknown address of the admin, as this person gets it. */
async function shownTo(person: Person | null): Promise<string> {
  const { sessionCookieName } = await import('@/accounts/cookies')
  const { NotFoundView } = await import('@/admin/frame/NotFoundView')
  const { payload } = application
  const cookie = person && `${sessionCookieName(payload.config.serverURL)}=${await application.tokenOf(person)}`
  const { origin } = new URL(payload.config.serverURL || 'http://localhost:3000')
  asking.headers = new Headers({ 'accept-language': 'de', origin, ...(cookie ? { cookie } : {}) })
  const config = Promise.resolve(payload.config)
  const stream = await renderToReadableStream(await NotFoundView({ config }))
  await stream.allReady
  return (await new Response(stream).text()).replace(/<!--.*?-->/gs, '')
}

/** What a screen is given as the name of a national version, from this part of an address. */
async function givenFor(part: string): Promise<string> {
  const { viewFromHere } = await import('@/admin/frame/viewFromHere')
  const config = Promise.resolve(application.payload.config)
  const params = Promise.resolve({ variant: part })
  const view = await viewFromHere({ config, params, searchParams: Promise.resolve({}) })
  return view.params.variant
}

describe('an address of a screen', () => {
  test('is unknown if it names what nothing stored can be called, whoever opens it', async () => {
    for (const part of ['%00', '0123456789abcdef01234567%00', 'x'.repeat(3_000), '%CE%B1'.repeat(201)])
      await expect(givenFor(part)).rejects.toThrow('nothing here')
  })

  test('gives its parts to the screen as they were before they were written in an address', async () => {
    for (const [part, name] of [
      ['0123456789abcdef01234567', '0123456789abcdef01234567'],
      ['%CE%BA%CE%AD%CE%BD%CF%84%CF%81%CE%BF', 'κέντρο'],
      ['%25', '%'],
      ['%', '%'],
    ] as const)
      expect(await givenFor(part)).toBe(name)
  })
})

describe('an unknown address of the admin', () => {
  test("gets one of our pages, in the language of the person's account, with the navigation of their roles", async () => {
    const html = await shownTo(lead)
    expect(html).toMatch(/<aside class="tk-nav" lang="en">.*National lead, Cyprus/)
    expect(html).toContain('href="/admin/account"')
    expect(html).toMatch(
      /<main(?=[^>]* class="tk")(?=[^>]* lang="en")[^>]*>.*<h1>Page not found<\/h1>.*href="\/admin"/s,
    )
  })

  test('shows nothing to somebody who is not signed in, except how to sign in', async () => {
    const html = await shownTo(null)
    expect(html).not.toContain('tk-nav')
    expect(html).toMatch(/<main[^>]* class="tk tk-plain"[^>]*>.*<h1>Seite nicht gefunden<\/h1>.*href="\/admin"/s)
  })
})
