import type { Language } from '@/domain/language'
import { sectionAddress } from '../words/addresses'
import type { NamedSection } from './takenAnswer'

/** Sections of the version, each with the way to it. */
export function SectionLinks({
  sections,
  variant,
  language,
}: {
  sections: readonly NamedSection[]
  variant: string
  language: Language
}) {
  return (
    <ul>
      {sections.map(({ key, number, title }) => (
        <li key={key}>
          <a href={sectionAddress({ variant, key, language })} lang={language}>
            {number} {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
