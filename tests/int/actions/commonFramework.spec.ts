import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importToolkit } from '@/actions/importToolkit'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { contentHash } from '@/stored/contentHash'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, words } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, manifestOf, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit()
})

afterAll(() => application.stop())

describe('saving a section of the common framework', () => {
  test('stores the new words as a revision of its author, and records it', async () => {
    const key = keyOf('Referral')
    const colleague = await given.person({ roles: [{ role: 'coordinator' }] })
    const result = await acting.succeed(colleague, saveSection, {
      toolkit: toolkit.id,
      key,
      seen: 1,
      language: 'en',
      title: ' Where to turn ',
      summary: 'In short.',
      body: typed('Call first.'),
      guidance: 'Name your services.',
      policy: 'supplement-only',
      audiences: ['ngo'],
      stages: ['reception'],
    })
    expect(result).toEqual({ key, rev: 2 })
    const section = await acting.sectionOf(toolkit.id, key)
    expect(section).toMatchObject({
      title: { en: 'Where to turn' },
      summary: { en: 'In short.' },
      guidance: { en: 'Name your services.' },
      policy: 'supplement-only',
      audiences: ['ngo'],
      stages: ['reception'],
      slug: 'referral',
      rev: 2,
      updatedBy: colleague.id,
    })
    expect(wordsIn(section.body)).toBe('Call first.')
    const revisions = await acting.revisionsOf('sections', section.id)
    expect(revisions).toMatchObject([
      { rev: 1, updatedBy: coordinator.id, title: { en: 'Referral' } },
      { rev: 2, updatedBy: colleague.id, title: { en: 'Where to turn' } },
    ])
    expect(wordsIn(revisions[0]?.body)).toBe('Common text of Referral.')
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({
      action: 'section.edit',
      actor: colleague.id,
      subject: `sections/${section.id}`,
      details: { key, language: 'en', rev: 2 },
    })
  })

  test('does not change other languages or fields that are not sent', async () => {
    const key = keyOf('The conversation')
    const before = await acting.sectionOf(toolkit.id, key)
    const french = { title: 'L’entretien', body: typed('Parlez lentement.') }
    await acting.succeed(coordinator, saveSection, { toolkit: toolkit.id, key, seen: 1, language: 'fr', ...french })
    await acting.succeed(coordinator, saveSection, {
      toolkit: toolkit.id,
      key,
      seen: 2,
      language: 'fr',
      summary: 'En bref.',
    })
    const after = await acting.sectionOf(toolkit.id, key)
    expect(after.title).toEqual({ en: 'The conversation', fr: 'L’entretien' })
    expect(after.summary).toMatchObject({ fr: 'En bref.' })
    expect(wordsIn(after.body, 'fr')).toBe('Parlez lentement.')
    expect(Object(after.body).en).toEqual(Object(before.body).en)
    expect(after).toMatchObject({ policy: before.policy, audiences: before.audiences })
  })

  test('keeps the ids of paragraphs that stay, even if the editor lost them', async () => {
    const key = keyOf('Before you start')
    const save = (seen: number, lines: string[]) =>
      acting.succeed(coordinator, saveSection, {
        toolkit: toolkit.id,
        key,
        seen,
        language: 'en',
        body: toLexical(lines.flatMap(words)),
      })
    const idsOf = async () => fromLexical(Object((await acting.sectionOf(toolkit.id, key)).body).en).map(({ id }) => id)
    await save(1, ['Find a quiet room.', 'Ask which language the person speaks.'])
    const [room, language] = await idsOf()
    await save(2, ['Say who you are.', 'Find a quiet room.', 'Ask which language the person speaks best.'])
    expect(await idsOf()).toEqual([expect.stringMatching(/.+/), room, language])
  })

  test('is refused if the person saw an older revision, and the answer shows what is stored', async () => {
    const key = keyOf('Before you start')
    const { rev, updatedAt } = await acting.sectionOf(toolkit.id, key)
    const late = { toolkit: toolkit.id, key, seen: 1, language: 'en', body: typed('Too late.') }
    const { keys, saved } = await acting.refuse(coordinator, saveSection, late)
    expect(keys).toEqual(['refusal.stale'])
    expect(saved).toMatchObject({ rev, updatedAt, updatedBy: coordinator.id, texts: { title: 'Before you start' } })
    expect(textOf(Object(saved.texts).body)).toContain('Find a quiet room.')
  })
})

