import { textWithAddition } from '@/domain/additionPlace'
import { isSameSaid, type WordsRead } from '@/domain/became'
import { diffSection, type SectionChange } from '@/domain/diff/diff'
import type { ByLanguage, Language } from '@/domain/language'
import {
  type Answer,
  answersTo,
  type Check,
  type Conflict,
  type GivenAnswers,
  type MergedNode,
  openPlaces,
  resolveSection,
} from '@/domain/merge/merge'
import type { Refusal } from '@/domain/refusal'
import { type ResolvedSection, resolve, type VariantSection } from '@/domain/resolve'
import type { RichText } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { isEmptyField } from '@/domain/richText/sameText'
import { onVersion } from '@/domain/richText/versions'
import { type BlockInPlace, blockInPlace } from '@/domain/richText/walk'
import { type Reading, saidIn } from '@/domain/said'
import { inEach, OWN_FIELDS, ownFields, type SectionContent, TEXT_FIELDS, withWords } from '@/domain/section'
import { type TwoStates, textsInPlace } from '@/domain/sectionText'
import {
  decideWaiting,
  gapsAfter,
  mergeIn,
  type RegroupingGaps,
  readAsOne,
  readNow,
  type UpdateChoice,
  type UpdateDecision,
  type UpdateSides,
  type Waiting,
} from '@/domain/updates/updates'
import { editorText } from '../editor/sectionValues'
import type { EditedText } from './updateDraft'

type Decided = { sides: UpdateSides; next: VariantSection }

/** What readers of a country would get after a decision. */
export type UpdatePreview =
  | {
      ok: true
      /** Of all sections that are decided together, as one text; null if nothing of it would be in the version. */
      content: SectionContent | null
      /** Would a section be left out? Readers then see the reason, so it must be explained. */
      leavesOut: boolean
      /** The sections for which the reason of the decision is recorded: they then differ, or are left out. */
      explained: string[]
      /** What the country would have stored for each section. */
      decided: Decided[]
      /** By language: what is amiss where the text is not divided or joined as in the language of the common framework. */
      gaps: ByLanguage<RegroupingGaps>
    }
  | { ok: false; because: Refusal[] }

/** The section as readers get it now; null if the version does not have it, or does not use it. */
export function readNowOf({ base, own, languages }: UpdateSides): SectionContent | null {
  return shown(resolve({ base: base ? [base] : [], variant: [own], languages }))
}

/**
 * What readers get now of all sections that are decided together, each as it is: what they get of one in another language is
 * not in the text of theirs.
 */
export function readNowApart(together: NonNullable<Waiting['together']>): SectionContent | null {
  const { head, others } = together
  const onBase = (one: UpdateSides): UpdateSides => ({ ...one, newest: one.base })
  const own = [head, ...others].map((one) => one.own)
  return readAsOne({ ...together, head: onBase(head), others: others.map(onBase) }, own)
}

/** Works out what a decision would do, by the rules that the server applies. A missing reason does not matter here. */
export function previewOf({
  waiting,
  decision,
}: {
  waiting: Pick<Waiting, 'sides' | 'together'>
  decision: UpdateDecision
}): UpdatePreview {
  const { sides, together } = waiting
  const withReason = { ...decision, reason: decision.reason ?? 'other', explanation: EXPLAINED } as const
  const outcome = decideWaiting({ waiting, decision: withReason, release: 'shown' })
  if (!outcome.ok) return outcome
  const decided = outcome.result.map(({ next }) => next)
  const { newest, languages } = sides
  const leavesOut = outcome.result.some(({ sides: { own }, next }) => own.mode !== 'omit' && next.mode === 'omit')
  const content = together
    ? readAsOne(together, decided)
    : shown(resolve({ base: newest ? [newest] : [], variant: decided, languages }))
  const isExplained = ({ next }: (typeof outcome.result)[number]) =>
    (next.mode === 'adapt' || next.mode === 'omit') && next.explanation.en === EXPLAINED.en
  const explained = outcome.result.filter(isExplained).map(({ next }) => next.key)
  const gaps = together ? languages.map((language) => [language, gapsAfter(together, { decided, language })]) : []
  return { ok: true, content, leavesOut, explained, decided: outcome.result, gaps: Object.fromEntries(gaps) }
}

/** The sections that have it afterwards have the reason of the decision. */
const EXPLAINED: ByLanguage<string> = { en: '(the explanation of this decision)' }

/** Without empty texts in place of which readers get that of another language: nobody took these out. */
function shown([section]: ResolvedSection[]): SectionContent | null {
  if (!section || section.entry.mode === 'omit') return null
  const { content, entry } = section
  return inEach(TEXT_FIELDS)
    .filter(({ field, language }) => entry.provenance[field]?.[language] === 'missing')
    .reduce((left, { field, language }) => withWords(left, field, language, undefined), content)
}

/** The difference between two states of the section for readers of one language. */
export function readersChange(states: TwoStates): SectionChange | null {
  return states.before || states.after ? diffSection(textsInPlace(states)) : null
}

/** The language in which readers of another one get what a section lacks there. */
export type Instead = {
  language: Language
  /** Did they get it in that language before, with other words? */
  isChanged: boolean
}

/** Do readers of a section get in no language of the version anything else after a decision than now? */
export function changesNothing(sides: UpdateSides, preview: UpdatePreview): boolean {
  if (!preview.ok) return false
  const states = { before: readNowOf(sides), after: preview.content }
  return sides.languages.every((language) => (readersChange({ ...states, language })?.counts.changes ?? 0) === 0)
}

/**
 * In which language readers of another one get what a section lacks there after a decision, if they did not get the same
 * before; null otherwise. Sections that the country keeps are read as they are, and others as one.
 */
