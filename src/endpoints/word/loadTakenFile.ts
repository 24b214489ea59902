import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import type { SectionFacts } from '@/actions/changeVariantSection'
import { savedInput } from '@/actions/savedInput'
import { whyNotSaved } from '@/actions/whyNotSaved'
import type { Actor } from '@/domain/actor'
import { diffSection, type SectionChange } from '@/domain/diff/diff'
import type { ImportedDocument, ImportedSection, WordComment } from '@/domain/importing'
import { answerTo } from '@/domain/importPlan/decision'
import { type FileText, wholeFileText } from '@/domain/importPlan/fileText'
import { type FoundInFile, findInFile } from '@/domain/importPlan/findInFile'
import { firstChosen } from '@/domain/importPlan/firstChosen'
import { importedTextOf } from '@/domain/importPlan/importedText'
import { type MovedInFile, saidInFile } from '@/domain/importPlan/movedInFile'
import { hasSameWords } from '@/domain/importPlan/sameWords'
import { nothingTaken, type TakenIn, takeIn } from '@/domain/importPlan/takeIn'
import { takenMode } from '@/domain/importPlan/takenMode'
import { type WhyLeft, whyLeft } from '@/domain/importPlan/whyLeft'
import { type SaidOf, withMoves } from '@/domain/importPlan/withMoves'
import type { Language } from '@/domain/language'
import { textOfSection } from '@/domain/matchSections'
import type { GivenAnswers } from '@/domain/merge/merge'
import { sectionKind } from '@/domain/nationalSave'
import { picturesIn } from '@/domain/pictures'
import { type Outcome, type Refusal, refuse } from '@/domain/refusal'
import { resolve } from '@/domain/resolve'
import { block, type RichText, text } from '@/domain/richText/richText'
import type { Mode } from '@/domain/section'
import { changedInFile, textOfWritten } from '@/export/word/changedInFile'
import { mediaByName } from '@/export/word/mediaByName'
import { readLike } from '@/export/word/readLike'
import { readDocumentInWorker } from '@/import/worker/readDocumentInWorker'
import { translatorFor } from '@/messages/translate'
import { wordLabels } from '@/messages/wordLabels'
import { loadBaseOf } from '@/stored/commonBase'
import { type ResolvedVariant, resolveVariant } from '@/stored/resolveVariant'
import { loadVariantSectionRevision } from '@/stored/revisions'
import type { Toolkit } from '@/stored/toolkits'
import type { StoredVariantSection, Variant } from '@/stored/variants'
import { longestOf, sectionTooLong, type TextLength, togetherTooLong } from './tooLongToCompare'
import { loadWordPictures } from './wordPictures'
import { wordSection } from './wordSectionOf'
import { type TextOfSection, versionText, type WorkingText } from './wordText'

/** One section of a version that a file changes. */
export type TakenSection = {
  key: string
  number: string
  title: string
  /** How it was found; of one with a mark, also whether the revision that the mark names is still known. */
  how: FoundInFile['how'] | 'unknown-revision'
  /** Headings of the file that are no section, and stay in its text. */
  kept: string[]
  /** A heading behind it that is no section, and whose text is in none. */
  cutBy: string | null
  /** The title behind it of a section that is only guessed. */
  guessBehind: string | null
  /** Why it is left as it is until the person chooses; null if it is not. */
  leftBecause: WhyLeft | null
  /** The sections between which and this one text moved. */
  moved: MovedInFile
  /** What the sections have in common that are taken over or left together with this one; null if it is alone. */
  group: string | null
  /** The revision that it was compared with; 0 if nothing is stored for it. */
  seen: number
  before: Mode
  /** The country's choice after it; null if a person has to choose first. */
  mode: Mode | null
  taken: TakenIn
  /** Null if it is too long to be compared. */
  change: SectionChange | null
  /** Why it may not be saved; nothing if it may. */
  because: Refusal[]
}

/** What a Word file changes in a national version. */
export type TakenFile = {
  sections: TakenSection[]
  /** Has it lost formats everywhere, together with its marks? They were not compared. */
  hasLostFormats: boolean
  /** How many sections of the file are as they were written. */
  same: number
  /** The pictures of the file that the version does not have, by the title of their section: they are not taken over. */
  newPictures: { section: string; count: number }[]
  /** The sections that the file should have and does not have: nothing is changed in them. */
  missing: { key: string; number: string; title: string }[]
  /** The text of the file that is in no section of the version. */
  unknown: { title: string; blocks: RichText }[]
  /** What people wrote beside the text; it is not stored. */
  comments: (WordComment & { section: string; key: string | null })[]
}

type Given = {
  req: PayloadRequest
  actor: Actor
  variant: Variant
  toolkit: Toolkit
  language: Language
  document: ImportedDocument
  answers: GivenAnswers
  signal?: AbortSignal | undefined
}

