import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runPendingMigrations } from '@/database/migrations'
import { block } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { siteOf } from '@/reader/site'
import { type Crawl, crawl, differencesBetween } from '@/scripts/attack/crawl'
import { migrations } from '../../../migrations'
import { type Application, type Fields, SERVER_URL, startApplication } from '../setup/application'
import { type Edition, type Factories, factoriesFor, resultOf, words } from '../setup/factories'
import { toRelease } from '../setup/toRelease'

let application: Application
let given: Factories
let published: Edition
let crawled: () => Promise<Crawl>
let media = ''

/** A country with its own page in two languages, whose picture and that of the common text are described in one. */
beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  // Not earlier, because the reader imports the configuration.
  const { publishedFile, readerDatabase, siteOrigin } = await import('@/reader/queries')
  crawled = () => {
    // It caches nothing, and knows nothing: a cached page would be the same whatever was written.
    const { answer } = siteOf({ database: readerDatabase(), origin: siteOrigin, bytes: 0 })
    return crawl(async (address) => {
      // The program serves the style sheet as a file.
      if (address.startsWith('/assets/')) return { status: 200, bytes: new Uint8Array() }
      const file = address.startsWith('/files/') ? await publishedFile(address.split('/')[2] ?? '') : undefined
      if (file) return { status: 200, bytes: file.bytes }
      const response = await answer(new Request(new URL(address, SERVER_URL)))
      return { status: response.status, bytes: await response.bytes() }
    })
  }
  const keeper = await given.coordinator()
  const country = await given.country('ie', { languages: ['en', 'fr'] })
  const toolkit = await given.toolkit({ released: false })
  media = (await given.picture({ seed: 'common', country: 'master' })).id
  const shown = () => toLexical([...words('See this.'), block('image', { attrs: { media, alt: 'A dot' } })])
  const [first] = toolkit.sections
  const place = { toolkit: toolkit.id, key: first?.key, language: 'en' }
  resultOf(await application.act(keeper, 'save-section', { ...place, seen: first?.rev, body: shown() }))
  resultOf(
    await application.act(
      keeper,
      'release-master',
      await toRelease(application.payload, { toolkit: toolkit.id, version: '1.0' }),
    ),
  )
  const variant = await given.variant({ country, toolkit, languages: ['en', 'fr'] })
  published = await given.edition({ variant, state: 'published' })
})

afterAll(() => application.stop())

describe('a published text', () => {
  test('does not change when toolkits, countries and pictures are changed', async () => {
    const before = await crawled()
    const addresses = [...before.keys()]
    expect(addresses).toContain(`/files/${media}`)
    expect(addresses).toContain(`/ie/fr/${published.variant.toolkit.slug}/v/1.0/the-conversation/compare`)
    expect([...before.values()].filter((one) => !one.startsWith('200'))).toEqual([])

    // Past every guard: whatever is stored in these documents, no page may show it.
    const writeAll = (collection: string, $set: Fields) =>
      application.payload.db.connection.collection(collection).updateMany({}, { $set })
    const both = (words: string) => ({ en: words, fr: words })
    await writeAll('media', { alt: both('Written afterwards'), width: 20_000, height: 1, mimeType: 'image/gif' })
    await writeAll('countries', { name: both('Another name'), languages: ['el'] })
    await writeAll('toolkits', {
      title: both('Another title'),
      description: both('Another description'),
      sample: true,
      sourceLanguage: 'fr',
    })
    expect(differencesBetween(before, await crawled())).toEqual([])
  })

  test('shows current data in the next release, and the old data in the earlier ones', async () => {
    const before = await crawled()
    const keeper = await given.coordinator()
    const toolkit = published.variant.toolkit
    const [, second] = toolkit.sections
    const place = { toolkit: toolkit.id, key: second?.key, language: 'en' }
    resultOf(await application.act(keeper, 'save-section', { ...place, seen: second?.rev, title: 'Better words' }))
    resultOf(
      await application.act(
        keeper,
        'release-master',
        await toRelease(application.payload, { toolkit: toolkit.id, version: '2.0' }),
      ),
    )
    const after = await crawled()
    const changed = differencesBetween(before, after)
    expect(changed.filter((one) => one.includes('/ie/en/') && one.includes('/v/1.0/compare'))).toEqual([])
    const { answer } = await import('@/reader/answer')
    const read = async (path: string) => (await answer(new Request(new URL(path, SERVER_URL)))).text()
    expect(await read(`/common/en/${toolkit.slug}`)).toContain('Another title')
    expect(await read(`/common/en/${toolkit.slug}/v/1.0`)).not.toContain('Another title')
    expect(await read(`/ie/en/${toolkit.slug}`)).not.toContain('Another')
  })

  test('is the same after an older database was updated', async () => {
    const { payload } = application
    const releases = payload.db.collections.releases?.collection
    const whole = (await releases?.find().sort({ _id: 1 }).toArray()) ?? []
    await releases?.updateMany({}, { $unset: { about: 1, pictures: 1, slug: 1 } })
    await payload.db.collections['payload-migrations']?.collection.deleteMany({})
    await runPendingMigrations(payload, migrations)
    const moved = (await releases?.find().sort({ _id: 1 }).toArray()) ?? []
    // What was shown on the day of the release was not stored: an old release says what its pages showed until now.
    expect(moved.map((one) => [one.slug, one.about.title, one.about.country])).toEqual(
      whole.map((one) => [
        one.slug,
        { en: 'Another title', fr: 'Another title' },
        one.country === 'master' ? {} : { en: 'Another name', fr: 'Another name' },
      ]),
    )
    expect(moved.map(({ pictures }) => Object.keys(pictures))).toEqual(whole.map(({ files }) => files))
    expect(moved[0]?.pictures[media]).toMatchObject({ mimeType: 'image/gif', alt: { en: 'Written afterwards' } })
    // The text already had its own description, which stays.
    expect(JSON.stringify(await application.payload.db.collections.sections?.collection.find().toArray())).toContain(
      'A dot',
    )
    const again = await releases?.find().sort({ _id: 1 }).toArray()
    await payload.db.collections['payload-migrations']?.collection.deleteMany({})
    await runPendingMigrations(payload, migrations)
    expect(await releases?.find().sort({ _id: 1 }).toArray()).toEqual(again)
  })
})

test('no picture is served that no release shows', async () => {
  const { publishedFile } = await import('@/reader/queries')
  const { id } = await given.picture({ seed: 'draft', country: 'master' })
  expect(await publishedFile(id)).toBeUndefined()
})
