import type { PayloadRequest } from 'payload'
import type { ByLanguage } from '@/domain/language'
import { inReadingOrder } from '@/domain/release'
import { questionsThatAre } from '@/domain/updateQuestions'
import { standingEntries } from '@/domain/updates/updates'
import { commonHeads, loadContents, loadStandingReleases } from './commonBase'
import { commonStanding } from './releases'
import type { Toolkit } from './toolkits'
import { decisionsThatHold, loadUpdateDecisions } from './updateDecisions'
import { loadUpdateQuestions, type StoredQuestion } from './updateQuestions'
import { loadUpdateStatuses } from './updateStatuses'
import { loadListedVariantSections, type Variant } from './variants'

/** A question that the coordinator has to answer, with the section that it is about. */
export type OpenQuestion = {
  question: StoredQuestion
  /** The number of the section in the common framework; empty if it is gone there. */
  number: string
  title: ByLanguage<string>
}

/**
 * The questions of these national versions that are open, oldest first. Only of a version with a question that has no
 * answer it is read what waits there.
 */
export async function loadOpenQuestions({
  req,
  toolkits,
  variants,
}: {
  req: PayloadRequest
  toolkits: readonly Toolkit[]
  variants: readonly Variant[]
}): Promise<OpenQuestion[]> {
  const all = await loadUpdateQuestions({ req, variants: variants.map(({ id }) => id) })
  const unanswered = all.filter(({ answer }) => answer === null)
  const open: OpenQuestion[] = []
  for (const variant of variants) {
    const asked = unanswered.filter((one) => one.variant === variant.id)
    const toolkit = toolkits.find(({ id }) => id === variant.toolkit)
    if (asked.length > 0 && toolkit) open.push(...(await openIn({ req, toolkit, variant, asked })))
  }
  return open.toSorted((one, other) => (one.question.at < other.question.at ? -1 : 1))
}

async function openIn({
  req,
  toolkit,
  variant,
  asked,
}: {
  req: PayloadRequest
  toolkit: Toolkit
  variant: Variant
  asked: readonly StoredQuestion[]
}): Promise<OpenQuestion[]> {
  const { inUse: newest } = await commonStanding({ req, toolkit: toolkit.id })
  if (!newest) return []
  const [heads, listed, decisions] = await Promise.all([
    commonHeads({ req, toolkit: toolkit.id }),
    loadListedVariantSections({ req, variants: [variant.id] }),
    loadUpdateDecisions({ req, variants: [variant.id] }),
  ])
  const own = listed.get(variant.id) ?? []
  const version = { variant, own, ...(await loadStandingReleases({ req, variant, own })) }
  const { sourceLanguage } = toolkit
  const updates = await loadUpdateStatuses({ req, version, newest, heads, sourceLanguage })
  const waits = new Set(updates.flatMap(({ key, others }) => [key, ...others]))
  const open = questionsThatAre('open', asked, { waits, decisions: decisionsThatHold(decisions) })
  const placed = new Map(inReadingOrder(newest.manifest).map((one) => [one.entry.key, one]))
  const former = new Map(standingEntries(version).map(({ key, entries }) => [key, entries.title]))
  const entryOf = (key: string) => placed.get(key)?.entry ?? former.get(key)
  const contentOf = await loadContents({ req, entries: open.flatMap(({ key }) => entryIn(entryOf(key))) })
  return open.map((question) => {
    const entry = entryOf(question.key)
    const number = placed.get(question.key)?.number ?? ''
    return { question, number, title: entry ? contentOf(entry).title : {} }
  })
}

function entryIn<Entry>(entry: Entry | undefined): { entry: Entry }[] {
  return entry ? [{ entry }] : []
}
