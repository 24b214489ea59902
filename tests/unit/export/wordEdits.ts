import JSZip from 'jszip'
import { childElements, type MarkupElement, markupTree, textIn } from '@/import/markupTree'
import { allNamed, childNamed, isNamed, stringOf } from '@/import/word/wordXml'

/** A number below `limit`, the same series for the same seed (mulberry32). */
export function seededNumbers(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

/** What an edit of a paragraph makes of its line: other words, a new line behind it, or nothing. */
export type WordEdit = { line: string; becomes: string[]; isTracked: boolean }

/** The main part of a Word file, changed by `change`. */
export async function withMainPart(bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  return withPart(bytes, 'word/document.xml', change)
}

/** A Word file without anything that says what it is: its bookmarks, its properties, the names of our styles. */
export async function withoutMarks(bytes: Uint8Array): Promise<Uint8Array> {
  const plain = await withPart(bytes, 'word/document.xml', (xml) =>
    xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''),
  )
  const styled = await withPart(plain, 'word/styles.xml', (xml) => xml.replaceAll('w:val="Toolkit ', 'w:val="Plain '))
  return withPart(styled, 'docProps/custom.xml', (xml) => xml.replace(/<property .*<\/property>/s, ''))
}

async function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  zip.file(name, change((await zip.file(name)?.async('string')) ?? ''))
  return zip.generateAsync({ type: 'uint8array' })
}

/** Makes `count` edits in the main part, each in another one of the paragraphs with these lines. */
export function editedAtRandom({
  xml,
  lines,
  count,
  below,
}: {
  xml: string
  lines: ReadonlySet<string>
  count: number
  below: (limit: number) => number
}): { xml: string; edits: WordEdit[] } {
  const top = markupTree(xml)
  const body = top && allNamed(top, 'body')[0]
  if (!body) throw new Error('The part is not a text')
  const inBody = new Set(childElements(body))
  const paragraphs = allNamed(body, 'p').filter((one) => isEditable(one) && lines.has(textOf(one)))
  const edits: WordEdit[] = []
  const changes: { from: number; to: number; xml: string }[] = []
  while (edits.length < count && paragraphs.length > 0) {
    const [paragraph] = paragraphs.splice(below(paragraphs.length), 1)
    if (!paragraph) break
    const of = { xml, paragraph, word: `Wort${edits.length}`, isTracked: below(2) === 0, below }
    const kind = inBody.has(paragraph) ? below(5) : below(3)
    const made = kind < 3 ? wordEdit(of, kind) : kind === 3 ? newParagraph(of) : removedParagraph(of)
    edits.push({ line: textOf(paragraph), becomes: made.becomes, isTracked: of.isTracked })
    changes.push({ from: startOf(paragraph, xml), to: paragraph.end, xml: made.xml })
  }
  changes.sort((one, other) => other.from - one.from)
  return { edits, xml: changes.reduce((text, { from, to, xml: by }) => text.slice(0, from) + by + text.slice(to), xml) }
}

type Made = { xml: string; becomes: string[] }
type Of = {
  xml: string
  paragraph: MarkupElement
  word: string
  isTracked: boolean
  below: (limit: number) => number
}

const BY = 'w:id="900" w:author="Maria" w:date="2026-12-01T10:00:00Z"'

