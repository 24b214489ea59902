import { plainTextOf } from '@/domain/richText/runs'
import type { NoteBook } from './noteBook'
import type { ReadFile } from './piece'
import { folderOf, NUMBER_BEFORE, nameOf, titleFromName } from './sourceFile'

/** A file with its depth, in reading order. */
export type PlacedFile = { file: ReadFile; depth: number }

type Entry = { name: string; order: number[] | undefined; file?: ReadFile; folder?: string }

const INTRODUCTIONS = ['introduction', 'introduccion', 'introduzione', 'einleitung', 'einfuhrung', 'εισαγωγη']

/** Names of the first parts of books, which come before all others if no order is given … */
const FRONT = [
  ['index', 'readme'],
  ['foreword', 'preface', 'avant-propos', 'prefacio', 'prologo', 'prefazione', 'vorwort', 'προλογος'],
  INTRODUCTIONS,
  ['readers-guide'],
  ['about'],
]
/** … and of last parts. */
const BACK = [
  ['glossary', 'glossaire', 'glosario', 'glossario', 'glossar', 'γλωσσαριο'],
  ['annex', 'annexe', 'anexo', 'allegato', 'anhang', 'παραρτημα'],
  ['annexes', 'anexos', 'allegati', 'παραρτηματα'],
  ...[['appendix'], ['appendices'], ['bibliography'], ['references'], ['further-reading']],
  ...[['authors'], ['license', 'licence']],
]

/**
 * The files of a folder in reading order, as a tree: a folder is a part, and its files and folders are below it. The
 * text of the part is the folder's index (`index`, `readme` or `introduction`); without one, the part has the name of
 * the folder and no text. Two kinds of folders are not parts: one that contains only one text or folder, and one whose
 * index was read and left out (`all` has it, `files` does not), because it was code that lists the other files.
 *
 * In the top folder the index is a section like the others, and comes first: otherwise the whole toolkit would be below
 * one section.
 */
export function inFolderOrder({
  files,
  all,
  book,
}: {
  files: readonly ReadFile[]
  all: readonly ReadFile[]
  book: NoteBook
}): PlacedFile[] {
  return placed({ files, all, folder: '', depth: 1, book })
}

/** The file in the top folder that describes the whole. */
export function isFirstOfAll(path: string): boolean {
  return folderOf(path) === '' && ['index', 'readme'].includes(plainName(path))
}

type Place = { files: readonly ReadFile[]; all: readonly ReadFile[]; folder: string; depth: number; book: NoteBook }

function placed(place: Place): PlacedFile[] {
  const { files, all, folder, depth, book } = place
  const index = indexOf({ files, folder })
  const entries = entriesOf({ files: files.filter((file) => file !== index), folder, all: files })
  const isAroundOne = !index && entries.length === 1
  const isLeftOut = !index && indexOf({ files: all, folder }) !== undefined
  const head = folder === '' || index || isAroundOne || isLeftOut ? index : partOf({ folder, book })
  const below = head && folder !== '' ? depth + 1 : depth
  const rest = entries.toSorted(compare).flatMap(({ file, folder: inner }) => {
    if (file) return [{ file, depth: below }]
    return inner === undefined ? [] : placed({ ...place, folder: inner, depth: below })
  })
  return head ? [{ file: withTitleOfPart({ file: head, folder }), depth }, ...rest] : rest
}

const INDEXES = ['index', 'readme', ...INTRODUCTIONS]

/** In the top folder, an introduction is a part of its own. */
function indexOf({ files, folder }: { files: readonly ReadFile[]; folder: string }): ReadFile | undefined {
  const here = files.filter((file) => folderOf(file.path) === folder)
  const names = folder === '' ? INDEXES.slice(0, 2) : INDEXES
  return names.map((name) => here.find((file) => plainName(file.path) === name)).find((file) => file !== undefined)
}

function partOf({ folder, book }: { folder: string; book: NoteBook }): ReadFile {
  const title = titleFromName(nameOf(folder))
  book.note({
    kind: 'doubt',
    source: folder,
    key: 'import.title-from-folder',
    params: { title, folder: nameOf(folder) },
  })
  return { path: folder, frontMatter: { title }, pieces: [], hadTemplateCode: false }
}

/**
 * "Introduction" above the text of a part is only the name of the file; the name of the folder says what the part is
 * about.
 */
function withTitleOfPart({ file, folder }: { file: ReadFile; folder: string }): ReadFile {
  const [first, ...others] = file.pieces
  if (folder === '' || !INTRODUCTIONS.includes(plainName(file.path)) || file.frontMatter.title !== undefined)
    return file
  const isNamedAfterFile =
    first?.block.kind === 'heading' && INTRODUCTIONS.includes(plainWords(plainTextOf(first.block.runs)))
  if (!isNamedAfterFile) return file
  return { ...file, frontMatter: { ...file.frontMatter, title: titleFromName(nameOf(folder)) }, pieces: others }
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
    if (name === rest) {
      const bare = name.replace(/\.[^.]*$/, '')
      entries.set(rest, { name: bare, order: orderOf({ name: bare, given: file.frontMatter.order }), file })
    } else {
      const inner = `${prefix}${name}`
      const given = indexOf({ files: all, folder: inner })?.frontMatter.order
      entries.set(`${name}/`, { name, order: orderOf({ name, given }), folder: inner })
    }
  }
  return [...entries.values()]
}

/** The position that the file itself gives, else the number before its name: `2.10-referral` is [2, 10]. */
function orderOf({ name, given }: { name: string; given: number | undefined }): number[] | undefined {
  if (given !== undefined) return [given]
  const number = NUMBER_BEFORE.exec(name)?.[1] ?? (/^\d+$/.test(name) ? name : undefined)
  return number?.split('.').map(Number)
}

/** First parts without an order, then those with an order, then the others by name, then last parts. */
function compare(one: Entry, other: Entry): number {
  const [group, otherGroup] = [groupOf(one), groupOf(other)]
  if (group !== otherGroup) return group - otherGroup
  if (group === 0) return frontPlace(one) - frontPlace(other) || byName(one, other)
  if (group === 3) return backPlace(one) - backPlace(other) || byName(one, other)
  return byOrder(one.order ?? [], other.order ?? []) || byName(one, other)
}

function byOrder(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index])
  if (at === -1) return one.length - other.length
  return (one[at] ?? 0) - (other[at] ?? -1)
}

function groupOf(entry: Entry): 0 | 1 | 2 | 3 {
  if (entry.order !== undefined) return 1
  if (frontPlace(entry) >= 0) return 0
  return backPlace(entry) >= 0 ? 3 : 2
}

function frontPlace({ name }: Entry): number {
  return FRONT.findIndex((names) => names.includes(plainWords(name)))
}

/** `annex-2` and `appendix-b` are annexes too. */
function backPlace({ name }: Entry): number {
  const plain = plainWords(name).replace(/^(annexe?|anexo|allegato|anhang|παραρτημα|appendix)-.*/, '$1')
  return BACK.findIndex((names) => names.includes(plain))
}

/** The name of a file without its number and extension: `00_Index.md` is `index`. */
function plainName(path: string): string {
  return plainWords(nameOf(path).replace(/\.[^.]*$/, ''))
}

function plainWords(name: string): string {
  return name
    .replace(NUMBER_BEFORE, '')
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[_ ]+/g, '-')
    .replace(/^-+/, '')
}

const collator = new Intl.Collator('en', { numeric: true })

function byName(one: Entry, other: Entry): number {
  return collator.compare(one.name, other.name)
}
