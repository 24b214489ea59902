import { CHANGE_CLASSES, type ChangeClass } from '@/domain/changeNote'
import type { Translator } from '@/messages/translate'

/** Placeholders that the browser fills in. */
export const COUNT = '{count}'
export const SECTION = '{section}'
export const DONE = '{done}'
export const ALL = '{all}'
export const DAY = '{day}'
export const WHOLE = '{whole}'
export const SMALL = '{small}'

/** What can be missing before the summary, in the order in which it is said. */
export const LACKS = ['note', 'class', 'date', 'date-wrong', 'summary', 'version'] as const
export type Lack = (typeof LACKS)[number]

/** The words of the form of the notes: selected on the server, so that no catalogue is sent. */
export type NoteWords = ReturnType<typeof noteWords>

export function noteWords(say: Translator) {
  return {
    sections: say('admin.notes.sections'),
    listed: say('admin.notes.listed', { count: COUNT }),
    note: say('admin.notes.note'),
    noteHint: say('admin.notes.note-hint'),
    same: say('admin.notes.same', { section: SECTION }),
    hasNote: say('admin.notes.has-note'),
    noNote: say('admin.notes.no-note'),
    class: say('admin.notes.class'),
    noClass: say('admin.notes.no-class'),
    classes: byClassName((of) => ({ word: say(`words.change-class.${of}`), meaning: say(`admin.notes.means.${of}`) })),
    date: say('admin.notes.date'),
    dateNeeded: say('admin.notes.date-needed'),
    dateOptional: say('admin.notes.date-optional'),
    dateNone: say('admin.notes.date-none'),
    dateWrong: say('admin.notes.date-wrong', { day: DAY }),
    old: say('admin.notes.old'),
    fits: say('admin.notes.fits'),
    theirs: say('admin.notes.theirs'),
    theirsNothing: say('admin.notes.theirs-nothing'),
    takeTheirs: say('admin.notes.take-theirs'),
    keepMine: say('admin.notes.keep-mine'),
    release: say('admin.notes.release'),
    summary: say('admin.notes.summary'),
    summaryHint: say('admin.framework.notes-hint'),
    version: say('admin.release.version'),
    versionFirst: say('admin.release.version-first'),
    versionWhole: say('admin.notes.version-whole', { whole: WHOLE, small: SMALL }),
    versionSmall: say('admin.notes.version-small', { whole: WHOLE, small: SMALL }),
    versionEither: say('admin.notes.version-either', { whole: WHOLE, small: SMALL }),
    progress: say('admin.notes.progress', { done: DONE, all: ALL }),
    unsaved: say('admin.notes.unsaved'),
    nothingYet: say('admin.notes.nothing-yet'),
    save: say('admin.notes.save'),
    saved: say('admin.notes.saved'),
    nothingToSave: say('admin.notes.nothing-to-save'),
    stale: say('admin.notes.stale'),
    check: say('admin.notes.check'),
    goTo: say('admin.notes.go-to', { section: SECTION }),
    lacks: {
      note: say('admin.notes.lack.note', { count: COUNT }),
      class: say('admin.notes.lack.class', { count: COUNT }),
      date: say('admin.notes.lack.date', { count: COUNT }),
      'date-wrong': say('admin.notes.lack.date-wrong', { count: COUNT }),
      summary: say('admin.notes.lack.summary'),
      version: say('admin.notes.lack.version'),
    } satisfies Record<Lack, string>,
  }
}

function byClassName<Value>(wordsOf: (of: ChangeClass) => Value): Record<ChangeClass, Value> {
  return Object.fromEntries(CHANGE_CLASSES.map((of) => [of, wordsOf(of)])) as Record<ChangeClass, Value>
}
