import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { type ByLanguage, LANGUAGES, type Language } from '@/domain/language'
import { rulesLeft } from '@/domain/partRules'
import { placeFromElsewhere } from '@/domain/places'
import { type CommonTexts, isPlaceThere, isSameInCommon, isWithoutText, takenOver } from '@/domain/proposals'
import { type Outcome, refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { isSameField, isWritten } from '@/domain/richText/sameText'
import { emptyContent, type SectionContent, TEXT_FIELDS, withWords } from '@/domain/section'
import { slugOf } from '@/domain/slug'
import { fromLexical } from '@/lexical/fromLexical'
import { withIdsWhenStored } from '@/lexical/withIdsWhenStored'
import { loadProposedText, type Proposal } from '@/stored/proposals'
import { loadSection, loadSections, type WorkingSection } from '@/stored/sections'
import { loadVariantSection } from '@/stored/variants'
import { type ActionContext, defineAction } from './action'
import { id, key, language, richText, seen, summary, title } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen } from './refused'
import { savedSection } from './saveSection'
import { openProposal, settleProposal } from './settleProposal'
import { storeBlobs } from './storeBlobs'
import { writeCommonSection } from './writeCommonSection'

const texts = z.object({ title, summary, body: richText }).partial()
type Written = ByLanguage<z.infer<typeof texts>>

/**
 * Takes a proposal over into the working text of the common framework, word for word beside what the common framework
 * changed since, or as the coordinator edited it. A section that only the country has keeps its key, so that it is the same
 * section for the country.
 */
export const takeOverProposal = defineAction({
  name: 'take-over-proposal',
  input: z.object({
    proposal: id,
    seenProposal: seen,
    /** The revision of the common section that the person saw; 0 if the common framework does not have it. */
    seen,
    /** The language in which the person saw the texts. */
    language,
    /** Where in the common text new blocks go; where they belong if omitted. */
    place: z.union([z.literal('beginning'), z.object({ after: z.string().min(1).max(64) })]).nullish(),
    /** The section that a new one follows; where the country has it if omitted. */
    after: key.nullish(),
    /** The texts as the person edited them, in place of those of the proposal. */
    texts: z.partialRecord(z.enum(LANGUAGES), texts).default({}),
  }),
  async run(
    context,
    { proposal: asked, seenProposal, seen: seenSection, language, place = null, after, texts: written },
  ) {
    const { actor, req } = context
    const outcome = await openProposal(context, {
      ...{ proposal: asked, seen: seenProposal },
      forbids: () => (hasRoleEverywhere(actor, KEEPERS) ? null : refuse('refusal.role-keep')),
    })
    if (!outcome.ok) return outcome
    const proposal = outcome.result
    const { isNational, toolkit } = proposal
    const section = await loadSection({ req, toolkit, key: proposal.key })
    const isHere = section !== null && !section.retired
    if (!isHere && !isNational) return refuse('refusal.proposal-section-gone')
    const nothing = { rev: 0, updatedAt: '', updatedBy: null, texts: {} }
    assertSeen({ seen: seenSection, saved: section ? savedSection(section, language) : nothing })
    const offer = await loadProposedText({ req, proposal })
    const common = isHere ? section.content : null
    if (!isPlaceThere({ place, common })) return refuse('refusal.addition-place-gone')
    const texts = withWritten(takenOver({ common, proposal: offer, place }), written)
    const next = withStoredIds(texts, section?.content ?? null)
    if (common && isSameInCommon(next, common))
      return refuse(isWithoutText({ common, proposal }) ? 'refusal.proposal-no-text' : 'refusal.proposal-same')
    if (!isWritten(next.title))
      return { ok: false, because: [{ key: 'refusal.proposal-title-missing', field: 'title' }] }
    const stored = await storeTexts(context, {
      ...{ proposal, section, content: offer.content },
      ...{ next, language, after: after ?? null },
    })
    if (!stored.ok) return stored
    const { id: sectionId, rev: takenRevision } = stored.result
    await recordAuditEvent({
      req,
      country: MASTER,
      action: 'section.take-over-proposal',
      subject: `sections/${sectionId}`,
      details: { key: proposal.key, rev: takenRevision, proposal: proposal.id, country: proposal.country },
    })
    const taken = { ...(common ?? emptyContent(proposal.key)), ...next }
    const [takenText = null, textBefore = null] = await storeBlobs(context, [taken, ...(common ? [common] : [])])
    const result = await settleProposal(context, {
      ...{ proposal, action: 'proposal.take-over', state: 'taken-over', takenRevision, takenText, textBefore },
    })
    return { ok: true, result: { ...result, key: proposal.key, toolkit, sectionRev: takenRevision } }
  },
})

