import type { PayloadRequest } from 'payload'
import { recordAuditEvent } from '../recordAuditEvent'

/** The audit stream of accounts: a sign-in does not wait for publishing, and no country reads it. */
export const ACCOUNTS = 'accounts'

/** Permanently recorded account events: never an address, a name or a password. */
export type AccountEvent =
  | 'account.sign-in'
  | 'account.sign-in-failed'
  | 'account.locked'
  | 'account.sign-out'
  | 'account.password-changed'
  | 'account.password-set'
  | 'account.address-changed'
  | 'account.person-changed'
  | 'account.made'

/** `user` is the account of the event, null for an address without an account. In the transaction of the request. */
export async function recordAccountEvent({
  req,
  action,
  user,
  details,
}: {
  req: PayloadRequest
  action: AccountEvent
  user: string | null
  details?: Record<string, unknown>
}): Promise<void> {
  await recordAuditEvent({
    req,
    country: ACCOUNTS,
    action,
    subject: `users/${user ?? 'unknown'}`,
    ...(details ? { details } : {}),
  })
}
