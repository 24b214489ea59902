import type { Document } from 'mongodb'
import type { Payload } from 'payload'

/** Every command by which something is stored, but for the commit. */
export const WRITES = ['insert', 'update', 'findAndModify']

/**
 * While `work` runs the server fails these commands as `how` says: the next ones (`mode: { times: n }`), or all after
 * some (`{ skip: n }`). Needs a mongod with test commands, which all tests share.
 */
export async function whileFailing<T>(
  payload: Payload,
  { commands, mode, how }: { commands: string[]; mode: Document | 'alwaysOn'; how: Document },
  work: () => Promise<T>,
): Promise<T> {
  const admin = payload.db.connection.getClient().db('admin')
  const set = (point: Document) => admin.command({ configureFailPoint: 'failCommand', ...point })
  await set({ mode, data: { failCommands: commands, ...how } })
  try {
    return await work()
  } finally {
    await set({ mode: 'off' })
  }
}
