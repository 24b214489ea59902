import { ALL_COUNTRIES, type Role } from '@/domain/actor'

/** Somebody who asks; `cookie` is empty for somebody who is not signed in. */
export type Visitor = {
  name: string
  email: string
  cookie: string
  /** Undefined for people without a role. */
  role?: Role
  /** Where the role holds: a country's code, or everywhere (ALL_COUNTRIES). */
  country?: string
}

/** May this visitor read what belongs to a country? */
export function readsCountry({ role, country }: Visitor, of: string): boolean {
  return role !== undefined && (country === ALL_COUNTRIES || country === of)
}

/** Do they keep the common framework and the accounts? */
export function isKeeper({ role, country }: Visitor): boolean {
  return country === ALL_COUNTRIES && (role === 'admin' || role === 'coordinator')
}
