import { isSafeLink } from '@/domain/safeUrl'

/**
 * The address as it may stand in a text, or null where it could do something else than lead somewhere: web, mail and
 * telephone addresses and places within the document stay. Control characters go, as they do in browsers.
 */
export function safeLink(address: string): string | null {
  const clean = address.replace(/\p{Cc}/gu, '').trim()
  return isSafeLink(clean) ? clean : null
}
