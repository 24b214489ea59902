/** A file that somebody gave us: its path below the chosen folder (or its bare name), with `/`, and what is in it. */
export type SourceFile = { path: string; bytes: Uint8Array }

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path of the folder that a file is in; '' for the top. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** What follows the last dot of the name, in lower case; '' where there is none. */
export function extensionOf(path: string): string {
  const name = nameOf(path)
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
}

/** A title for a file that has none: `02-readers-guide.md` gives `Readers guide`. */
export function titleFromPath(path: string): string {
  const words = nameOf(path)
    .replace(/\.[^.]*$/, '')
    .replace(/^\d+[-_. ]+/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words === '' ? nameOf(path) : words.charAt(0).toUpperCase() + words.slice(1)
}
