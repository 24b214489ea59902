import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { approveEdition } from '@/actions/approveEdition'
import { importToolkit } from '@/actions/importToolkit'
import { omitSection } from '@/actions/omitSection'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { submitEdition } from '@/actions/submitEdition'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { runPendingMigrations } from '@/database/migrations'
import { type Attributes, block } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { toLexical } from '@/lexical/toLexical'
import { contentHash } from '@/stored/contentHash'
import { parseManifest } from '@/stored/release'
import { manifestHash } from '@/stored/resolveVariant'
import { migrations } from '../../../migrations'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, onePixel, type Toolkit, type Variant, words } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, manifestOf, typed } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let lead: Person
let toolkit: Toolkit
let variant: Variant

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({ titles: ['Adapted', 'Common', 'Left out'] })
  variant = await given.variant({ toolkit, country: 'ie' })
  lead = variant.lead
})

afterAll(() => application.stop())

describe('publishing a national version', () => {
  test('publishes what was approved, word for word, and not what the common framework says now', async () => {
    const own = { title: 'Ours', slug: 'ours', language: 'en', variant: variant.id, body: typed('Only here.') }
    await acting.succeed(lead, addSection, { ...own, after: keyOf('Common'), reason: 'national-service' })
    await acting.succeed(lead, adaptSection, {
      ...at('Adapted'),
      seen: 0,
      body: typed('Irish words.'),
      reason: 'other',
    })
    const why = { reason: 'other', explanation: 'Not in Ireland.' }
    await acting.succeed(lead, omitSection, { ...at('Left out'), seen: 0, ...why })
    await acting.succeed(lead, submitEdition, await acting.seenNow(variant.edition))
    const approved = await acting.editionOf(variant.edition)
    const frozen = new Map(
      await Promise.all(
        [...manifestOf({ manifest: approved.pinnedManifest }).values()].map(
          async ({ key, blob }) => [String(key), await acting.blobOf(blob)] as const,
        ),
      ),
    )
    await acting.succeed(await given.reviewer('ie'), approveEdition, await acting.seenNow(variant.edition))
    for (const { key } of toolkit.sections) {
      const newer = { toolkit: toolkit.id, key, seen: 1, language: 'en', title: 'Newer', body: typed('Newer words.') }
      await acting.succeed(coordinator, saveSection, newer)
    }
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }))
    const unreleased = { toolkit: toolkit.id, key: keyOf('Common'), seen: 2, language: 'en', title: 'Newest' }
    await acting.succeed(coordinator, saveSection, unreleased)

    const before = await snapshotOf(application.payload)
    const result = await acting.succeed(coordinator, publishEdition, {
      ...(await acting.seenNow(variant.edition)),
      version: '1.0',
      notes: 'First for Ireland.',
    })
    expect(result).toMatchObject({ version: '1.0', seq: 1 })
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({
      releases: 1,
      'workflow-events': 1,
      'audit-events': 2,
    })
    const [first] = await acting.releasesOf(toolkit.id, 'master')
    const [release] = await acting.releasesOf(toolkit.id, 'ie')
    expect(release).toMatchObject({
      id: result.id,
      kind: 'release',
      version: '1.0',
      seq: 1,
      languages: ['en'],
      notes: 'First for Ireland.',
      manifest: approved.pinnedManifest,
      manifestHash: manifestHash(parseManifest(approved.pinnedManifest, 'Edition')),
      baseline: { release: first?.id, version: '1.0', seq: 1 },
      edition: variant.edition,
    })
    const manifest = manifestOf(release)
    expect(manifest.size).toBe(4)
    for (const [key, { blob }] of manifest) {
      const content = await acting.blobOf(blob)
      expect(content).toEqual(frozen.get(key))
      expect(contentHash(content)).toBe(blob)
    }
    const modes = [...manifest.values()].map(({ slug, mode }) => `${slug}: ${mode}`).sort()
    expect(modes).toEqual(['adapted: adapt', 'common: inherit', 'left-out: omit', 'ours: local'])
    expect(await bodyOf(release, 'Adapted')).toBe('Irish words.')
    expect(await bodyOf(release, 'Common')).toBe('Common text of Common.')
    // The common text is not stored a second time.
    expect(manifest.get(keyOf('Common'))?.blob).toBe(manifestOf(first).get(keyOf('Common'))?.blob)
    expect(manifest.get(keyOf('Adapted'))).toMatchObject({
      baseBlob: manifestOf(first).get(keyOf('Adapted'))?.blob,
      provenance: { title: { en: 'common' }, body: { en: 'national' } },
      reason: 'other',
    })
    expect(await acting.editionOf(variant.edition)).toMatchObject({ state: 'published' })
    expect((await acting.stepsOf(variant.edition)).at(-1)).toMatchObject({
      event: 'publish',
      from: 'approved',
      to: 'published',
      actor: coordinator.id,
      contentHash: approved.pinnedHash,
    })
    expect((await acting.auditOf('ie')).slice(-2)).toMatchObject([
      { action: 'release.release', actor: coordinator.id, subject: `releases/${result.id}` },
      { action: 'edition.publish', actor: coordinator.id, subject: `editions/${variant.edition}` },
    ])
  })

  test('describes the toolkit and the country as approved, whatever is written about them afterwards', async () => {
    const made = await given.toolkit({ slug: 'renamed' })
    const edition = await given.edition({ toolkit: made, country: 'ie', state: 'approved' })
    const admin = await given.person({ roles: [{ role: 'admin' }] })
    const rename = async (path: string, change: Fields) => {
      const { rev } = (await application.request(admin, 'GET', `/api/${path}`)).body
      const answer = await application.request(admin, 'PATCH', `/api/${path}?locale=en`, { ...change, rev })
      expect(answer.status, answer.text).toBe(200)
    }
    const wanted = {
      slug: 'renamed',
      title: { en: 'Toolkit renamed' },
      country: { en: 'Country ie' },
      sample: false,
      sourceLanguage: 'en',
    }
    await rename(`toolkits/${made.id}`, { title: 'Never approved', description: 'Never approved', sample: true })
    await rename('countries/ie', { name: 'Never approved' })
    const publish = async (id: string, version: string) =>
      acting.succeed(coordinator, publishEdition, {
        ...(await acting.seenNow(id)),
        version,
        notes: 'What is new in it.',
      })
    await publish(edition.id, '1.0')
    const [first] = await acting.releasesOf(made.id, 'ie')
    expect(first?.about).toMatchObject(wanted)
    expect(JSON.stringify(first?.about)).not.toContain('Never approved')
    // The next edition has what is stored when it is sent, even if an older database did not keep it.
    const at = { variant: edition.variant.id, key: made.sections[0]?.key, language: 'en' }
    await acting.succeed(edition.variant.lead, adaptSection, { ...at, seen: 1, body: typed('Again.') })
    const next = await approved(edition.variant)
    const { payload } = application
    const editions = payload.db.connection.collection('editions')
    const sent = await acting.editionOf(next)
    await editions.updateMany({ state: 'approved' }, { $unset: { pinnedAbout: '' } })
    await payload.db.connection.collection('payload-migrations').deleteMany({ name: /editions_hold/ })
    await runPendingMigrations(payload, migrations)
    expect(await acting.editionOf(next)).toEqual(sent)
    await publish(next, '1.1')
    const [, second] = await acting.releasesOf(made.id, 'ie')
    expect(second?.about).toMatchObject({
      title: { en: 'Never approved' },
      sample: true,
      country: { en: 'Never approved' },
    })
  })

  describe('the authors of changed descriptions on its pages may not approve it', () => {
    /** Publishes an edition, lets somebody write in between, and sends the next one. */
    async function afterWords({
      slug,
      state = 'published',
      write,
      afterwards = async () => undefined,
    }: {
      slug: string
      state?: 'approved' | 'published'
      write: (given: { by: Person; toolkit: string }) => Promise<unknown>
      afterwards?: (given: { edition: string; toolkit: string }) => Promise<unknown>
    }) {
      const writer = await given.person({ roles: [{ role: 'admin' }] })
      const made = await given.toolkit({ slug })
      const edition = await given.edition({ toolkit: made, country: 'ie', state })
      await write({ by: writer, toolkit: made.id })
      await afterwards({ edition: edition.id, toolkit: made.id })
      const at = { variant: edition.variant.id, key: made.sections[0]?.key, language: 'en' }
      await acting.succeed(edition.variant.lead, adaptSection, { ...at, seen: 1, body: typed('Again.') })
      const next = String((await acting.stored('editions', { variant: { equals: at.variant } }, '-number'))[0]?.id)
      await acting.succeed(edition.variant.lead, submitEdition, await acting.seenNow(next))
      return { writer, next }
    }

    const write = async (by: Person, path: string, change: Fields) => {
      const { rev } = (await application.request(by, 'GET', `/api/${path}`)).body
      const answer = await application.request(by, 'PATCH', `/api/${path}?locale=en`, { ...change, rev })
      expect(answer.status, answer.text).toBe(200)
    }
    const entitle = ({ by, toolkit: id }: { by: Person; toolkit: string }) =>
      write(by, `toolkits/${id}`, { title: 'Written by the writer' })
    const publish = async ({ edition }: { edition: string }) =>
      acting.succeed(coordinator, publishEdition, { ...(await acting.seenNow(edition)), version: '1.0', notes: 'New.' })

    const cases: [string, Parameters<typeof afterWords>[0]][] = [
      ['a title', { slug: 'retitled', write: entitle }],
      [
        'a title between sending and publishing',
        { slug: 'between', state: 'approved', write: entitle, afterwards: publish },
      ],
      [
        'a title before the common framework was withdrawn',
        {
          slug: 'withdrawn-title',
          write: entitle,
          afterwards: ({ toolkit: id }) =>
            acting.succeed(coordinator, withdrawRelease, { toolkit: id, country: 'master', seen: 1, reason: 'Wrong.' }),
        },
      ],
      [
        'a country’s name between sending and publishing',
        {
          slug: 'country-renamed',
          state: 'approved',
          write: ({ by }) => write(by, 'countries/ie', { name: 'Written by the writer' }),
          afterwards: publish,
        },
      ],
    ]

    test.each(cases)('%s', async (_, words) => {
      const { writer, next } = await afterWords(words)
      const { pinnedAbout } = await acting.editionOf(next)
      expect(JSON.stringify(pinnedAbout)).toContain('Written by the writer')
      const { keys } = await acting.refuse(writer, approveEdition, await acting.seenNow(next))
      expect(keys).toContain('refusal.own-text')
      await acting.succeed(await given.reviewer('ie'), approveEdition, await acting.seenNow(next))
    })

    test('a person who only stored the same words again may approve it', async () => {
      const other = await given.person({ roles: [{ role: 'admin' }] })
      const { writer, next } = await afterWords({
        slug: 'stored-again',
        write: entitle,
        afterwards: ({ toolkit: id }) => write(other, `toolkits/${id}`, { title: 'Written by the writer' }),
      })
      await acting.refuse(writer, approveEdition, await acting.seenNow(next))
      await acting.succeed(other, approveEdition, await acting.seenNow(next))
    })
  })

  test('is refused if the descriptions on its pages were replaced after the approval, past every rule', async () => {
    const { id } = await given.edition({ country: 'ie', state: 'approved' })
    const { editions } = application.payload.db.collections
    await editions?.updateOne({ _id: id }, { $set: { 'pinnedAbout.title.en': 'Never approved' } })
    expect(Object((await acting.editionOf(id)).pinnedAbout).title).toEqual({ en: 'Never approved' })
    const { keys } = await acting.refuse(coordinator, publishEdition, {
      ...(await acting.seenNow(id)),
      version: '1.0',
      notes: 'What is new in it.',
    })
    expect(keys).toEqual(['refusal.text-moved-on'])
  })

  test('publishes what was approved before decisions covered more than the text', async () => {
    const { id, variant: own } = await given.edition({ country: 'ie', state: 'approved' })
    const { hash } = await acting.resolvedFor(own.lead, own.id)
    const { editions } = application.payload.db.collections
    await editions?.updateOne({ _id: id }, { $set: { approvedHash: hash, pinnedHash: hash } })
    expect(await acting.editionOf(id)).toMatchObject({ approvedHash: hash, pinnedHash: hash })
    await acting.succeed(coordinator, publishEdition, {
      ...(await acting.seenNow(id)),
      version: '1.0',
      notes: 'What is new in it.',
    })
    expect((await acting.stepsOf(id)).at(-1)).toMatchObject({ event: 'publish', contentHash: hash })
  })

  test('is refused the second time', async () => {
    const again = await acting.refuse(coordinator, publishEdition, {
      ...(await acting.seenNow(variant.edition)),
      version: '1.1',
      notes: 'What is new in it.',
    })
    expect(again.keys).toEqual(['refusal.state-publish-published'])
  })

  test('of a later edition gets the next number, and does not change the earlier release', async () => {
    const [first] = await acting.releasesOf(toolkit.id, 'ie')
    await acting.succeed(lead, adaptSection, { ...at('Adapted'), seen: 1, body: typed('Better Irish words.') })
    const edition = await approved()
    for (const version of ['1.0', '0.9']) {
      const { keys } = await acting.refuse(coordinator, publishEdition, {
        ...(await acting.seenNow(edition)),
        version,
        notes: 'What is new in it.',
      })
      expect(keys).toEqual(['refusal.version-not-higher'])
    }
    const form = await acting.refuse(coordinator, publishEdition, {
      ...(await acting.seenNow(edition)),
      version: 'next',
      notes: 'What is new in it.',
    })
    expect(form.keys).toEqual(['refusal.version-form'])
    await acting.succeed(coordinator, publishEdition, {
      ...(await acting.seenNow(edition)),
      version: '1.1',
      notes: 'What is new in it.',
    })
    const releases = await acting.releasesOf(toolkit.id, 'ie')
    expect(releases.map(({ seq, version }) => [seq, version])).toEqual([
      [1, '1.0'],
      [2, '1.1'],
    ])
    expect(releases[0]).toEqual(first)
    expect(await bodyOf(releases[0], 'Adapted')).toBe('Irish words.')
    expect(await bodyOf(releases[1], 'Adapted')).toBe('Better Irish words.')
  })

  test('keeps the description of a picture from the day of the release', async () => {
    const slug = 'with-a-picture'
    const images = [{ name: 'a.png', bytes: onePixel('published'), mimeType: 'image/png', alt: '' }]
    const body = [...words('See this.'), block('image', { attrs: { media: 'a.png', alt: 'Two circles' } })]
    const sections = [{ source: '', depth: 1, title: 'Shown', body }]
    const seen = await acting.seenForImport(coordinator, slug)
    const made = await acting.succeed(coordinator, importToolkit, { slug, language: 'en', sections, images, seen })
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: made.toolkit, version: '1.0' }))
    const [media] = await acting.stored('media')
    const [section] = await acting.stored('sections', { toolkit: { equals: made.toolkit } })
    await acting.succeed(coordinator, saveSection, {
      toolkit: made.toolkit,
      key: section?.key,
      seen: 1,
      language: 'en',
      body: toLexical([
        ...words('See this.'),
        block('image', { attrs: { media: String(media?.id), alt: 'Two rings' } }),
      ]),
    })
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: made.toolkit, version: '1.1' }))
    const [first, second] = await acting.releasesOf(made.toolkit, 'master')
    expect(first).toMatchObject({
      files: [media?.id],
      pictures: { [String(media?.id)]: { filename: media?.filename, size: { width: 1, height: 1 } } },
    })
    const altIn = async (release: Fields | undefined) => {
      const [entry] = manifestOf(release).values()
      return JSON.stringify(await acting.blobOf(entry?.blob)).match(/"alt":"([^"]*)"/)?.[1]
    }
    expect([await altIn(first), await altIn(second)]).toEqual(['Two circles', 'Two rings'])
  })

  test('is refused if the description of a picture was rewritten after the approval, by anybody', async () => {
    const made = await given.toolkit({ titles: ['Shown'] })
    const national = await given.variant({ country: 'ie', toolkit: made })
    const { id } = await given.picture({ seed: 'own', country: 'ie' })
    const place = { variant: national.id, key: made.sections[0]?.key, language: 'en' }
    const saying = (attrs: Attributes) =>
      toLexical([...words('Go there.'), block('image', { attrs: { media: id, ...attrs } })])
    await acting.succeed(lead, adaptSection, { ...place, seen: 0, body: saying({}), reason: 'national-service' })
    const open = String((await acting.stored('editions', { variant: { equals: national.id } }))[0]?.id)
    const silent = await acting.refuse(lead, submitEdition, await acting.seenNow(open))
    expect([silent.keys, silent.params]).toEqual([
      ['refusal.picture-undescribed'],
      { section: 'Shown', language: 'en' },
    ])
    await acting.succeed(lead, adaptSection, { ...place, seen: 1, body: saying({ alt: 'The office' }) })
    const edition = await approved(national)
    await acting.succeed(coordinator, adaptSection, { ...place, seen: 2, body: saying({ alt: 'The new office' }) })
    expect(await acting.editionOf(edition)).toMatchObject({ state: 'draft' })
    const stale = await acting.refuse(coordinator, publishEdition, {
      ...(await acting.seenNow(edition)),
      version: '1.0',
      notes: 'What is new in it.',
    })
    expect(stale.keys).toEqual(['refusal.state-publish-draft'])
    await approved(national)
    await acting.succeed(coordinator, publishEdition, {
      ...(await acting.seenNow(edition)),
      version: '1.0',
      notes: 'What is new in it.',
    })
    expect((await acting.releasesOf(made.id, 'ie'))[0]).toMatchObject({ files: [id] })
  })
})