/** Compares a file that was read with the version as it is now. Reads with the person's request, and writes nothing. */
export async function loadTakenFile(given: Given): Promise<Outcome<TakenFile>> {
  const { document, language, req, toolkit, variant } = given
  const resolved = await resolveVariant({ req, variant })
  const text = versionText({ variant, toolkit, resolved })
  const existing = sectionsToMatch(resolved, text, language).filter(canBeIn(document))
  const found = findInFile({ read: document.sections, existing, language })
  const byKey = new Map(text.sections.map((section) => [section.content.key, section]))
  const pairs: Pair[] = []
  for (const one of found) {
    const now = byKey.get(one.key ?? '')
    if (!now) continue
    const written = await sectionAsWritten({ ...given, resolved, read: one.read, now })
    const how = written ? one.how : 'unknown-revision'
    const leftBecause = written ? whyLeft(one) : 'unknown-revision'
    pairs.push({ ...one, now, how, leftBecause, written: written ?? now })
  }
  if (pairs.length === 0) return refuse('refusal.word-nothing-found')
  const compared = await comparedPairs({ ...given, resolved, text, pairs })
  if (!compared.ok) return compared
  const { hasLostFormats, newPictures, sections } = compared.result
  return {
    ok: true,
    result: {
      ...{ hasLostFormats, newPictures, sections, same: pairs.length - sections.length },
      missing: existing.flatMap(({ key, title }) =>
        found.some((one) => one.key === key) ? [] : [{ key, number: byKey.get(key)?.number ?? '', title }],
      ),
      unknown: found.flatMap(({ key, read }) => (key === null ? [unknownText(read)] : [])),
      comments: found.flatMap(({ key, read: { comments = [], title } }) =>
        comments.map((comment) => ({ ...comment, section: title, key })),
      ),
    },
  }
}

type Pair = Pick<TakenSection, 'how' | 'kept' | 'cutBy' | 'guessBehind' | 'leftBecause'> & {
  read: ImportedSection
  now: TextOfSection
  written: TextOfSection
}
type Loaded = Given & { resolved: ResolvedVariant }

/** A file can have the sections that it was written with and those that it marks; one that does not say so can have any. */
function canBeIn({ sections, writtenFor }: ImportedDocument): (section: { key: string }) => boolean {
  const written = writtenFor?.sections ?? []
  const keys = new Set([...written, ...sections.flatMap(({ mark }) => (mark ? [mark.key] : []))])
  return ({ key }) => written.length === 0 || keys.has(key)
}

/** All that a part of the file says that is taken over nowhere. */
function unknownText(section: ImportedSection): TakenFile['unknown'][number] {
  const { body, summary = '', title } = importedTextOf(section)
  return { title, blocks: [...(summary === '' ? [] : [block('paragraph', { runs: [text(summary)] })]), ...body] }
}

/** The sections with the words that a file has of them: a title that is not translated is in another language. */
function sectionsToMatch({ sections }: ResolvedVariant, text: WorkingText, language: Language) {
  const entries = new Map(sections.map(({ entry }) => [entry.key, entry]))
  const say = translatorFor(language)
  return text.sections.map((section) => {
    const { body, mark, summary, title } = wordSection({ section, text, language, say })
    const { slug = '', parent = null } = entries.get(mark.key) ?? {}
    return { key: mark.key, slug, parent, title, number: section.number, text: textOfSection({ summary, body }) }
  })
}

/**
 * The text that the file was made from: that of the revision that its mark names, null if nobody knows it; without a mark the
 * present one.
 */
async function sectionAsWritten({
  req,
  resolved: { own: all },
  variant,
  read: { mark },
  now,
}: Loaded & Pick<Pair, 'read' | 'now'>): Promise<TextOfSection | null> {
  const { key } = now.content
  if (!mark || mark.key !== key || mark.rev === now.rev) return now
  const stored = all.find((one) => one.key === key)
  const own = await earlier({ req, stored, rev: mark.rev })
  if (own === undefined) return null
  const base = await loadBaseOf({ req, variant, key, own })
  const [section] = resolve({ base: base ? [base] : [], variant: own ? [own] : [], languages: variant.languages })
  return section ? { ...now, content: section.content, mode: section.entry.mode, rev: mark.rev } : null
}

/** Null if nothing was stored then; undefined if nobody knows the revision. */
async function earlier({
  req,
  stored,
  rev,
}: {
  req: PayloadRequest
  stored: StoredVariantSection | undefined
  rev: number | null
}): Promise<StoredVariantSection | null | undefined> {
  if (rev === null) return null
  const kept = stored && (await loadVariantSectionRevision({ req, id: stored.id, rev }))
  return kept?.document
}

async function comparedPairs({
  pairs,
  text,
  ...given
}: Loaded & { text: WorkingText; pairs: readonly Pair[] }): Promise<
  Outcome<Pick<TakenFile, 'hasLostFormats' | 'newPictures' | 'sections'>>
