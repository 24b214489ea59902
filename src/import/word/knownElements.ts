import { WORD_NAMESPACE } from './wordXml'

/**
 * The XML of a part, with what mammoth reads instead of what it leaves out or puts elsewhere: words in CDATA become
 * text, simple fields become fields of several runs, and text with a direction or a pronunciation becomes a smart tag,
 * of which the content is read (not the pronunciation). `cr` is a line break. Pictures of the old form (VML) stay where
 * they are in the text, unless a text box is beside them; those of the new form are read if there is no other.
 */
export function withKnownElements(xml: string): string {
  return xml
    .replace(/<!--.*?-->|<!\[CDATA\[(.*?)\]\]>/gs, (_, words: string = '') => escaped(words))
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
    })
}

/** A prefix that no file uses, because the writing program chooses its own. */
const OWN = 'toolkit-known'
const DECLARED = `xmlns:${OWN}="${WORD_NAMESPACE}"`
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

const PREFIX = String.raw`(?:[\w.-]+:)?`
const ATTRIBUTES = String.raw`((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*`
const TAG = new RegExp(`<(/?)${PREFIX}(fldSimple|bdo|dir|ruby|rubyBase|cr)${ATTRIBUTES}(/?)>`, 'g')

/** The attributes and the content of an element without text boxes. */
function withoutBox(name: string): string {
  return `<${PREFIX}${name}${ATTRIBUTES}>((?:(?!</?${PREFIX}(?:${name}|txbxContent)[\\s/>]).)*?)</${PREFIX}${name}\\s*>`
}

const OLD_PICTURE = new RegExp(withoutBox('pict'), 'gs')
const ONLY_CHOICE = new RegExp(
  `${withoutBox('Choice')}(?=\\s*(?:<${PREFIX}Fallback\\s*/>\\s*)?</${PREFIX}AlternateContent)`,
  'gs',
)

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

function instruction(xml: string): string {
  return `<${OWN}:instrText ${DECLARED}>${xml}</${OWN}:instrText>`
}
