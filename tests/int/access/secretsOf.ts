import { credentialsOf, sessionsOf } from '@/accounts/stores'
import type { Application } from '../setup/application'

/** What an account signs in with, as it is stored: the password's hash, and what its sessions are known by. */
export async function secretsOf({ application: { payload }, user }: { application: Application; user: string }) {
  const sessions = await sessionsOf(payload).find({ user }).sort({ _id: 1 }).toArray()
  return {
    credential: await credentialsOf(payload).findOne({ _id: user }),
    sessions: sessions.map(({ _id, secret, version }) => ({ _id, secret, version })),
  }
}