describe('releasing the common framework', () => {
  test('freezes every section in one numbered release, under the hashes of their contents', async () => {
    const made = await given.toolkit({ released: false })
    const before = await snapshotOf(application.payload)
    const result = await acting.succeed(
      coordinator,
      releaseMaster,
      await acting.toRelease({
        toolkit: made.id,
        version: '1.0',
        notes: 'The first one.',
      }),
    )
    expect(result).toMatchObject({ version: '1.0', seq: 1 })
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({
      blobs: 3,
      releases: 1,
      'audit-events': 1,
    })
    const [release] = await acting.releasesOf(made.id, 'master')
    expect(release).toMatchObject({
      id: result.id,
      seq: 1,
      version: '1.0',
      kind: 'release',
      languages: ['en'],
      notes: 'The first one.',
    })
    const manifest = manifestOf(release)
    expect([...manifest.keys()].sort()).toEqual(made.sections.map(({ key }) => key).sort())
    for (const { key, title } of made.sections) {
      const entry = manifest.get(key)
      const section = await acting.sectionOf(made.id, key)
      expect(entry).toMatchObject({ mode: 'inherit', slug: section.slug, rank: section.rank, parent: null })
      const content = await acting.blobOf(entry?.blob)
      expect(contentHash(content)).toBe(entry?.blob)
      expect(content).toMatchObject({
        key,
        title: { en: title },
        body: { en: fromLexical(Object(section.body).en) },
      })
    }
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({
      action: 'release.release',
      actor: coordinator.id,
      subject: `releases/${result.id}`,
      details: { version: '1.0', seq: 1, manifestHash: release?.manifestHash },
    })
  })

  test('stores only contents that have changed since', async () => {
    const made = await given.toolkit()
    const [first, second, third] = made.sections
    await acting.succeed(coordinator, saveSection, {
      toolkit: made.id,
      key: second?.key,
      seen: 1,
      language: 'fr',
      title: 'Autre',
      body: typed('Autres mots.'),
    })
    const before = await snapshotOf(application.payload)
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: made.id, version: '1.1' }))
    expect(grownBetween(before, await snapshotOf(application.payload))).toMatchObject({ blobs: 1, releases: 1 })
    const [old, recent] = await acting.releasesOf(made.id, 'master')
    expect(recent).toMatchObject({ seq: 2, version: '1.1', languages: ['en', 'fr'] })
    for (const { key } of [first, third].flatMap((one) => one ?? []))
      expect(manifestOf(recent).get(key)).toEqual(manifestOf(old).get(key))
    const changed = String(second?.key)
    expect(manifestOf(recent).get(changed)?.blob).not.toBe(manifestOf(old).get(changed)?.blob)
    expect(await acting.blobOf(manifestOf(old).get(changed)?.blob)).toMatchObject({ title: { en: second?.title } })
  })

  test('never overwrites what is stored under a hash', async () => {
    const made = await given.toolkit({ released: false, titles: ['Alone'] })
    const json = { marked: 'as it was stored first' }
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: made.id, version: '1.0' }))
    const blob = manifestOf((await acting.releasesOf(made.id, 'master'))[0]).get(String(made.sections[0]?.key))?.blob
    const blobs = application.payload.db.connection.collection<{ _id: string; json: unknown }>('blobs')
    const was = await blobs.findOneAndUpdate({ _id: String(blob) }, { $set: { json } })
    const move = { toolkit: made.id, key: made.sections[0]?.key, language: 'en' }
    await acting.succeed(coordinator, saveSection, { ...move, seen: 1, title: 'Elsewhere' })
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: made.id, version: '1.1' }))
    await acting.succeed(coordinator, saveSection, { ...move, seen: 2, title: 'Alone' })
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: made.id, version: '1.2' }))
    expect(await acting.blobOf(blob)).toEqual(json)
    await blobs.updateOne({ _id: String(blob) }, { $set: { json: was?.json } })
  })

  test('leaves out sections that the newest import did not have, and keeps them in older releases', async () => {
    const made = await given.toolkit()
    const stays = made.sections.slice(1)
    await acting.succeed(coordinator, importToolkit, {
      slug: made.slug,
      language: 'en',
      images: [],
      seen: await acting.seenForImport(coordinator, made.slug),
      allowGone: 1,
      sections: stays.map(({ title }) => ({
        source: 'document',
        depth: 1,
        title,
        body: words(`Common text of ${title}.`),
      })),
    })
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: made.id, version: '2.0' }))
    const [old, recent] = await acting.releasesOf(made.id, 'master')
    expect([...manifestOf(recent).keys()].sort()).toEqual(stays.map(({ key }) => key).sort())
    expect(manifestOf(old).size).toBe(3)
  })

  test('is refused when nothing has changed, and when there is nothing', async () => {
    const made = await given.toolkit()
    const again = await acting.refuse(
      coordinator,
      releaseMaster,
      await acting.toRelease({ toolkit: made.id, version: '1.1' }),
    )
    expect(again).toMatchObject({ keys: ['refusal.nothing-changed'], params: { version: '1.0' } })
    const { id } = await application.payload.create({
      collection: 'toolkits',
      locale: 'en',
      data: { slug: 'empty', title: 'Empty', sourceLanguage: 'en' },
      overrideAccess: true,
    })
    const empty = await acting.refuse(
      coordinator,
      releaseMaster,
      await acting.toRelease({ toolkit: String(id), version: '1.0' }),
    )
    expect(empty.keys).toEqual(['refusal.nothing-to-release'])
  })

  test('is possible if only the description of the toolkit on the pages changed', async () => {
    const made = await given.toolkit()
    await rename(made.id, { title: 'A better title' })
    const input = await acting.toRelease({ toolkit: made.id, version: '1.1' })
    await acting.succeed(coordinator, releaseMaster, input)
    const [old, recent] = await acting.releasesOf(made.id, 'master')
    expect(recent?.manifestHash).toBe(old?.manifestHash)
    expect(Object(recent?.about).title).toEqual({ en: 'A better title' })
    const again = await acting.refuse(coordinator, releaseMaster, { ...input, version: '1.2' })
    expect(again.keys).toEqual(['refusal.nothing-changed'])
  })

  test('is refused if the pages would describe the toolkit in a way that the person did not see', async () => {
    const made = await given.toolkit({ released: false })
    const input = await acting.toRelease({ toolkit: made.id, version: '1.0' })
    for (const change of [{ title: 'Another title' }, { description: 'Another description' }, { sample: true }]) {
      await rename(made.id, change)
      const { keys } = await acting.refuse(coordinator, releaseMaster, input)
      expect(keys).toEqual(['refusal.release-moved-on'])
      await rename(made.id, { title: `Toolkit ${made.slug}`, description: null, sample: false })
    }
    await acting.succeed(coordinator, releaseMaster, input)
  })

  test.each([
    ['1.0', 'refusal.version-not-higher'],
    ['0.9', 'refusal.version-not-higher'],
    ['1.0.0', 'refusal.version-not-higher'],
    ['two', 'refusal.version-form'],
    ['2', 'refusal.version-form'],
    ['1.1 beta', 'refusal.version-form'],
  ])('is refused with the number %s after 1.0', async (version, reason) => {
    // The toolkit has been edited since, so only the number is a reason to refuse.
    const { keys } = await acting.refuse(
      coordinator,
      releaseMaster,
      await acting.toRelease({ toolkit: toolkit.id, version }),
    )
    expect(keys).toEqual([reason])
  })

  test('is refused without notes, and if the person did not see the current text', async () => {
    const made = await given.toolkit({ released: false })
    const input = await acting.toRelease({ toolkit: made.id, version: '1.0' })
    const noteless = await acting.refuse(coordinator, releaseMaster, { ...input, notes: '  ' })
    expect(noteless.keys).toEqual(['refusal.release-notes-missing'])
    const { seen: _, ...unseen } = input
    expect((await acting.refuse(coordinator, releaseMaster, unseen)).keys).toEqual(['refusal.bad-input'])
    const stale = await acting.refuse(coordinator, releaseMaster, { ...input, seen: 'another state' })
    expect(stale.keys).toEqual(['refusal.release-moved-on'])
  })

  test('keeps the stored data consistent', async () => {
    for (const { id } of await acting.stored('toolkits')) expect(await acting.problemsOf(String(id))).toEqual([])
  })
})

function keyOf(title: string): string {
  const section = toolkit.sections.find((one) => one.title === title)
  if (!section) throw new Error(`There is no section ${title}`)
  return section.key
}

/** What somebody enters about a toolkit on its screen. */
async function rename(id: string, change: Fields): Promise<void> {
  const { rev } = (await application.request(coordinator, 'GET', `/api/toolkits/${id}`)).body
  const { status, text } = await application.request(coordinator, 'PATCH', `/api/toolkits/${id}?locale=en`, {
    ...change,
    rev,
  })
  expect(status, text).toBe(200)
}
