import { diffSection, type SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { SectionContent } from '@/domain/section'
import { sectionText, textsInPlace } from '@/domain/sectionText'

/** The differences between two contents of a section for readers of one language. */
export function textChange({
  before,
  after,
  language,
}: {
  before: SectionContent
  after: SectionContent
  language: Language
}): SectionChange {
  return diffSection({
    before: sectionText({ content: before, language }),
    after: sectionText({ content: after, language }),
  })
}

/** The same, with an addition that stands within the text as a part of it: to be read, not to be restored field by field. */
export function changeInPlace(given: {
  before: SectionContent
  after: SectionContent
  language: Language
}): SectionChange {
  return diffSection(textsInPlace(given))
}
