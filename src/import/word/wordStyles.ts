import type { MarkupElement } from '../markupTree'
import { allNamed, attribute, childNamed, numberOf, stringOf } from './wordXml'

export type ParagraphStyle = { id: string; name: string; outlineLevel?: number; numId?: string; numLevel?: number }

/** The paragraph styles of a Word file by id, each with what it inherits from the styles that it is based on. */
export function paragraphStyles(styles: MarkupElement | null): Map<string, ParagraphStyle> {
  const elements = new Map<string, MarkupElement>()
  for (const style of styles ? allNamed(styles, 'style') : []) {
    const id = attribute(style, 'styleId')
    if (id !== undefined && attribute(style, 'type') === 'paragraph' && !elements.has(id)) elements.set(id, style)
  }
  return new Map([...elements.keys()].map((id) => [id, inherited({ id, elements, seen: new Set() })]))
}

type Inheritance = { id: string; elements: ReadonlyMap<string, MarkupElement>; seen: Set<string> }

function inherited({ id, elements, seen }: Inheritance): ParagraphStyle {
  const style = elements.get(id)
  const basedOn = stringOf(style, 'basedOn')
  seen.add(id)
  const base = basedOn !== undefined && !seen.has(basedOn) ? inherited({ id: basedOn, elements, seen }) : null
  const properties = childNamed(style, 'pPr')
  const numbering = childNamed(properties, 'numPr')
  const name = stringOf(style, 'name') ?? id
  const builtIn = /^heading ([1-9])$/i.exec(name)?.[1]
  const outlineLevel =
    numberOf(properties, 'outlineLvl') ?? (builtIn === undefined ? base?.outlineLevel : Number(builtIn) - 1)
  const numId = stringOf(numbering, 'numId') ?? base?.numId
  const numLevel = numberOf(numbering, 'ilvl') ?? base?.numLevel
  return {
    id,
    name,
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(numId === undefined ? {} : { numId }),
    ...(numLevel === undefined ? {} : { numLevel }),
  }
}

/** The heading level, 1-6, of paragraphs of a style; undefined for text. Levels 7-9 of Word become 6. */
export function headingLevelOf(style: ParagraphStyle | undefined): number | undefined {
  if (!style || isOneOf(style.name, ['Title', 'Subtitle', 'TOC Heading'])) return undefined
  const level = style.outlineLevel
  return level === undefined || level > 8 ? undefined : Math.min(level + 1, 6)
}

/**
 * How deep the items of a style lie below each other: Word's own "List Bullet 2" to "List Number 5" each have a list of one level, and
 * only their names say that they belong below another. 0 for every other style.
 */
export function depthOfListStyle(style: ParagraphStyle | undefined): number {
  const [, level = '1'] = /^list (?:bullet|number) ([2-5])$/i.exec(style?.name ?? '') ?? []
  return Number(level) - 1
}

/**
 * Mammoth's style map for a file: our names for the styles that mean something here, headings of every style with an
 * outline level (house styles based on Heading 1, too), and nothing for styles that only change how text looks.
 */
export function styleMap(styles: ReadonlyMap<string, ParagraphStyle>): string[] {
  const headings = [...styles.values()].flatMap((style) => {
    const level = headingLevelOf(style)
    return level === undefined ? [] : [`p[style-name='${escaped(style.name)}'] => h${level}:fresh`]
  })
  return [
    "p[style-name='Title'] => p.title:fresh",
    ...CONTENTS.map((name) => `p[style-name='${name}'] => p.contents:fresh`),
    ...headings,
    ...QUOTES.map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
    ...CODE.map((name) => `p[style-name='${name}'] => pre:separator('\\n')`),
    ...CAPTIONS.map((name) => `p[style-name='${name}'] => p.caption:fresh`),
    ...PLAIN.map((name) => `p[style-name='${name}'] => p:fresh`),
    ...LEVELS.flatMap((level) => [`p:unordered-list(${level}) => p:fresh`, `p:ordered-list(${level}) => p:fresh`]),
    ...EMPHASIS.map((name) => `r[style-name='${name}'] => em`),
    ...STRONG.map((name) => `r[style-name='${name}'] => strong`),
    ...CODE_CHARACTERS.map((name) => `r[style-name='${name}'] => code`),
    ...PLAIN_CHARACTERS.map((name) => `r[style-name='${name}'] =>`),
    // The mark of a comment, in files that name its style and do not define it.
    'r.CommentReference =>',
    'u => u',
    'strike => s',
  ]
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const CONTENTS = ['TOC Heading', ...LEVELS.map((level) => `toc ${level}`), 'table of figures', 'Contents Heading']
const QUOTES = ['Quote', 'Intense Quote', 'Block Text', 'Quotations']
const CODE = ['Source Code', 'HTML Preformatted', 'Plain Text', 'Preformatted Text', 'macro']
const CAPTIONS = ['caption', 'Image Caption', 'Table Caption', 'Figure']
const PLAIN = [
  ...['Normal', 'Normal (Web)', 'No Spacing', 'Body Text', 'Body Text 2', 'Body Text 3', 'First Paragraph', 'Compact'],
  ...['Body Text Indent', 'Body Text First Indent', 'Text body', 'Default', 'Standard', 'Subtitle', 'Author', 'Date'],
  ...[
    'Abstract',
    'Bibliography',
    'List Paragraph',
    'Captioned Figure',
    'Table Contents',
    'Table Heading',
    'footnote text',
  ],
  ...[
    'Footnote Block Text',
    'endnote text',
    'annotation text',
    'Balloon Text',
    'header',
    'footer',
    'Default Paragraph',
  ],
  ...['List', 'List Bullet', 'List Number', 'List Continue'].flatMap((name) => [
    name,
    ...[2, 3, 4, 5].map((level) => `${name} ${level}`),
  ]),
]
const EMPHASIS = ['Emphasis', 'Subtle Emphasis']
const STRONG = ['Strong', 'Intense Emphasis']
const CODE_CHARACTERS = ['Verbatim Char', 'HTML Code', 'HTML Typewriter', 'HTML Keyboard', 'Source Text', 'Code']
const PLAIN_CHARACTERS = [
  ...[
    'Hyperlink',
    'FollowedHyperlink',
    'Internet Link',
    'footnote reference',
    'endnote reference',
    'Footnote Characters',
  ],
  ...['Footnote anchor', 'Endnote anchor', 'annotation reference', 'Default Paragraph Font', 'page number'],
  ...['Placeholder Text', 'Unresolved Mention', 'Mention', 'normaltextrun', 'eop', 'Subtle Reference', 'Book Title'],
]

/** Styles of paragraphs that go on with the list item before them. */
export function isContinuationStyle(style: ParagraphStyle | undefined): boolean {
  return style !== undefined && /^list (?:continue(?: \d)?|paragraph)$/i.test(style.name)
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase())
}

function escaped(name: string): string {
  return name.replace(/\\/g, '\\\\').replace(/'/g, "\\'")
}
