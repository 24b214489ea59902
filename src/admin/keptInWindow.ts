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

let name: string | null = null

/**
 * The name of this window: the same after the page was loaded again, and another one in each other window. A window that
 * the person duplicates gets a copy of the storage, so the name is in there only while no page is shown.
 */
export function windowName(open: OpenShelf): string {
  if (name !== null) return name
  const { id } = kept({ shelf: open, name: WINDOW })
  const own = typeof id === 'string' ? id : newName()
  name = own
  drop({ shelf: open, name: WINDOW })
  window.addEventListener('pagehide', () => keep({ shelf: open, name: WINDOW, value: { id: own } }))
  window.addEventListener('pageshow', () => drop({ shelf: open, name: WINDOW }))
  return own
}

const WINDOW = 'toolkit-window'

function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
