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

/** The number of this revision; a writer names the one that they saw. */
export const rev: Field = { name: 'rev', type: 'number', defaultValue: 0, admin: { hidden: true } }

/**
 * What made this revision: the name of the action, and the highest role that its author had then. Set by the server. An
 * action that writes several languages stores several revisions; all but the last are `partial`, which means that they
 * are not a complete state.
 */
export const madeBy: Field[] = [
  { name: 'did', type: 'text', access: { create: noField, update: noField } },
  { name: 'didAs', type: 'text', access: { create: noField, update: noField } },
  { name: 'partial', type: 'checkbox', defaultValue: false },
]

/** It was deleted with its toolkit, and nobody reads it any more; set by the server (src/actions/deleteToolkit.ts). */
export const deleted: Field = {
  name: 'deleted',
  type: 'checkbox',
  access: { create: noField, update: noField },
  admin: { hidden: true },
}

/** The code of the country that a document belongs to; it never changes (collections/hooks/guards.ts). */
export const country: Field = { name: 'country', type: 'text', required: true, index: true }

/** A choice from one of the domain's lists. Codes are stored; the message catalogues have the words. */
export function choice(
  name: string,
  values: readonly string[],
  more: Partial<Omit<SelectField, 'name' | 'type' | 'options'>> = {},
): Field {
  const options = values.map((value) => ({ label: value, value }))
  return { ...more, name, type: 'select', options } as SelectField
}
