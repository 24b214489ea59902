import { drop, keep, kept, type OpenShelf } from '../keptInWindow'

/** Where unsaved words are kept: only in this window, for this person, section and language. */
export type DraftPlace = { userId: string; section: string; language: string }

export type Draft<Values> = {
  /** The revision that the person saw. */
  rev: number
  /** What was typed. */
  values: Values
  /** The text on which it was typed; null if the window's storage was too small to keep it too. */
  begun: Values | null
  /** All unanswered writes that may be stored; also empty if the window's storage was too small to keep them too. */
  unanswered: readonly { rev: number; values: Values }[]
}

/**
 * Keeps what was typed, and says whether it did: a storage can be full or closed. On failure the earlier draft stays.
 * If the storage is too small for everything, only what was typed is kept.
 */
export function keepDraft<Values>({
  shelf,
  place,
  draft: { begun, unanswered, ...typed },
}: {
  shelf: OpenShelf
  place: DraftPlace
  draft: Draft<Values>
}): boolean {
  return [{ ...typed, begun, unanswered }, { ...typed, begun }, typed].some((value) =>
    keep({ shelf, name: nameOf(place), value }),
  )
}

/** What was typed and not saved, if it has the form of `like`. */
export function keptDraft<Values extends object>({
  shelf,
  place,
  like,
}: {
  shelf: OpenShelf
  place: DraftPlace
  like: Values
}): Draft<Values> | null {
  return draftIn(kept({ shelf, name: nameOf(place) }), like)
}

/** The draft that a working copy holds, if it has the form of `like`. */
export function draftOfCopy<Values extends object>(copy: string, like: Values): Draft<Values> | null {
  try {
    return draftIn(Object(JSON.parse(copy)), like)
  } catch {
    return null
  }
}

function draftIn<Values extends object>(stored: Record<string, unknown>, like: Values): Draft<Values> | null {
  const { rev, values, begun, unanswered } = stored
  if (!isLike(values, like) || !isRevision(rev)) return null
  return {
    rev,
    values,
    begun: isLike(begun, like) ? begun : null,
    unanswered: unansweredOf(unanswered, like),
  }
}

function unansweredOf<Values extends object>(value: unknown, like: Values): Draft<Values>['unanswered'] {
  const all: unknown[] = Array.isArray(value) ? value : []
  return all.flatMap((one) => {
    const { rev, values } = Object(one)
    return isRevision(rev) && isLike<Values>(values, like) ? [{ rev, values }] : []
  })
}

function isRevision(value: unknown): value is number {
  return Number.isInteger(value)
}

export function dropDraft({ shelf, place }: { shelf: OpenShelf; place: DraftPlace }): void {
  drop({ shelf, name: nameOf(place) })
}

function nameOf({ userId, section, language }: DraftPlace): string {
  return `toolkit-draft:${userId}:${section}:${language}`
}

/**
 * Every script of this window can write to the storage, so what comes out of it must have the expected names and types.
 */
function isLike<Values extends object>(value: unknown, like: Values): value is Values {
  if (typeof value !== 'object' || value === null) return false
  const found: Record<string, unknown> = { ...value }
  return Object.entries(like).every(
    ([name, one]) => typeof found[name] === typeof one && Array.isArray(found[name]) === Array.isArray(one),
  )
}
