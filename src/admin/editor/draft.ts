/** Where what was typed and not saved is kept: in this window only, for this person, section and language. */
export type DraftPlace = { userId: string; section: string; language: string }

/** `begun` is the text on which it was typed, and `sent` what may be stored since; null where the store had no place for it. */
export type Draft<Values> = {
  rev: number
  values: Values
  begun: Values | null
  sent: { rev: number; values: Values } | null
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A browser that keeps nothing says so already when it is asked for its store. */
type OpenShelf = () => Shelf

/**
 * Keeps what was typed, and says whether it did: a store can be full or closed. What was kept before stays until then. A
 * store that is too small for all of it keeps what was typed.
 */
export function keepDraft<Values>({
  shelf,
  place,
  draft: { begun, sent, ...typed },
}: {
  shelf: OpenShelf
  place: DraftPlace
  draft: Draft<Values>
}): boolean {
  return [{ ...typed, begun, sent }, { ...typed, begun }, typed].some((kept) => isStored({ shelf, place, kept }))
}

function isStored({ shelf: open, place, kept }: { shelf: OpenShelf; place: DraftPlace; kept: object }): boolean {
  try {
    open().setItem(nameOf(place), JSON.stringify(kept))
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
    const { rev, values, begun, sent } = Object(JSON.parse(open().getItem(nameOf(place)) ?? 'null'))
    if (!isLike(values, like) || !Number.isInteger(rev)) return null
    const isSent = Number.isInteger(sent?.rev) && isLike<Values>(sent.values, like)
    return {
      rev,
      values,
      begun: isLike(begun, like) ? begun : null,
      sent: isSent ? { rev: sent.rev, values: sent.values } : null,
    }
  } catch {
    return null
  }
}

export function dropDraft({ shelf: open, place }: { shelf: OpenShelf; place: DraftPlace }): void {
  try {
    open().removeItem(nameOf(place))
  } catch {
    return
  }
}

function nameOf({ userId, section, language }: DraftPlace): string {
  return `toolkit-draft:${userId}:${section}:${language}`
}

/** The store is open to every script of this window: what comes out of it has to have the names and kinds that went in. */
function isLike<Values extends object>(value: unknown, like: Values): value is Values {
  if (typeof value !== 'object' || value === null) return false
  const found: Record<string, unknown> = { ...value }
  return Object.entries(like).every(
    ([name, one]) => typeof found[name] === typeof one && Array.isArray(found[name]) === Array.isArray(one),
  )
}
