import { type PictureType, pictureType } from '@/domain/pictureType'
import { decodeEntities } from './decodeEntities'

export type PictureKind =
  | { kind: 'supported'; extension: string }
  | { kind: 'svg'; isActive: boolean }
  | { kind: 'unsupported' }

/** The type of a picture by its first bytes; names and declared types are ignored. */
export function pictureKind(bytes: Uint8Array): PictureKind {
  const type = pictureType(bytes)
  if (type) return { kind: 'supported', extension: EXTENSIONS[type] }
  const markup = decode(bytes)
  return /<(?:[\w-]+:)?svg[\s>/]/i.test(markup.slice(0, 100_000))
    ? { kind: 'svg', isActive: isActiveSvg(markup) }
    : { kind: 'unsupported' }
}

const EXTENSIONS: Record<PictureType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

/** Script, event handlers, foreign content, entities that could hide any of them, and addresses that run scripts. */
function isActiveSvg(markup: string): boolean {
  return (
    /<(?:[\w-]+:)?(?:script|foreignObject|handler|iframe)|<!ENTITY|[\s"'/]on[a-z]+\s*=/i.test(markup) ||
    /(?:javascript|vbscript)\s*:|data\s*:\s*text\/html/i.test(decodeEntities(markup).replace(/&[^;]{1,8};|\s/g, ''))
  )
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
