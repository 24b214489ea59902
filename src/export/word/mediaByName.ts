import type { ImportedImage } from '@/domain/importing'
import type { WordPicture } from './wordSection'

/** Which of these pictures a picture of a file is, by the name that the file uses: Word does not change what it contains. */
export function mediaByName({
  images,
  pictures,
}: {
  images: readonly ImportedImage[]
  pictures: readonly WordPicture[]
}): (name: string) => string | undefined {
  const known = new Map(pictures.map(({ bytes, media }) => [contentOf(bytes), String(media)]))
  const names = new Map(images.map(({ name, bytes }) => [name, known.get(contentOf(bytes))]))
  return (name) => names.get(name)
}

function contentOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
