import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadBlobs } from '@/stored/blobs'
import { loadEdition, pinnedAboutOf, pinnedManifestOf } from '@/stored/editions'
import { loadListedSections } from '@/stored/listedSections'
import { loadRelease, releaseHeads } from '@/stored/releases'
import { loadDecisions, loadReviewEvents } from '@/stored/reviewHistory'
import { loadSection } from '@/stored/sections'
import { loadSectionModes, loadSectionPlaces, loadVariantSection } from '@/stored/variants'
import { type Application, type Fields, startApplication } from '../setup/application'
import { type Edition, factoriesFor } from '../setup/factories'

let application: Application
let published: Edition
let req: PayloadRequest
/** The documents of each collection as they were stored. */
let ids: Record<
  'releases' | 'editions' | 'workflow-events' | 'review-decisions' | 'sections' | 'variant-sections',
  string
>

/** A published edition, read as a person who may read everything. */
beforeAll(async () => {
  application = await startApplication()
  const given = factoriesFor(application)
  published = await given.edition({ variant: await given.variant(), state: 'published' })
  const { payload } = application
  const { id } = await given.coordinator()
  const user = await payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })
  req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const idOf = async (collection: keyof typeof ids) => String((await stored(collection).findOne())?._id)
  ids = {
    releases: await idOf('releases'),
    editions: await idOf('editions'),
    'workflow-events': await idOf('workflow-events'),
    'review-decisions': await idOf('review-decisions'),
    sections: await idOf('sections'),
    'variant-sections': await idOf('variant-sections'),
  }
})

afterAll(() => application.stop())

const stored = (collection: string) => application.payload.db.connection.collection(collection)

describe('a stored document with a value that nothing here writes', () => {
  let restore: () => Promise<void>
  beforeEach(() => async () => restore())

  async function breaks(collection: keyof typeof ids, $set: Fields): Promise<void> {
    const whole = await stored(collection).findOne()
    if (!whole) throw new Error(`There is nothing in ${collection}`)
    restore = async () => {
      await stored(collection).replaceOne({ _id: whole._id }, whole)
    }
    await stored(collection).updateOne({ _id: whole._id }, { $set })
  }

  const edition = async () => {
    const read = await loadEdition({ req, id: published.id })
    return read && [pinnedManifestOf(read), pinnedAboutOf(read)]
  }
  const line = async () => {
    const { toolkit, country } = Object((await stored('releases').findOne()) ?? {})
    return releaseHeads({ req, toolkit: String(toolkit), country })
  }

  test.each<[string, keyof typeof ids, Fields, string, () => Promise<unknown>]>([
    ['state of an edition', 'editions', { state: 'lost' }, 'state', edition],
    ['manifest that an edition was sent with', 'editions', { pinnedManifest: [{}] }, 'key', edition],
    ['description that an edition was sent with', 'editions', { pinnedAbout: { slug: 1 } }, 'slug', edition],
    ['step of a review', 'workflow-events', { event: 'think' }, 'event', () => eventsOf()],
    ['state after a step of a review', 'workflow-events', { to: 'lost' }, 'to', () => eventsOf()],
    ['decision', 'review-decisions', { decision: 'wait' }, 'decision', () => decisionsOf()],
    ['manifest of a release', 'releases', { manifest: [{}] }, 'manifest', () => loadRelease({ req, id: ids.releases })],
    ['policy of a section', 'sections', { policy: 'odd' }, 'policy', () => section()],
    [
      'policy of a listed section',
      'sections',
      { policy: 'odd' },
      'policy',
      () => loadListedSections({ req, toolkit: toolkit() }),
    ],
    ['choice of a country', 'variant-sections', { mode: 'odd' }, 'mode', () => nationalSection()],
    ['choice of a country, without its text', 'variant-sections', { mode: 'odd' }, 'mode', () => placesOf()],
    ['choice of a country, for a summary', 'variant-sections', { mode: 'odd' }, 'mode', () => modesOf()],
    ['kind of a release', 'releases', { kind: 'draft' }, 'kind', line],
    [
      'picture of a release',
      'releases',
      { pictures: { a: 1 } },
      'pictures',
      () => loadRelease({ req, id: ids.releases }),
    ],
  ])('is an error that names the document and the field: the %s', async (_, collection, wrong, field, read) => {
    await expect(read()).resolves.toBeTruthy()
    await breaks(collection, wrong)
    const said = await read().then(
      () => 'no error',
      (error: unknown) => String(error),
    )
    expect(said).toContain(ids[collection])
    expect(said).toContain(field)
  })

  const variant = () => published.variant.id
  const toolkit = () => published.variant.toolkit.id
  const keyOf = async (collection: keyof typeof ids) => String((await stored(collection).findOne())?.key)
  const section = async () => loadSection({ req, toolkit: toolkit(), key: await keyOf('sections') })
  const nationalSection = async () =>
    loadVariantSection({ req, variant: variant(), key: await keyOf('variant-sections') })
  const placesOf = () => loadSectionPlaces({ req, variant: variant() })
  const modesOf = () => loadSectionModes({ req, variants: [variant()] })
  const eventsOf = async () => loadReviewEvents({ req, edition: await editionOf('workflow-events') })
  const decisionsOf = async () => loadDecisions({ req, edition: await editionOf('review-decisions') })
  const editionOf = async (collection: keyof typeof ids) => String((await stored(collection).findOne())?.edition)
})

test('a blob with a block that nothing can show is an error that names its hash and the place', async () => {
  const hash = 'f'.repeat(64)
  const json = { key: 'k', title: { en: 'Title' }, body: { en: [{ id: 'a', kind: 'script', attrs: {}, runs: [] }] } }
  // The collections declare their ids as object ids; ours are hashes.
  await application.payload.db.connection
    .collection<{ _id: string; json: unknown }>('blobs')
    .insertOne({ _id: hash, json })
  const said = await loadBlobs({ req, hashes: [hash] }).then(
    () => 'no error',
    (error: unknown) => String(error),
  )
  expect(said).toContain(`Blob ${hash}`)
  expect(said).toContain('body.en[0]')
})
