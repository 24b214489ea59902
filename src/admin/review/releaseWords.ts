import type { MessageKey } from '@/messages/catalogues'
import type { Translator } from '@/messages/translate'
import type { ReleaseWords } from './ReleaseForm.client'

/** Stands in the words of the question for the number that the person types. */
export const VERSION = '{version}'
/** The same for that of the last release. */
export const LAST = '{last}'

/** The words of the question before a release. */
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
