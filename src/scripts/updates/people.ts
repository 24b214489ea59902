import type { Payload, TypedUser } from 'payload'
import { ALL_COUNTRIES, type Role } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { ensurePerson } from '../people'

/** A country, created if it is missing. */
export async function ensureCountry(payload: Payload, id: string, languages: readonly Language[]): Promise<void> {
  const where = { id: { equals: id } }
  if ((await payload.count({ collection: 'countries', overrideAccess: true, where })).totalDocs > 0) return
  const data = { id, name: `Country ${id}`, languages: [...languages] }
  await payload.create({ collection: 'countries', locale: 'en', data, overrideAccess: true })
}

/** A person with one role, in one country or everywhere; nobody signs in as them. */
export function personWith(payload: Payload, role: Role, country: string = ALL_COUNTRIES): Promise<TypedUser> {
  const name = `${role} ${country}`
  return ensurePerson(payload, { email: `${name.replace(' ', '.')}@updates.example`, name, roles: [{ role, country }] })
}
