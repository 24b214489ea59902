import { decodeEntities } from '../decodeEntities'
import { childElements, type MarkupElement, textIn } from '../markupTree'
import { allNamed, childNamed, isNamed, WORD_NAMESPACE } from './wordXml'

/**
 * The XML of a part, with what mammoth reads instead of what it leaves out or puts elsewhere: words in CDATA become
 * text, simple fields become fields of several runs, and text with a direction or a pronunciation becomes a smart tag,
 * of which the content is read (not the pronunciation). `cr` is a line break. Shapes of the old form (VML) become ones
 * whose text boxes and pictures are read, and a picture that fills one becomes a picture in it. Pictures of the old form
 * stay where they are in the text, unless a text box is beside them; those of the new form are read if there is no other,
 * also in a group. The words of WordArt become text, as does the chosen entry of a drop-down field. Links in fields keep
 * their address.
 */
export function withKnownElements(xml: string): string {
  return withFields(
    withoutGroups(xml.replace(APART, (tag, words: string = '') => (tag.startsWith('<?') ? tag : escaped(words))))
      .replace(OTHER_SHAPE, '<$1shape')
      .replace(FILL, (tag, prefix: string, attributes: string) =>
        isPictureFill((name) => attributeIn(attributes, name)) ? `<${prefix}imagedata${attributes}/>${tag}` : tag,
      )
      .replace(WORD_ART, (tag, attributes: string) =>
        OFF.has(attributeIn(attributes, 'on')) ? tag : `${asText(attributeIn(attributes, 'string'))}${tag}`,
      )
      .replace(OLD_PICTURE, `<${OWN}:smartTag ${DECLARED}$1>$2</${OWN}:smartTag>`)
      .replace(ONLY_CHOICE, `<${OWN}:Fallback xmlns:${OWN}="${COMPATIBILITY}"$1>$2</${OWN}:Fallback>`)
      .replace(TAG, (tag, close: string, name: string, attributes: string, empty: string) => {
        if (name === 'cr') return `<${close}${OWN}:br${close ? '' : ` ${DECLARED}`}${empty}>`
        if (empty) return tag
        const isField = name === 'fldSimple'
        if (close) return `${isField ? mark('end') : ''}</${OWN}:smartTag>`
        const opened = `<${OWN}:smartTag ${DECLARED}${attributes}>`
        if (!isField) return opened
        return `${opened}${mark('begin')}${instruction(attributeIn(attributes, 'instr'))}${mark('separate')}`
      }),
  )
}

/** A prefix that no file uses, because the writing program chooses its own. */
const OWN = 'toolkit-known'
const DECLARED = `xmlns:${OWN}="${WORD_NAMESPACE}"`
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const PREFIX = String.raw`(?:[\w.-]+:)?`
const ATTRIBUTES = String.raw`((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*`
/** Instructions to programs, comments, and words in CDATA. */
const APART = /<\?.*?\?>|<!--.*?-->|<!\[CDATA\[(.*?)\]\]>/gs
const TAG = new RegExp(`<(/?)${PREFIX}(fldSimple|bdo|dir|ruby|rubyBase|cr)${ATTRIBUTES}(/?)>`, 'g')
const OTHER_SHAPE = new RegExp(`<(/?${PREFIX})(?:oval|line|polyline|arc|curve|image)(?=[\\s/>])`, 'g')
const FILL = new RegExp(`<(${PREFIX})fill${ATTRIBUTES}/?>`, 'g')
const GROUPS = ['wgp', 'grpSp', 'wpc']
const GROUP = new RegExp(`<(/?)${PREFIX}(?:${GROUPS.join('|')})${ATTRIBUTES}(/?)>`, 'g')
const WORD_ART = new RegExp(`<${PREFIX}textpath${ATTRIBUTES}/?>`, 'g')
const FIELD = new RegExp(
  `<${PREFIX}(fldChar|instrText|t|listEntry|result|default)${ATTRIBUTES}/?>(?:\\s*</${PREFIX}fldChar\\s*>)?`,
  'g',
)

const OFF = new Set(['f', 'false', '0'])

/** The attributes and the content of an element without text boxes. */
function withoutBox(name: string): string {
  return `<${PREFIX}${name}${ATTRIBUTES}>((?:(?!</?${PREFIX}(?:${name}|txbxContent)[\\s/>]).)*?)</${PREFIX}${name}\\s*>`
}

const OLD_PICTURE = new RegExp(withoutBox('pict'), 'gs')
const ONLY_CHOICE = new RegExp(
  `${withoutBox('Choice')}(?=\\s*(?:<${PREFIX}Fallback${ATTRIBUTES}(?:/>|>\\s*</${PREFIX}Fallback\\s*>)\\s*)?</${PREFIX}AlternateContent)`,
  'gs',
)

/** Is the fill of a shape one picture, not a pattern of many? */
export function isPictureFill(attributeNamed: (name: string) => string | undefined): boolean {
  return attributeNamed('type') === 'frame' && Boolean(attributeNamed('id'))
}

