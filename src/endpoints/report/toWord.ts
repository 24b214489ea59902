import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  ShadingType,
  TableOfContents,
  TextRun,
  UnderlineType,
} from 'docx'
import type { Segment } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { writable } from '@/export/word/wordRuns'

/** A paragraph of a document. Headings are numbered by their level, 1 to 4. */
export type WordPart =
  | { is: 'title'; words: string }
  | { is: 'heading'; level: 1 | 2 | 3 | 4; words: string; language?: Language }
  | { is: 'text'; words: string; look?: 'muted' | 'strong'; language?: Language }
  | { is: 'item'; words: string; depth?: number; language?: Language }
  /** Words of a text, with what was added and removed. */
  | {
      is: 'marked'
      segments: readonly Segment[]
      /** In front of the words: the name of a field, with its colon. */
      label?: string
      /** After the words, what happened besides them. */
      note?: string
      depth: number
      isItem: boolean
      isHeading: boolean
      language: Language
    }
  /** Where the table of contents stands; Word fills it in when the file is opened. */
  | { is: 'contents'; title: string }

/** Colours with enough contrast on white, as on the screens; the line below or through the words says the same. */
const ADDED = { color: '0B3D91', underline: { type: UnderlineType.SINGLE }, shading: shaded('DBEAFE') }
const REMOVED = { color: '7A2E00', strike: true, shading: shaded('FFE3CC') }
const MUTED = '4A545E'

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

/** Returns a document as a Word file. Its words are those of the parts, and nothing in it is read from elsewhere. */
export async function toWord({
  parts,
  title,
  language,
}: {
  parts: readonly WordPart[]
  title: string
  /** The language of the parts that name none. */
  language: Language
}): Promise<Uint8Array<ArrayBuffer>> {
  const file = await Packer.toArrayBuffer(
    new Document({
      title: lineOf(title),
      creator: '',
      lastModifiedBy: '',
      features: { updateFields: parts.some((part) => part.is === 'contents') },
      styles: {
        default: {
          document: {
            run: { font: 'Calibri', size: 22, language: { value: language } },
            paragraph: { spacing: { after: 100 } },
          },
          heading1: {
            run: { size: 30, bold: true, color: '0A3A44' },
            paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
          },
          heading2: {
            run: { size: 26, bold: true, color: '0A3A44' },
            paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
          },
          heading3: {
            run: { size: 23, bold: true },
            paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
          },
          heading4: {
            run: { size: 22, bold: true, color: MUTED },
            paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
          },
        },
      },
      numbering: { config: [{ reference: 'items', levels: [0, 1, 2, 3].map(bullet) }] },
      sections: [{ children: parts.flatMap((part) => paragraphsOf(part, language)) }],
    }),
  )
  return new Uint8Array(file)
}

/** A text with line ends is a paragraph for each line. */
function paragraphsOf(part: WordPart, language: Language): (Paragraph | TableOfContents)[] {
  if (part.is !== 'text') return [paragraphOf(part, language)]
  const lines = part.words.split('\n').filter((line) => line.trim() !== '')
  return lines.map((words) => paragraphOf({ ...part, words }, language))
}

function paragraphOf(part: WordPart, language: Language): Paragraph | TableOfContents {
  switch (part.is) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, children: [run(part.words, language)] })
    case 'contents':
      return new TableOfContents(part.title, { hyperlink: true, headingStyleRange: '1-2' })
    case 'heading':
      return new Paragraph({ heading: HEADINGS[part.level], children: [run(part.words, part.language ?? language)] })
    case 'text': {
      const look = part.look === 'muted' ? { color: MUTED } : part.look === 'strong' ? { bold: true } : {}
      return new Paragraph({ children: [run(part.words, part.language ?? language, look)] })
    }
    case 'item':
      return new Paragraph({ ...itemAt(part.depth ?? 0), children: [run(part.words, part.language ?? language)] })
    case 'marked': {
      const isItem = part.isItem ? itemAt(part.depth) : { indent: { left: 280 * Math.min(part.depth, 4) } }
      return new Paragraph({
        ...isItem,
        border: { left: { style: BorderStyle.SINGLE, size: 6, space: 8, color: 'C4CCD2' } },
        children: [
          ...(part.label ? [run(`${part.label} `, language, { color: MUTED })] : []),
          ...part.segments.flatMap((segment, index) => [
            // A removed and an added word that touch would be read as one.
            ...(isTouching(part.segments[index - 1], segment) ? [new TextRun(' ')] : []),
            ...signBefore(part.segments[index - 1], segment),
            ...runsOf(segment, part.language, part.isHeading),
          ]),
          ...(part.note ? [run(` (${part.note})`, language, { color: MUTED, italics: true })] : []),
        ],
      })
    }
    default:
      return part satisfies never
  }
}

function itemAt(depth: number): Pick<IParagraphOptions, 'numbering'> {
  return { numbering: { reference: 'items', level: Math.min(depth, 3) } }
}

function bullet(level: number) {
  return {
    level,
    format: LevelFormat.BULLET,
    text: level % 2 === 0 ? '•' : '–',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
  }
}

/** The sign that the screens show too, for people who see no colour or hear the text. */
function signBefore(last: Segment | undefined, { status }: Segment): TextRun[] {
  if (status === 'same' || last?.status === status) return []
  return [status === 'added' ? new TextRun({ text: '+', ...ADDED }) : new TextRun({ text: '−', ...REMOVED })]
}

function isTouching(last: Segment | undefined, segment: Segment): boolean {
  if (last?.status !== 'removed' || segment.status !== 'added') return false
  return /\S$/u.test(last.text) && /^\S/u.test(segment.text)
}

function runsOf(segment: Segment, language: Language, isHeading: boolean): TextRun[] {
  const { marks, object, status, text } = segment
  if (object === 'end') return []
  const look = status === 'added' ? ADDED : status === 'removed' ? REMOVED : {}
  if (object === 'break') return [new TextRun({ ...look, break: 1 })]
  const words = object === 'footnote' ? ` [${text}]` : text
  const format = {
    ...(marks.includes('bold') || isHeading ? { bold: true } : {}),
    ...(marks.includes('italic') ? { italics: true } : {}),
    ...(marks.includes('sub') ? { subScript: true } : {}),
    ...(marks.includes('sup') ? { superScript: true } : {}),
  }
  return [run(words, language, { ...format, ...look })]
}

type Look = Exclude<ConstructorParameters<typeof TextRun>[0], string>

function run(words: string, language: Language, look: Look = {}): TextRun {
  return new TextRun({ text: lineOf(words), language: { value: language }, ...look })
}

/** A run is one line. */
function lineOf(words: string): string {
  return writable(words).replaceAll('\n', ' ')
}

function shaded(fill: string) {
  return { type: ShadingType.CLEAR, color: 'auto', fill }
}
