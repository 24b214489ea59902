import { resolve } from 'node:path'
import type { Payload } from 'payload'

/** The directory of picture files: an absolute path without a slash at the end. */
export function picturesDirectory({ collections }: Payload): string {
  return resolve(collections.media.config.upload.staticDir ?? 'media')
}
