import type { WordParagraph, WordRun } from 'mammoth/lib/docx/docx-reader.js'
import type { Mark } from '@/domain/richText/richText'
import { BESIDE_THE_TEXT, ownStyleName, wordsOfOwnStyle } from './ownStyles'
import { headingLevelOf, type ParagraphStyle } from './wordStyles'

type ParagraphRole =
  | 'title'
  | 'contents'
  | 'quote'
  | 'code'
  | 'caption'
  | 'text'
  /** Of a file that we wrote. */
  | 'beside'
  | 'summary'
  | 'addition-start'
  | 'addition-end'
  | { headingLevel: number }

/** What the styles of a Word file mean for its paragraphs and runs, apart from their look. */
export type StyleMeanings = {
  ofParagraph: (paragraph: WordParagraph) => ParagraphRole
  ofRun: (run: WordRun) => Mark | null
  /** The styles requested so far that have no meaning here, by name or else by id. */
  unknown: () => string[]
}

/**
 * Headings are the styles with an outline level (including custom styles based on Heading 1); the others are known by
 * name.
 */
export function styleMeanings(styles: ReadonlyMap<string, ParagraphStyle>): StyleMeanings {
  const unknown = new Set<string>()
  const headings = headingsByName(styles)
  return {
    ofParagraph: (paragraph) => {
      const role = roleOf(paragraph, headings)
      if (role === null) unknown.add(paragraph.styleName || paragraph.styleId || '')
      return role ?? 'text'
    },
    ofRun: (run) => {
      const mark = run.styleId === null || run.styleId === COMMENT ? 'none' : MARK_OF_NAME.get(folded(run.styleName))
      if (mark === undefined) unknown.add(run.styleName || run.styleId || '')
      return mark === undefined || mark === 'none' ? null : mark
    },
    unknown: () => [...unknown],
  }
}

/** The mark of a comment, in files that name its style without defining it. */
const COMMENT = 'CommentReference'

type Headings = ReadonlyMap<string, ParagraphRole>

function headingsByName(styles: ReadonlyMap<string, ParagraphStyle>): Headings {
  const headings = new Map<string, ParagraphRole>()
  for (const style of styles.values()) {
    const level = headingLevelOf(style)
    const name = folded(style.name)
    if (level !== undefined && !headings.has(name)) headings.set(name, { headingLevel: level })
  }
  return headings
}

/** null for a style that is unknown here. */
function roleOf({ styleId, styleName, numbering }: WordParagraph, headings: Headings): ParagraphRole | null {
  const name = folded(styleName)
  const known = ROLE_OF_NAME.get(name)
  if (known === 'title' || known === 'contents') return known
  const role = headings.get(name) ?? known
  if (role !== undefined || styleId === null || numbering !== null || wordsOfOwnStyle(styleName)) return role ?? 'text'
  // Files that name the styles of Word or Pages without defining them.
  const level = /^HEADING ([1-9])$/.exec(name)?.[1] ?? /^Heading([1-9])$/.exec(styleId)?.[1]
  if (level !== undefined) return { headingLevel: Number(level) }
  if (styleId === 'Heading' || name === 'HEADING') return { headingLevel: 1 }
  return styleId === 'Body' ? 'text' : null
}

/** The case of style names does not matter. */
function folded(name: string | null): string {
  return (name ?? '').toUpperCase()
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const CONTENTS = ['TOC Heading', ...LEVELS.map((level) => `toc ${level}`), 'table of figures', 'Contents Heading']
const QUOTES = ['Quote', 'Intense Quote', 'Block Text', 'Quotations']
const CODE = ['Source Code', 'HTML Preformatted', 'Plain Text', 'Preformatted Text', 'macro']
const CAPTIONS = ['caption', 'Image Caption', 'Table Caption', 'Figure']
const TEXT = [
  ...['Normal', 'Normal (Web)', 'No Spacing', 'Body Text', 'Body Text 2', 'Body Text 3', 'First Paragraph', 'Compact'],
  ...['Body Text Indent', 'Body Text First Indent', 'Text body', 'Default', 'Standard', 'Subtitle', 'Author', 'Date'],
  ...['Abstract', 'Bibliography', 'List Paragraph', 'Captioned Figure', 'Table Contents', 'Table Heading', 'Body'],
  ...['footnote text', 'Footnote Block Text', 'endnote text', 'Footnote', 'Endnote', 'annotation text'],
  ...['Balloon Text', 'header', 'footer', 'Default Paragraph'],
  ...['List', 'List Bullet', 'List Number', 'List Continue'].flatMap((name) => [
    name,
    ...[2, 3, 4, 5].map((level) => `${name} ${level}`),
  ]),
]

const ROLE_OF_NAME: ReadonlyMap<string, ParagraphRole> = new Map([
  ['TITLE', 'title'],
  ...named(CONTENTS, 'contents' as const),
  ...named(QUOTES, 'quote' as const),
  ...named(CODE, 'code' as const),
  ...named(CAPTIONS, 'caption' as const),
  ...named(TEXT, 'text' as const),
  ...named(
    BESIDE_THE_TEXT.map((one) => ownStyleName(one)),
    'beside' as const,
  ),
  ...named([ownStyleName('Summary')], 'summary' as const),
  ...named([ownStyleName('Addition', 'Start')], 'addition-start' as const),
  ...named([ownStyleName('Addition', 'End')], 'addition-end' as const),
  ...named([ownStyleName('Quote', 'Start')], 'quote' as const),
])

const EMPHASIS = ['Emphasis', 'Subtle Emphasis']
const STRONG = ['Strong', 'Intense Emphasis']
const CODE_CHARACTERS = ['Verbatim Char', 'HTML Code', 'HTML Typewriter', 'HTML Keyboard', 'Source Text', 'Code']
const PLAIN_CHARACTERS = [
  ...['Hyperlink', 'FollowedHyperlink', 'Internet Link', 'footnote reference', 'endnote reference'],
  ...['Footnote Characters', 'Footnote anchor', 'Endnote anchor', 'annotation reference', 'page number'],
  ...['Default Paragraph Font', 'Placeholder Text', 'Unresolved Mention', 'Mention', 'normaltextrun', 'eop'],
  ...['Subtle Reference', 'Book Title'],
]

const MARK_OF_NAME: ReadonlyMap<string, Mark | 'none'> = new Map([
  ...named(EMPHASIS, 'italic' as const),
  ...named(STRONG, 'bold' as const),
  ...named(CODE_CHARACTERS, 'code' as const),
  ...named(PLAIN_CHARACTERS, 'none' as const),
])

function named<Meaning>(names: readonly string[], meaning: Meaning): [string, Meaning][] {
  return names.map((name) => [folded(name), meaning])
}
