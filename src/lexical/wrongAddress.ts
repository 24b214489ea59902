import { isAddressOrNone, isMailOrNone, isSafeLink } from '@/domain/safeUrl'
import { arrayOf, isRecord, recordOf, stringOf } from './lexicalJson'

/** An address that cannot be stored as typed: of a web page (e-mail, telephone), or of a mailbox. */
export type WrongAddress = { kind: 'web' | 'mail'; address: string }

/**
 * The first address in an editor text that its fields refuse (collections/richText/addressField.ts), in links and in
 * structured blocks; null if there is none. Not for a value with unlimited nesting: `exceededLimit` finds that first.
 */
export function wrongAddressIn(value: unknown): WrongAddress | null {
  for (const node of arrayOf(recordOf(recordOf(value).root).children)) {
    const found = wrongInNode(node)
    if (found) return found
  }
  return null
}

function wrongInNode(node: unknown): WrongAddress | null {
  if (!isRecord(node)) return null
  const fields = recordOf(node.fields)
  const own = node.type === 'link' ? wrongInLink(fields) : node.type === 'block' ? wrongInBlock(fields) : null
  if (own) return own
  for (const child of arrayOf(node.children)) {
    const found = wrongInNode(child)
    if (found) return found
  }
  return null
}

function wrongInLink({ url }: Record<string, unknown>): WrongAddress | null {
  return isSafeLink(stringOf(url)) ? null : { kind: 'web', address: stringOf(url) }
}

function wrongInBlock({ content, email, url }: Record<string, unknown>): WrongAddress | null {
  const web = stringOf(url)
  if (!isAddressOrNone(web)) return { kind: 'web', address: web }
  const mail = stringOf(email)
  if (!isMailOrNone(mail)) return { kind: 'mail', address: mail }
  return wrongAddressIn(content)
}
