import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runPendingMigrations } from '@/database/migrations'
import { migrations } from '../../../migrations'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { factoriesFor } from '../setup/factories'

let application: Application
let admin: Person
/** The revisions that Payload itself stored when the documents were created. */
const own = new Map<string, Fields[]>()

const KEPT = ['toolkits', 'countries', 'memberships']

beforeAll(async () => {
  application = await startApplication()
  const given = factoriesFor(application)
  await given.country('ie')
  admin = await given.person({ roles: [{ role: 'admin' }] })
  await given.toolkit({ slug: 'guide', released: false })
  for (const slug of KEPT) own.set(slug, await revisionsOf(slug))
})

afterAll(() => application.stop())

describe.each(KEPT)('%s that existed before their revisions were kept', (slug) => {
  test('get what is stored as their first revision, and never a second time', async () => {
    await (await collectionOf(slug)).deleteMany({})
    for (let time = 1; time <= 2; time++) {
      await migrateAgain()
      expect((await revisionsOf(slug)).map(sinceItIsStored)).toEqual(own.get(slug)?.map(sinceItIsStored))
    }
  })

  test('keep it when they are changed, so that an administrator can read it', async () => {
    const change = { toolkits: { title: 'Renamed' }, countries: { name: 'Renamed' }, memberships: { role: 'observer' } }
    const [before] = (await application.request(admin, 'GET', `/api/${slug}?locale=en`)).body.docs as Fields[]
    const address = `/api/${slug}/${before?.id}?locale=en`
    const { rev } = before ?? {}
    // This must be last: afterwards the administrator has no role.
    const answer = await application.request(admin, 'PATCH', address, { ...Object(change)[slug], rev })
    expect(answer.status, answer.text).toBe(200)
    const kept = (await revisionsOf(slug)).filter(({ parent }) => String(parent) === before?.id)
    expect(kept.map(({ version }) => Object(version).rev)).toEqual([rev, Number(rev) + 1])
    if (slug === 'memberships') return
    const read = await application.request(admin, 'GET', `/api/${slug}/versions?where[parent][equals]=${before?.id}`)
    expect(read.body.totalDocs, read.text).toBe(2)
  })
})

async function migrateAgain(): Promise<void> {
  const { connection } = application.payload.db
  await connection.collection('payload-migrations').deleteMany({ name: '20261127_083000_first_revisions' })
  await runPendingMigrations(application.payload, migrations)
}

async function collectionOf(slug: string) {
  const model = application.payload.db.versions[slug]
  if (!model) throw new Error(`${slug} keeps no revisions`)
  return model.collection
}

async function revisionsOf(slug: string): Promise<Fields[]> {
  return (await collectionOf(slug)).find().sort({ parent: 1, 'version.rev': 1 }).toArray()
}

/**
 * A revision without its id; its date is the day on which its content was stored, apart from some milliseconds by
 * Payload.
 */
function sinceItIsStored({ _id, ...revision }: Fields): Fields {
  const { updatedAt } = Object(revision.version)
  return { ...revision, createdAt: updatedAt, updatedAt }
}
