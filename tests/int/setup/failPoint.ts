import type { Document } from 'mongodb'
import type { Payload } from 'payload'

/** Every command that stores something, except for the commit. */
export const WRITES = ['insert', 'update', 'findAndModify']

/**
 * While `work` runs, the server fails these commands as `how` says: the next ones (`mode: { times: n }`), or all after
 * some (`{ skip: n }`). Needs a mongod with test commands, which all tests share.
 */
export async function whileFailing<T>(
  payload: Payload,
  { commands, mode, how }: { commands: string[]; mode: Document | 'alwaysOn'; how: Document },
  work: () => Promise<T>,
): Promise<T> {
  const client = payload.db.connection.getClient()
  const admin = client.db('admin')
  const { appName } = client.options
  if (!appName) throw new Error('The server would fail for other workers, too')
  const set = (point: Document) => admin.command({ configureFailPoint: 'failCommand', ...point })
  await set({ mode, data: { failCommands: commands, appName, ...how } })
  try {
    return await work()
  } finally {
    await set({ mode: 'off' })
  }
}
