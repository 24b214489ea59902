/** Where what was typed and not saved is kept: in this window only, for this person, section, language and revision. */
export type DraftPlace = { userId: string; section: string; language: string }

export type Draft<Values> = { rev: number; values: Values }

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
    shelf.setItem(name, JSON.stringify(draft.values))
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
      const values: unknown = JSON.parse(shelf.getItem(name) ?? 'null')
      const rev = Number(name.slice(name.lastIndexOf(':') + 1))
      if (isLike(values, like) && Number.isInteger(rev)) return { rev, values }
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
