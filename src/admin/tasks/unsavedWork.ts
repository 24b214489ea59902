import type { PayloadRequest } from 'payload'
import type { ByLanguage, Language } from '@/domain/language'
import { NEW_SECTION } from '@/domain/section'
import { sectionOfDecision } from '@/domain/workingCopyOf'
import type { Country } from '@/stored/countries'
import { loadSection } from '@/stored/sections'
import { loadSectionWorkedOn } from '@/stored/sectionWorkedOn'
import type { Toolkit } from '@/stored/toolkits'
import { loadVariant } from '@/stored/variants'
import { type KeptWork, listWorkingCopies } from '@/stored/workingCopies'
import { addSectionAddress, frameworkSectionAddress, sectionAddress, updateAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { textIn, toolkitTitle } from '../words/titles'

/** A text in which the person typed something that they have not saved. */
export type UnsavedText = {
  id: string
  /** The name of the country; null for the common framework. */
  country: string | null
  /** The title of its toolkit; null if there is only one. */
  toolkit: string | null
  /** The title of the section; null if it is not stored yet. */
  title: string | null
  /** Is it the decision on the update of the section, and not its text? */
  isDecision: boolean
  /** In which language of the text; a decision is one for all languages. */
  language: Language
  /** When they typed last, ISO 8601. */
  at: string
  href: string
}

/** The texts that the person has begun and not saved, the newest first; those that they may still see. */
export async function loadUnsavedWork(given: {
  req: PayloadRequest
  toolkits: readonly Toolkit[]
  countries: Country[]
  language: Language
}): Promise<UnsavedText[]> {
  const copies = await listWorkingCopies({ req: given.req })
  // Several windows can have one text: the newest of them.
  const places = new Map(copies.toReversed().map((one) => [`${one.owner} ${one.key} ${one.language}`, one]))
  const found = await Promise.all([...places.values()].toReversed().map((one) => textOf(one, given)))
  return found.flatMap((one) => one ?? [])
}

async function textOf(
  { id, owner, key, language, at }: KeptWork,
  { req, toolkits, countries, language: reader }: Parameters<typeof loadUnsavedWork>[0],
): Promise<UnsavedText | null> {
  const decided = sectionOfDecision(key)
  const languages = decided ? [reader] : [language, reader]
  const titleFrom = (given: ByLanguage<string>) => textIn({ given, languages, otherwise: decided ?? key }).text
  const named = (id: string) => {
    const one = toolkits.length > 1 ? toolkits.find((toolkit) => toolkit.id === id) : undefined
    return one ? toolkitTitle({ toolkit: one, language: reader }).text : null
  }
  if (toolkits.some((one) => one.id === owner)) {
    const section = await loadSection({ req, toolkit: owner, key })
    if (!section) return null
    const href = frameworkSectionAddress({ toolkit: owner, key, language })
    const isDecision = false
    return {
      id,
      isDecision,
      country: null,
      toolkit: named(owner),
      title: titleFrom(section.content.title),
      language,
      at,
      href,
    }
  }
  const variant = await loadVariant({ req, id: owner })
  if (!variant) return null
  const country = countryName({ code: variant.country, countries, language: reader })
  const text = { id, isDecision: false, country, toolkit: named(variant.toolkit), language, at }
  if (key === NEW_SECTION) return { ...text, title: null, href: `${addSectionAddress(owner)}?lang=${language}` }
  const section = await loadSectionWorkedOn({ req, variant, name: key })
  if (!section) return null
  const title = titleFrom(section.title)
  if (decided) return { ...text, isDecision: true, title, href: updateAddress({ variant: owner, key: decided }) }
  return { ...text, title, href: sectionAddress({ variant: owner, key, language }) }
}
