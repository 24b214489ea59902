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

/** A copy on the server: of which window, and when it was kept (ISO 8601). */
export type CopyOf = { window: string; at: string }

/** The same, and the turn that its window gave it. */
export type KeptCopy = CopyOf & { turn: number }

/** The window that keeps a draft, the turn of the draft among its copies, and copies of other windows whose words are in it. */
export type DraftOrigin = { window: string; turn: number; contained: readonly CopyOf[] }

/** Values with the names and types of `like`, of which `fits` says that the editor can show them. */
export type Form<Values> = { like: Values; fits?: ((values: Values) => boolean) | undefined }

/**
 * Keeps what was typed, and says whether it did: a storage can be full or closed. On failure the earlier draft stays.
 * If the storage is too small for everything, only what was typed is kept.
 */
export function keepDraft<Values>({
  shelf,
  place,
  draft: { begun, unanswered, ...typed },
  origin,
}: {
  shelf: OpenShelf
  place: DraftPlace
  draft: Draft<Values>
  origin?: DraftOrigin
}): boolean {
  const least = { ...typed, origin }
  return [{ ...least, begun, unanswered }, { ...least, begun }, least].some((value) =>
    keep({ shelf, name: nameOf(place), value }),
  )
}

/** What was typed and not saved, if it has the form that the editor can show. */
export function keptDraft<Values extends object>({
  shelf,
  place,
  ...form
}: { shelf: OpenShelf; place: DraftPlace } & Form<Values>): Draft<Values> | null {
  return draftIn(kept({ shelf, name: nameOf(place) }), form)
}

/** From where the kept draft is. */
export function originOfDraft({ shelf, place }: { shelf: OpenShelf; place: DraftPlace }): DraftOrigin {
  return originIn(kept({ shelf, name: nameOf(place) }))
}

/** The origin in what a window kept. If it was kept without one, no copy is known to be later. */
export function originIn({ origin }: Record<string, unknown>): DraftOrigin {
  const { window, turn, contained } = Object(origin)
  const all: unknown[] = Array.isArray(contained) ? contained : []
  return {
    window: String(window),
    turn: Number(turn),
    contained: all.map(Object).map(({ window, at }) => ({ window: String(window), at: String(at) })),
  }
}

/** The draft that a working copy holds, if it has the form that the editor can show. */
export function draftOfCopy<Values extends object>(copy: string, form: Form<Values>): Draft<Values> | null {
  try {
    return draftIn(Object(JSON.parse(copy)), form)
  } catch {
    return null
  }
}

function draftIn<Values extends object>(stored: Record<string, unknown>, form: Form<Values>): Draft<Values> | null {
  const { rev, values, begun, unanswered } = stored
  if (!isOf(values, form) || !isRevision(rev)) return null
  return {
    rev,
    values,
    begun: isOf(begun, form) ? begun : null,
    unanswered: unansweredOf(unanswered, form),
  }
}

function unansweredOf<Values extends object>(value: unknown, form: Form<Values>): Draft<Values>['unanswered'] {
  const all: unknown[] = Array.isArray(value) ? value : []
  return all.flatMap((one) => {
    const { rev, values } = Object(one)
    return isRevision(rev) && isOf(values, form) ? [{ rev, values }] : []
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
 * Every script of this window can write to the storage, and an older form of the screen wrote to the server, so what comes
 * out must have the expected names and types.
 */
function isOf<Values extends object>(value: unknown, { like, fits = () => true }: Form<Values>): value is Values {
  if (typeof value !== 'object' || value === null) return false
  const found: Record<string, unknown> = { ...value }
  const isLike = Object.entries(like).every(
    ([name, one]) => typeof found[name] === typeof one && Array.isArray(found[name]) === Array.isArray(one),
  )
  return isLike && fits(value as Values)
}