> {
  const { answers, document, language, req, signal } = given
  const say = translatorFor(language)
  const asWord = (section: TextOfSection) => wordSection({ section, text, language, say })
  const words = pairs.map((pair) => ({ ...pair, written: asWord(pair.written) }))
  const texts = words.flatMap(({ written: { addition, body } }) => [body, addition?.blocks ?? []])
  const pictures = await loadWordPictures({ req, texts })
  const compared = await changedInFile({
    ...{ pairs: words, document },
    file: { front: [], header: '', language, pictures, labels: wordLabels(say), properties: {} },
    readBack: readLike({
      document,
      readFile: (asked) =>
        readDocumentInWorker({ ...asked, person: String(req.user?.id), ...(signal ? { signal } : {}) }),
    }),
  })
  if (!compared.ok) return compared
  const mediaOf = mediaByName({ images: document.images, pictures })
  const lengths = compared.result.changed.map(({ read, written }) => longestOf([read, written]))
  const tooLong = togetherTooLong(lengths)
  if (tooLong) return refuse('refusal.word-too-long', tooLong)
  const changed: Omit<TakenSection, 'moved' | 'group'>[] = []
  const said: SaidOf[] = []
  for (const [index, { pair, base, ...others }] of compared.result.changed.entries()) {
    await letOthersGo()
    const { cutBy, guessBehind, how, kept, leftBecause, now, written } = pair
    const { key } = now.content
    const stored = textOfWritten(asWord(now))
    const notCompared = whyNotCompared(base, lengths[index])
    const taken =
      base && !notCompared ? takeIn({ key, answers, sides: { ...others, base, now: stored } }) : nothingTaken(stored)
    const obstacle = notCompared ?? (taken.isClear ? null : NOT_CLEAR)
    if (!obstacle && taken.changed.length === 0 && taken.decisions.length === 0) continue
    const after = obstacle ? others.read : taken.text
    const isTooLong = obstacle?.key === 'refusal.word-section-too-long'
    if (!isTooLong) {
      const file = saidInFile({ key, before: base ?? others.written, after: others.read, language })
      const isOpen = taken.decisions.some((decision) => answerTo(decision, answers) === undefined)
      said.push({ file, outcome: isOpen ? file : saidInFile({ key, before: stored, after, language }) })
    }
    const change = isTooLong
      ? null
      : diffSection({ before: wholeFileText(key, stored), after: wholeFileText(key, after) })
    const rules = await rulesFor({ ...given, now, taken })
    const because = obstacle ? [obstacle] : rules.because
    const found = { how, kept, cutBy, guessBehind, leftBecause: leftBecause ?? whyFormatsLeft(how, taken, stored) }
    changed.push({ key, number: now.number, title: written.title, ...found, taken, change, ...rules, because })
  }
  const newPictures = pairs.flatMap(({ read: { added, body, title } }) => {
    const count = picturesIn([body, added?.blocks ?? []]).filter((name) => !mediaOf(name)).length
    return count > 0 ? [{ section: title, count }] : []
  })
  const sections = firstChosen(withMoves(changed, said))
  return { ok: true, result: { sections, newPictures, hasLostFormats: compared.result.hasLostFormats } }
}

/** A block has another form in the file, and what was changed in it could not be brought back. */
const NOT_CLEAR: Refusal = { key: 'refusal.word-other-form' }

/** Why nobody can say what of the file is a change of this section. */
function whyNotCompared(base: FileText | null, length: TextLength | undefined): Refusal | null {
  if (base === null) return { key: 'refusal.word-not-compared' }
  const tooLong = length ? sectionTooLong(length) : null
  return tooLong && { key: 'refusal.word-section-too-long', params: tooLong }
}

/** Of a file that does not say where it comes from, nobody knows whether a person or a program took formats away. */
function whyFormatsLeft(how: Pair['how'], { decisions, text }: TakenIn, stored: FileText): WhyLeft | null {
  return how !== 'mark' && decisions.length === 0 && hasSameWords(text, stored) ? 'formats' : null
}

/** What becomes of a section when these words are saved, and why they may not be. */
async function rulesFor({
  req,
  actor,
  variant,
  language,
  resolved,
  now: { content },
  taken,
}: Loaded & { now: TextOfSection; taken: TakenIn }): Promise<
  Pick<TakenSection, 'seen' | 'before' | 'mode' | 'because'>
> {
  const own = resolved.own.find(({ key }) => key === content.key) ?? null
  const base = resolved.base.find(({ entry }) => entry.key === content.key) ?? null
  const before = own?.mode ?? (base ? 'inherit' : 'local')
  const kind = sectionKind({ common: base?.content ?? null, language })
  const mode = takenMode({ kind, before, changed: taken.changed })
  const seen = own?.rev ?? 0
  if (mode === null) return { seen, before, mode, because: [{ key: 'refusal.word-supplemented' }] }
  if (taken.changed.length === 0) return { seen, before, mode, because: [] }
  const facts: SectionFacts = { actor, base, own, variant, language }
  return { seen, before, mode, because: await whyNotSaved({ req, facts, given: { mode, ...savedInput(taken) } }) }
}
