import { credentialsOf, sessionsOf } from '@/accounts/stores'
import type { Application } from '../setup/application'

/** The stored secrets of an account: the hash of its password, and the keys of its sessions. */
export async function secretsOf({ application: { payload }, user }: { application: Application; user: string }) {
  const sessions = await sessionsOf(payload).find({ user }).sort({ _id: 1 }).toArray()
  return {
    credential: await credentialsOf(payload).findOne({ _id: user }),
    sessions: sessions.map(({ _id, secret, version }) => ({ _id, secret, version })),
  }
}
