import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { type Attributes, type Block, block, FIELDS_OF, TONES, text, WEIGHTS } from '@/domain/richText'
import { completedAddress, isMailAddress, isSafeUrl } from '@/domain/safeUrl'
import { cleanText } from '../cleanRuns'
import { plainTextWithAddresses, takeApart } from '../inline'
import { markdownBlocks } from './markdownBlocks'
import { type MarkdownContext, placeOf } from './markdownContext'
import { markdownInlines } from './markdownInlines'

const CONTAINERS = ['checklist', 'indicators', 'steps', 'callout'] as const
const LEAVES = ['legal', 'contact'] as const
type ListKind = 'checklist' | 'indicators' | 'steps'
type Directive = { node: ContainerDirective | LeafDirective; context: MarkdownContext }

/** A directive as the structured block of that name; nothing (and a problem that says the line) where it is malformed. */
export function markdownDirective(node: ContainerDirective | LeafDirective, context: MarkdownContext): Block[] {
  const container = CONTAINERS.find((name) => name === node.name)
  const leaf = LEAVES.find((name) => name === node.name)
  if (node.type === 'containerDirective' && container) {
    if (!isClosed({ node, context })) return problem({ node, context, key: 'import.directive-open' })
    return container === 'callout' ? callout(node, context) : listOfEntries(node, container, context)
  }
  if (node.type === 'leafDirective' && leaf) return fieldsOfLeaf(node, leaf, context)
  const known = node.type === 'containerDirective' ? CONTAINERS : LEAVES
  const key = container || leaf ? 'import.directive-colons' : 'import.directive-unknown'
  return problem({ node, context, key, params: { known: known.join(', ') } })
}

function problem({ node, context, key, params }: Directive & { key: string; params?: Record<string, string> }): [] {
  const source = placeOf(context, node)
  context.book.note({ kind: 'problem', source, key, params: { name: node.name, ...params } })
  return []
}

/** A container that nobody closed swallows the rest of the file. */
function isClosed({ node, context }: Directive): boolean {
  const written = context.markdown.slice(node.position?.start.offset, node.position?.end.offset)
  return /\n[ \t>]*:{3,}[ \t]*$/.test(written.trimEnd())
}

function callout(node: ContainerDirective, context: MarkdownContext): Block[] {
  const { tone: given = '', ...rest } = attributesOf({ node, context, known: ['tone', 'title'] })
  const tone = TONES.find((one) => one === given)
  if (!tone) return problem({ node, context, key: 'import.directive-tone', params: { given, known: TONES.join(', ') } })
  const { title, content } = titleAndContent({ node, given: rest.title, context })
  const children = content.flatMap((child) => markdownBlocks(child, context))
  if (children.some(({ kind }) => kind !== 'paragraph' && kind !== 'list'))
    context.book.tally({ kind: 'doubt', source: placeOf(context, node), key: 'import.block-in-callout' })
  return [block('callout', { attrs: { tone, ...title }, children })]
}

function listOfEntries(node: ContainerDirective, kind: ListKind, context: MarkdownContext): Block[] {
  const { title: given } = attributesOf({ node, context, known: ['title'] })
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

function entry(item: ListItem, kind: ListKind, directive: Directive): Block[] {
  const { context } = directive
  const source = placeOf(context, item)
  const paragraphs = item.children.flatMap((child) => (child.type === 'paragraph' ? [child] : []))
  const lists = item.children.flatMap((child) => (child.type === 'list' ? [child] : []))
  if (paragraphs.length + lists.length < item.children.length) {
    context.book.note({ kind: 'problem', source, key: 'import.entry-blocks', params: { name: kind } })
    return []
  }
  const [first = '', ...further] = paragraphs.map((one: Paragraph) => plainText(one.children, context))
  if (kind === 'steps') return [step({ texts: [first, ...further], lists, source, context })]
  const note = [...further, ...lists.flatMap((one) => textsOfList(one, context))].join(' ')
  if (lists.length > 0) context.book.tally({ kind: 'doubt', source, key: 'import.entry-list', params: { name: kind } })
  if (kind === 'checklist') return [block('entry', { children: fields(kind, { text: first, note }) })]
  const [, weightGiven = '', indicator = first] = /^\[([^\]]*)\]\s*(.*)$/s.exec(first) ?? []
  const weight = WEIGHTS.find((one) => one === weightGiven)
  if (!weight) {
    const params = { given: weightGiven, known: WEIGHTS.map((one) => `[${one}]`).join(', ') }
    context.book.note({ kind: 'problem', source, key: 'import.entry-weight', params })
    return []
  }
  return [block('entry', { attrs: { weight }, children: fields(kind, { indicator, note }) })]
}

/** What is done, and a list below it that says who does it and until when. */
function step({
  texts,
  lists,
  source,
  context,
}: {
  texts: string[]
  lists: List[]
  source: string
  context: MarkdownContext
}): Block {
  const given: Record<string, string> = { what: texts.join(' ') }
  for (const line of lists.flatMap((one) => textsOfList(one, context))) {
    const [, label = '', value = ''] = /^(who|deadline):\s*(.*)$/is.exec(line) ?? []
    if (value !== '') given[label.toLowerCase()] = value
    else {
      const params = { line: line.slice(0, 60), known: 'who:, deadline:' }
      context.book.note({ kind: 'problem', source, key: 'import.entry-step', params })
    }
  }
  return block('entry', { children: fields('steps', given) })
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

function fieldsOfLeaf(node: LeafDirective, kind: (typeof LEAVES)[number], context: MarkdownContext): Block[] {
  const { url: written, ...read } = attributesOf({ node, context, known: FIELDS_OF[kind] })
  const given = withMailAddressOnly(read)
  const url = written === undefined ? undefined : completedAddress(written)
  const link = url !== undefined && isSafeUrl(url) ? url : null
  if (url !== undefined && link === null) {
    const params = { address: url.slice(0, 60) }
    context.book.note({ kind: 'loss', source: placeOf(context, node), key: 'import.link-dropped', params })
  }
  const children = fields(kind, link === null ? given : { ...given, url: link })
  return children.length === 0 ? problem({ node, context, key: 'import.directive-empty' }) : [block(kind, { children })]
}

/** What stands in the place of a mail address and is none goes to the note: the field takes addresses only. */
function withMailAddressOnly(given: Partial<Record<string, string>>): Partial<Record<string, string>> {
  const { email, ...others } = given
  if (email === undefined || isMailAddress(email.trim())) return given
  return { ...others, note: [others.note, email].filter(Boolean).join(' ') }
}

/** The given texts as fields, in the order of the kind; what is empty is not written. */
function fields(kind: keyof typeof FIELDS_OF, given: Partial<Record<string, string>>): Block[] {
  return FIELDS_OF[kind].flatMap((name) => {
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
    // Word processors turn straight quotes into curly ones, which then are part of the value.
    if (known.includes(name)) result[name] = cleanText(value ?? '').replace(/^[“”„"]|[“”"]$/g, '')
    else {
      const params = { name: node.name, attribute: name }
      context.book.tally({ kind: 'loss', source: placeOf(context, node), key: 'import.directive-attribute', params })
    }
  }
  return result
}

/** Structured blocks hold plain text: their formatting is not taken over, the addresses of links are written out. */
function plainText(nodes: PhrasingContent[], context: MarkdownContext): string {
  const { runs } = takeApart(markdownInlines(nodes, context))
  return cleanText(plainTextWithAddresses(runs))
}
