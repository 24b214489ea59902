import type { ReadFile } from './piece'
import { folderOf, nameOf } from './sourceFile'

/** A file in its place: how deep it stands, in reading order. */
export type PlacedFile = { file: ReadFile; depth: number }

type Entry = { name: string; order: number | undefined; file?: ReadFile; folder?: string }

/** Names of books' first parts, which come before all others where no order is given … */
const FRONT = ['foreword', 'preface', 'introduction', 'readers-guide', 'about']
/** … and of last parts. */
const BACK = [
  ...['glossary', 'annex', 'annexes', 'appendix', 'appendices', 'bibliography', 'references', 'further-reading'],
  ...['index', 'authors', 'license', 'licence'],
]

/**
 * The files of a folder in reading order. A folder's `index.md` is the parent of its other files; where there is none,
 * they stand at the folder's own depth. At the very top it is a section like the others, and comes first: else the
 * whole toolkit would hang below one section.
 */
export function inFolderOrder(files: readonly ReadFile[]): PlacedFile[] {
  return placed({ files, folder: '', depth: 1 })
}

export function isIndex(path: string): boolean {
  return /^index\.(?:md|markdown)$/i.test(nameOf(path))
}

function placed({ files, folder, depth }: { files: readonly ReadFile[]; folder: string; depth: number }): PlacedFile[] {
  const index = files.find((file) => folderOf(file.path) === folder && isIndex(file.path))
  const entries = entriesOf({ files: files.filter((file) => file !== index), folder, all: files })
  const below = index && folder !== '' ? depth + 1 : depth
  const rest = entries.toSorted(compare).flatMap(({ file, folder: inner }) => {
    if (file) return [{ file, depth: below }]
    return inner === undefined ? [] : placed({ files, folder: inner, depth: below })
  })
  return index ? [{ file: index, depth }, ...rest] : rest
}

function entriesOf({
  files,
  folder,
  all,
}: {
  files: readonly ReadFile[]
  folder: string
  all: readonly ReadFile[]
}): Entry[] {
  const prefix = folder === '' ? '' : `${folder}/`
  const entries = new Map<string, Entry>()
  for (const file of files) {
    if (!file.path.startsWith(prefix)) continue
    const rest = file.path.slice(prefix.length)
    const name = rest.split('/')[0] ?? rest
    if (name === rest) entries.set(rest, { name: name.replace(/\.[^.]*$/, ''), order: file.frontMatter.order, file })
    else {
      const inner = `${prefix}${name}`
      const index = all.find((one) => folderOf(one.path) === inner && isIndex(one.path))
      entries.set(`${name}/`, { name, order: index?.frontMatter.order, folder: inner })
    }
  }
  return [...entries.values()]
}

/** First parts without an order, then what has an order, then what has none by name, then last parts. */
function compare(one: Entry, other: Entry): number {
  const [group, otherGroup] = [groupOf(one), groupOf(other)]
  if (group !== otherGroup) return group - otherGroup
  if (group === 0) return FRONT.indexOf(plain(one)) - FRONT.indexOf(plain(other))
  if (group === 3) return backPlace(one) - backPlace(other) || byName(one, other)
  return (one.order ?? 0) - (other.order ?? 0) || byName(one, other)
}

function groupOf(entry: Entry): 0 | 1 | 2 | 3 {
  if (entry.order !== undefined) return 1
  if (FRONT.includes(plain(entry))) return 0
  return backPlace(entry) >= 0 ? 3 : 2
}

/** `annex-2` and `appendix-b` are annexes, too. */
function backPlace(entry: Entry): number {
  return BACK.indexOf(plain(entry).replace(/^(annex|appendix)-.*/, '$1'))
}

function plain({ name }: Entry): string {
  return name.toLowerCase().replace(/[_ ]/g, '-').replace(/['’]/g, '')
}

const collator = new Intl.Collator('en', { numeric: true })

function byName(one: Entry, other: Entry): number {
  return collator.compare(one.name, other.name)
}
