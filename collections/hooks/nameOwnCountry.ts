import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '@/access/actorOf'
import { ALL_COUNTRIES, countriesOf, DRAFTERS } from '@/domain/actor'
import { MASTER } from '@/domain/release'

/** A picture belongs to the country of whoever adds it, and to the common framework where they keep that. */
export const nameOwnCountryBeforeValidate: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || data?.country) return data
  const actor = await actorOf(req)
  const countries = actor ? countriesOf(actor, DRAFTERS) : []
  return { ...data, country: countries === ALL_COUNTRIES ? MASTER : countries[0] }
}
