import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { OWN_FIELDS } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { loadBlobs } from '@/stored/blobs'
import type { Country } from '@/stored/countries'
import type { Proposal } from '@/stored/proposals'
import { countryName } from '../words/countryName'
import { type TextIn, textIn } from '../words/titles'

/** A proposal as lists show it. */
export type ProposalRow = {
  proposal: Proposal
  /** The title of the section when it was proposed. */
  title: TextIn
  country: string
}

/** The proposals with the titles of their sections, in the given order. */
export async function loadProposalRows({
  req,
  proposals,
  countries,
  language,
}: {
  req: PayloadRequest
  proposals: readonly Proposal[]
  countries: readonly Country[]
  language: Language
}): Promise<ProposalRow[]> {
  const contents = await loadBlobs({ req, hashes: proposals.map(({ text }) => text) })
  return proposals.map((proposal) => {
    const { country: code, key, places, text } = proposal
    const languages = [language, ...places.map((one) => one.language)]
    return {
      proposal,
      title: textIn({ given: contents.get(text)?.title ?? {}, languages, otherwise: key }),
      country: countryName({ code, countries, language }),
    }
  })
}

/** What a proposal offers, in a few words. */
export function sayPart({ isNational, ids, places }: Proposal, say: Translator, language: Language): string {
  if (isNational) return say('proposals.part.section')
  if (ids) return say('proposals.part.blocks', { count: ids.length })
  const fields = OWN_FIELDS.filter((field) => places.some((place) => place.field === field))
  return new Intl.ListFormat(language).format(fields.map((field) => say(`proposals.part.${field}`)))
}
