import type { PayloadRequest } from 'payload'
import { type Actor, hasRole, hasRoleEverywhere, KEEPERS, ROLES, type Role } from '@/domain/actor'
import { loadNames } from './names'
import { asChoice, asId, asRecord } from './parse'

/** The people who have a role in a country: how many, and the names that the person may read. Without addresses. */
export type Members = { role: Role; people: number; names: string[] }

/**
 * Returns who has a role in a country on a day; null if the person may not see the roles of others. Roles that hold in all
 * countries are left out: they belong to the common framework.
 */
export async function loadMembers({
  req,
  actor,
  country,
  at,
}: {
  req: PayloadRequest
  actor: Actor
  country: string
  /** ISO 8601. */
  at: string
}): Promise<Members[] | null> {
  const maySee = hasRoleEverywhere(actor, KEEPERS) || hasRole({ actor, roles: ['national-lead'], country })
  if (!maySee) return null
  const { docs } = await req.payload.find({
    collection: 'memberships',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: {
      and: [
        { country: { equals: country } },
        { everywhere: { not_equals: true } },
        { from: { less_than_equal: at } },
        { or: [{ to: { exists: false } }, { to: { greater_than_equal: at } }] },
      ],
    },
  })
  const held = docs.map((doc) => {
    const given = asRecord(doc)
    return { role: asChoice(given.role, ROLES, null), user: asId(given.user) ?? '' }
  })
  const names = await loadNames({ req, ids: held.map(({ user }) => user) })
  return ROLES.flatMap((role): Members[] => {
    const users = [...new Set(held.filter((one) => one.role === role).map(({ user }) => user))]
    const known = users.flatMap((user) => names.get(user) ?? [])
    return users.length > 0 ? [{ role, people: users.length, names: known.toSorted() }] : []
  })
}
