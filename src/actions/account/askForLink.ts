import type { Payload } from 'payload'
import { plainAddress } from '@/accounts/emailAddress'
import { takeTry } from '@/accounts/limits'
import { withTransaction } from '@/database/transaction'
import { type Outcome, refuse } from '@/domain/refusal'
import { refusalOf } from '../performAs'
import { accountWith } from './accountOf'
import { mailPasswordLink } from './mailPasswordLink'
import { strangerKey } from './signIn'
import { minutesToWait } from './tooManyTries'

/**
 * Sends a link to choose a new password to the person of this address, in their language. An address without an account gets the
 * same answer, after the same work, with the same limits. `address` is where the request comes from, for counting.
 */
export async function askForLink({
  payload,
  email: written,
  address,
}: {
  payload: Payload
  email: string
  address: string
}): Promise<Outcome<object>> {
  const email = plainAddress(written)
  for (const [limit, key] of [['asking', address] as const, ['link', strangerKey(email)] as const]) {
    const taken = await takeTry({ payload, limit, key })
    if (taken) return refuse('refusal.link-often', minutesToWait(taken))
  }
  const account = await accountWith({ payload, email })
  const person = account ?? { id: '', email }
  try {
    await withTransaction(payload, ({ session }) => mailPasswordLink({ payload, session, person }))
    return { ok: true, result: {} }
  } catch (error) {
    return refusalOf({ payload, error })
  }
}
