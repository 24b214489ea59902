/** A store of the browser, as far as it is used here. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A browser that keeps nothing says so already when it is asked for its store. */
export type OpenShelf = () => Shelf

/*
 * What was typed and not saved, kept in this window under a name that says whose it is. It stays where a session ends: the same
 * person finds it again after the next sign-in, and nobody else is shown it.
 */

/** Keeps a value, and says whether it is stored: a store can be full or closed. What was kept before stays until then. */
export function keep({ shelf: open, name, value }: { shelf: OpenShelf; name: string; value: object }): boolean {
  try {
    open().setItem(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** What is kept, in whatever form it is: every script of this window can write there. Nothing is {}. */
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
