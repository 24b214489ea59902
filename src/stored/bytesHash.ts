import { createHash } from 'node:crypto'

/** sha256 of these bytes, in hexadecimal. */
export function bytesHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