function withWritten(texts: CommonTexts, written: Written): CommonTexts {
  let next = texts
  for (const language of LANGUAGES) {
    const { title, summary, body } = written[language] ?? {}
    const given = { title, summary, body: body && fromLexical(body) }
    for (const field of TEXT_FIELDS)
      if (given[field] !== undefined) next = withWords(next, field, language, given[field])
  }
  return next
}

/** The texts with the ids that their blocks get: a rule for a part of the text knows it by its id. */
function withStoredIds(texts: CommonTexts, stored: SectionContent | null): CommonTexts {
  let next = texts
  for (const language of LANGUAGES) {
    const [before = [], after] = [stored?.body[language], texts.body[language]]
    if (after && !isSameField(before, after))
      next = withWords(next, 'body', language, withIdsWhenStored({ before, after }))
  }
  return next
}

/** Stores the texts as one state of the section, in as many revisions as there are languages. */
async function storeTexts(
  context: ActionContext,
  {
    proposal,
    section,
    content,
    next,
    language,
    after,
  }: {
    proposal: Proposal
    section: WorkingSection | null
    content: SectionContent
    next: CommonTexts
    language: Language
    after: string | null
  },
): Promise<Outcome<{ id: string; rev: number }>> {
  const now = section?.content ?? { title: {}, summary: {}, body: {} }
  const isNew = section === null || section.retired
  const placed = isNew ? await placeOfNew(context, { proposal, section, next, after }) : {}
  if (placed === null) return refuse('refusal.common-section-unknown')
  const { audiences, stages } = content
  // A rule for a part of the text goes with its part.
  const rules = section ? rulesLeft({ before: section.content, after: { ...section.content, ...next } }) : []
  const about = isNew ? { ...placed, audiences, stages, retired: false } : {}
  const { toolkit, key } = proposal
  const stored = await writeCommonSection(context, {
    ...{ section: section ?? { toolkit, key, slug: '', rank: '' }, now, next, fields: TEXT_FIELDS, language },
    data: { ...about, rules: rules.length > 0 ? rules : null },
  })
  return { ok: true, result: stored }
}

/**
 * Where a section that only the country had stands in the common framework: after the section that the person chose, or
 * where the country has it. Null if the chosen section does not exist.
 */
async function placeOfNew(
  { req }: ActionContext,
  {
    proposal: { after: followed, key, toolkit, variant },
    section,
    next,
    after,
  }: { proposal: Proposal; section: WorkingSection | null; next: CommonTexts; after: string | null },
): Promise<{ slug: string; parent: string | null; rank: string } | null> {
  const all = await loadSections({ req, toolkit })
  const own = await loadVariantSection({ req, variant, key })
  const others = all.filter(({ content }) => content.key !== key)
  const placesOf = (some: readonly WorkingSection[]) =>
    some.map(({ content, parent, rank }) => ({ key: content.key, parent, rank }))
  const places = placesOf(others.filter(({ retired }) => !retired))
  if (after !== null && !places.some((one) => one.key === after)) return null
  const { parent, rank } = placeFromElsewhere({
    ...{ places, gone: placesOf(others.filter(({ retired }) => retired)), key },
    spot: { parent: own?.parent ?? null, after: after ?? followed },
  })
  // The address of a section never changes, also of one that was retired.
  if (section) return { slug: section.slug, parent, rank }
  const [words = ''] = Object.values(next.title)
  const taken = new Set(all.map(({ slug }) => slug))
  const slug = own?.slug && !taken.has(own.slug) ? own.slug : slugOf(words, taken)
  return { slug, parent, rank }
}
