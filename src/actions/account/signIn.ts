import { createHash } from 'node:crypto'
import type { Payload, TypedUser } from 'payload'
import { cannotBeGuessed, loadCredential, olderFormatsInUse, refreshHash } from '@/accounts/credentials'
import { plainAddress } from '@/accounts/emailAddress'
import { knownBrowserIn, newKnownBrowser } from '@/accounts/knownBrowser'
import { forgetTries, giveBack, type Limit, type Taken, takeTry } from '@/accounts/limits'
import { isOutdated, isPassword, looksMade } from '@/accounts/password'
import { isCrowded, recordInTurn } from '@/accounts/passwordTurns'
import { newSession, openSession } from '@/accounts/sessions'
import type { Credential, Session } from '@/accounts/stores'
import { withTransaction } from '@/database/transaction'
import { type Outcome, refuse } from '@/domain/refusal'
import { refusalOf } from '../performAs'
import { accountWith } from './accountOf'
import { type AccountEvent, recordAccountEvent } from './recordAccountEvent'
import { tooManyTries } from './tooManyTries'

/** The origin of a sign-in, as far as it is known. */
export type Visit = {
  /** For counting: src/accounts/clientAddress.ts. */
  address: string
  /** The browser in a few words. */
  agent: string
  /** The cookie of a browser in which somebody has signed in before; empty without one. */
  browser: string
  /** The secret in the session cookie that the browser has had until now; empty without one. */
  token: string
}

/** `browser` is the cookie by which this browser is known from now on. */
export type SignedIn = { user: TypedUser; session: Session; token: string; browser: string; mustChange: boolean }

/** Queried like an account, so that the time does not reveal that there is none. */
const NOBODY = ''

/**
 * Opens a session for a person who knows the password. It writes the session but not the person's document, if the
 * password that was checked is still the stored one. An address without an account gets the same answer as a wrong
 * password: the same words, after the same work, with the same limits.
 *
 * Anybody can use up the attempts of strangers at one account at any time. A password that was generated here cannot be
 * guessed, so one that looks generated is checked anyway: a person who is locked out gets in with a new one from an
 * administrator. If it is wrong, the answer does not reveal whether the account has such a password, or whether it
 * exists.
 */
export async function signIn({
  payload,
  email,
  password,
  visit,
}: {
  payload: Payload
  email: string
  password: string
  visit: Visit
}): Promise<Outcome<SignedIn>> {
  const user = await accountWith({ payload, email })
  const credential = await loadCredential({ payload, user: user?.id ?? NOBODY })
  const known = credential && knownBrowserIn({ ...whose(credential), cookie: visit.browser, secret: payload.secret })
  const counted: Counted = []
  let usedUp: Taken = null
  for (const { limit, key } of countedUnder({ user, known, email, visit })) {
    const taken = await takeTry({ payload, limit, key })
    if (!taken) {
      counted.push({ limit, key })
      continue
    }
    // Recorded once and not for each attempt, so that fast guessing does not fill the record.
    if (taken.isFirst) await record({ payload, action: 'account.locked', user, details: { limit }, isStranger: !known })
    if (limit !== 'stranger' || !looksMade(password)) return tooManyTries(taken)
    usedUp = taken
  }
  try {
    return await check({ payload, password, visit, user, credential, known, counted, usedUp })
  } catch (error) {
    // The answer does not say whether the password was right, so it was not an attempt.
    await giveAllBack({ payload, counted })
    return refusalOf({ payload, error })
  }
}

type Counted = { limit: Limit; key: string }[]

async function giveAllBack({ payload, counted }: { payload: Payload; counted: Counted }): Promise<void> {
  for (const { limit, key } of counted) await giveBack({ payload, limit, key })
}

/** Records the result of a sign-in that opened no session, when it is its turn. */
function record({
  payload,
  user,
  isStranger,
  ...event
}: {
  payload: Payload
  action: AccountEvent
  user: TypedUser | null
  details?: Record<string, unknown>
  isStranger: boolean
}): Promise<void> {
  const work = () =>
    withTransaction(payload, ({ req }) => recordAccountEvent({ req, ...event, user: user?.id ?? null }))
  return recordInTurn(work, { isStranger })
}

async function check({
  payload,
  password,
  visit,
  user,
  credential,
  known,
  counted,
  usedUp,
}: {
  payload: Payload
  password: string
  visit: Visit
  user: TypedUser | null
  credential: Credential | null
  known: string | null
  counted: Counted
  /** The attempts of strangers were used up: only a password that cannot be guessed opens the account. */
  usedUp: Taken
}): Promise<Outcome<SignedIn>> {
  const isStranger = !known
  const alike = await olderFormatsInUse(payload)
  // There must be no `await` between this check and `isPassword`, which takes the place.
  if (isStranger && isCrowded()) {
    // Nothing was guessed.
    await giveAllBack({ payload, counted })
    return refuse('refusal.sign-in-busy')
  }
  const isRight = await isPassword({ password, stored: credential, isStranger, alike })
  const isEnough = credential && (!usedUp || cannotBeGuessed(credential))
  const opened =
    user && isEnough && isRight
      ? await recordInTurn(() => open({ payload, user, credential, visit, known }), { isStranger })
      : null
  if (!opened) {
    if (usedUp) return tooManyTries(usedUp)
    await record({ payload, action: 'account.sign-in-failed', user, isStranger })
    return refuse('refusal.sign-in-wrong')
  }
  for (const { limit, key } of counted) {
    if (limit === 'address') await giveBack({ payload, limit, key })
    else await forgetTries({ payload, limit, key })
  }
  if (credential && isOutdated(credential)) await refreshHash({ payload, credential, password })
  return { ok: true, result: opened }
}

/** Null if the password was changed after it was checked. */
async function open({
  payload,
  user,
  credential,
  visit,
  known,
}: {
  payload: Payload
  user: TypedUser
  credential: Credential
  visit: Visit
  known: string | null
}): Promise<SignedIn | null> {
  return withTransaction(
    payload,
    async ({ req, session: transaction }) => {
      const now = await loadCredential({ payload, session: transaction, user: user.id })
      if (now?.version !== credential.version) return null
      const { session, token } = newSession({
        user: user.id,
        version: credential.version,
        now: new Date(),
        agent: visit.agent,
      })
      await openSession({ payload, transaction, session, token: visit.token })
      await recordAccountEvent({ req, action: 'account.sign-in', user: user.id })
      const browser = newKnownBrowser({ ...whose(credential), name: known ?? undefined, secret: payload.secret })
      return { user, session, token, browser, mustChange: now.mustChange }
    },
    { user },
  )
}

function whose({ _id, version }: Credential): { user: string; version: number } {
  return { user: _id, version }
}

function countedUnder({
  user,
  known,
  email,
  visit,
}: {
  user: TypedUser | null
  known: string | null
  email: string
  visit: Visit
}): Counted {
  // Others at the same address, in the same office, cannot lock out a browser that the account knows.
  if (user && known)
    return [
      { limit: 'browser', key: known },
      { limit: 'account', key: user.id },
    ]
  return [
    { limit: 'address', key: visit.address },
    { limit: 'stranger', key: strangerKey(email) },
  ]
}

/** For attempts at an account, and at an address without an account; the address itself is not stored. */
export function strangerKey(email: string): string {
  return createHash('sha256').update(plainAddress(email)).digest('base64url')
}
