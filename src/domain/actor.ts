/** The roles, in the order of `foremostRole`. A person holds a role in one country, or in all of them. */
export const ROLES = [
  'admin',
  'coordinator',
  'national-lead',
  'national-editor',
  'translator',
  'reviewer',
  'observer',
] as const
export type Role = (typeof ROLES)[number]

export const ALL_COUNTRIES = 'all'

export type Membership = { role: Role; country: string }

export type Actor = {
  userId: string
  memberships: Membership[]
  /** Somebody else set the password: the person has no roles until they choose their own. */
  passwordMustChange?: true
  /**
   * `by`: who last set this person's password for them (an id, or `system`), then who had set the password of that
   * account, and so on. `at`: when the first of them did (ISO 8601).
   */
  passwordSet?: { by: string[]; at: string }
}

/** Does the actor have one of the roles in this country (or in all countries)? */
export function hasRole({ actor, roles, country }: { actor: Actor; roles: readonly Role[]; country: string }): boolean {
  return actor.memberships.some(
    (membership) =>
      roles.includes(membership.role) && (membership.country === ALL_COUNTRIES || membership.country === country),
  )
}

/** Does the actor have one of the roles anywhere? */
export function hasRoleAnywhere(actor: Actor, roles: readonly Role[]): boolean {
  return actor.memberships.some((membership) => roles.includes(membership.role))
}

/** Does the actor have one of the roles for everything: the common framework and all countries? */
export function hasRoleEverywhere(actor: Actor, roles: readonly Role[]): boolean {
  return actor.memberships.some((membership) => roles.includes(membership.role) && membership.country === ALL_COUNTRIES)
}

/** Returns the first of `ROLES` that the actor has in this country; null if they have none there. */
export function foremostRole({ actor, country }: { actor: Actor; country: string }): Role | null {
  return ROLES.find((role) => hasRole({ actor, roles: [role], country })) ?? null
}

/** Returns the countries in which the actor has one of the roles, or `all`. */
export function countriesOf(actor: Actor, roles: readonly Role[] = ROLES): string[] | typeof ALL_COUNTRIES {
  if (hasRoleEverywhere(actor, roles)) return ALL_COUNTRIES
  const countries = actor.memberships.filter(({ role }) => roles.includes(role)).map(({ country }) => country)
  return [...new Set(countries)]
}

/** Who keeps the common framework: to change it, a person must have one of these roles for all countries. */
export const KEEPERS: readonly Role[] = ['admin', 'coordinator']
/** Who sees the overview of the countries in which they have one of these roles. */
export const OVERSEERS: readonly Role[] = [...KEEPERS, 'observer']
/** Who writes a country's text for that country, and not in its place. */
export const NATIONAL_DRAFTERS: readonly Role[] = ['national-lead', 'national-editor']
/** Who may change a country's text. */
export const DRAFTERS: readonly Role[] = [...KEEPERS, ...NATIONAL_DRAFTERS]
/** Who may translate the common text into a country's language. */
export const TRANSLATORS: readonly Role[] = [...DRAFTERS, 'translator']
/** Who may send a national version for review. */
export const SUBMITTERS: readonly Role[] = ['admin', 'coordinator', 'national-lead']
/** Who may decide on a version that was sent for review. */
export const REVIEWERS: readonly Role[] = ['admin', 'coordinator', 'reviewer']
/** Who may publish and withdraw. */
export const PUBLISHERS: readonly Role[] = ['admin', 'coordinator']
