import JSZip from 'jszip'
import { file } from './readText'

type Parts = {
  /** The content of the body. */
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  comments?: string
  header?: string
  /** Relationships by id. */
  relations?: Record<string, { type: 'hyperlink' | 'image' | 'header' | 'footer'; target?: string }>
  /** More entries of the zip file. */
  files?: Record<string, string | Uint8Array>
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const MORE = [
  W,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A handwritten Word file, so that a test shows its whole content. */
export async function wordFile(parts: Parts, name = 'text.docx') {
  return file(name, await wordZip(parts).generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))
}

export function wordZip({
  body,
  styles,
  numbering,
  footnotes,
  comments,
  header,
  relations = {},
  files = {},
}: Parts): JSZip {
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  const own = { styles, numbering, footnotes, comments, header1: header }
  const links = Object.entries(relations).map(
    ([id, { type, target }]) =>
      `<Relationship Id="${id}" Type="${TYPES}/${type}"${target === undefined ? '' : ` Target="${target}"`}${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`,
  )
  for (const [part, content] of Object.entries(own)) {
    if (content === undefined) continue
    const type = part === 'header1' ? 'header' : part
    zip.file(
      `word/${part}.xml`,
      `<w:${type === 'header' ? 'hdr' : type} ${MORE}>${content}</w:${type === 'header' ? 'hdr' : type}>`,
    )
    links.push(`<Relationship Id="own-${part}" Type="${TYPES}/${type}" Target="${part}.xml"/>`)
  }
  zip.file(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
  )
  zip.file('word/document.xml', `<?xml version="1.0"?><w:document ${MORE}><w:body>${body}</w:body></w:document>`)
  for (const [path, content] of Object.entries(files)) zip.file(path, content)
  return zip
}

/** A paragraph with a style; `content` is text, or runs if it begins with a tag. */
export function p(content: string, { style, properties = '' }: { style?: string; properties?: string } = {}): string {
  const pStyle = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`
  const runs = content.startsWith('<') || content === '' ? content : r(content)
  return `<w:p><w:pPr>${pStyle}${properties}</w:pPr>${runs}</w:p>`
}

export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** The run of a picture, by the id of its relationship. */
export function inlinePicture(id: string, alt: string): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

export function heading(text: string, level = 1): string {
  return p(text, { style: `Heading${level}` })
}

/** A paragraph of a list. */
export function li(content: string, { list = 1, level = 0 } = {}): string {
  return p(content, { properties: `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>` })
}

export const STYLES = [1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .concat(
    ['Title', 'Quote', 'caption', 'List Paragraph', 'toc 1', 'Source Code'].map(
      (name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
    ),
  )
  .join('')

/** List 1 has bullets, lists 2 and 3 (which starts at 5) have numbers, list 4 has no marker. */
export const NUMBERING = [
  definition({ id: 1, format: 'bullet', text: '•' }),
  definition({ id: 2, format: 'decimal', text: '%1.' }),
  definition({ id: 4, format: 'bullet', text: ' ' }),
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
  '<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
  '<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>',
].join('')

function definition({ id, format, text }: { id: number; format: string; text: string }): string {
  const levels = [0, 1, 2, 3, 4, 5, 6].map(
    (level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${720 * (level + 1)}"/></w:pPr></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
}
