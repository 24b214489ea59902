import { DRAFTERS, hasRole, hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import type { SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { type PartGone, partsGone, rulesFollowed } from '@/domain/partRules'
import {
  hasFreePlace,
  hasPlaceOfOwn,
  isSameInCommon,
  isWithoutText,
  type MergedProposal,
  type PlaceInText,
  takeOver,
} from '@/domain/proposals'
import { inReadingOrder } from '@/domain/release'
import { openingOf } from '@/domain/richText/firstWords'
import { type ChangedAt, emptyContent, type SectionContent, type Texts } from '@/domain/section'
import { type ChangeWhy, whyOf } from '@/domain/why'
import { loadListedSections } from '@/stored/listedSections'
import { loadProposal, loadProposedText, loadUnreleasedProposals, type Proposal } from '@/stored/proposals'
import { loadRelease } from '@/stored/releases'
import { loadSection, type WorkingSection } from '@/stored/sections'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import { changeOf, type ShownBlock } from '@/textView/shownBlock'
import type { Visitor } from '../frame/visitor'
import { textChange } from '../reading/textChange'
import { textIn } from '../words/titles'
import { proposedContent } from './proposedContent'

/** One proposal with everything that its screen shows. */
export type ProposalFacts = {
  proposal: Proposal
  toolkit: Toolkit
  language: Language
  languages: Language[]
  /** The section of the common framework; null if it has none, also if it was removed. */
  section: WorkingSection | null
  /** The revision that a coordinator saw: also of a section that was removed. */
  rev: number
  number: string
  title: string
  /** Only what was proposed. */
  offered: Texts
  /** The common text with the proposal taken over, in the language that is shown, and its difference to the text now. */
  taken: SectionContent
  change: SectionChange | null
  /** Whether the result has changes of the common framework too that the country did not know. */
  merged: MergedProposal
  /** The parts with a rule that the common text would no longer have. */
  rulesGone: PartGone[]
  /** Why the country made single changes: those that the difference shows, and the others. */
  reasons: Record<'atBlocks' | 'others', ChangeWhy[]>
  /** Does the common text say it already, in every language? */
  isSame: boolean
  /** Would it come only into languages in which the section has no text? */
  isWithoutText: boolean
  /** Where new blocks can go, and where they would go now; empty if they have a place. */
  places: { value: string; text: string }[]
  place: PlaceInText
  /** Do new blocks follow the text unless a person chooses a place? */
  isAtEnd: boolean
  /** The sections of the common framework, which a new one can follow. */
  sections: { key: string; label: string }[]
  /** The one that it follows in the country's version; empty if the common framework does not have that. */
  after: string
  /** The number of the release that first contained it, or from which it was taken out again. */
  version: string | null
  /** Was it taken over, and is in no release and not in the working text any more? */
  isOutNow: boolean
  mayAnswer: boolean
  mayWithdraw: boolean
  mayProposeAgain: boolean
}

/** The proposal that an address names; null if it does not exist or is not for this person. */
export async function loadProposalFacts({
  visitor: { actor, language: reader, req },
  id,
  asked,
}: {
  visitor: Visitor
  id: string
  asked: { language: string; place: string }
}): Promise<ProposalFacts | null> {
  const proposal = await loadProposal({ req, id })
  const toolkit = proposal && (await loadToolkitById({ req, id: proposal.toolkit }))
  if (!proposal || !toolkit) return null
  const isWaiting = proposal.state === 'taken-over' && proposal.inRelease === null
  const settled = proposal.inRelease ?? proposal.outOfRelease
  const [stored, listed, offer, release, unreleased] = await Promise.all([
    loadSection({ req, toolkit: toolkit.id, key: proposal.key }),
    loadListedSections({ req, toolkit: toolkit.id }),
    loadProposedText({ req, proposal }),
    settled ? loadRelease({ req, id: settled }) : null,
    isWaiting ? loadUnreleasedProposals({ req, toolkit: toolkit.id }) : null,
  ])
  const mayDraft = hasRole({ actor, roles: DRAFTERS, country: proposal.country })
  const section = stored && !stored.retired ? stored : null
  const languages = [...new Set(proposal.places.map((one) => one.language))]
  const language =
    languages.find((one) => one === asked.language) ?? languages.find((one) => one === reader) ?? languages[0] ?? reader
  const common = section?.content ?? null
  const body = common?.body[language] ?? []
  const place = placeIn(
    asked.place,
    body.map((one) => one.id),
  )
  const { texts, ...merged } = takeOver({ common, proposal: offer, place })
  const taken = { ...(common ?? emptyContent(proposal.key)), ...texts }
  const change = common && textChange({ before: common, after: taken, language })
  const isCompared = proposal.state === 'open' && change !== null
  const titles = [language, toolkit.sourceLanguage, ...languages]
  const numbered = inReadingOrder(listed.map(({ entry }) => entry))
  const titleOf = (key: string) =>
    textIn({
      given: listed.find(({ entry }) => entry.key === key)?.title ?? {},
      languages: [reader, ...titles],
      otherwise: key,
    })
  const { text: title } = textIn({
    given: common?.title ?? offer.content.title,
    languages: titles,
    otherwise: proposal.key,
  })
  const sections = numbered.map(({ entry, number }) => ({
    key: entry.key,
    label: `${number} ${titleOf(entry.key).text}`,
  }))
  return {
    ...{ proposal, toolkit, language, languages, section, title, taken, merged, place, sections },
    rev: stored?.rev ?? 0,
    number: numbered.find(({ entry }) => entry.key === proposal.key)?.number ?? '',
    reasons: reasonsShown({ proposal, change: isCompared ? change : null, language, source: toolkit.sourceLanguage }),
    offered: proposedContent(offer),
    rulesGone: common
      ? partsGone({ before: common, ...rulesFollowed({ before: common, after: taken }), language })
      : [],
    change: change && change.counts.changes > 0 ? change : null,
    isSame: common !== null && isSameInCommon(texts, common),
    isWithoutText: isWithoutText({ common, proposal: offer }),
    places: hasFreePlace({ common, proposal: offer, language })
      ? body.map((one) => ({ value: one.id, text: openingOf(one) }))
      : [],
    isAtEnd:
      common !== null &&
      proposal.places.every(({ field }) => field === 'addition') &&
      !hasPlaceOfOwn({ common, proposal: offer }),
    after: sections.find(({ key }) => key === proposal.after)?.key ?? '',
    version: release?.version ?? null,
    isOutNow: unreleased?.takenOut.some((one) => one.id === proposal.id) ?? false,
    mayAnswer: proposal.state === 'open' && hasRoleEverywhere(actor, KEEPERS),
    mayWithdraw: proposal.state === 'open' && mayDraft,
    mayProposeAgain: proposal.state === 'taken-out' && mayDraft,
  }
}

function reasonsShown({
  proposal: { changeReasons },
  change,
  ...reading
}: {
  proposal: Proposal
  change: SectionChange | null
  language: Language
  source: Language
}): ProposalFacts['reasons'] {
  const body = change?.fields.find(({ field }) => field === 'body')
  const changed = body?.kind === 'richText' ? body.blocks.filter(({ moved, status }) => moved || status !== 'same') : []
  const all = whyOf({ changeReasons }, reading)?.changes ?? []
  const isShown = ({ at }: ChangeWhy) => changed.some((block) => isOfBlock(at, block))
  return { atBlocks: all.filter(isShown), others: all.filter((one) => !isShown(one)) }
}

/** Is a reason about this block of a difference? */
export function isOfBlock({ block, field }: ChangedAt, shown: ShownBlock): boolean {
  return field === 'body' && block !== null && [shown.id, changeOf(shown)?.idBefore].includes(block)
}

/** The place that an address names: the id of a block, or the beginning. */
function placeIn(asked: string, ids: readonly string[]): PlaceInText {
  if (asked === 'beginning') return 'beginning'
  return ids.includes(asked) ? { after: asked } : null
}
