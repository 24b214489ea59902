import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { isPhoneOrNone } from '@/domain/phoneLink'
import type { RefusalKey } from '@/domain/refusal'
import { type BlockKind, isOfForm, type KindOf, kindsOf, rowOf, TONES, WEIGHTS } from '@/domain/richText/blockKinds'
import { type Attributes, type Block, block, text } from '@/domain/richText/richText'
import { completedAddress, isMailAddress, isSafeUrl } from '@/domain/safeUrl'
import { cleanText } from '../cleanRuns'
import { plainTextWithAddresses, takeApart } from '../inline'
import { type MarkdownContext, placeOf } from './markdownContext'
import { markdownInlines } from './markdownInlines'

const CONTAINERS = kindsOf('entries', 'box')
const LEAVES = kindsOf('record')
type Directive = { node: ContainerDirective | LeafDirective; context: MarkdownContext }

type ReadBlocks = (node: RootContent, context: MarkdownContext) => Block[]

/**
 * A directive as the structured block of that name; nothing (and a problem that names the line) if it is malformed.
 * `readBlocks` reads the content of a callout.
 */
export function markdownDirective(
  node: ContainerDirective | LeafDirective,
  context: MarkdownContext,
  readBlocks: ReadBlocks,
): Block[] {
  const container = CONTAINERS.find((name) => name === node.name)
  const leaf = LEAVES.find((name) => name === node.name)
  if (node.type === 'containerDirective' && container) {
    if (!isClosed({ node, context })) return problem({ node, context, key: 'import.directive-open' })
    return isOfForm(container, 'box')
      ? box(node, container, { context, readBlocks })
      : listOfEntries(node, container, context)
  }
  if (node.type === 'leafDirective' && leaf) return fieldsOfLeaf(node, leaf, context)
  const known = node.type === 'containerDirective' ? CONTAINERS : LEAVES
  const key = container || leaf ? 'import.directive-colons' : 'import.directive-unknown'
  return problem({ node, context, key, params: { known: known.join(', ') } })
}

function problem({ node, context, key, params }: Directive & { key: RefusalKey; params?: Record<string, string> }): [] {
  const source = placeOf(context, node)
  context.book.note({ kind: 'problem', source, key, params: { name: node.name, ...params } })
  return []
}

/** An unclosed container swallows the rest of the file. */
function isClosed({ node, context }: Directive): boolean {
  const written = context.markdown.slice(node.position?.start.offset, node.position?.end.offset)
  return /\n[ \t>]*:{3,}[ \t]*$/.test(written.trimEnd())
}

type BoxGiven = { context: MarkdownContext; readBlocks: ReadBlocks }

function box(node: ContainerDirective, kind: KindOf<'box'>, { context, readBlocks }: BoxGiven): Block[] {
  const { attributes, holds } = rowOf(kind)
  const { tone: given = '', ...rest } = attributesOf({ node, context, known: attributes })
  const tone = TONES.find((one) => one === given)
  if (!tone) return problem({ node, context, key: 'import.directive-tone', params: { given, known: TONES.join(', ') } })
  const { title, content } = titleAndContent({ node, given: rest.title, context })
  const children = content.flatMap((child) => readBlocks(child, context))
  if (!children.every((child) => holds.includes(child.kind)))
    context.book.tally({ kind: 'doubt', source: placeOf(context, node), key: 'import.block-in-callout' })
  return [block(kind, { attrs: { tone, ...title }, children })]
}

function listOfEntries(node: ContainerDirective, kind: KindOf<'entries'>, context: MarkdownContext): Block[] {
  const { title: given } = attributesOf({ node, context, known: rowOf(kind).attributes })
  const { title, content } = titleAndContent({ node, given, context })
  const lists = content.flatMap((child) => (child.type === 'list' ? [child] : []))
  const [only] = lists
  if (!only || content.length > 1) return problem({ node, context, key: 'import.directive-list' })
  const entries = only.children.flatMap((item) => entry(item, kind, { node, context }))
  return [block(kind, { attrs: title, children: entries })]
}

/** The title is an attribute or, as other tools write it, the label in square brackets. */
function titleAndContent({
  node,
  given,
  context,
}: {
  node: ContainerDirective
  given: string | undefined
  context: MarkdownContext
}): {
  title: Attributes
  content: RootContent[]
} {
  const [first, ...others] = node.children
  const hasLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true
  const label = hasLabel ? plainText(first.children, context) : ''
  const title = given ?? label
  return { title: title === '' ? {} : { title }, content: hasLabel ? others : node.children }
}

/**
 * An item as an entry: its first paragraph is the first text of the kind, after the weight in brackets if the kind has
 * one; further paragraphs are the note; a list below them has the other texts, each after its name.
 */
