import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { verifyStored } from '@/scripts/faults/verifyStored'
import { type Application, type Fields, startApplication } from './setup/application'
import { type Edition, factoriesFor } from './setup/factories'

let application: Application
let published: Edition
let draft: Edition
let whole: Map<string, Stored[]>

beforeAll(async () => {
  application = await startApplication()
  const given = factoriesFor(application)
  const toolkit = await given.toolkit()
  published = await given.edition({ state: 'published', country: 'ie', toolkit })
  draft = await given.edition({ country: 'cy', toolkit })
  whole = new Map(
    await Promise.all(DAMAGED.map(async (name) => [name, await collection(name).find().toArray()] as const)),
  )
})

// Each test damages the database; the next one starts from the original.
afterEach(async () => {
  for (const [name, docs] of whole) {
    await collection(name).deleteMany({})
    await collection(name).insertMany(docs)
  }
})

afterAll(() => application.stop())

type Stored = Fields & { _id: never }

const DAMAGED = ['blobs', 'releases', 'editions', 'audit-events']

test('what the application stored has no problem', async () => {
  expect(await problems()).toEqual([])
  expect(await problems({ acknowledged: ['1.0'] })).toEqual([])
})

describe('a release', () => {
  test('that was acknowledged but is missing is found', async () => {
    expect(await problems({ acknowledged: ['1.0', '1.1'] })).toEqual(['acknowledged release 1.1 is lost'])
  })

  test('whose content was changed is found', async () => {
    const blob = await blobOfIreland()
    await collection('blobs').updateOne({ _id: blob }, { $set: { 'json.title.en': 'Something else' } })
    expect(await problems()).toEqual([`ie 1.0: blob ${blob} is not what its hash says`])
  })

  test('whose content is missing is found, for each release that names it', async () => {
    const { manifest } = await one('releases', { country: 'master' })
    const named = Object(manifest)[1].blob
    await collection('blobs').deleteOne({ _id: named })
    expect((await problems()).sort()).toEqual([
      `ie 1.0: blob ${named} is not there`,
      `master 1.0: blob ${named} is not there`,
    ])
  })

  test('whose list of sections was changed is found', async () => {
    await collection('releases').updateOne({ country: 'ie' }, { $set: { 'manifest.0.mode': 'omit' } })
    expect(await problems()).toEqual(['ie 1.0: the manifest is not what its hash says'])
  })

  test('whose list of sections lost an entry is found', async () => {
    await collection('releases').updateOne({ country: 'ie' }, { $pop: { manifest: 1 } } as never)
    expect(await problems()).toEqual(['ie 1.0: the manifest is not what its hash says'])
  })

  test('with a gap in the numbers is found', async () => {
    await collection('releases').updateOne({ country: 'ie' }, { $set: { seq: 3 } })
    expect(await problems()).toEqual(['ie: release number 3 where 1 belongs'])
  })

  test('that was stored without an event is found', async () => {
    const { _id } = await one('releases', { country: 'ie' })
    await collection('audit-events').updateOne({ subject: `releases/${_id}` }, { $set: { subject: 'releases/0' } })
    expect(await problems()).toEqual(
      expect.arrayContaining(['ie 1.0: no audit event', expect.stringMatching(/^audit ie: event \d+ is not what/)]),
    )
  })

  test('that is missing while its edition is marked as published is found', async () => {
    await collection('releases').deleteOne({ country: 'ie' })
    expect(await problems()).toEqual(['edition 1 is published, its release is not there'])
  })
})

describe('an edition', () => {
  test('that is published without a release is found', async () => {
    await collection('editions').updateOne({ country: 'cy' }, { $set: { state: 'published' } })
    expect(draft.state).toBe('draft')
    expect(await problems()).toEqual(['edition 1 is published, its release is not there'])
  })

  test('that has a release but is not published is found', async () => {
    await collection('editions').updateOne({ country: 'ie' }, { $set: { state: 'approved' } })
    expect(await problems()).toEqual(['edition 1 is approved, its release is there'])
  })
})

describe('the record of events', () => {
  test('in which an event was changed is found', async () => {
    const { country, seq } = await lastEvent('cy')
    await collection('audit-events').updateOne({ country, seq }, { $set: { actor: 'somebody else' } })
    expect(await problems()).toEqual([`audit cy: event ${seq} is not what its hash says`])
  })

  test('in which an event is missing is found', async () => {
    await collection('audit-events').deleteOne({ country: 'ie', seq: 2 })
    expect(await problems()).toEqual(['audit ie: event 3 after 1'])
  })

  test('in which the first event is missing is found', async () => {
    await collection('audit-events').deleteOne({ country: 'ie', seq: 1 })
    expect(await problems()).toEqual(['audit ie: event 2 after 0'])
  })

  test('in which an event does not follow its predecessor is found', async () => {
    const { country, seq } = await lastEvent('ie')
    await collection('audit-events').updateOne({ country, seq }, { $set: { previousHash: 'f'.repeat(64) } })
    expect(await problems()).toEqual([`audit ie: event ${seq} does not follow the one before`])
  })
})

function problems({ acknowledged = [] }: { acknowledged?: string[] } = {}): Promise<string[]> {
  const { payload } = application
  return verifyStored({ payload, toolkit: published.variant.toolkit.id, acknowledged: new Set(acknowledged) })
}

/** The collection in the database, read without the application. */
function collection(name: string) {
  return application.payload.db.connection.collection<Stored>(name)
}

async function one(name: string, where: Fields): Promise<Fields> {
  const doc = await collection(name).findOne(where as never)
  if (!doc) throw new Error(`There is none in ${name}`)
  return doc
}

async function lastEvent(country: string): Promise<Fields> {
  const [last] = await collection('audit-events')
    .find({ country } as never)
    .sort({ seq: -1 })
    .limit(1)
    .toArray()
  return last ?? {}
}

/** The content that only the national version has. */
async function blobOfIreland(): Promise<never> {
  const { manifest } = await one('releases', { country: 'ie' })
  const entries: Fields[] = Object(manifest)
  return entries.find(({ mode }) => mode === 'adapt')?.blob as never
}
