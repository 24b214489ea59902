import type { ImportedDocument, Tracked } from '@/domain/importing'
import type { RefusalKey } from '@/domain/refusal'
import { inMegabytes, MAX_PARAGRAPHS, MAX_UNPACKED_BYTES, MAX_WORD_XML_BYTES, MAX_ZIP_ENTRIES } from '../limits'
import { childElements, type MarkupElement, markupTree, textIn } from '../markupTree'
import type { NoteBook } from '../noteBook'
import type { SourceFile } from '../sourceFile'
import { openZip, type Zip } from './openZip'
import { partPaths } from './relations'
import { withoutOwnMarks } from './withoutOwnMarks'
import { withoutTracked } from './withoutTracked'
import { allNamed, attribute, countTracked } from './wordXml'

/** The parts of a Word file that are read here, as XML and as trees. */
export type WordParts = {
  zip: Zip
  /** The name of the main part. */
  mainPath: string
  documentXml: string
  document: MarkupElement
  styles: MarkupElement | null
  numbering: MarkupElement | null
  footnotes: MarkupElement | null
  endnotes: MarkupElement | null
  comments: MarkupElement | null
  /** Headers and footers of the pages. */
  margins: (MarkupElement | 'damaged' | 'missing')[]
  /** How many changes Word has tracked in the text, whatever is made of them. */
  trackedChanges: number
  writtenFor: ImportedDocument['writtenFor']
  /** The title, the author and other facts about the file. */
  properties: MarkupElement | 'damaged' | null
}

/**
 * The parts of a Word file; null (and a problem that says what to do) if it is protected, too large or has macros, or if
 * it or one of the parts that the text depends on is damaged. A part without content is like one that is not there: some
 * programs write such parts.
 */
export async function openWord({
  file,
  book,
  tracked = 'accepted',
  ignoresMarks = false,
}: {
  file: SourceFile
  book: NoteBook
  tracked?: Tracked
  ignoresMarks?: boolean
}): Promise<WordParts | null> {
  const refuse = (key: RefusalKey, params?: Record<string, string | number>): null => {
    book.note(
      params ? { kind: 'problem', source: file.path, key, params } : { kind: 'problem', source: file.path, key },
    )
    return null
  }
  if (isCompoundFile(file.bytes)) return refuse('import.word-protected')
  const zip = await openZip(file.bytes)
  if (zip === 'protected') return refuse('import.word-protected')
  if (zip === 'too-large') return refuse('import.word-unpacks-too-large', { limit: inMegabytes(MAX_UNPACKED_BYTES) })
  if (zip === 'too-many') return refuse('import.word-too-many-parts', { limit: MAX_ZIP_ENTRIES })
  if (zip === 'broken') return refuse('import.word-broken')
  if (await hasMacros(zip)) return refuse('import.word-macros')
  const paths = await partPaths(zip)
  const main = await zip.read(paths.main)
  if (main === null) return refuse('import.word-broken')
  if (main.length > MAX_WORD_XML_BYTES) return refuse('import.word-too-long')
  const text = new TextDecoder().decode(main)
  const asWritten = ignoresMarks ? withoutOwnMarks(text) : text
  if ((asWritten.match(/<(?:\w+:)?(?:p|tc)[\s/>]/g)?.length ?? 0) > MAX_PARAGRAPHS)
    return refuse('import.word-too-long')
  const withTracked = markupTree(asWritten)
  if (withTracked === null) return refuse('import.word-broken')
  const documentXml = tracked === 'rejected' ? withoutTracked(asWritten) : asWritten
  const document = tracked === 'rejected' ? markupTree(documentXml) : withTracked
  if (document === null) return refuse('import.word-broken')
  let isBroken = false
  const read = async (path: string): Promise<MarkupElement | null> => {
    const tree = treeOf(await zip.read(path))
    if (tree !== 'damaged') return tree
    isBroken = true
    return null
  }
  /** A part that the text does not depend on. */
  const readBeside = async (path: string) => treeOf(await zip.readIfWhole(path))
  const missingMargins = new Set(
    ['headerReference', 'footerReference']
      .flatMap((name) => allNamed(document, name).map((reference) => attribute(reference, 'id') ?? ''))
      .filter((id) => !paths.has(id)),
  )
  const part = (type: string): Promise<MarkupElement | null> => read(paths.of(type)[0] ?? `word/${type}.xml`)
  const parts = {
    zip,
    mainPath: paths.main,
    documentXml,
    document,
    styles: await part('styles'),
    numbering: await part('numbering'),
    footnotes: await part('footnotes'),
    endnotes: await part('endnotes'),
    comments: await part('comments'),
    margins: [
      ...(await Promise.all([...paths.of('header'), ...paths.of('footer')].map(readBeside))).flatMap(
        (found) => found ?? [],
      ),
      ...[...missingMargins].map(() => 'missing' as const),
    ],
    trackedChanges: countTracked(withTracked),
    writtenFor: writtenFor(await readBeside('docProps/custom.xml')),
    properties: await readBeside('docProps/core.xml'),
  }
  return isBroken || zip.hasDamage() ? refuse('import.word-broken') : parts
}

/** What our own file says in its properties (`endpoints/word/wordFile`). */
function writtenFor(properties: MarkupElement | 'damaged' | null): ImportedDocument['writtenFor'] {
  if (properties === null || properties === 'damaged') return undefined
  const said = allNamed(properties, 'property').map((one) => ({
    name: attribute(one, 'name') ?? '',
    words: childElements(one).map(textIn).join(''),
  }))
  const saidOf = (wanted: string) => said.find(({ name }) => name === wanted)?.words ?? ''
  const [toolkit, country] = [saidOf('toolkit-id'), saidOf('toolkit-country')]
  const named = said.flatMap(({ name, words }) => (/^toolkit-sections-\d+$/.test(name) ? words.split(' ') : []))
  const sections = named.map((one) => one.replace(/:.*/, ''))
  return toolkit === '' || country === '' ? undefined : { toolkit, country, sections }
}

/** Null for a part that is missing, has no content or is too large. */
function treeOf(part: Uint8Array | 'damaged' | null): MarkupElement | 'damaged' | null {
  if (part === null || part === 'damaged') return part
  if (part.length === 0 || part.length > MAX_WORD_XML_BYTES) return null
  return markupTree(new TextDecoder().decode(part)) ?? 'damaged'
}

/** The container of Word 97-2003 files, which is also used for newer files that need a password. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)
}

async function hasMacros(zip: Zip): Promise<boolean> {
  if (zip.names.some((name) => /vba(?:Project|Data)/i.test(name))) return true
  const types = await zip.read('[Content_Types].xml')
  return types !== null && /macroEnabled|vbaProject/i.test(new TextDecoder().decode(types))
}