describe('withdrawing', () => {
  test('is a release of its own that says why, and every earlier one keeps its content', async () => {
    const before = await acting.releasesOf(toolkit.id, 'ie')
    const stored = await snapshotOf(application.payload)
    const result = await acting.succeed(coordinator, withdrawRelease, { ...line('ie'), seen: 2, reason: 'Wrong law.' })
    expect(result).toMatchObject({ version: '1.1', seq: 3 })
    expect(grownBetween(stored, await snapshotOf(application.payload))).toEqual({ releases: 1, 'audit-events': 1 })
    const after = await acting.releasesOf(toolkit.id, 'ie')
    expect(after.slice(0, 2)).toEqual(before)
    expect(after[2]).toMatchObject({
      kind: 'withdrawal',
      version: '1.1',
      notes: 'Wrong law.',
      manifest: [],
      manifestHash: manifestHash([]),
      baseline: before[1]?.baseline,
    })
    expect(await bodyOf(after[0], 'Adapted')).toBe('Irish words.')
    expect((await acting.auditOf('ie')).at(-1)).toMatchObject({
      action: 'release.withdrawal',
      actor: coordinator.id,
      details: { seq: 3, version: '1.1' },
    })
  })

  test('is refused if nothing is published, or no longer is', async () => {
    const twice = await acting.refuse(coordinator, withdrawRelease, { ...line('ie'), seen: 3, reason: 'Again.' })
    expect(twice.keys).toEqual(['refusal.nothing-to-withdraw'])
    const never = await acting.refuse(coordinator, withdrawRelease, { ...line('cy'), seen: 1, reason: 'Never.' })
    expect(never.keys).toEqual(['refusal.nothing-to-withdraw'])
  })

  test('is followed by a release with a higher number', async () => {
    const { rev } = await acting.ownSectionOf(variant.id, keyOf('Adapted'))
    await acting.succeed(lead, adaptSection, { ...at('Adapted'), seen: rev, body: typed('The right law.') })
    const edition = await approved()
    const same = await acting.refuse(coordinator, publishEdition, {
      ...(await acting.seenNow(edition)),
      version: '1.1',
      notes: 'What is new in it.',
    })
    expect(same.keys).toEqual(['refusal.version-not-higher'])
    await acting.succeed(coordinator, publishEdition, {
      ...(await acting.seenNow(edition)),
      version: '1.2',
      notes: 'What is new in it.',
    })
    const releases = await acting.releasesOf(toolkit.id, 'ie')
    expect(releases.map(({ seq, version, kind }) => `${seq} ${kind} ${version}`)).toEqual([
      '1 release 1.0',
      '2 release 1.1',
      '3 withdrawal 1.1',
      '4 release 1.2',
    ])
  })

  test('is refused without a reason, and if the person did not see the newest release', async () => {
    const silent = await acting.refuse(coordinator, withdrawRelease, { ...line('ie'), seen: 4, reason: ' ' })
    expect(silent.keys).toEqual(['refusal.withdrawal-reason-missing'])
    const late = await acting.refuse(coordinator, withdrawRelease, { ...line('ie'), seen: 2, reason: 'Wrong law.' })
    expect(late).toMatchObject({ keys: ['refusal.newer-release'], params: { version: '1.2' } })
  })

  test('the common framework does not change the national versions based on it', async () => {
    const before = await acting.resolvedFor(lead, variant.id)
    await acting.succeed(coordinator, withdrawRelease, { ...line('master'), seen: 2, reason: 'To be rewritten.' })
    expect(await acting.resolvedFor(lead, variant.id)).toEqual(before)
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '3.0' }))
    const releases = await acting.releasesOf(toolkit.id, 'master')
    expect(releases.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
      '1 release',
      '2 release',
      '3 withdrawal',
      '4 release',
    ])
  })
})

test('keeps the stored data consistent', async () => {
  for (const { id } of await acting.stored('toolkits')) expect(await acting.problemsOf(String(id))).toEqual([])
})

function keyOf(title: string): string {
  const found = toolkit.sections.find((one) => one.title === title)
  if (!found) throw new Error(`There is no section ${title}`)
  return found.key
}

function at(title: string) {
  return { variant: variant.id, key: keyOf(title), language: 'en' }
}

function line(country: string) {
  return { toolkit: toolkit.id, country }
}

/** Sends and approves the open edition of a version; returns its id. */
async function approved(of = variant): Promise<string> {
  const edition = String((await acting.stored('editions', { variant: { equals: of.id } }, '-number'))[0]?.id)
  await acting.succeed(lead, submitEdition, await acting.seenNow(edition))
  await acting.succeed(await given.reviewer('ie'), approveEdition, await acting.seenNow(edition))
  return edition
}

async function bodyOf(release: Fields | undefined, title: string): Promise<string> {
  const content = await acting.blobOf(manifestOf(release).get(keyOf(title))?.blob)
  return textOf(Object(content.body).en)
}
