import type { Block, RichText } from './richText/richText'
import { allBlocks } from './richText/walk'
import type { SectionContent } from './section'

/** The ids of all pictures that these contents show, each once. */
export function picturesOf(contents: readonly SectionContent[]): string[] {
  return picturesIn(contents.flatMap(({ body, addition }) => [...Object.values(body), ...Object.values(addition)]))
}

/** Does this text show a picture that is neither described nor marked as decorative? */
export function hasUndescribedPicture(text: RichText): boolean {
  return allBlocks(text).some(isUndescribedPicture)
}

/** Returns the ids of all pictures that these texts show undescribed in at least one place. */
export function undescribedIn(texts: readonly RichText[]): ReadonlySet<string> {
  return idsOf(texts, isUndescribedPicture)
}

/** The ids of all pictures that these texts show, each once. */
export function picturesIn(texts: readonly RichText[]): string[] {
  return [...idsOf(texts, ({ kind }) => kind === 'image')].sort()
}

/** Replaces the name of a picture in a text with the result of `idOf`; a picture without a result is left out. */
export function withPictures(body: RichText, idOf: (name: string) => string | undefined): RichText {
  return body.flatMap(function place(block): Block[] {
    if (block.kind !== 'image') return [{ ...block, children: block.children.flatMap(place) }]
    const media = idOf(String(block.attrs.media))
    return media === undefined ? [] : [{ ...block, attrs: { ...block.attrs, media } }]
  })
}

export function isUndescribedPicture({ kind, attrs }: Block): boolean {
  return kind === 'image' && !attrs.alt && attrs.decorative !== true
}

function idsOf(texts: readonly RichText[], isMeant: (block: Block) => boolean): Set<string> {
  const meant = texts.flatMap(allBlocks).filter(isMeant)
  return new Set(meant.flatMap(({ attrs: { media } }) => (typeof media === 'string' ? [media] : [])))
}
