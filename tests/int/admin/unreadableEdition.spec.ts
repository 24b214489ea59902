import { renderToReadableStream } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Edition, factoriesFor } from '../setup/factories'
import { htmlOfScreen } from './screens'

let application: Application
let coordinator: Person
let broken: Edition
let whole: Edition

/** The United Kingdom and Ireland have sent a version for review; what the former sent cannot be read. */
beforeAll(async () => {
  application = await startApplication()
  const given = factoriesFor(application)
  coordinator = await given.coordinator()
  const toolkit = await given.toolkit()
  broken = await given.edition({ toolkit, country: 'gb', state: 'submitted' })
  whole = await given.edition({ toolkit, country: 'ie', state: 'submitted' })
  const editions = application.payload.db.connection.collection('editions')
  await editions.updateOne({ country: 'gb' }, { $set: { pinnedManifest: [{ key: 1 }], pinnedAbout: { slug: 1 } } })
})

afterAll(() => application.stop())

const SCREENS = {
  tasks: async () => (await import('@/admin/tasks/TasksView')).TasksView,
  overview: async () => (await import('@/admin/overview/OverviewView')).OverviewView,
  reviews: async () => (await import('@/admin/review/ReviewsView')).ReviewsView,
  frameworks: async () => (await import('@/admin/framework/FrameworksView')).FrameworksView,
  version: async () => (await import('@/admin/version/VersionView')).VersionView,
  review: async () => (await import('@/admin/review/ReviewView')).ReviewView,
}

async function screen(name: keyof typeof SCREENS, segments: string[] = [], person = coordinator): Promise<string> {
  return htmlOfScreen(application, { person, view: await SCREENS[name](), segments })
}

test('an edition of which it cannot be read what was sent is listed, and takes no other screen away', async () => {
  for (const name of ['tasks', 'overview', 'reviews'] as const)
    expect(await screen(name), name).toMatch(/United Kingdom.*Ireland|Ireland.*United Kingdom/s)
  await screen('frameworks')
  await screen('version', ['version', whole.variant.id])
  await screen('review', ['review', whole.id])
  expect(await screen('tasks', [], broken.variant.lead)).toContain('United Kingdom')
})

test('it is an error that names it where it would be shown', async () => {
  await expect(screen('review', ['review', broken.id])).rejects.toThrow(`Edition ${broken.id}`)
})

test('the menu counts it', async () => {
  const { AdminNav } = await import('@/admin/nav/AdminNav')
  const { createLocalReq } = await import('payload')
  const { payload } = application
  const user = await payload.findByID({ collection: 'users', id: coordinator.id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const props: unknown = { req, payload, visibleEntities: { collections: [], globals: [] } }
  const stream = await renderToReadableStream(await AdminNav(props as Parameters<typeof AdminNav>[0]))
  await stream.allReady
  expect((await new Response(stream).text()).replace(/<[^>]*>|<!--.*?-->/gs, ' ')).toMatch(/Reviews?\s+2\s/)
})
