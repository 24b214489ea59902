import type { ImportedSection } from '@/domain/importing'
import type { NoteBook } from './noteBook'

/** The problems of sections that are put into a toolkit: the same title twice in one place, the same address twice. */
export function checkSections({ sections, book }: { sections: readonly ImportedSection[]; book: NoteBook }): void {
  const titles = new Map<string, string>()
  const slugs = new Map<string, string>()
  let path: string[] = []
  for (const { depth, title, slug, source } of sections) {
    path = [...path.slice(0, depth - 1), title.toLowerCase()]
    const place = JSON.stringify(path)
    const sameTitle = titles.get(place)
    if (sameTitle !== undefined)
      book.note({ kind: 'problem', source, key: 'import.title-twice', params: { title, first: sameTitle } })
    else titles.set(place, source)
    if (slug === undefined) continue
    const sameSlug = slugs.get(slug)
    if (sameSlug !== undefined)
      book.note({ kind: 'problem', source, key: 'import.slug-twice', params: { slug, first: sameSlug } })
    else slugs.set(slug, source)
  }
}
