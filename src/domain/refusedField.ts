import type { Refusal, RefusalKey } from './refusal'

/**
 * The field of what was sent that a refusal is about, by the name that it was sent under: a screen marks it. Undefined
 * where a refusal is about nothing that was typed.
 */
export function refusedField({ key, field }: Refusal): string | undefined {
  return field ?? FIELDS[key]
}

/** Refusals that are always about one field. */
const FIELDS: { readonly [Key in RefusalKey]?: string } = {
  'refusal.address-taken': 'email',
  'refusal.comment-missing': 'comment',
  'refusal.password-common': 'wanted',
  'refusal.password-long': 'wanted',
  'refusal.password-own': 'wanted',
  'refusal.password-same': 'wanted',
  'refusal.password-given': 'wanted',
  'refusal.password-short': 'wanted',
  'refusal.password-wrong': 'current',
  'refusal.release-notes-missing': 'notes',
  'refusal.version-form': 'version',
  'refusal.version-not-higher': 'version',
  'refusal.withdrawal-reason-missing': 'reason',
}
