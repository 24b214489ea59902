/** A storage of the browser, as far as it is used here. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A browser without storage already throws when it is accessed. */
export type OpenShelf = () => Shelf

/** Only for this window: two windows with one text do not overwrite each other's drafts. */
export const shelf: OpenShelf = () => window.sessionStorage

/*
 * Words that were typed and not saved, kept in this window under a name that says whose they are. They stay when a
 * session ends: the same person finds them again after the next sign-in, and nobody else sees them.
 */

/**
 * Keeps a value, and says whether it is stored: a storage can be full or closed. On failure the earlier value stays.
 */
export function keep({ shelf: open, name, value }: { shelf: OpenShelf; name: string; value: object }): boolean {
  try {
    open().setItem(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** The kept value, in whatever form: every script of this window can write there. A missing value is {}. */
export function kept({ shelf: open, name }: { shelf: OpenShelf; name: string }): Record<string, unknown> {
  try {
    return Object(JSON.parse(open().getItem(name) ?? 'null'))
  } catch {
    return {}
  }
}

export function drop({ shelf: open, name }: { shelf: OpenShelf; name: string }): void {
  try {
    open().removeItem(name)
  } catch {
    return
  }
}
