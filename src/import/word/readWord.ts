import { read, type WordDocument, type WordImage } from 'mammoth/lib/docx/docx-reader.js'
import type { ImportedDocument, Tracked } from '@/domain/importing'
import { type Block, block } from '@/domain/richText/richText'
import { cleanText } from '../cleanRuns'
import { type MarkupElement, textIn } from '../markupTree'
import type { NoteBook } from '../noteBook'
import { pictureKind } from '../pictureKind'
import type { PictureShelf } from '../pictureShelf'
import type { ReadFile } from '../piece'
import type { SourceFile } from '../sourceFile'
import { withChecklists } from './checklists'
import { withKnownElements } from './knownElements'
import { markParagraphs, type ParagraphMark } from './markParagraphs'
import { partOfRelations, withMissingRelations } from './missingRelations'
import { openWord, type WordParts } from './openWord'
import type { Zip } from './openZip'
import { styleMeanings } from './styleMeanings'
import { withoutOwnMarks } from './withoutOwnMarks'
import { withoutTracked } from './withoutTracked'
import { imagesIn, readWordBlocks } from './wordBlocks'
import { type WordLoss, wordLosses } from './wordLosses'
import { readNumbering } from './wordNumbering'
import { type ParagraphStyle, paragraphStyles } from './wordStyles'
import { allNamed } from './wordXml'

export type HowToRead = {
  /** What to make of changes that Word has tracked; they are as if accepted without it. */
  tracked?: Tracked | undefined
  /** Is a file that we wrote read like every other one? */
  ignoresMarks?: boolean | undefined
}

type Given = { file: SourceFile; book: NoteBook; shelf: PictureShelf } & HowToRead

/** A Word file as blocks; null (and a problem that says what to do) if it cannot be read. */
export async function readWord({
  file,
  book,
  shelf,
  tracked = 'accepted',
  ignoresMarks = false,
}: Given): Promise<ReadFile | null> {
  const source = file.path
  const opened = lookedAt(await openWord({ file, book, tracked, ignoresMarks }))
  if (opened === null) return null
  const found = await documentIn(opened, { tracked, ignoresMarks })
  if (found === null) {
    book.note({ kind: 'problem', source, key: 'import.word-broken' })
    return null
  }
  for (const { kind, key, count } of opened.losses) book.note({ kind, source, key, params: { count } })
  const meanings = styleMeanings(opened.styles)
  const { title, pieces } = readWordBlocks({
    document: found.document,
    readMark: opened.readMark,
    meanings,
    path: source,
    book,
    picture: (picture) => takePicture({ ...picture, pictures: found.pictures, book, shelf }),
  })
  noteStyles({ unknown: meanings.unknown(), source, book })
  noteMessages({ messages: found.messages, source, book })
  return {
    path: source,
    frontMatter: title === undefined ? {} : { title },
    // A file of ours says what a checklist is.
    pieces: pieces.some(({ role }) => role?.is === 'section') ? pieces : withChecklists({ pieces, path: source, book }),
    hadTemplateCode: false,
    ...(opened.writtenFor ? { writtenFor: opened.writtenFor } : {}),
    ...(opened.propertyTitle === undefined ? {} : { propertyTitle: opened.propertyTitle }),
  }
}

type Opened = {
  zip: Zip
  mainPath: string
  /** The main part with our marks. */
  marked: string
  readMark: (name: string) => ParagraphMark | null
  styles: ReadonlyMap<string, ParagraphStyle>
  losses: WordLoss[]
  propertyTitle: string | undefined
  writtenFor: ImportedDocument['writtenFor']
}

/** What is needed of the parts from here on, without their trees, which take many times the memory of the file. */
function lookedAt(parts: WordParts | null): Opened | null {
  if (parts === null) return null
  const styles = paragraphStyles(parts.styles)
  const numbering = readNumbering(parts.numbering)
  const { documentXml: marked, readMark } = markParagraphs({ ...parts, numbering, styles })
  const { zip, mainPath, properties, writtenFor } = parts
  const propertyTitle = properties && properties !== 'damaged' ? titleInProperties(properties) : undefined
  return { zip, mainPath, marked, readMark, styles, losses: wordLosses(parts), propertyTitle, writtenFor }
}

/** Word writes names of its own there for texts that nobody named. */
function titleInProperties(properties: MarkupElement): string | undefined {
  const title = cleanText(allNamed(properties, 'title').map(textIn)[0] ?? '')
  return title === '' || /^(?:microsoft word\b|document\s*\d*$|untitled)/i.test(title) ? undefined : title
}

