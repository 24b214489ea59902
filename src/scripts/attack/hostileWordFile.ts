import JSZip from 'jszip'
import { HOSTILE_ADDRESSES, HOSTILE_WORDS, WORDS_MARK } from './hostileWords'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/**
 * A Word file (ECMA-376) whose headings, words and link targets would run as a script if a page treated them as HTML.
 */
export async function hostileWordFile(name: string): Promise<File> {
  const parts = HOSTILE_WORDS.map(
    (words) =>
      `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${run(words)}</w:p><w:p>${run(`${words} ${WORDS_MARK}`)}</w:p>`,
  )
  const links = HOSTILE_ADDRESSES.map(
    (_, place) => `<w:p><w:hyperlink r:id="link${place}">${run(WORDS_MARK)}</w:hyperlink></w:p>`,
  )
  const targets = HOSTILE_ADDRESSES.map(
    (address, place) =>
      `<Relationship Id="link${place}" Type="${KIND}/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`,
  )
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="main" Type="${KIND}/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  zip.file('word/_rels/document.xml.rels', `<Relationships xmlns="${RELATIONS}">${targets.join('')}</Relationships>`)
  const body = [...parts, ...links].join('')
  zip.file('word/document.xml', `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`)
  return new File([new Uint8Array(await zip.generateAsync({ type: 'uint8array' }))], name)
}

function run(words: string): string {
  return `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`
}

/** As a text or attribute of XML 1.0, which has no control characters except tab and line ends. */
function escaped(words: string): string {
  const allowed = [...words]
    .filter((character) => character >= ' ' || character === '\t' || character === '\n')
    .join('')
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
