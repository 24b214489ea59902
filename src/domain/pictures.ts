import type { Block, RichText } from './richText'
import type { SectionContent } from './section'

/** The ids of all pictures that these contents show, each once. */
export function picturesOf(contents: readonly SectionContent[]): string[] {
  return picturesIn(contents.flatMap(({ body, addition }) => [...Object.values(body), ...Object.values(addition)]))
}

/** Does this text show a picture that has neither a description nor the mark of a mere decoration? */
export function hasUndescribedPicture(text: RichText): boolean {
  return text.some(
    ({ kind, attrs, children }) =>
      (kind === 'image' && !attrs.alt && attrs.decorative !== true) || hasUndescribedPicture(children),
  )
}

/** The ids of all pictures that these texts show, each once. */
export function picturesIn(texts: readonly RichText[]): string[] {
  const found = new Set<string>()
  const visit = (block: Block): void => {
    if (block.kind === 'image' && typeof block.attrs.media === 'string') found.add(block.attrs.media)
    block.children.forEach(visit)
  }
  for (const text of texts) text.forEach(visit)
  return [...found].sort()
}
