import { resolve } from 'node:path'
import type { Payload } from 'payload'

/** Where the files of pictures are: the whole path of a folder, without a slash at the end. */
export function picturesDirectory({ collections }: Payload): string {
  return resolve(collections.media.config.upload.staticDir ?? 'media')
}
