import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import type { Language } from '@/domain/language'
import { ownStyleId } from '@/import/word/ownStyles'
import { nameOfSectionMark } from '@/import/word/sectionMark'
import { type BlockContext, type WordBlock, wordBlocks } from './wordBlocks'
import {
  BULLET_LEVELS,
  BULLETS,
  LINE,
  MUTED,
  numberLevels,
  SECTION_NUMBERS,
  sectionLevels,
  wordStyles,
} from './wordLook'
import { plainRun, wordRuns, writable } from './wordRuns'
import type { WordLabels, WordPicture, WordSection } from './wordSection'

export type WordFile = {
  /** The title of the toolkit; for a part of it, that of the part. */
  title: string
  /** The lines below it: whose text it is, its language, its day, that it is not published. */
  front: readonly string[]
  /** What stands at the top of each page. */
  header: string
  language: Language
  sections: readonly WordSection[]
  pictures: readonly WordPicture[]
  labels: WordLabels
  /** What the properties of the file say about it, by name. */
  properties: Readonly<Record<string, string>>
}

/** A4 with margins of 2.5 centimetres. */
const PAGE = { width: 11906, height: 16838 }
const MARGIN = 1417
const WIDTH = PAGE.width - 2 * MARGIN

/** So many sections are found without a table of contents. */
const WITHOUT_CONTENTS = 2

/**
 * Sections as a Word file that the import reads back as the same text. The title of each has a bookmark that says which
 * section and which revision it is; styles of our own say what Word has no form for.
 */
export async function toolkitAsWord(file: WordFile): Promise<Uint8Array<ArrayBuffer>> {
  const notes = new Map<number, string>()
  const lists: { at: number; start: number }[] = []
  const context: Omit<BlockContext, 'level'> = {
    labels: file.labels,
    pictures: new Map(file.pictures.map((picture) => [picture.media, picture])),
    takeFootnote: (text) => {
      notes.set(notes.size + 1, text)
      return notes.size
    },
    takeNumbers: (list) => `numbers-${lists.push(list)}`,
    width: WIDTH,
  }
  const children = [
    new Paragraph({ style: 'Title', children: plainRun(file.title) }),
    ...file.front.map((line) => new Paragraph({ style: ownStyleId('Front'), children: plainRun(line) })),
    ...(file.sections.length > WITHOUT_CONTENTS ? contents(file) : []),
    ...file.sections.flatMap((section, index) => sectionBlocks({ section, isFirst: index === 0, file, context })),
  ]
  const document = new Document({
    title: writable(file.title),
    creator: '',
    lastModifiedBy: '',
    customProperties: Object.entries(file.properties).map(([name, value]) => ({ name, value })),
    styles: wordStyles(file.language),
    numbering: {
      config: [
        { reference: BULLETS, levels: BULLET_LEVELS },
        { reference: SECTION_NUMBERS, levels: sectionLevels(file.sections[0]?.number ?? []) },
        ...lists.map((list, index) => ({ reference: `numbers-${index + 1}`, levels: numberLevels(list) })),
      ],
    },
    footnotes: Object.fromEntries(
      [...notes].map(([number, words]) => [number, { children: [new Paragraph({ children: plainRun(words) })] }]),
    ),
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
          titlePage: file.sections.length > WITHOUT_CONTENTS,
        },
        headers: { default: headerOf(file.header), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer(), first: new Footer({ children: [new Paragraph({})] }) },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

type Given = { section: WordSection; isFirst: boolean; file: WordFile; context: Omit<BlockContext, 'level'> }

function sectionBlocks({ section, isFirst, file, context }: Given): WordBlock[] {
  const { about, addition, body, mark, number, summary, title } = section
  const level = Math.min(section.depth, 6)
  const inSection: BlockContext = { ...context, level }
  const at = addition?.at ?? body.length
  const words = wordRuns([{ type: 'text', text: title, marks: [] }], context.takeFootnote)
  const name = nameOfSectionMark(mark)
  return [
    new Paragraph({
      style: `Heading${level}`,
      numbering: { reference: SECTION_NUMBERS, level: Math.min(8, Math.max(0, number.length - 1)), instance: 0 },
      pageBreakBefore: isFirst && file.sections.length > WITHOUT_CONTENTS,
      children: name === null ? words : [new Bookmark({ id: name, children: words })],
    }),
    new Paragraph({ style: ownStyleId('About'), children: plainRun(about) }),
    ...(summary === '' ? [] : [new Paragraph({ style: ownStyleId('Summary'), children: plainRun(summary) })]),
    ...wordBlocks(body.slice(0, at), inSection),
    ...(addition
      ? [
          new Paragraph({ style: ownStyleId('Addition', 'Start'), children: plainRun(file.labels.addition) }),
          ...wordBlocks(addition.blocks, inSection),
          new Paragraph({ style: ownStyleId('Addition', 'End'), children: plainRun(file.labels.additionEnd) }),
        ]
      : []),
    ...wordBlocks(body.slice(at), inSection),
  ]
}

function contents({ labels, sections }: WordFile) {
  const deepest = Math.min(3, Math.max(...sections.map(({ depth }) => depth)))
  return [
    new Paragraph({
      style: ownStyleId('Front'),
      spacing: { before: 600, after: 120 },
      children: [new TextRun({ text: labels.contents, bold: true, size: 28 })],
    }),
    new TableOfContents(labels.contents, { hyperlink: true, headingStyleRange: `1-${deepest}` }),
  ]
}

function headerOf(words: string): Header {
  return new Header({
    children: [
      new Paragraph({
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: LINE } },
        children: [new TextRun({ text: writable(words), size: 17, color: MUTED })],
      }),
    ],
  })
}

function footer(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
        children: [
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18, color: MUTED }),
        ],
      }),
    ],
  })
}