/** Another word, one more, or one less, in one of the runs. */
function wordEdit({ xml, paragraph, word, isTracked, below }: Of, kind: number): Made {
  const runs = allNamed(paragraph, 'r').filter(isWords)
  const run = runs[below(runs.length)]
  if (!run) throw new Error('The paragraph has no words')
  const said = textIn(childNamed(run, 't') ?? run)
  const words = [...said.matchAll(/[\p{L}]{3,}/gu)]
  const found = words[below(words.length)]
  if (!found) throw new Error('The run has no word')
  const [was] = found
  const [before, after] = [said.slice(0, found.index), said.slice(found.index + was.length)]
  const is = kind === 0 ? word : kind === 1 ? `${was} ${word}` : `${was.slice(0, 2)}`
  const properties = childNamed(run, 'rPr')
  const look = properties ? xml.slice(startOf(properties, xml), properties.end) : ''
  const runOf = (name: string, text: string) =>
    text === '' ? '' : `<w:r>${look}<w:${name} xml:space="preserve">${escaped(text)}</w:${name}></w:r>`
  const made = isTracked
    ? `${runOf('t', before)}<w:del ${BY}>${runOf('delText', was)}</w:del><w:ins ${BY}>${runOf('t', is)}</w:ins>${runOf('t', after)}`
    : runOf('t', before + is + after)
  const from = startOf(paragraph, xml)
  const line = textOf(paragraph)
  const all = allNamed(paragraph, 'r')
  const at = all.slice(0, all.indexOf(run)).reduce((sum, one) => sum + textOf(one).length, 0)
  return {
    xml: xml.slice(from, startOf(run, xml)) + made + xml.slice(run.end, paragraph.end),
    becomes: [line.slice(0, at) + before + is + after + line.slice(at + said.length)],
  }
}

/** A paragraph of the same style behind it. */
function newParagraph({ xml, paragraph, word, isTracked }: Of): Made {
  const words = `${word} ist ein neuer Absatz.`
  const was = xml.slice(startOf(paragraph, xml), paragraph.end)
  const properties = childNamed(paragraph, 'pPr')
  const look = properties ? xml.slice(properties.contentStart, xml.lastIndexOf('<', properties.end - 1)) : ''
  const run = `<w:r><w:t>${words}</w:t></w:r>`
  const added = isTracked
    ? `<w:p><w:pPr>${look}<w:rPr><w:ins ${BY}/></w:rPr></w:pPr><w:ins ${BY}>${run}</w:ins></w:p>`
    : `<w:p><w:pPr>${look}</w:pPr>${run}</w:p>`
  return { xml: was + added, becomes: [textOf(paragraph), words] }
}

function removedParagraph({ xml, paragraph, isTracked }: Of): Made {
  if (!isTracked) return { xml: '', becomes: [] }
  const properties = childNamed(paragraph, 'pPr')
  const look = properties ? xml.slice(properties.contentStart, xml.lastIndexOf('<', properties.end - 1)) : ''
  const from = properties ? properties.end : paragraph.contentStart
  const inner = xml
    .slice(from, xml.lastIndexOf('<', paragraph.end - 1))
    .replaceAll('<w:t ', '<w:delText ')
    .replaceAll('<w:t>', '<w:delText>')
    .replaceAll('</w:t>', '</w:delText>')
    .replace(/<w:r>.*?<\/w:r>/gs, (run) => `<w:del ${BY}>${run}</w:del>`)
  return { xml: `<w:p><w:pPr>${look}<w:rPr><w:del ${BY}/></w:rPr></w:pPr>${inner}</w:p>`, becomes: [] }
}

/** Paragraphs of the text, not those that only say what a section or a block is. */
function isEditable(paragraph: MarkupElement): boolean {
  const style = stringOf(childNamed(paragraph, 'pPr'), 'pStyle') ?? ''
  const runs = allNamed(paragraph, 'r').filter(isWords)
  return !/^(?:Toolkit|Heading|Title|Caption|TOC)/.test(style) && runs.length > 0
}

function isWords(run: MarkupElement): boolean {
  const texts = childElements(run).filter((one) => isNamed(one, 't'))
  const [text] = texts
  return texts.length === 1 && text !== undefined && /[\p{L}]{3,}/u.test(textIn(text))
}

function textOf(paragraph: MarkupElement): string {
  return allNamed(paragraph, 't').map(textIn).join('')
}

function startOf(element: MarkupElement, xml: string): number {
  return xml.lastIndexOf('<', element.contentStart - 1)
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
