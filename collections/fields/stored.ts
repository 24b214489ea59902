import type { Field, SelectField } from 'payload'
import { noField } from '@/access/rules'

/** Who saved this revision; set by the server. */
export const updatedBy: Field = {
  name: 'updatedBy',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  maxDepth: 0,
  access: { create: noField, update: noField },
  admin: { hidden: true },
}

/** The number of this revision; a writer names the one they saw. */
export const rev: Field = { name: 'rev', type: 'number', defaultValue: 0, admin: { hidden: true } }

/**
 * What made this revision: the action by its name, and the foremost role that its author had then. Set by the server. An
 * action that writes several languages stores several revisions: all but the last are `partial`, no state of their own.
 */
export const madeBy: Field[] = [
  { name: 'did', type: 'text', access: { create: noField, update: noField } },
  { name: 'didAs', type: 'text', access: { create: noField, update: noField } },
  { name: 'partial', type: 'checkbox', defaultValue: false },
]

/** The country that a document belongs to, by its code; fixed for ever (collections/hooks/guards.ts). */
export const country: Field = { name: 'country', type: 'text', required: true, index: true }

/** A choice out of one of the domain's lists. Codes are stored; words are in the message catalogues. */
export function choice(
  name: string,
  values: readonly string[],
  more: Partial<Omit<SelectField, 'name' | 'type' | 'options'>> = {},
): Field {
  const options = values.map((value) => ({ label: value, value }))
  return { ...more, name, type: 'select', options } as SelectField
}
