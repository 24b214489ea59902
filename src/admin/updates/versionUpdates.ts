import type { PayloadRequest } from 'payload'
import { type JoinedNote, joinedNote } from '@/domain/changeGroups'
import { keptIn } from '@/domain/countryStanding'
import type { ByLanguage, Language } from '@/domain/language'
import { inReadingOrder, type Release } from '@/domain/release'
import { askedIn } from '@/domain/updateQuestions'
import { isAsking, keysOf, notesOnUpdates, type UpdateStatus } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { commonHeads } from '@/stored/commonBase'
import type { ReleaseHead } from '@/stored/release'
import type { ResolvedVariant } from '@/stored/resolveVariant'
import { decisionsThatHold, loadUpdateDecisions, type RecordedDecision } from '@/stored/updateDecisions'
import { loadUpdateQuestions } from '@/stored/updateQuestions'
import { loadUpdates, questionOf, type WaitingUpdate } from '@/stored/updates'
import { loadBegunDecisions } from '@/stored/workingCopies'
import type { VersionState } from '../reading/versionState'
import { textIn } from '../words/titles'

/** A decision with the version of the release that was decided on, and what the coordinator had said by then. */
export type DecidedUpdate = { decision: RecordedDecision; version: string; note: JoinedNote | null }

/** What the newest release of the common framework means for a national version. */
export type VersionUpdates = {
  /** The newest release in use. */
  newest: Release
  /** What waits, in the order of that release; sections that the country does not use are among them (`told`). */
  waiting: WaitingUpdate[]
  /**
   * What still holds of what was decided on that release, or on another one since the version was last published, newest
   * first; not where the section waits again.
   */
  decided: DecidedUpdate[]
  /** The sections in which the country kept its text, also on an earlier release (`keptIn`). */
  kept: ReadonlySet<string>
  /**
   * By the key of the update: what the coordinator said in all releases that are decided as one, about the section and
   * those that are decided with it.
   */
  notes: ReadonlyMap<string, JoinedNote>
  /** By the key of the update: a question to the coordinator that is open, or an answer that nobody has read. */
  asked: ReadonlyMap<string, 'open' | 'answered'>
  /** By the key of the update: when the person who looks at it began to decide, and did not record it (ISO 8601). */
  begun: ReadonlyMap<string, string>
}

/** Null while the common framework is withdrawn: then there is nothing to decide on. */
export async function loadVersionUpdates({
  req,
  state,
}: {
  req: PayloadRequest
  state: Pick<VersionState, 'common' | 'lastRelease' | 'resolved' | 'toolkit' | 'variant'>
}): Promise<VersionUpdates | null> {
  const { common, lastRelease, resolved, toolkit, variant } = state
  const newest = common.inUse
  if (!newest) return null
  const { sourceLanguage } = toolkit
  const [line, waiting, decisions, questions, begun] = await Promise.all([
    commonHeads({ req, toolkit: toolkit.id }),
    loadUpdates({ req, variant, newest, sourceLanguage, own: resolved.own }),
    loadUpdateDecisions({ req, variants: [variant.id] }),
    loadUpdateQuestions({ req, variants: [variant.id] }),
    loadBegunDecisions({ req, variant: variant.id }),
  ])
  const holding = decisionsThatHold(decisions)
  const groups = waiting.map(({ update }) => keysOf(update))
  const waits = new Set(groups.flat())
  const isUnpublished = ({ at, key }: RecordedDecision) => at > (lastRelease?.publishedAt ?? '') && !waits.has(key)
  const decided = holding.filter((one) => one.release === newest.id || isUnpublished(one))
  const asked = askedIn(questions, { groups, waits, decisions: holding })
  const notes = notesIn({ line, newest, waiting, start: variant.baseline })
  const modes = new Map(resolved.own.map(({ key, mode }) => [key, mode]))
  return {
    newest,
    waiting,
    decided: decidedIn({ line, decided, start: variant.baseline }),
    kept: keptIn({ decisions: holding, modes }),
    notes,
    asked,
    begun,
  }
}

type Line = {
  /** All publications of the common framework. */
  line: readonly ReleaseHead[]
  /** The id of the release on which the country started. */
  start: string
}

/** What the coordinator said about each update, by its key, in all releases that are decided as one. */
export function notesIn({
  line,
  newest,
  waiting,
  start,
}: Pick<VersionUpdates, 'waiting'> & { newest: Pick<Release, 'seq'> } & Line): VersionUpdates['notes'] {
  const { notesOn } = notesOnUpdates({ line, start, newest })
  return new Map(
    waiting.map(questionOf).flatMap((one): [string, JoinedNote][] => {
      const note = joinedNote(notesOn(one))
      return note ? [[one.key, note]] : []
    }),
  )
}

function decidedIn({ line, decided, start }: Line & { decided: readonly RecordedDecision[] }): DecidedUpdate[] {
  const known = new Map<string, ReturnType<typeof notesOnUpdates>>()
  return decided.flatMap((decision) => {
    const newest = line.find(({ id }) => id === decision.release)
    if (!newest) return []
    const said = known.get(newest.id) ?? notesOnUpdates({ line, start, newest })
    known.set(newest.id, said)
    const question = { ...decision, others: [], baselineOf: () => decision.baseline }
    return [{ decision, version: newest.version, note: joinedNote(said.notesOn(question)) ?? null }]
  })
}

/** How many sections ask for a decision. */
export function countAsking(waiting: readonly WaitingUpdate[]): number {
  return waiting.filter(({ update }) => isAsking(update)).length
}

/** How many sections wait with each status. */
export function countByStatus(waiting: readonly WaitingUpdate[]): Record<UpdateStatus, number> {
  const count = (status: UpdateStatus) => waiting.filter(({ update }) => update.status === status).length
  return {
    'decision-needed': count('decision-needed'),
    'please-check': count('please-check'),
    ready: count('ready'),
    paused: count('paused'),
    told: count('told'),
  }
}

/** The number of each section that the version has. */
export function numbersIn({ sections }: Pick<ResolvedVariant, 'sections'>): Map<string, string> {
  return numbersOf(sections.map(({ entry }) => entry))
}

/** The number of each section that a version has, from their places. The screens of updates show these numbers only. */
export function numbersOf(places: Parameters<typeof inReadingOrder>[0]): Map<string, string> {
  return new Map(inReadingOrder(places).map(({ entry, number }) => [entry.key, number]))
}

/**
 * The name of a section on the screens of updates: with the number that it has in the version. A section that the version
 * does not have yet is marked as new.
 */
export function nameInVersion({
  key,
  title,
  numbers,
  newest,
  say,
}: {
  key: string
  title: string
  /** The number of each section that the version has. */
  numbers: ReadonlyMap<string, string>
  /** The sections of the newest release. */
  newest: readonly { key: string }[]
  say: Translator
}): string {
  const number = numbers.get(key)
  if (number) return `${number} ${title}`
  return newest.some((one) => one.key === key) ? say('updates.one.new-section', { section: title }) : title
}

/** A section with its number and title, for headings and links. */
export type NamedSection = { key: string; name: string; lang: Language | undefined }

/** The name of a section (`nameInVersion`) in the first of these languages that its title has; the first is that of the page. */
export function namedSection({
  title,
  languages,
  ...given
}: Omit<Parameters<typeof nameInVersion>[0], 'title'> & {
  title: ByLanguage<string>
  languages: readonly Language[]
}): NamedSection {
  const { text, language } = textIn({ given: title, languages, otherwise: given.key })
  const lang = language === languages[0] ? undefined : language
  return { key: given.key, name: nameInVersion({ ...given, title: text }), lang }
}
