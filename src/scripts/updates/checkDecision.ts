import { isSameJson } from '@/domain/canonicalJson'
import type { Language } from '@/domain/language'
import type { PlacedSection } from '@/domain/release'
import { isEmptyField } from '@/domain/richText/sameText'
import { type SectionContent, TEXT_FIELDS, type TextField } from '@/domain/section'
import type { SectionBaseline } from '@/domain/sectionBaseline'
import type { WaitingUpdate } from '@/stored/updates'
import type { Answered, Drawn } from './drawDecision'
import { readersGet } from './ledger'
import { SOURCE, textRead, type VersionNow, wholeText } from './version'
import { changedBetween, countOf, countsOf, plain, wordsOf } from './wordCounts'

export type Decided = {
  key: string
  before: VersionNow
  after: VersionNow
  /** What waited in the section before. */
  waiting: WaitingUpdate
  drawn: Drawn
  /** The revision that the action answered with, and who decided. */
  rev: number
  by: string
  /** The newest release, and its section. */
  release: string
  newest: PlacedSection | null
  /** The common text on which the section stood. */
  base: PlacedSection | null
  baseline: SectionBaseline
}

/** How many words of the common framework's change came into the text, and how many the decision declined. */
export type Outcome = { taken: number; declined: number; problems: string[] }

/** Compares what is stored after a decision with what the decision says, word by word. */
export function checkDecision(decided: Decided): Outcome {
  const { before, key, drawn } = decided
  const where = `${before.variant.country}, section ${key}, ${drawn.choice}${drawn.parts ? ` of ${drawn.parts}` : ''}`
  const problems = [...recordProblems(decided), ...textProblems(decided)].map((problem) => `${where}: ${problem}`)
  const changed = wordsOfChange(decided)
  const isTold = decided.waiting.update.status === 'told'
  const isTaken = !isTold && (drawn.choice === 'accept' || drawn.choice === 'combine')
  const declined = isTaken ? Math.min(changed, declinedByAnswers(drawn.answered)) : changed
  return { taken: changed - declined, declined, problems }
}

/** Does the stored decision say who decided what on which text? */
function recordProblems({ after, before, key, rev, by, drawn, waiting, release, baseline }: Decided): string[] {
  const found = after.decisions.filter((one) => one.key === key && one.revAfter === rev)
  const [stored] = found
  if (!stored || found.length !== 1) return [`${found.length} decisions are stored for revision ${rev}`]
  const { update } = waiting
  const expected = {
    ...{ choice: drawn.choice, release, by, status: update.status, became: update.became, undoes: null },
    ...{ parts: update.parts.filter((part) => drawn.parts?.includes(part) ?? true), baseline },
    revBefore: before.own.get(key)?.rev ?? 0,
  }
  const got = Object.fromEntries(Object.keys(expected).map((name) => [name, stored[name as keyof typeof expected]]))
  const problems = isSameJson(got, expected)
    ? []
    : [`the decision is stored as ${JSON.stringify(got)} and not as ${JSON.stringify(expected)}`]
  const had = before.resolved.sections.find(({ entry }) => entry.key === key)?.content ?? null
  const text = after.textsBefore.get(stored.textBefore ?? '') ?? null
  const { languages } = before.variant
  if (had && wholeText(text ?? undefined, languages) !== wholeText(had, languages))
    problems.push('the decision does not name the text that readers got before')
  if (after.own.get(key)?.rev !== rev) problems.push(`revision ${after.own.get(key)?.rev} is stored, and not ${rev}`)
  return problems
}

