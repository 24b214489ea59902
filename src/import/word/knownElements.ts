import { WORD_NAMESPACE } from './wordXml'

/**
 * The XML of a part, with elements that mammoth reads instead of those that it leaves out together with their words:
 * simple fields become fields of several runs, and text with a direction or a pronunciation becomes a smart tag, of which
 * the content is read (not the pronunciation). `cr` is a line break.
 */
export function withKnownElements(xml: string): string {
  return xml.replace(TAG, (tag, close: string, name: string, attributes: string, empty: string) => {
    if (name === 'cr') return `<${close}${OWN}:br${close ? '' : ` ${DECLARED}`}${empty}>`
    if (empty) return tag
    const isField = name === 'fldSimple'
    if (close) return `${isField ? mark('end') : ''}</${OWN}:smartTag>`
    const opened = `<${OWN}:smartTag ${DECLARED}${attributes}>`
    return isField ? opened + mark('begin') + instruction(attributes) + mark('separate') : opened
  })
}

const TAG =
  /<(\/?)(?:[\w.-]+:)?(fldSimple|bdo|dir|ruby|rubyBase|cr)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g

/** A prefix that no file uses, because the writing program chooses its own. */
const OWN = 'toolkit-known'
const DECLARED = `xmlns:${OWN}="${WORD_NAMESPACE}"`

function mark(type: 'begin' | 'separate' | 'end'): string {
  return `<${OWN}:r><${OWN}:fldChar ${OWN}:fldCharType="${type}"/></${OWN}:r>`
}

function instruction(attributes: string): string {
  const [, double, single] = /[\s:]instr\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes) ?? []
  return `<${OWN}:r><${OWN}:instrText>${double ?? single ?? ''}</${OWN}:instrText></${OWN}:r>`
}
