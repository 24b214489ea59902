/** A file that somebody gave us: its path below the chosen folder (or its bare name), with `/`, and its content. */
export type SourceFile = { path: string; bytes: Uint8Array }

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path of the folder that a file is in; '' for the top. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** What follows the last dot of the name, in lower case; '' if there is none. */
export function extensionOf(path: string): string {
  const name = nameOf(path)
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
}

/** The number by which people sort files: `02-`, `1.3 `, `4_`; the characters after it belong to it. */
export const NUMBER_BEFORE = /^(\d+(?:\.\d+)*)[-_.) ]+(?=\D)/

/** A title for a file without one: `02-readers-guide.md` gives `Readers guide`. */
export function titleFromPath(path: string): string {
  return titleFromName(nameOf(path).replace(/\.[^.]*$/, ''))
}

/** A title for a folder, or for a file without its extension. */
export function titleFromName(name: string): string {
  const words = name.replace(NUMBER_BEFORE, '').replace(/[-_]+/g, ' ').trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
