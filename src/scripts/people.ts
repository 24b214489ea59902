import type { Payload, TypedUser, Where } from 'payload'
import { accountWith } from '@/actions/account/accountOf'
import { setFirstPassword } from '@/actions/account/setFirstPassword'
import { ALL_COUNTRIES, type Role } from '@/domain/actor'
import type { Language } from '@/domain/language'

export type Person = {
  email: string
  name: string
  /** Omitted for an account that nobody signs in with. */
  password?: string
  language?: Language
  roles: { role: Role; country: string }[]
}

/**
 * An account with its roles, created if it is missing. Whoever runs scripts has the database: scripts create accounts
 * as the system, and do everything else through actions as one of these people.
 */
export async function ensurePerson(
  payload: Payload,
  { email, name, password, language = 'en', roles }: Person,
): Promise<TypedUser> {
  const user =
    (await accountWith({ payload, email })) ??
    (await payload.create({
      collection: 'users',
      data: { email, name, language },
      overrideAccess: true,
    }))
  if (password !== undefined) await setFirstPassword({ payload, user: user.id, password, mustChange: false })
  for (const { role, country } of roles) await ensureRole(payload, { user: user.id, role, country })
  return { ...user, collection: 'users' }
}

async function ensureRole(
  payload: Payload,
  { user, role, country }: { user: string; role: Role; country: string },
): Promise<void> {
  const everywhere = country === ALL_COUNTRIES
  const place: Where = everywhere ? { everywhere: { equals: true } } : { country: { equals: country } }
  const { totalDocs } = await payload.count({
    collection: 'memberships',
    overrideAccess: true,
    where: { and: [{ user: { equals: user } }, { role: { equals: role } }, place] },
  })
  if (totalDocs > 0) return
  await payload.create({
    collection: 'memberships',
    data: { user, role, everywhere, ...(everywhere ? {} : { country }), from: new Date(0).toISOString() },
    overrideAccess: true,
  })
}