export function readInstead({
  sides,
  preview,
  choice,
  language,
}: {
  /** Of all sections that are decided together. */
  sides: UpdateSides
  preview: UpdatePreview
  choice: UpdateChoice
  language: Language
}): Instead | null {
  if (!preview.ok) return null
  const { content, decided } = preview
  const read = keepsSections(choice)
    ? decided.map((one) => ({ before: readNowOf(one.sides), after: readAfterOf(one) }))
    : [{ before: readNowOf(sides), after: content }]
  const found = read.flatMap((one) => insteadIn(one, { language, source: sides.sourceLanguage }))
  return found.find(({ isChanged }) => isChanged) ?? found[0] ?? null
}

/** Has the section anything but a title in this language? If not, it has no text there for its readers. */
export function hasTextBelowTitle(content: SectionContent, language: Language): boolean {
  return OWN_FIELDS.some((field) => field !== 'title' && !isEmptyField(content[field][language]))
}

/** Does the country keep its sections, so that none is divided or joined? */
export function keepsSections(choice: UpdateChoice | null): boolean {
  return choice === 'keep' || choice === 'not-for-us'
}

function readAfterOf({ sides: { newest, languages }, next }: Decided): SectionContent | null {
  return shown(resolve({ base: newest ? [newest] : [], variant: [next], languages }))
}

function insteadIn(
  { before, after }: { before: SectionContent | null; after: SectionContent | null },
  reading: Reading,
): Instead[] {
  const [was, is] = [before, after].map((content) => content && readIn(content, reading))
  // An addition that was read with the text is the same one beside it.
  const alone = before && fieldsIn(before, reading)
  return OWN_FIELDS.flatMap((field) => {
    const said = is?.[field]
    if (!said?.standsIn || [was, alone].some((one) => isSameSaid(one?.[field], said))) return []
    return [{ language: said.language, isChanged: was?.[field]?.language === said.language }]
  })
}

/** A text and an addition in one language are read as one. */
function readIn(content: SectionContent, reading: Reading): WordsRead {
  const read = fieldsIn(content, reading)
  const { addition, body } = read
  if (!body || body.language !== addition?.language) return read
  return { ...read, body: { ...body, value: textWithAddition(content, body.language) }, addition: undefined }
}

function fieldsIn(content: SectionContent, reading: Reading): WordsRead {
  return ownFields({
    text: (name) => saidIn(content[name], reading),
    richText: (name) => saidIn(content[name], reading),
  })
}

/** The merged text of a language with the places that a person decides on or checks. */
export function mergedText({
  sides,
  language,
  answers = {},
  declined = [],
}: {
  sides: UpdateSides
  language: Language
  answers?: GivenAnswers | undefined
  /** The changes of the common framework that are not taken. */
  declined?: readonly string[] | undefined
}): { text: EditedText; conflicts: PlacedConflict[]; checks: Check[] } {
  const section = mergeIn(sides, language, declined)
  const { title, summary, body } = resolveSection({ section, resolutions: answers })
  const { conflicts, checks } = openPlaces(section)
  const nodes = section.fields.flatMap((field) => (field.kind === 'set' ? [] : field.nodes))
  const words = wordsById([sides.base?.content.body[language] ?? [], body])
  const placed = conflicts.map((conflict) => ({
    ...conflict,
    answers: answersTo(conflict),
    within: words.get(conflict.block) ?? '',
    whole: wholeOf(conflict, { sides, language }),
    versions: conflict.about === 'details' ? versionsOf(conflict.id, nodes) : null,
  }))
  return { text: { title, summary, body: editorText(body) }, conflicts: placed, checks }
}

/** A conflict with the words of the paragraph in which it is: alone, few words do not say where they stand. */
export type PlacedConflict = Conflict & {
  answers: readonly Answer[]
  within: string
  /** The block that one side removed, as the other one has it now. Null if nothing was removed. */
  whole: (BlockInPlace & { removedBy: 'ours' | 'theirs' }) | null
  /** The block on each side, if both changed details of it. */
  versions: Record<'ours' | 'theirs', BlockInPlace> | null
}

function wholeOf(
  { kind, block, ours }: Conflict,
  { sides, language }: { sides: UpdateSides; language: Language },
): PlacedConflict['whole'] {
  if (kind !== 'deleted') return null
  const removedBy = ours === '' ? 'ours' : 'theirs'
  const kept = removedBy === 'ours' ? sides.newest?.content.body[language] : readNow(sides, 'body', language)
  const found = blockInPlace(kept ?? [], block)
  return found && { ...found, removedBy }
}

/** The block of a place about details on each side, and what it stands in. */
function versionsOf(
  id: string,
  nodes: readonly MergedNode[],
  holder: RichText[number] | null = null,
): PlacedConflict['versions'] {
  for (const node of nodes) {
    if (node.kind !== 'conflict') {
      const found = versionsOf(id, node.children, { ...node, runs: [], children: [] })
      if (found) return found
      continue
    }
    const [ours, theirs] = [onVersion(node.ours, 'ours')[0], onVersion(node.theirs, 'theirs')[0]]
    if (node.id === id)
      return ours && theirs ? { ours: { block: ours, holder }, theirs: { block: theirs, holder } } : null
    const found = versionsOf(id, [...node.ours, ...node.theirs], holder)
    if (found) return found
  }
  return null
}

function wordsById(texts: readonly RichText[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const read = (blocks: RichText): void => {
    for (const block of blocks) {
      if (block.runs.length > 0) words.set(block.id, plainTextOf(block.runs))
      read(block.children)
    }
  }
  for (const text of texts) read(text)
  return words
}
