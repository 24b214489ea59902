import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveNationalSection } from '@/actions/saveNationalSection'
import { submitEdition } from '@/actions/submitEdition'
import { textOf } from '@/domain/richText/walk'
import { contentHash } from '@/stored/contentHash'
import { loadRelease, loadReleaseSections } from '@/stored/releases'
import { manifestHash } from '@/stored/resolveVariant'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, SERVER_URL, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit, type Variant } from '../setup/factories'

let application: Application
let acting: Acting
let toolkit: Toolkit
let variant: Variant
let old: { blob: string; key: string; slug: string; release: string }

/**
 * An older release of the common framework: its first blob and the release lack each field that has a default value.
 */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  toolkit = await given.toolkit()
  const { payload } = application
  const database = payload.db.connection
  const [release] = await acting.releasesOf(toolkit.id, 'master')
  const manifest: { key: string; slug: string; blob: string }[] = Object(release).manifest
  const [first] = manifest
  if (!first) throw new Error('Nothing is released')
  const { key, title, body } = await acting.blobOf(first.blob)
  const content = { key, title, body }
  const blob = contentHash(content)
  // The collections declare their ids as object ids; ours are hashes.
  await database.collection<{ _id: string; json: unknown }>('blobs').insertOne({ _id: blob, json: content })
  const older = manifest.map((entry) => {
    const { key, slug, parent, rank, mode } = Object(entry)
    return entry === first ? { key, slug, parent, rank, mode, blob } : entry
  })
  await database
    .collection('releases')
    .updateOne({ slug: toolkit.slug }, { $set: { manifest: older }, $unset: { notes: '', baseline: '', edition: '' } })
  old = { blob, key: first.key, slug: first.slug, release: String(release?.id) }
  variant = await given.variant({ toolkit, country: 'cy', languages: ['en'] })
})

afterAll(() => application.stop())

test('an old blob and an old release read the same for the site, the admin and the actions', async () => {
  const { readerDatabase } = await import('@/reader/queries')
  const site = readerDatabase()
  const req = await requestOf()
  const release = await loadRelease({ req, id: old.release })
  expect(await site.release(old.release)).toEqual(release)
  expect(release).toMatchObject({ notes: '' })
  expect(release.manifest.find(({ key }) => key === old.key)?.provenance).toEqual({})
  const sections = await loadReleaseSections({ req, release })
  const content = sections.find(({ entry }) => entry.key === old.key)?.content
  expect((await site.contents([old.blob])).get(old.blob)).toEqual(content)
  const absent = { summary: {}, addition: {}, audiences: [], stages: [], policy: 'free', guidance: {} }
  expect(content).toMatchObject(absent)
  const again = await loadReleaseSections({ req, release })
  expect(again, 'also where it was read before').toEqual(sections)
})

test('a version based on it has the hash of the old blob, and can be edited, sent and read', async () => {
  const resolved = await acting.resolvedFor(variant.lead, variant.id)
  const entry = resolved.sections.find((one) => one.entry.key === old.key)?.entry
  expect(entry).toMatchObject({ mode: 'inherit', blob: old.blob, baseBlob: old.blob })
  const place = { variant: variant.id, key: toolkit.sections.find(({ key }) => key !== old.key)?.key, language: 'en' }
  const written = { ...place, seen: 0, mode: 'supplement', addition: typed('And here.') }
  await acting.succeed(variant.lead, saveNationalSection, written)
  await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))
  const { pinnedManifest } = await acting.editionOf(variant.edition)
  const now = await acting.resolvedFor(variant.lead, variant.id)
  expect(manifestHash(now.sections.map((one) => one.entry))).toBe(now.hash)
  expect(contentHash(pinnedManifest)).toBe(now.hash)
  const adapted = { variant: variant.id, key: old.key, language: 'en', seen: 0, mode: 'adapt', reason: 'other' }
  await acting.succeed(variant.lead, saveNationalSection, { ...adapted, body: typed('Ours.') })
  const { content } = await acting.resolvedSection(variant.lead, adapted)
  expect([textOf(content.body.en ?? []), content.policy]).toEqual(['Ours.', 'free'])
})

test('its page can be read on the site', async () => {
  const { answer } = await import('@/reader/answer')
  const response = await answer(new Request(new URL(`/common/en/${toolkit.slug}/${old.slug}`, SERVER_URL)))
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(toolkit.sections.find(({ key }) => key === old.key)?.title)
})

async function requestOf() {
  const { payload } = application
  const user = await payload.findByID({ collection: 'users', id: variant.lead.id, depth: 0, overrideAccess: true })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}
