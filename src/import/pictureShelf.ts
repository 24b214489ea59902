import type { ImportedImage } from '@/domain/importing'
import type { NoteBook } from './noteBook'
import { pictureKind } from './pictureKind'

type Picture = { name: string; bytes: Uint8Array; source: string }

/** The pictures of one import. */
export type PictureShelf = {
  /** The name by which blocks refer to the picture; null (and a note) if it cannot be imported. */
  take: (picture: Picture) => string | null
  images: () => ImportedImage[]
}

export function openPictureShelf(book: NoteBook): PictureShelf {
  const images: ImportedImage[] = []
  return {
    take: ({ name, bytes, source }) => {
      const kind = pictureKind(bytes)
      if (kind.kind !== 'supported') {
        notePicture({ book, name, source, isActive: kind.kind === 'svg' && kind.isActive })
        return null
      }
      const known = images.find((image) => isEqual(image.bytes, bytes))
      if (known) return known.name
      images.push({ name, bytes })
      return name
    },
    images: () => images,
  }
}

/**
 * Add a note that says why a picture is not imported. A picture that can run script is more than a loss: somebody
 * should know.
 */
export function notePicture({
  book,
  name,
  source,
  isActive,
}: Omit<Picture, 'bytes'> & { book: NoteBook; isActive: boolean }): void {
  if (isActive) book.note({ kind: 'problem', source, key: 'import.svg-with-script', params: { name } })
  else book.note({ kind: 'loss', source, key: 'import.picture-unsupported', params: { name } })
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
