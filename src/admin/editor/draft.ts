/** Where what was typed and not saved is kept: in this window only, for this person, section, language and revision. */
export type DraftPlace = { userId: string; section: string; language: string }

/** `begun` is the text on which it was typed; null where the store had no place for it. */
export type Draft<Values> = { rev: number; values: Values; begun: Values | null }

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A browser that keeps nothing says so already when it is asked for its store. */
type OpenShelf = () => Shelf

/** Keeps what was typed, and says whether it did: a store can be full or closed. */
export function keepDraft<Values>({
  shelf: open,
  place,
  draft,
}: {
  shelf: OpenShelf
  place: DraftPlace
  draft: Draft<Values>
}): boolean {
  try {
    const shelf = open()
    const name = nameOf({ place, rev: draft.rev })
    for (const other of namesIn({ shelf, place })) if (other !== name) shelf.removeItem(other)
    const { values, begun } = draft
    // What was typed comes first: a store that is too small for both keeps that.
    return [{ values, begun }, { values }].some((kept) => isKept({ shelf, name, kept }))
  } catch {
    return false
  }
}

function isKept({ shelf, name, kept }: { shelf: Shelf; name: string; kept: object }): boolean {
  try {
    shelf.setItem(name, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

/** What was typed and not saved, if there is any that has the form of `like`. */
export function keptDraft<Values extends object>({
  shelf: open,
  place,
  like,
}: {
  shelf: OpenShelf
  place: DraftPlace
  like: Values
}): Draft<Values> | null {
  try {
    const shelf = open()
    for (const name of namesIn({ shelf, place })) {
      const { values, begun } = Object(JSON.parse(shelf.getItem(name) ?? 'null'))
      const rev = Number(name.slice(name.lastIndexOf(':') + 1))
      if (isLike(values, like) && Number.isInteger(rev))
        return { rev, values, begun: isLike(begun, like) ? begun : null }
    }
  } catch {
    return null
  }
  return null
}

export function dropDraft({ shelf: open, place }: { shelf: OpenShelf; place: DraftPlace }): void {
  try {
    const shelf = open()
    for (const name of namesIn({ shelf, place })) shelf.removeItem(name)
  } catch {
    return
  }
}

function nameOf({ place, rev }: { place: DraftPlace; rev: number }): string {
  return `${beginningOf(place)}${rev}`
}

function beginningOf({ userId, section, language }: DraftPlace): string {
  return `toolkit-draft:${userId}:${section}:${language}:`
}

function namesIn({ shelf, place }: { shelf: Shelf; place: DraftPlace }): string[] {
  const names = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '')
  return names.filter((name) => name.startsWith(beginningOf(place)))
}

/** The store is open to every script of this window: what comes out of it has to have the names and kinds that went in. */
function isLike<Values extends object>(value: unknown, like: Values): value is Values {
  if (typeof value !== 'object' || value === null) return false
  const found: Record<string, unknown> = { ...value }
  return Object.entries(like).every(
    ([name, one]) => typeof found[name] === typeof one && Array.isArray(found[name]) === Array.isArray(one),
  )
}
