import type { Payload } from 'payload'

/**
 * Ends the open transactions of the application's database user whose connection is closed: their server was stopped in
 * the middle of them. Until MongoDB ends them itself, after 60 to 90 seconds, nobody can write what they wrote. A
 * transaction of a running server that lost its connection is ended too; that server tries it again. Does nothing where
 * the user may not see or end its own sessions.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/currentOp/
 */
export async function endLeftTransactions(payload: Payload): Promise<void> {
  const admin = payload.db.connection.getClient().db('admin')
  const own = { $currentOp: { allUsers: false, idleConnections: true, idleSessions: true } }
  try {
    const all = await admin.aggregate([own], { readConcern: { level: 'local' } }).toArray()
    const open = new Set(all.flatMap(({ type, connectionId }) => (type === 'idleSession' ? [] : [connectionId])))
    const left = all.filter((one) => one.type === 'idleSession' && one.transaction && !open.has(one.connectionId))
    if (left.length === 0) return
    await admin.command({ killSessions: left.map(({ lsid }) => ({ id: lsid.id })) })
    payload.logger.warn(`Ended ${left.length} transactions that a stopped server left open`)
  } catch (error) {
    payload.logger.warn({ err: error }, 'Cannot look for transactions that a stopped server left open')
  }
}