function textProblems(decided: Decided): string[] {
  const { before, after, key, drawn, waiting, newest } = decided
  const { became, status } = waiting.update
  const { languages } = before.variant
  const [had, has] = [readersGet(before, key), readersGet(after, key)]
  const read = (now: VersionNow) => textRead(now.shown.get(key)?.content, languages)
  const sameWords = (what: string, one: string, other: string): string[] =>
    differences(wordsOf(one), wordsOf(other)).map((difference) => `${what}: ${difference}`)
  if (status === 'told') return has === had ? [] : ['a section that is left out changed']
  if (became === 'gone') {
    if (drawn.choice === 'accept') return after.shown.has(key) ? ['the section that was let go is still there'] : []
    const kept = drawn.choice === 'park' ? textRead(after.own.get(key), languages) : read(after)
    const isRight = after.shown.has(key) === (drawn.choice === 'keep')
    return [
      ...(isRight ? [] : ['readers get a parked section, or not a kept one']),
      ...sameWords('kept', read(before), kept),
    ]
  }
  if (became === 'new') {
    if (drawn.choice === 'not-for-us') return after.shown.has(key) ? ['readers get it'] : []
    if (drawn.choice === 'keep') return sameWords('kept', read(before), read(after))
    return sameWords('taken', wholeText(newest?.content, languages), has)
  }
  if (drawn.choice === 'keep' || drawn.choice === 'not-for-us') {
    // A version without the language of the common framework has no text in it to keep: its readers get the newest one.
    const whole = (now: VersionNow) => wholeText(now.shown.get(key)?.content, languages)
    const isWhole = !languages.includes(SOURCE) && whole(before) === whole(after)
    return isWhole ? [] : sameWords('kept', read(before), read(after))
  }
  return TEXT_FIELDS.flatMap((field) =>
    languages.flatMap((language) => fieldProblems(decided, { field, language })),
  ).concat(sameWords('the addition', ...additions(decided)), placeProblems(decided))
}

/** The country's addition before and after; one that became the end of a text that a person edited is no loss. */
function additions({ before, after, key, drawn }: Decided): [string, string] {
  const of = (now: VersionNow) => wholeText(now.shown.get(key)?.content, now.variant.languages, ['addition'])
  return [isAdditionInBody(drawn, before, key) ? '' : of(before), of(after)]
}

function isAdditionInBody(drawn: Drawn, before: VersionNow, key: string): boolean {
  return drawn.body !== undefined && before.own.get(key)?.mode === 'supplement'
}

/** What one list of words has and the other one lacks, or that they have another order. */
function differences(expected: readonly string[], found: readonly string[]): string[] {
  if (isSameJson(expected, found)) return []
  const { removed, added } = changedBetween(expected, found)
  return [`lacks "${removed.slice(0, MOST_WORDS).join(' ')}" and has "${added.slice(0, MOST_WORDS).join(' ')}" instead`]
}

/** So many words of a difference are shown. */
const MOST_WORDS = 40

function placeProblems({ before, after, key, drawn, waiting, newest }: Decided): string[] {
  const parts = drawn.parts ?? waiting.update.parts
  const entryIn = ({ resolved }: VersionNow) => resolved.sections.find(({ entry }) => entry.key === key)?.entry
  const [had, has] = [entryIn(before), entryIn(after)]
  const isOwn = before.own.get(key)?.rank != null
  const follows = parts.includes('place') && (drawn.choice === 'accept' || !isOwn)
  const expected = follows ? newest?.entry.rank : had?.rank
  return has?.rank === expected ? [] : [`the section stands at ${has?.rank} and not at ${expected}`]
}

type Place = { field: TextField; language: Language }

/** Checks one field of a section of which the common text changed, after `accept` or `combine`. */
function fieldProblems(decided: Decided, { field, language }: Place): string[] {
  const { before, after, key, drawn, waiting, newest, base } = decided
  const at = (content: SectionContent | undefined): string => plain(content?.[field][language])
  const [had, has] = [at(before.shown.get(key)?.content), at(after.shown.get(key)?.content)]
  const differs = (expected: string): string[] =>
    differences(wordsOf(expected), wordsOf(has)).map((difference) => `${field} in ${language} ${difference}`)
  const parts = drawn.parts ?? waiting.update.parts
  const wasLeftOut = before.own.get(key)?.mode === 'omit'
  // One that may no longer be left out comes back as the common text; a part that is not decided yet, as it was.
  if (wasLeftOut) return drawn.choice === 'accept' ? differs(at((parts.includes(field) ? newest : base)?.content)) : []
  if (!parts.includes(field)) return differs(had)
  const isWithoutCommon = [base, newest].every((side) => isEmptyField(side?.content[field][language]))
  if (drawn.choice === 'accept') {
    const isTranslation = before.shown.get(key)?.entry.provenance[field]?.[language] === 'translation'
    return differs(isWithoutCommon && isTranslation ? had : at(newest?.content))
  }
  if (drawn.body?.language === language && field === 'body') {
    const addition = isAdditionInBody(drawn, before, key) ? before.shown.get(key)?.content.addition[language] : []
    return differs(plain([...drawn.body.text, ...(addition ?? [])]))
  }
  if (isWithoutCommon) return differs(had)
  const answered = drawn.answered.filter((one) => one.language === language && one.field.endsWith(`/${field}`))
  const texts = { common: at(base?.content), ours: had, theirs: at(newest?.content), result: has }
  return [...combinedProblems(texts, answered), ...answerProblems(has, answered)].map(
    (problem) => `${field} in ${language}: ${problem}`,
  )
}

