import { parentsByDepth } from '@/domain/alignment/parentsByDepth'
import type { RichText } from '@/domain/richText/richText'
import { slugOf } from '@/domain/slug'
import { type ExportedSection, exportSection } from './exportSection'

/** A section with its depth: 1 for the top; its parent is the nearest one before it with a smaller depth. */
export type PlacedSection = ExportedSection & { depth: number }

/** A picture with the name that blocks use for it, and its path in the folder (`pictures/two-circles.png`). */
export type ExportedPicture = { media: string | number; path: string; bytes: Uint8Array }

export type ExportedFile = { path: string; bytes: Uint8Array }

/**
 * A toolkit as a folder: one file for each section, one folder for each section with others below it (its `index.md` is
 * the section itself), the pictures that the text shows, and an `index.md` with the title of the toolkit.
 * `readDocument` reads the sections back in the same order and depth.
 */
export function exportToolkit({
  title,
  sections,
  pictures = [],
}: {
  title: string
  sections: readonly PlacedSection[]
  pictures?: readonly ExportedPicture[]
}): ExportedFile[] {
  const paths = new Map(pictures.map(({ media, path }) => [media, path]))
  const encoder = new TextEncoder()
  const files = places(sections).map(({ section, path, order }): ExportedFile => {
    const up = '../'.repeat(path.split('/').length - 1)
    const pathOf = (media: string | number): string => encodedPath(`${up}${paths.get(media) ?? media}`)
    return { path, bytes: encoder.encode(exportSection({ section, order, pathOf })) }
  })
  const shown = new Set(sections.flatMap(({ body, addition = [] }) => [...mediaOf(body), ...mediaOf(addition)]))
  return [
    { path: 'index.md', bytes: encoder.encode(exportSection({ section: { title, body: [] } })) },
    ...files,
    ...pictures.flatMap(({ media, path, bytes }) => (shown.has(media) ? [{ path, bytes }] : [])),
  ]
}

type Place = { section: PlacedSection; path: string; order: number }

function places(sections: readonly PlacedSection[]): Place[] {
  const parents = parentsByDepth(sections.map(({ depth }) => depth))
  const children = new Map<number, number>()
  const paths: string[] = []
  return sections.map((section, index) => {
    const parent = parents[index] ?? -1
    const order = (children.get(parent) ?? 0) + 1
    children.set(parent, order)
    const name = `${String(order).padStart(2, '0')}-${section.slug ?? slugOf(section.title)}`
    const path = parent < 0 ? name : `${paths[parent]}/${name}`
    paths.push(path)
    return { section, order, path: parents[index + 1] === index ? `${path}/index.md` : `${path}.md` }
  })
}

function mediaOf(blocks: RichText): (string | number)[] {
  return blocks.flatMap(({ kind, attrs: { media }, children }) => [
    ...(kind === 'image' && (typeof media === 'string' || typeof media === 'number') ? [media] : []),
    ...mediaOf(children),
  ])
}

/** A path as an address: characters that would end or change it are percent-encoded. */
function encodedPath(path: string): string {
  return path.replace(/[%?#\\]/g, encodeURIComponent)
}
