import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

const CREDENTIALS = 'account-credentials'
const INDEX = 'setByOther.by_1'

/** The account that last set a password, in the old form; all who could have set it, in the new form. */
type Setting = { by: string | string[]; at: Date }
type Stored = { _id: string; setByOther?: Setting | null }

/**
 * A password that somebody else set names all who could have set it: the account that set it, the one that had set the
 * password of that account, and so on. Before, it named only the first, and the others were looked up by an index when
 * needed.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  // A transaction cannot drop it, and a transaction that has read there blocks the drop.
  await dropIndex(payload)
  const credentials = credentialsOf(payload)
  const stored = await credentials.find({ setByOther: { $type: 'object' } }, { session }).toArray()
  const setters = new Map(stored.map(({ _id, setByOther }) => [_id, setByOther?.by]))
  for (const { _id, setByOther } of stored) {
    if (typeof setByOther?.by !== 'string') continue
    const by = lineOf({ first: setByOther.by, of: _id, setters })
    await credentials.updateOne({ _id }, { $set: { 'setByOther.by': by } }, { session })
  }
}

/** The account that set it last. */
export async function down({ payload, session }: MigrateDownArgs): Promise<void> {
  const credentials = credentialsOf(payload)
  for (const { _id, setByOther } of await credentials
    .find({ setByOther: { $type: 'object' } }, { session })
    .toArray()) {
    const [last] = [setByOther?.by ?? []].flat()
    if (last !== undefined) await credentials.updateOne({ _id }, { $set: { 'setByOther.by': last } }, { session })
  }
}

type Line = { first: string; of: string; setters: Map<string, Setting['by'] | undefined> }

/**
 * From one account to the next, as it was looked up before; for an account that already has a list, all in that list
 * follow.
 */
function lineOf({ first, of, setters }: Line): string[] {
  const line = new Set<string>()
  let next = [first]
  while (next.length > 0) {
    const [one = '', ...others] = next
    next = others
    if (one === of || line.has(one)) continue
    line.add(one)
    next.push(...[setters.get(one) ?? []].flat())
  }
  return [...line]
}

function credentialsOf(payload: MigrateUpArgs['payload']) {
  return databaseOf(payload).collection<Stored>(CREDENTIALS)
}

async function dropIndex(payload: MigrateUpArgs['payload']): Promise<void> {
  const isThere = await databaseOf(payload).listCollections({ name: CREDENTIALS }).hasNext()
  const credentials = credentialsOf(payload)
  if (isThere && (await credentials.indexExists(INDEX))) await credentials.dropIndex(INDEX)
}

function databaseOf(payload: MigrateUpArgs['payload']) {
  return payload.db.connection.getClient().db(payload.db.connection.name)
}