/**
 * The number of each word in a combined text: as often as the common text had it, with what each side added and took
 * out. Both may have made the same change, which then counts once; a place that both changed may have any of its texts.
 */
function combinedProblems(
  { common, ours, theirs, result }: { common: string; ours: string; theirs: string; result: string },
  answered: readonly Answered[],
): string[] {
  const [was, mine, its] = [wordsOf(common), wordsOf(ours), wordsOf(theirs)]
  const [byUs, byThem] = [changedBetween(was, mine), changedBetween(was, its)].map(({ added, removed }) => ({
    added: countsOf(added),
    removed: countsOf(removed),
  }))
  const disputed = countsOf(
    answered.flatMap(({ words, answer }) =>
      [...Object.values(words), typeof answer === 'object' ? answer.text : ''].flatMap(wordsOf),
    ),
  )
  const counts = [was, mine, its, wordsOf(result)].map(countsOf)
  const words = new Set(counts.flatMap((one) => [...one.keys()]))
  return [...words].flatMap((word) => {
    const [before = 0, us = 0, them = 0, now = 0] = counts.map((one) => countOf(one, word))
    const more = now - (us + them - before)
    const both = (kind: 'added' | 'removed'): number =>
      Math.min(countOf(byUs?.[kind] ?? new Map(), word), countOf(byThem?.[kind] ?? new Map(), word))
    const free = countOf(disputed, word)
    if (more < -both('added') - free)
      return [`"${word}" is lost: common ${before}, ours ${us}, newest ${them}, now ${now}`]
    if (more > both('removed') + free)
      return [`"${word}" came back: common ${before}, ours ${us}, newest ${them}, now ${now}`]
    return []
  })
}

/** The chosen words of each answered place are in the text. */
function answerProblems(result: string, answered: readonly Answered[]): string[] {
  const there = countsOf(wordsOf(result))
  return answered.flatMap(({ kind, words: { ours, theirs }, answer }) => {
    if (kind !== 'words' && kind !== 'inserted') return []
    const chosen =
      typeof answer === 'object' ? answer.text : { ours, theirs, both: `${ours} ${theirs}`, base: '' }[answer]
    const missing = [...countsOf(wordsOf(chosen))].filter(([word, count]) => countOf(there, word) < count)
    // Both sides of a place can share words, which are there once.
    const lacking = answer === 'both' ? missing.filter(([word]) => countOf(there, word) === 0) : missing
    return lacking.length === 0
      ? []
      : [`of the answer "${chosen}" is missing: ${lacking.map(([word]) => word).join(' ')}`]
  })
}

/** How many words the common framework changed in what was decided. */
function wordsOfChange({ waiting, drawn, base, newest }: Decided): number {
  const parts = drawn.parts ?? waiting.update.parts
  return TEXT_FIELDS.filter((field) => parts.includes(field)).reduce((sum, field) => {
    const [was, is] = [base, newest].map((side) => wordsOf(plain(side?.content[field].en)))
    const { added, removed } = changedBetween(was ?? [], is ?? [])
    return sum + added.length + removed.length
  }, 0)
}

function declinedByAnswers(answered: readonly Answered[]): number {
  return answered.reduce(
    (sum, { words, answer }) => sum + (answer === 'theirs' || answer === 'both' ? 0 : wordsOf(words.theirs).length),
    0,
  )
}