/** Is a group of the new form one whose pictures are read? Its attributes could declare prefixes that its content needs. */
export function isOpenGroup({ name, attributes }: { name: string; attributes: object }): boolean {
  return GROUPS.includes(name) && Object.keys(attributes).length === 0
}

/**
 * Word writes drawings twice, for new and for old programs. Mammoth reads only the second form, and the first if there is
 * no second and no text box in it (`withKnownElements`).
 */
export function readAlternative(element: MarkupElement): MarkupElement | undefined {
  const fallback = childNamed(element, 'Fallback')
  if (fallback && (childElements(fallback).length > 0 || textIn(fallback).trim() !== '')) return fallback
  const last = childElements(element).findLast((child) => isNamed(child, 'Choice'))
  return last && ['txbxContent', 'Choice'].every((name) => allNamed(last, name).length === 0) ? last : fallback
}

function withoutGroups(xml: string): string {
  const removed: boolean[] = []
  return xml.replace(GROUP, (tag, close: string, attributes: string, empty: string) => {
    if (empty) return tag
    if (!close) removed.push(attributes === '')
    return (close ? removed.pop() : removed.at(-1)) ? '' : tag
  })
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function attributeIn(attributes: string, name: string): string {
  const [, double, single] = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? []
  return double ?? single ?? ''
}

function mark(type: 'begin' | 'separate' | 'end'): string {
  return `<${OWN}:fldChar ${DECLARED} ${OWN}:fldCharType="${type}"/>`
}

function asText(xml: string): string {
  return xml === '' ? '' : `<${OWN}:t ${DECLARED} xml:space="preserve">${xml}</${OWN}:t>`
}

function instruction(xml: string): string {
  return `<${OWN}:instrText ${DECLARED}>${xml}</${OWN}:instrText>`
}

/** A field that has not ended, with what its drop-down list says about its entries. */
type OpenField = {
  instruction: string
  entries: string[]
  result: number
  default: number
  hasWords: boolean
  isSeparated: boolean
}

const NEW_FIELD = { instruction: '', result: 0, default: 0, hasWords: false, isSeparated: false }

/**
 * The fields of links with an instruction that mammoth reads correctly: it takes an address to the last quote, so with
 * all that follows it, and finds none after a switch or a name in small letters. It also takes the instruction of a
 * field for that of the field around it, unless another one begins. A drop-down field without words gets its entry.
 */
function withFields(xml: string): string {
  const open: OpenField[] = []
  return xml.replace(FIELD, (tag, name: string, attributes: string, at: number) => {
    const last = open.at(-1)
    const type = name === 'fldChar' ? attributeIn(attributes, 'fldCharType') : name
    if (type === 'begin') open.push({ ...NEW_FIELD, entries: [] })
    else if (!last) return tag
    else if (type === 'separate') {
      const isFirst = !last.isSeparated
      last.isSeparated = true
      return `${isFirst ? linkOf(decodeEntities(last.instruction)) : ''}${tag}`
    } else if (type === 'end') {
      open.pop()
      const again = open.length > 0 ? mark('begin') + mark('end') : ''
      return `${last.hasWords ? '' : asText(chosenEntry(last))}${tag}${again}`
    } else if (type === 'instrText') last.instruction += xml.slice(at + tag.length, xml.indexOf('<', at + tag.length))
    else if (type === 'listEntry') last.entries.push(attributeIn(attributes, 'val'))
    else if (type === 'result' || type === 'default') last[type] = Number(attributeIn(attributes, 'val'))
    else last.hasWords = true
    return tag
  })
}

/** Word writes no result, or 0, for a list in which nobody has chosen. */
function chosenEntry({ entries, result, default: usual }: OpenField): string {
  return entries[result || usual || 0] ?? ''
}

/** An argument with the switch before it (`\l` a place, `\o` a tip, `\t` a window, `\*` a format), or a switch alone. */
const ARGUMENT = /(?:\\([lot*])\s*)?(?:"([^"]*)"?|([^\s"\\][^\s"]*))|\\\w/gi

/** The beginning of a link again, with its address, or with a link that has none; nothing for any other field. */
function linkOf(given: string): string {
  const [, rest] = /^\s*HYPERLINK\b(.*)/is.exec(given) ?? []
  if (rest === undefined) return ''
  const found = new Map<string, string>()
  for (const [, name = '', quoted, bare] of rest.matchAll(ARGUMENT)) {
    const value = (quoted ?? bare ?? '').replace(/\s+/g, ' ')
    if (value !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), value)
  }
  const address = found.get('')
  const place = found.get('l')
  const again = mark('end') + mark('begin')
  if (address === undefined && place === undefined)
    return `${again}<${OWN}:hyperlink ${DECLARED} xmlns:${OWN}-r="${RELATIONSHIPS}" ${OWN}-r:id="none"/>`
  const whole = place === undefined ? address : `${address?.split('#')[0]}#${place}`
  return again + instruction(escaped(address === undefined ? `HYPERLINK \\l "${place}"` : `HYPERLINK "${whole}"`))
}
