import { isPhoneOrNone } from '@/domain/phoneLink'
import {
  completedAddress,
  isAddressOrNone,
  isMailOrNone,
  isSafeLink,
  type MailFault,
  mailFault,
} from '@/domain/safeUrl'
import { arrayOf, isRecord, recordOf, stringOf, wordsIn } from './lexicalJson'

/**
 * An address that cannot be stored as typed: of a web page (e-mail, telephone), of a mailbox, or a telephone number. Where it stands: in
 * the block of this kind with this number, counted from 1 in the whole text, or in a link that begins with these words.
 */
export type WrongAddress = ({ kind: 'web' | 'phone' } | { kind: 'mail'; fault: MailFault }) & {
  address: string
  place: { block: 'contact' | 'legal'; number: number } | { block: 'link'; words: string }
}

type Fault = { kind: 'web' | 'phone'; address: string } | { kind: 'mail'; fault: MailFault; address: string }

/**
 * The first address in an editor text that its fields refuse (collections/richText/addressField.ts), in links and in
 * structured blocks; null if there is none. Not for a value with unlimited nesting: `exceededLimit` finds that first.
 */
export function wrongAddressIn(value: unknown): WrongAddress | null {
  const passed = { contact: 0, legal: 0 }
  return wrongInNodes(recordOf(recordOf(value).root).children, passed)
}

type Passed = Record<'contact' | 'legal', number>

function wrongInNodes(nodes: unknown, passed: Passed): WrongAddress | null {
  for (const node of arrayOf(nodes)) {
    const found = isRecord(node) ? wrongInNode(node, passed) : null
    if (found) return found
  }
  return null
}

function wrongInNode(node: Record<string, unknown>, passed: Passed): WrongAddress | null {
  const fields = recordOf(node.fields)
  if (node.type === 'link') {
    const address = stringOf(fields.url)
    if (!isSafeLink(completedAddress(address)))
      return { kind: 'web', address, place: { block: 'link', words: wordsIn(node).slice(0, KEPT_OF_LINK) } }
  }
  if (node.type === 'block') {
    const found = wrongInBlock(fields, passed) ?? wrongInNodes(recordOf(recordOf(fields.content).root).children, passed)
    if (found) return found
  }
  return wrongInNodes(node.children, passed)
}

function wrongInBlock(fields: Record<string, unknown>, passed: Passed): WrongAddress | null {
  const block = BLOCKS.find((one) => one === fields.blockType)
  if (!block) return null
  passed[block] += 1
  const fault = faultIn(fields)
  return fault && { ...fault, place: { block, number: passed[block] } }
}

/** How many characters of a link find it again. */
const KEPT_OF_LINK = 100

/** The blocks with addresses. */
const BLOCKS = ['contact', 'legal'] as const

function faultIn({ email, phone, url }: Record<string, unknown>): Fault | null {
  const [mail, number, web] = [stringOf(email), stringOf(phone), stringOf(url)]
  if (!isPhoneOrNone(number)) return { kind: 'phone', address: number }
  if (!isMailOrNone(mail)) return { kind: 'mail', fault: mailFault(mail.trim()) ?? 'form', address: mail }
  if (!isAddressOrNone(web)) return { kind: 'web', address: web }
  return null
}
