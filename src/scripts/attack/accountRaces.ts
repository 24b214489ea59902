import type { Attack, AttackResult } from './attack'
import { tally } from './attack'
import { cookieIn, type Ground, type Reply } from './ground'
import type { Visitor } from './visitor'

/** What a race needs of the ground. */
export type RaceGround = Pick<Ground, 'ask' | 'visitor' | 'database'>

const AT_ONCE = 3

/**
 * Signs somebody in, and extends their sessions, while an administrator sets their password, changes their name or ends
 * their role. The change must be kept, what it ends must have ended, and nothing may be a server error.
 */
export const accountRaces: Attack = (ground, { short }) => raceAccounts({ ground, rounds: short ? 9 : 2000 })

/** One round is one change of a password, a name or a role, in turn; each counts as one attempt. */
export async function raceAccounts({ ground, rounds }: { ground: RaceGround; rounds: number }): Promise<AttackResult> {
  const { note, result } = tally()
  const victim = await makeVictim(ground)
  for (let round = 0; round < rounds; round++) {
    const race = [racePassword, raceName, raceRole][round % 3] ?? racePassword
    const mistakes = await race({ ground, victim, round })
    note(mistakes.length === 0, `round ${round}: ${mistakes.join('; ')}`)
  }
  return result()
}

type Victim = { id: string; email: string; password: string }
type Race = { ground: RaceGround; victim: Victim; round: number }

async function racePassword({ ground, victim }: Race): Promise<string[]> {
  const old = victim.password
  const session = await cookieOf(ground, victim)
  const { change, others } = await during(ground, victim, session, () =>
    ground.ask(administrator(ground), 'POST', '/api/account/set-password', { body: { user: victim.id } }),
  )
  const mistakes = errorsIn([change, ...others])
  if (change.status !== 200) return [...mistakes, `the password was not set: ${change.status} ${change.text}`]
  victim.password = Object(JSON.parse(change.text).result).password
  for (const cookie of [session, ...others.map(cookieIn)])
    if (cookie && (await isSignedIn(ground, cookie))) mistakes.push('a session of the old password holds')
  if ((await signIn(ground, { ...victim, password: old })).status !== 401) mistakes.push('the old password works')
  if ((await signIn(ground, victim)).status !== 200) mistakes.push('the new password does not work')
  return mistakes
}

async function raceName({ ground, victim, round }: Race): Promise<string[]> {
  const name = `Name of round ${round}`
  const session = await cookieOf(ground, victim)
  const { rev } = await accountOf(ground, victim)
  const { change, others } = await during(ground, victim, session, () =>
    ground.ask(administrator(ground), 'PATCH', `/api/users/${victim.id}`, { body: { name, rev } }),
  )
  const mistakes = errorsIn([change, ...others])
  if (change.status !== 200) mistakes.push(`the name was not changed: ${change.status} ${change.text}`)
  const stored = await accountOf(ground, victim)
  if (stored.name !== name) mistakes.push(`the name is ${stored.name}`)
  return mistakes
}

async function raceRole({ ground, victim }: Race): Promise<string[]> {
  const admin = administrator(ground)
  // A role counts only for a person who has chosen their own password.
  await chooseOwnPassword(ground, victim)
  const session = await cookieOf(ground, victim)
  const given = { user: victim.id, role: 'observer', everywhere: true, from: new Date(0).toISOString() }
  const made = await ground.ask(admin, 'POST', '/api/memberships', { body: given })
  const { id, rev } = Object(JSON.parse(made.text).doc)
  const to = new Date(Date.now() - 1000).toISOString()
  const { change, others } = await during(ground, victim, session, () =>
    ground.ask(admin, 'PATCH', `/api/memberships/${id}`, { body: { to, rev } }),
  )
  const mistakes = errorsIn([made, change, ...others])
  if (change.status !== 200) mistakes.push(`the role was not ended: ${change.status} ${change.text}`)
  for (const cookie of [session, ...others.map(cookieIn)]) {
    if (!cookie) continue
    const { status } = await ground.ask(withCookie(cookie), 'GET', '/api/toolkits')
    if (status !== 403) mistakes.push(`the role is still used: ${status}`)
  }
  return mistakes
}

/** Makes the change while sign-ins and refreshes run, before it and after it. */
async function during(ground: RaceGround, victim: Victim, session: string, change: () => Promise<Reply>) {
  // Wrong passwords of earlier rounds would end the attempts.
  await ground.database.collection('account-limits').deleteMany({})
  const others = Array.from({ length: AT_ONCE }, () => [
    signIn(ground, victim),
    ground.ask(withCookie(session), 'POST', '/api/users/refresh-token'),
  ]).flat()
  const changed = change()
  return { change: await changed, others: await Promise.all(others) }
}

async function makeVictim(ground: RaceGround): Promise<Victim> {
  const admin = administrator(ground)
  const email = `race-${Date.now()}@attack.example`
  const made = await ground.ask(admin, 'POST', '/api/users', { body: { email, name: 'Race' } })
  const id = String(Object(JSON.parse(made.text).doc).id)
  const set = await ground.ask(admin, 'POST', '/api/account/set-password', { body: { user: id } })
  return { id, email, password: Object(JSON.parse(set.text).result).password }
}

async function chooseOwnPassword(ground: RaceGround, victim: Victim): Promise<void> {
  const wanted = `chosen in round ${Date.now()} by me`
  const visitor = withCookie(await cookieOf(ground, victim))
  const reply = await ground.ask(visitor, 'POST', '/api/account/password', {
    body: { current: victim.password, wanted },
  })
  if (reply.status !== 200) throw new Error(`The password could not be changed: ${reply.status} ${reply.text}`)
  victim.password = wanted
}

async function accountOf(ground: RaceGround, { id }: Victim): Promise<{ name: string; rev: number }> {
  const reply = await ground.ask(administrator(ground), 'GET', `/api/users/${id}?depth=0`)
  return Object(JSON.parse(reply.text))
}

function signIn(ground: RaceGround, { email, password }: Victim): Promise<Reply> {
  return ground.ask(withCookie(''), 'POST', '/api/users/login', { body: { email, password } })
}

async function cookieOf(ground: RaceGround, victim: Victim): Promise<string> {
  const reply = await signIn(ground, victim)
  if (reply.status !== 200) throw new Error(`The victim cannot sign in: ${reply.status} ${reply.text}`)
  return cookieIn(reply)
}

async function isSignedIn(ground: RaceGround, cookie: string): Promise<boolean> {
  const reply = await ground.ask(withCookie(cookie), 'GET', '/api/users/me')
  return Object(JSON.parse(reply.text)).user !== null
}

const errorsIn = (replies: Reply[]): string[] =>
  replies.filter(({ status }) => status >= 500).map(({ status, text }) => `${status} ${text.slice(0, 100)}`)

const withCookie = (cookie: string): Visitor => ({ name: 'the victim', email: '', cookie })

const administrator = (ground: RaceGround): Visitor => ground.visitor('Administrator')
