import type { Payload, TypedUser } from 'payload'
import { givenPassword, loadCredential, storePassword } from '@/accounts/credentials'
import { newKnownBrowser } from '@/accounts/knownBrowser'
import { forgetTries, takeTry } from '@/accounts/limits'
import { hashPassword } from '@/accounts/password'
import { belongsTo, linkWith } from '@/accounts/passwordLinks'
import { passwordProblem } from '@/accounts/passwordProblem'
import type { Credential } from '@/accounts/stores'
import { type Transaction, withTransaction } from '@/database/transaction'
import { type Outcome, refuse } from '@/domain/refusal'
import { refusalOf } from '../performAs'
import { Refused } from '../refused'
import { addressWrittenBy } from './addressWrittenBy'
import { recordAccountEvent } from './recordAccountEvent'
import { strangerKey } from './signIn'
import { minutesToWait } from './tooManyTries'
import { wasGiven } from './wasGiven'

/**
 * Stores the password that a person chooses by a link that was sent to them. The link is used up by that, and every session ends.
 * Returns the cookie by which this browser is known from now on. A refused password uses nothing up.
 *
 * Whoever wrote the address of the account for this person may be the one who reads its mails, so they count as somebody who set
 * the password.
 */
export async function choosePassword({
  payload,
  token,
  wanted,
}: {
  payload: Payload
  token: string
  wanted: string
}): Promise<Outcome<{ browser: string }>> {
  const linked = await personOfLink({ payload, token })
  if (!linked) return refuse('refusal.link-over')
  const { user, credential, version } = linked
  const often = await takeTry({ payload, limit: 'proof', key: user.id })
  if (often) return refuse('refusal.password-later', minutesToWait(often))
  const problem = passwordProblem({ password: wanted, email: user.email, name: user.name })
  if (problem) return { ok: false, because: [problem] }
  if (await wasGiven({ wanted, known: null, given: credential && givenPassword(credential) }))
    return refuse('refusal.password-given')
  const stored = await hashPassword(wanted)
  try {
    await withTransaction(
      payload,
      async ({ req, session }) => {
        // Two requests with one link: the second one finds another version of the password.
        if (!(await personOfLink({ payload, token, within: { req, session } })))
          throw new Refused([{ key: 'refusal.link-over' }])
        const by = (await addressWrittenBy({ req, user: user.id })) ?? user.id
        const change = { user: user.id, stored, seen: version, now: new Date(), by, mustChange: false, isMade: false }
        if (!(await storePassword({ payload, session, ...change }))) throw new Refused([{ key: 'refusal.link-over' }])
        await recordAccountEvent({ req, action: 'account.password-changed', user: user.id, details: { by: 'link' } })
      },
      { user },
    )
  } catch (error) {
    return refusalOf({ payload, error })
  }
  await forgetTries({ payload, limit: 'stranger', key: strangerKey(user.email) })
  await forgetTries({ payload, limit: 'account', key: user.id })
  const browser = newKnownBrowser({ user: user.id, version: version + 1, secret: payload.secret })
  return { ok: true, result: { browser } }
}

type Linked = { user: TypedUser; credential: Credential | null; version: number }

/** The account of a link that can be used: its address and its password are those for which the link was made. */
async function personOfLink({
  payload,
  token,
  within,
}: {
  payload: Payload
  token: string
  within?: Transaction
}): Promise<Linked | null> {
  const session = within?.session
  const link = await linkWith({ payload, session, token, now: new Date() })
  if (!link?.user) return null
  const user = await payload.findByID({
    collection: 'users',
    id: link.user,
    depth: 0,
    disableErrors: true,
    // Nobody is signed in: the link says who it is.
    overrideAccess: true,
    ...(within ? { req: within.req } : {}),
  })
  const credential = await loadCredential({ payload, session, user: link.user })
  const version = credential?.version ?? 0
  if (!user || !belongsTo({ link, email: user.email, version })) return null
  return { user: { ...user, collection: 'users' }, credential, version }
}