/** What is read for each picture; nothing for one that is linked or not in the file. */
type Pictures = ReadonlyMap<WordImage, { number: number; bytes: Uint8Array }>

type Found = { document: WordDocument; pictures: Pictures; messages: string[] }

/**
 * The file as mammoth reads it from the open package: the main part with our marks, parts without content left out,
 * missing relationships and elements that mammoth knows added, every other part unchanged. Null if it cannot be read, or
 * if something that it shows is damaged. Lists of links and pictures (.rels) and of types must have content.
 */
async function documentIn(
  { zip, mainPath, marked }: Opened,
  { tracked, ignoresMarks }: HowToRead,
): Promise<Found | null> {
  const empty = new Set(zip.names.filter((name) => zip.isEmpty(name) && !/\.rels$|^\[Content_Types\]\.xml$/.test(name)))
  const names = new Set(zip.names.filter((name) => !empty.has(name)))
  const bytesOf = async (name: string): Promise<Uint8Array> => {
    const bytes = await zip.read(name)
    if (bytes === null) throw new Error(`${name} is not in the file, or is damaged`)
    return bytes
  }
  const textOf = async (name: string): Promise<string> =>
    name === mainPath ? marked : new TextDecoder().decode(await bytesOf(name))
  /** Footnotes have tracked changes too, and the names of styles are in a part of their own. */
  const asAsked = (xml: string, name: string): string => {
    if (name === mainPath) return xml
    const read = tracked === 'rejected' ? withoutTracked(xml) : xml
    return ignoresMarks ? withoutOwnMarks(read) : read
  }
  const partWithRelations = (name: string): string | null => {
    const part = partOfRelations(name)
    return part !== null && names.has(part) ? part : null
  }
  const file = {
    exists: (name: string) => names.has(name) || partWithRelations(name) !== null,
    read: async (name: string, encoding?: string) => {
      if (encoding === undefined) return bytesOf(name)
      const part = partWithRelations(name)
      if (part === null) return withKnownElements(asAsked(await textOf(name), name))
      const relations = names.has(name) ? await textOf(name) : null
      return withMissingRelations({ relations, part: await textOf(part) })
    },
  }
  try {
    const { value: document, messages } = await read(file, {}, { externalFileAccess: false })
    const pictures = await picturesIn(document)
    return zip.hasDamage()
      ? null
      : { document, pictures, messages: [...new Set(messages.map(({ message }) => message))] }
  } catch {
    // Whatever a reader of a foreign format throws means the same to the person: the file is broken.
    return null
  }
}

async function picturesIn({ children }: WordDocument): Promise<Pictures> {
  const pictures = new Map<WordImage, { number: number; bytes: Uint8Array }>()
  for (const image of children.flatMap(imagesIn)) {
    const bytes = await image.readAsArrayBuffer().catch(() => null)
    if (bytes) pictures.set(image, { number: pictures.size + 1, bytes })
  }
  return pictures
}

type PictureGiven = {
  image: WordImage
  alt: string
  source: string
  pictures: Pictures
  book: NoteBook
  shelf: PictureShelf
}

function takePicture({ image, alt, source, pictures, book, shelf }: PictureGiven): Block | null {
  const picture = pictures.get(image)
  if (!picture) {
    book.note({ kind: 'loss', source, key: 'import.picture-missing', params: { name: alt.slice(0, 100) || '?' } })
    return null
  }
  const { number, bytes } = picture
  const kind = pictureKind(bytes)
  const extension = kind.kind === 'supported' ? kind.extension : kind.kind
  const name = shelf.take({ name: `picture-${number}.${extension}`, bytes, source })
  if (name === null) return null
  if (alt === '') book.note({ kind: 'doubt', source, key: 'import.picture-without-alt', params: { name } })
  return block('image', { attrs: { media: name, alt } })
}

function noteStyles({ unknown, source, book }: { unknown: string[]; source: string; book: NoteBook }): void {
  if (unknown.length === 0) return
  const params = { names: unknown.slice(0, 10).join(', '), count: unknown.length }
  book.note({ kind: 'doubt', source, key: 'import.word-styles', params })
}

/** About elements, styles and pictures that mammoth does not know we report more elsewhere. */
const SAID_ELSEWHERE = /^An unrecognised element was ignored|is unlikely to display|was referenced but not defined/

function noteMessages({ messages, source, book }: { messages: string[]; source: string; book: NoteBook }): void {
  for (const message of messages.filter((one) => !SAID_ELSEWHERE.test(one)).slice(0, 5))
    book.note({ kind: 'doubt', source, key: 'import.word-message', params: { message } })
}
