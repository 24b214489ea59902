import type { Refusal, RefusalKey } from './refusal'

/**
 * Returns the name under which the field was sent that a refusal is about, so that a screen can mark it; undefined if
 * the refusal is not about a typed value.
 */
export function refusedField({ key, field }: Refusal): string | undefined {
  return field ?? FIELDS[key]
}

/** Refusals that are always about one field. */
const FIELDS: { readonly [Key in RefusalKey]?: string } = {
  'refusal.addition-place-gone': 'additionPlace',
  'refusal.address-taken': 'email',
  'refusal.comment-missing': 'comment',
  'refusal.common-words': 'body',
  'refusal.omit-explanation-missing': 'explanation',
  'refusal.omit-reason-missing': 'reason',
  'refusal.password-common': 'wanted',
  'refusal.password-long': 'wanted',
  'refusal.password-own': 'wanted',
  'refusal.password-same': 'wanted',
  'refusal.password-given': 'wanted',
  'refusal.password-short': 'wanted',
  'refusal.password-wrong': 'current',
  'refusal.pause-past': 'until',
  'refusal.pause-reason-missing': 'reason',
  'refusal.release-notes-missing': 'notes',
  'refusal.update-reason-missing': 'reason',
  'refusal.version-form': 'version',
  'refusal.version-not-higher': 'version',
  'refusal.withdrawal-reason-missing': 'reason',
}
