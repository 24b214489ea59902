import type { Access, AccessArgs, FieldAccess, PayloadRequest, Where } from 'payload'
import {
  ALL_COUNTRIES,
  countriesOf,
  hasRoleAnywhere,
  hasRoleEverywhere,
  KEEPERS,
  ROLES,
  type Role,
} from '@/domain/actor'
import { MASTER } from '@/domain/release'
import { actorOf } from './actorOf'
import { isInsideAction } from './insideAction'

export const anyone: Access = () => true
export const nobody: Access = () => false
export const noField: FieldAccess = () => false

/** Everybody who has a role somewhere. */
export const members: Access = async ({ req }) => {
  const actor = await actorOf(req)
  return actor !== null && hasRoleAnywhere(actor, ROLES)
}

/** What a rule allows, without what was deleted with its toolkit. */
export function unlessDeleted(rule: Access): Access {
  return async (args) => {
    if ((await rule(args)) !== true) return false
    const where: Where = { deleted: { not_equals: true } }
    return where
  }
}

/** Those who maintain the common framework. */
export const keepers: Access = async ({ req }) => {
  const actor = await actorOf(req)
  return actor !== null && hasRoleEverywhere(actor, KEEPERS)
}

export const administrators: Access = async ({ req }) => {
  const actor = await actorOf(req)
  return actor !== null && hasRoleEverywhere(actor, ['admin'])
}

/** Documents of the countries in which the person has one of the roles; `path` is the field of the country. */
export function inOwnCountries({
  roles = ROLES,
  path = 'country',
}: {
  roles?: readonly Role[]
  path?: string
} = {}): Access {
  return async ({ req }) => {
    const actor = await actorOf(req)
    if (actor === null) return false
    const countries = countriesOf(actor, roles)
    if (countries === ALL_COUNTRIES) return true
    if (countries.length === 0) return false
    const where: Where = { [path]: { in: countries } }
    return where
  }
}

/**
 * Writing that only an action may do: the rule applies too, but a request outside an action is refused, whoever sends
 * it. The mark is set on the server (src/access/insideAction.ts) and cannot be sent.
 */
export function insideAction(rule: Access): Access {
  return (args: AccessArgs) => (isInsideAction(args.req) ? rule(args) : false)
}

/**
 * One's own user document, and every document for those who manage accounts. Not with a password that somebody else
 * set: it may be that other person.
 */
export const selfOrAdministrators: Access = async (args) => {
  const actor = await actorOf(args.req)
  if (actor === null || actor.passwordMustChange) return false
  return hasRoleEverywhere(actor, ['admin']) || { id: { equals: actor.userId } }
}

/**
 * A field of another person's user document, for those who manage accounts. A screen may call this before it knows
 * whose document it is.
 */
export const anotherPersonsByAdministrator: FieldAccess = async ({ doc, id, req }) => {
  const actor = await actorOf(req)
  return actor !== null && hasRoleEverywhere(actor, ['admin']) && String(id ?? doc?.id ?? '') !== actor.userId
}

/** Documents that belong to the person themselves, by their field `user`: nobody else has access, whatever their role. */
export const ownDocuments: Access = async ({ req }) => {
  const actor = await actorOf(req)
  return actor !== null && hasRoleAnywhere(actor, ROLES) && { user: { equals: actor.userId } }
}

/** One's own user document, and all of them for those who maintain the common framework (they choose reviewers). */
export const selfOrKeepers: Access = async (args) => {
  if (await keepers(args)) return true
  const { user } = args.req
  return user ? { id: { equals: user.id } } : false
}

/** May this person open the admin? Everybody who has a role somewhere. */
export async function opensAdmin({ req }: { req: PayloadRequest }): Promise<boolean> {
  const actor = await actorOf(req)
  return actor !== null && hasRoleAnywhere(actor, ROLES)
}

/** For collections without a sign-in, which have no admin to open. */
export const noAdmin = (): boolean => false

/** May the person write in the country that a new document names? This checks what is written, not what is stored. */
export function inCountryOfNewDocument(roles: readonly Role[]): Access {
  return async ({ data, id, req }) => {
    const actor = await actorOf(req)
    if (actor === null) return false
    const countries = countriesOf(actor, roles)
    if (countries === ALL_COUNTRIES) return true
    if (id !== undefined) return { country: { in: countries } }
    const named: unknown = data?.country
    return typeof named === 'string' && countries.includes(named)
  }
}

/** Documents of one's own countries and of the common framework. */
export function ownCountriesAndCommon(): Access {
  return async ({ req }) => {
    const actor = await actorOf(req)
    if (actor === null) return false
    const countries = countriesOf(actor)
    if (countries === ALL_COUNTRIES) return true
    return countries.length > 0 && { country: { in: [...countries, MASTER] } }
  }
}
