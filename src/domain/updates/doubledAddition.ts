import type { Language } from '../language'
import type { VariantSection } from '../resolve'
import type { Block, RichText } from '../richText/richText'
import { isEmptyField, isSameField, isWritten } from '../richText/sameText'
import { NO_REASONS, withWords } from '../section'
import { isAdditionReadOtherwise, type UpdateSides } from './sides'

/** The text of a section in each language; undefined where it is not decided. */
export type TextIn = (language: Language) => RichText | undefined

/**
 * Returns the section without an addition of which the text has the whole since then, as after a proposal that was taken over: readers
 * get it once. In all languages or in none: nobody gets it in another language in its place. `textBefore` and `textAfter` are the
 * texts without it before and after the decision.
 */
export function withoutDoubledAddition(
  sides: UpdateSides,
  { textBefore, textAfter }: { textBefore: TextIn; textAfter: TextIn },
): VariantSection {
  const { languages, own } = sides
  const placeIn = (text: RichText, block: Block) => text.findIndex((one) => isSameField([one], [block]))
  const left = languages.reduce((section, language) => {
    const isSomething = (block: Block) => !isEmptyField([block])
    const [addition = [], was = [], is = []] = [own.addition[language], textBefore(language), textAfter(language)].map(
      (text) => text?.filter(isSomething),
    )
    if (addition.length === 0) return section
    const known = [...was]
    const added = is.filter((block) => {
      const at = placeIn(known, block)
      if (at >= 0) known.splice(at, 1)
      return at < 0
    })
    const at = added.findIndex((_, start) => isSameField(added.slice(start, start + addition.length), addition))
    return at < 0 ? section : withWords(section, 'addition', language, undefined)
  }, own)
  if (isAdditionReadOtherwise(sides, { left: left.addition, textAfter })) return own
  return isWritten(left.addition) ? left : { ...left, ...NO_REASONS, mode: 'inherit', additionPlace: null }
}
