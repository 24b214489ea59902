import { ObjectId } from 'mongodb'
import type { Payload } from 'payload'
import { documentsOf } from '@/database/documentsOf'
import { revisionsIn } from '@/stored/keptRevisions'
import type { Fields, Person } from '../setup/application'

/** The change of one more revision compared with the previous one. */
export type More = { by: Person; at?: Date; partial?: boolean } & { set: Fields }

/**
 * Stores a long history of a national section as after that many saves, and returns its newest revision. Saving a text
 * of thousands of paragraphs takes a second, so this writes directly to the database, starting with the application's
 * newest revision.
 */
export async function addRevisions(payload: Payload, id: string, more: readonly More[]): Promise<number> {
  const revisions = revisionsIn(payload, 'variant-sections')
  const parent = new ObjectId(id)
  const [newest] = await revisions.find({ parent }).sort({ 'version.rev': -1 }).limit(1).toArray()
  if (!newest) throw new Error('It has no revision')
  let version: Fields = newest.version
  for (const { by, at, partial = false, set } of more) {
    const { _id, version: _, ...rest } = newest
    const updatedAt = at ?? new Date()
    version = withSet({
      version: { ...version, rev: Number(version.rev) + 1, partial, updatedBy: new ObjectId(by.id), updatedAt },
      set,
    })
    await revisions.insertOne({ ...rest, version, updatedAt, createdAt: updatedAt })
  }
  await documentsOf(payload, 'variant-sections').updateOne({ _id: parent }, { $set: version })
  return Number(version.rev)
}

/** `title.en` sets one language. */
function withSet({ version, set }: { version: Fields; set: Fields }): Fields {
  const result = { ...version }
  for (const [path, value] of Object.entries(set)) {
    const [field = '', language] = path.split('.')
    result[field] = language ? { ...Object(result[field]), [language]: value } : value
  }
  return result
}

/** How many bytes of revisions of national sections the database returned while `work` ran, for each answer. */
export async function readOfRevisions<T>(
  payload: Payload,
  work: () => Promise<T>,
): Promise<{ result: T; answers: number[] }> {
  const { db } = payload.db.connection
  if (!db) throw new Error('There is no database')
  await db.command({ profile: 2 })
  const result = await work().finally(() => db.command({ profile: 0 }))
  const ns = `${db.databaseName}.${revisionsIn(payload, 'variant-sections').name}`
  const asked = await db
    .collection('system.profile')
    .find({ ns, op: { $in: ['query', 'command', 'getmore'] } })
    .toArray()
  await db.collection('system.profile').drop()
  return { result, answers: asked.map(({ responseLength }) => Number(responseLength ?? 0)) }
}
