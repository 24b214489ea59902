import type { MessageKey } from '@/messages/catalogues'
import type { Translator } from '@/messages/translate'

/** The placeholder in the confirmation for the number that the person types. */
export const VERSION = '{version}'
/** The placeholder for the number of the last release. */
export const LAST = '{last}'

/**
 * The words of the confirmation of a release; `{version}` in them is the number that was typed, `{last}` that of the
 * last one.
 */
export type ReleaseWords = {
  check: string
  notesMissing: string
  versionForm: string
  versionNotHigher: string
  question: string
  notes: string
  final: string
  correction: string
  back: string
  act: string
}

export function releaseWords({
  question,
  notes,
  act,
  say,
}: {
  question: MessageKey
  notes: MessageKey
  act: string
  say: Translator
}): ReleaseWords {
  return {
    check: say('admin.release.check'),
    notesMissing: say('refusal.release-notes-missing'),
    versionForm: say('refusal.version-form', { version: VERSION }),
    versionNotHigher: say('refusal.version-not-higher', { version: VERSION, last: LAST }),
    question: say(question, { version: VERSION }),
    notes: say(notes),
    final: say('admin.release.final'),
    correction: say('admin.release.correction'),
    back: say('admin.release.back'),
    act,
  }
}