function entry(item: ListItem, kind: KindOf<'entries'>, { context }: Directive): Block[] {
  const source = placeOf(context, item)
  const { fields: names = [], entryAttributes = [] } = rowOf(kind)
  const [main = '', ...others] = names
  const labels = others.filter((name) => name !== 'note')
  const paragraphs = item.children.flatMap((child) => (child.type === 'paragraph' ? [child] : []))
  const lists = item.children.flatMap((child) => (child.type === 'list' ? [child] : []))
  if (paragraphs.length + lists.length < item.children.length) {
    context.book.note({ kind: 'problem', source, key: 'import.entry-blocks', params: { name: kind } })
    return []
  }
  const [opening = '', ...further] = paragraphs.map((one: Paragraph) => plainText(one.children, context))
  const lines = lists.flatMap((one) => textsOfList(one, context))
  const hasWeight = entryAttributes.includes('weight')
  const [, weightGiven = '', first = opening] = (hasWeight && /^\[([^\]]*)\]\s*(.*)$/s.exec(opening)) || []
  const weight = WEIGHTS.find((one) => one === weightGiven)
  if (labels.length === 0 && lists.length > 0)
    context.book.tally({ kind: 'doubt', source, key: 'import.entry-list', params: { name: kind } })
  if (hasWeight && !weight) {
    const params = { given: weightGiven, known: WEIGHTS.map((one) => `[${one}]`).join(', ') }
    context.book.note({ kind: 'problem', source, key: 'import.entry-weight', params })
    return []
  }
  const unlabelled = labels.length === 0 ? lines : []
  const given = others.includes('note')
    ? { [main]: first, note: [...further, ...unlabelled].join(' ') }
    : { [main]: [first, ...further, ...unlabelled].join(' ') }
  const labelled = labels.length === 0 ? {} : textsByLabel({ lines, labels, source, context })
  const attrs: Attributes = weight ? { weight } : {}
  return [block('entry', { attrs, children: fields(kind, { ...given, ...labelled }) })]
}

type Labelled = { lines: string[]; labels: string[]; source: string; context: MarkdownContext }

/** The texts of lines such as `who: the guardian`, by their labels. */
function textsByLabel({ lines, labels, source, context }: Labelled): Record<string, string> {
  const given: Record<string, string> = {}
  const labelled = new RegExp(`^(${labels.join('|')}):\\s*(.*)$`, 'is')
  for (const line of lines) {
    const [, label = '', value = ''] = labelled.exec(line) ?? []
    if (value !== '') given[label.toLowerCase()] = value
    else {
      const params = { line: line.slice(0, 60), known: labels.map((one) => `${one}:`).join(', ') }
      context.book.note({ kind: 'problem', source, key: 'import.entry-step', params })
    }
  }
  return given
}

function textsOfList(list: List, context: MarkdownContext): string[] {
  return list.children.flatMap((item) => {
    const own = item.children.flatMap((child) =>
      child.type === 'paragraph' ? [plainText(child.children, context)] : [],
    )
    const below = item.children.flatMap((child) => (child.type === 'list' ? textsOfList(child, context) : []))
    return [own.join(' '), ...below]
  })
}

function fieldsOfLeaf(node: LeafDirective, kind: KindOf<'record'>, context: MarkdownContext): Block[] {
  const { url: written, ...read } = attributesOf({ node, context, known: rowOf(kind).fields ?? [] })
  const given = withAddressesOnly(read)
  const url = written === undefined ? undefined : completedAddress(written)
  const link = url !== undefined && isSafeUrl(url) ? url : null
  if (url !== undefined && link === null) {
    const params = { address: url.slice(0, 60) }
    context.book.note({ kind: 'loss', source: placeOf(context, node), key: 'import.link-dropped', params })
  }
  const children = fields(kind, link === null ? given : { ...given, url: link })
  return children.length === 0 ? problem({ node, context, key: 'import.directive-empty' }) : [block(kind, { children })]
}

/** What is no e-mail address or telephone number is put into the note: their fields accept nothing else. */
function withAddressesOnly(given: Partial<Record<string, string>>): Partial<Record<string, string>> {
  const { email, phone, ...others } = given
  const [isMail, isPhone] = [email === undefined || isMailAddress(email.trim()), isPhoneOrNone(phone ?? '')]
  if (isMail && isPhone) return given
  const note = [others.note, isPhone ? null : phone, isMail ? null : email].filter(Boolean).join(' ')
  return { ...others, ...(isMail ? { email } : {}), ...(isPhone ? { phone } : {}), note }
}

/** The given texts as fields, in the order of the kind; empty ones are omitted. */
function fields(kind: BlockKind, given: Partial<Record<string, string>>): Block[] {
  return (rowOf(kind).fields ?? []).flatMap((name) => {
    const value = given[name] ?? ''
    return value === '' ? [] : [block('field', { attrs: { name }, runs: [text(value)] })]
  })
}

function attributesOf({
  node,
  context,
  known,
}: Directive & { known: readonly string[] }): Partial<Record<string, string>> {
  const result: Partial<Record<string, string>> = {}
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    // Word processors turn straight quotes into curly ones, which are then part of the value.
    if (known.includes(name)) result[name] = cleanText(value ?? '').replace(/^[“”„"]|[“”"]$/g, '')
    else {
      const params = { name: node.name, attribute: name }
      context.book.tally({ kind: 'loss', source: placeOf(context, node), key: 'import.directive-attribute', params })
    }
  }
  return result
}

/** Structured blocks contain plain text: formatting is lost, and the addresses of links are written out. */
function plainText(nodes: PhrasingContent[], context: MarkdownContext): string {
  const { runs } = takeApart(markdownInlines(nodes, context))
  return cleanText(plainTextWithAddresses(runs))
}
