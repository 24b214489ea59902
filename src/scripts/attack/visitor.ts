import { ALL_COUNTRIES, type Role } from '@/domain/actor'

/** A sender of requests; `cookie` is empty for a person who is not signed in. */
export type Visitor = {
  name: string
  email: string
  cookie: string
  /** Undefined for people without a role. */
  role?: Role
  /** Where the role applies: a country's code, or everywhere (ALL_COUNTRIES). */
  country?: string
}

/** May this visitor read what belongs to a country? */
export function readsCountry({ role, country }: Visitor, of: string): boolean {
  return role !== undefined && (country === ALL_COUNTRIES || country === of)
}

/** Do they maintain the common framework and the accounts? */
export function isKeeper({ role, country }: Visitor): boolean {
  return country === ALL_COUNTRIES && (role === 'admin' || role === 'coordinator')
}
