import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentsOf } from '@/database/documentsOf'
import { runPendingMigrations } from '@/database/migrations'
import { block } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { migrations } from '../../../migrations'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Picture, resultOf, type Toolkit, words } from '../setup/factories'
import { toRelease } from '../setup/toRelease'

let application: Application
let given: Factories
let keeper: Person
let toolkit: Toolkit
let picture: Picture

beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  keeper = await given.coordinator()
  picture = await given.picture({ seed: 'shown', country: 'master' })
  toolkit = await given.toolkit({ slug: 'guide', released: false })
  const [first] = toolkit.sections
  const body = toLexical([...words('See this.'), block('image', { attrs: { media: picture.id, alt: 'A shelter' } })])
  const place = { toolkit: toolkit.id, key: first?.key, language: 'en', seen: first?.rev, body }
  resultOf(await application.act(keeper, 'save-section', place))
  const release = await toRelease(application.payload, { toolkit: toolkit.id, version: '1.0' })
  resultOf(await application.act(keeper, 'release-master', release))
  await given.edition({ toolkit: await withSections(), country: 'ie', state: 'published' })
})

afterAll(() => application.stop())

test('an older release contains what its pages showed, and later changes do not affect it', async () => {
  const made = await releases()
  expect(made.map(({ country }) => country)).toEqual(['ie', 'master'])
  expect(made.map(({ about }) => Object(about).country)).toEqual([{ en: 'Country ie' }, {}])
  await documentsOf(application.payload, 'media').updateOne({}, { $set: { alt: { en: 'A house', fr: null } } })
  await documentsOf(application.payload, 'releases').updateMany({}, { $unset: { about: 1, pictures: 1, slug: 1 } })
  await migrateAgain('20261127_044000_releases_hold_what_they_show')
  // The national text of the first section shows no picture.
  const told = made.map(({ pictures, ...release }) => ({
    ...release,
    pictures: Object.fromEntries(
      Object.entries(Object(pictures)).map(([id, one]) => [id, { ...Object(one), alt: { en: 'A house' } }]),
    ),
  }))
  expect(told.map(({ pictures }) => Object.keys(pictures))).toEqual([[], [picture.id]])
  expect(await releases()).toEqual(told)

  await documentsOf(application.payload, 'toolkits').updateMany({}, { $set: { 'title.en': 'Written later' } })
  await documentsOf(application.payload, 'media').updateMany({}, { $set: { 'alt.en': 'Written later' } })
  await migrateAgain('20261127_044000_releases_hold_what_they_show')
  expect(await releases()).toEqual(told)
})

test('an older text describes its pictures itself, in every kept revision, and keeps existing descriptions', async () => {
  const { db } = application.payload
  const sections = documentsOf(application.payload, 'sections')
  const revisions = db.connection.collection(db.versions.sections?.collection.name ?? '')
  const shown = () => texts([sections, revisions])
  expect(await shown()).toEqual(['A shelter', 'A shelter'])
  await migrateAgain('20261127_052000_texts_describe_their_pictures')
  expect(await shown()).toEqual(['A shelter', 'A shelter'])

  for (const [collection, at] of [
    [sections, 'body.en'],
    [revisions, 'version.body.en'],
  ] as const) {
    const doc = await collection.findOne({ [at]: { $exists: true }, ...IS_SHOWN(at) })
    const body = JSON.parse(JSON.stringify(at.startsWith('version') ? doc?.version.body.en : doc?.body.en))
    for (const node of body.root.children) if (node.type === 'upload') delete node.fields
    if (!doc) throw new Error(`No text shows a picture in ${at}`)
    await collection.updateOne({ _id: doc._id }, { $set: { [at]: body } })
  }
  await documentsOf(application.payload, 'media').updateMany({}, { $set: { alt: { en: 'A house' } } })
  await migrateAgain('20261127_052000_texts_describe_their_pictures')
  expect(await shown()).toEqual(['A house', 'A house'])
})

const IS_SHOWN = (at: string) => ({ [`${at}.root.children.type`]: 'upload' })

type Documents = ReturnType<typeof documentsOf>

/** The descriptions of the pictures in English texts: of the stored text, then of its newest revision. */
async function texts([sections, revisions]: [Documents, Documents]): Promise<unknown[]> {
  const doc = await sections.findOne(IS_SHOWN('body.en'))
  const revision = await revisions.findOne(IS_SHOWN('version.body.en'))
  return [doc?.body, revision?.version.body].map((body) => {
    const nodes: Fields[] = body.en.root.children
    return Object(nodes.find(({ type }) => type === 'upload')?.fields).alt
  })
}

async function releases(): Promise<Fields[]> {
  return documentsOf(application.payload, 'releases').find({}).sort({ country: 1 }).toArray()
}

async function withSections(): Promise<Toolkit> {
  const { docs } = (await application.request(keeper, 'GET', `/api/sections?where[toolkit][equals]=${toolkit.id}`)).body
  const revs = new Map((docs as Fields[]).map(({ key, rev }) => [key, Number(rev)]))
  return { ...toolkit, sections: toolkit.sections.map((one) => ({ ...one, rev: revs.get(one.key) ?? one.rev })) }
}

async function migrateAgain(name: string): Promise<void> {
  await application.payload.db.connection.collection('payload-migrations').deleteMany({ name })
  await runPendingMigrations(application.payload, migrations)
}
