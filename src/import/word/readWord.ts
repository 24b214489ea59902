import JSZip from 'jszip'
import mammoth from 'mammoth'
import { type Block, block } from '@/domain/richText'
import { cleanText } from '../cleanRuns'
import { type MarkupElement, markupTree, textIn } from '../markupTree'
import type { NoteBook } from '../noteBook'
import { pictureKind } from '../pictureKind'
import type { PictureShelf } from '../pictureShelf'
import type { ReadFile } from '../piece'
import type { SourceFile } from '../sourceFile'
import { withChecklists } from './checklists'
import { markParagraphs } from './markParagraphs'
import { openWord, type WordParts } from './openWord'
import { readWordHtml } from './wordHtml'
import { noteWordLosses } from './wordLosses'
import { readNumbering } from './wordNumbering'
import { type ParagraphStyle, paragraphStyles, styleMap } from './wordStyles'
import { allNamed } from './wordXml'

type Given = { file: SourceFile; book: NoteBook; shelf: PictureShelf }

/** A Word file as blocks; null (and a problem that says what to do) where it cannot be read. */
export async function readWord({ file, book, shelf }: Given): Promise<ReadFile | null> {
  const parts = await openWord({ file, book })
  if (parts === null) return null
  const converted = await convert(parts)
  if (converted === null) {
    book.note({ kind: 'problem', source: file.path, key: 'import.word-broken' })
    return null
  }
  noteWordLosses({ parts, path: file.path, book })
  noteMessages({ messages: converted.messages, path: file.path, book })
  const { title, pieces } = readWordHtml({
    html: converted.html,
    path: file.path,
    book,
    picture: (picture) => takePicture({ ...picture, pictures: converted.pictures, book, shelf }),
  })
  const propertyTitle = await titleInProperties(parts)
  return {
    path: file.path,
    frontMatter: title === undefined ? {} : { title },
    pieces: withChecklists({ pieces, path: file.path, book }),
    hadTemplateCode: false,
    ...(propertyTitle === undefined ? {} : { propertyTitle }),
  }
}

/** Word puts names of its own there for texts that nobody named. */
async function titleInProperties({ zip }: WordParts): Promise<string | undefined> {
  const bytes = await zip.read('docProps/core.xml')
  const properties = bytes && markupTree(new TextDecoder().decode(bytes))
  const title = properties ? cleanText(allNamed(properties, 'title').map(textIn)[0] ?? '') : ''
  return title === '' || /^(?:microsoft word\b|document\s*\d*$|untitled)/i.test(title) ? undefined : title
}

type Converted = { html: MarkupElement; pictures: Uint8Array[]; messages: string[] }

async function convert(parts: WordParts): Promise<Converted | null> {
  const styles = paragraphStyles(parts.styles)
  const pictures: Uint8Array[] = []
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: await repacked({ parts, styles }) },
      {
        styleMap: styleMap(styles),
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          try {
            return { src: String(pictures.push(new Uint8Array(await image.readAsArrayBuffer())) - 1) }
          } catch {
            // A picture that is linked or not in the file: the block says so where it would have stood.
            return { src: MISSING }
          }
        }),
      },
    )
    const html = markupTree(value)
    return html && { html, pictures, messages: messages.map(({ message }) => message) }
  } catch {
    // Whatever a reader of a foreign format throws means one thing to the person: the file is broken.
    return null
  }
}

const MISSING = 'missing'

/** The file for mammoth: only what was unpacked within the limits, and the main part with our marks. */
async function repacked({
  parts,
  styles,
}: {
  parts: WordParts
  styles: ReadonlyMap<string, ParagraphStyle>
}): Promise<Buffer> {
  const zip = new JSZip()
  for (const name of parts.zip.names) {
    if (!/\.(?:xml|rels)$|^word\/media\//i.test(name)) continue
    const bytes = await parts.zip.read(name)
    if (bytes) zip.file(name, bytes)
  }
  zip.file(parts.mainPath, markParagraphs({ ...parts, numbering: readNumbering(parts.numbering), styles }))
  return zip.generateAsync({ type: 'nodebuffer' })
}

type PictureGiven = {
  address: string
  alt: string
  source: string
  pictures: Uint8Array[]
  book: NoteBook
  shelf: PictureShelf
}

function takePicture({ address, alt, source, pictures, book, shelf }: PictureGiven): Block | null {
  const bytes = address === MISSING ? undefined : pictures[Number(address)]
  if (!bytes) {
    book.note({ kind: 'loss', source, key: 'import.picture-missing', params: { name: alt.slice(0, 100) || '?' } })
    return null
  }
  const kind = pictureKind(bytes)
  const extension = kind.kind === 'supported' ? kind.extension : kind.kind
  const name = shelf.take({ name: `picture-${Number(address) + 1}.${extension}`, bytes, source })
  if (name === null) return null
  if (alt === '') book.note({ kind: 'doubt', source, key: 'import.picture-without-alt', params: { name } })
  return block('image', { attrs: { media: name, alt } })
}

/** Mammoth's messages: styles that it does not know in one doubt; elements of which we say more elsewhere in none. */
function noteMessages({ messages, path, book }: { messages: string[]; path: string; book: NoteBook }): void {
  const styles = new Set<string>()
  const others = new Set<string>()
  for (const message of messages) {
    const [, name, id = ''] = /^Unrecognised (?:paragraph|run) style: '(.*)' \(Style ID: (.*)\)$/.exec(message) ?? []
    if (name !== undefined) styles.add(name === 'null' || name === '' ? id : name)
    else if (
      !/^An unrecognised element was ignored|is unlikely to display|was referenced but not defined/.test(message)
    )
      others.add(message)
  }
  if (styles.size > 0) {
    const params = { names: [...styles].slice(0, 10).join(', '), count: styles.size }
    book.note({ kind: 'doubt', source: path, key: 'import.word-styles', params })
  }
  for (const message of [...others].slice(0, 5))
    book.note({ kind: 'doubt', source: path, key: 'import.word-message', params: { message } })
}
