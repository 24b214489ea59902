import { dice } from './alignment/dice'
import { wordBags } from './alignment/words'
import { isSameJson } from './canonicalJson'
import { type BlockChange, changedItself, diffSection, type FieldChange, partsOf, placesOf, rewords } from './diff/diff'
import { LANGUAGES, type Language } from './language'
import { firstWords } from './richText/firstWords'
import { isEmptyField, isSameField } from './richText/sameText'
import { allBlocks } from './richText/walk'
import type { ChangedAt, ChangeKind, ChangeReason, SectionContent, SectionText, Texts } from './section'
import { sectionText } from './sectionText'

/** So many characters of a changed place are kept. It is found again by half of its words, for which a list has too few. */
const MOST_WORDS = 160
/** From here on two texts are the same text, edited (as for ids of blocks, `richText/keptBlockIds`). */
const SAME_TEXT = 0.5

/** One change of a country's text for which it can give a reason. */
export type OwnChange = {
  at: ChangedAt
  /** The ids of all its blocks on both sides; none for a line. */
  ids: readonly string[]
  /** Its first words in the common text and in ours. */
  before: string
  after: string
}

type Sides = { common: SectionText; own: SectionText; language: Language }

/**
 * Returns the changes of a country's text in one language, in the order of the text: title, summary, and each top-level
 * block of the body that it changed, added, dropped or moved. Blocks that can only be taken together are one change.
 */
export function ownChanges({ common, own, language }: Sides): OwnChange[] {
  const { fields } = diffSection({ before: textOnly(common), after: textOnly(own) })
  return fields.flatMap((field): OwnChange[] => {
    if (field.field === 'body' && field.kind === 'richText') return bodyChanges(field, language)
    if (field.status === 'same' || (field.field !== 'title' && field.field !== 'summary')) return []
    const [before, after] = [kept(common[field.field]), kept(own[field.field])]
    const is = before === '' ? 'added' : after === '' ? 'dropped' : 'changed'
    return [{ at: { field: field.field, block: null, is, language, words: after || before }, ids: [], before, after }]
  })
}

/** Additions, audiences and stages are no changes of a paragraph. */
function textOnly(section: SectionText): SectionText {
  return { ...section, addition: [], audiences: [], stages: [] }
}

function bodyChanges(field: FieldChange & { kind: 'richText' }, language: Language): OwnChange[] {
  const counted = new Set(placesOf([field]).flatMap(({ block }) => block ?? []))
  return partsOf(field.blocks).flatMap((part): OwnChange[] => {
    const changed = allBlocks(part).filter((one) => counted.has(one))
    if (changed.length === 0) return []
    const common = part.find(({ status }) => status !== 'added')
    const id = common ? (common.idBefore ?? common.id) : (part[0]?.id ?? '')
    const ids = part.flatMap(({ id: after, idBefore = '' }) => [after, idBefore]).filter((one) => one !== '')
    const [before, after] = [wordsOn(part, 'added'), wordsOn(part, 'removed')]
    const is = kindOf(part, changed)
    const at = { field: 'body', block: id === '' ? null : id, is, language, words: after || before } as const
    return [{ at, ids, before, after }]
  })
}

function kindOf(part: readonly BlockChange[], changed: readonly BlockChange[]): ChangeKind {
  if (part.every(({ status }) => status === 'added')) return 'added'
  if (part.every(({ status }) => status === 'removed')) return 'dropped'
  const isOnlyMoved = changed.every((one) => one.moved && !rewords(one) && !changedItself({ ...one, moved: false }))
  return isOnlyMoved ? 'moved' : 'changed'
}

/** The first words of one side: without what is only on the other one. */
function wordsOn(part: readonly BlockChange[], other: 'added' | 'removed'): string {
  const blocks = allBlocks(part).filter(({ status }) => status !== other)
  const lines = blocks.map(({ segments }) =>
    segments
      .filter(({ status, object }) => status !== other && object !== 'end')
      .map(({ object, text }) => (object === 'break' ? ' ' : text))
      .join(''),
  )
  return kept(lines.filter((line) => line.trim() !== '').join(' '))
}

/** Enough to find the change again. */
function kept(text: string): string {
  return firstWords(text, MOST_WORDS)
}

/** A change with the reasons that were given for it; two, if what was two changes became one. */
export type ChangeWithReasons = { change: OwnChange; reasons: ChangeReason[] }

/**
 * Returns each change with its reasons, and the reasons whose change is gone. A reason belongs to the block with its id. If
 * no text has a block with this id any more, it belongs to the change with the same words, else with similar ones (half of
 * the words) and no other reason. `ids` are those of all blocks of both texts: if a block is there and nothing of it
 * changed, the country says there again what the common text says.
 */
export function reasonsOfChanges({
  changes,
  reasons,
  ids,
}: {
  changes: readonly OwnChange[]
  reasons: readonly ChangeReason[]
  ids: ReadonlySet<string>
}): { found: ChangeWithReasons[]; gone: ChangeReason[] } {
  const found = changes.map((change): ChangeWithReasons => ({ change, reasons: [] }))
  const lost: ChangeReason[] = []
  const gone: ChangeReason[] = []
  for (const one of reasons) {
    const { block, field } = one.at
    const here = found.find(({ change }) =>
      field === 'body' ? block !== null && change.ids.includes(block) : change.at.field === field,
    )
    if (here) here.reasons.push(one)
    else if (field === 'body' && (block === null || !ids.has(block))) lost.push(one)
    else gone.push(one)
  }
  const bagOf = wordBags()
  const likeness = ({ change }: ChangeWithReasons, { at }: ChangeReason) => {
    const words = bagOf(at.words)
    return Math.max(...[change.before, change.after].map((text) => (text === at.words ? 2 : dice(bagOf(text), words))))
  }
  for (const one of lost) {
    const free = found.filter(({ change, reasons: given }) => change.at.field === 'body' && given.length === 0)
    const scored = free.map((here) => ({ here, score: one.at.words === '' ? 0 : likeness(here, one) }))
    const [best] = scored.toSorted((a, b) => b.score - a.score)
    if (best && best.score >= SAME_TEXT) best.here.reasons.push(one)
    else gone.push(one)
  }
  return { found, gone }
}

type Compared = { common: SectionContent | null; own: SectionContent; languages: readonly Language[] }

/**
 * Returns the reasons as they are stored with a text: each with the present place of its change, and without those whose
 * change is gone in every language that both texts have, or that say nothing.
 */
export function settledReasons({ reasons: given, ...texts }: Compared & { reasons: readonly ChangeReason[] }): {
  kept: ChangeReason[]
  gone: ChangeReason[]
} {
  const reasons = given.filter(saysWhy)
  if (reasons.length === 0) return { kept: [], gone: [] }
  const { common, own, languages } = texts
  const places = new Map<ChangeReason, ChangedAt>()
  for (const language of common ? languages : []) {
    if (!common || isEmptyField(common.title[language])) continue
    const sides = { common: sectionText({ content: common, language }), own: sectionText({ content: own, language }) }
    const changes = ownChanges({ ...sides, language })
    const { found } = reasonsOfChanges({ changes, reasons, ids: blockIdsOf(sides) })
    for (const { change, reasons: here } of found)
      for (const one of here) {
        // In several languages, the place is named in the language in which the reason was given.
        if (!places.has(one) || language === one.at.language) places.set(one, change.at)
      }
  }
  return {
    kept: reasons.flatMap((one) => {
      const at = places.get(one)
      return at ? [{ ...one, at }] : []
    }),
    gone: reasons.filter((one) => !places.has(one)),
  }
}

/** The ids of the top-level blocks of both texts. */
export function blockIdsOf({ common, own }: Omit<Sides, 'language'>): Set<string> {
  return new Set([...common.body, ...own.body].map(({ id }) => id))
}

/** Does a reason say anything? */
export function saysWhy({ reason, explanation, references }: ChangeReason): boolean {
  return reason !== null || references.length > 0 || Object.values(explanation).some((one) => !isEmptyField(one))
}

/**
 * Returns the reasons that readers get with a text: those of changes that it still has. An update or a restored paragraph
 * can take a change away before the reason is dropped with the next save. Blocks are only compared by their ids, so the
 * answer for a stored text never depends on how differences are found.
 */
export function shownReasons({
  reasons,
  common,
  own,
  languages,
}: {
  reasons: readonly ChangeReason[]
  common: Texts
  own: Texts
  languages: readonly Language[]
}): ChangeReason[] {
  return reasons.filter(({ at: { block, field, is } }) =>
    languages.some((language) => {
      if (field !== 'body') return !isSameField(common[field][language], own[field][language])
      if (block === null) return true
      const [was, now] = [common, own].map(({ body }) => body[language]?.find(({ id }) => id === block))
      if (!was || !now) return was !== now
      return is === 'moved' || !isSameField([was], [now])
    }),
  )
}

/**
 * Returns the reasons for each of several texts, when sections are divided or joined: each goes to the text that has its
 * paragraph (ours or the common one), and to the first if none has it. A reason for a title or a summary stays with the first.
 */
export function reasonsByText({
  texts,
  reasons,
}: {
  texts: readonly (readonly Texts['body'][])[]
  reasons: readonly ChangeReason[]
}): ChangeReason[][] {
  const has = (body: Texts['body'], block: string) =>
    Object.values(body).some((text) => text.some(({ id }) => id === block))
  const homeOf = ({ at: { block } }: ChangeReason) =>
    block === null ? 0 : texts.findIndex((bodies) => bodies.some((body) => has(body, block)))
  const home = reasons.map((one) => Math.max(0, homeOf(one)))
  return texts.map((_, at) => reasons.filter((_, index) => home[index] === at))
}

/** Do two reasons belong to one place? */
export function isSamePlace(one: ChangedAt, other: ChangedAt): boolean {
  if (one.field !== other.field) return false
  return one.block === null || other.block === null ? one.words === other.words : one.block === other.block
}

/**
 * Returns the reasons of two people who both began with `base`: those that one of them changed are as that person left them;
 * if both changed one, it is mine.
 */
export function reasonsOfBoth({
  base,
  mine,
  theirs,
}: Record<'base' | 'mine' | 'theirs', readonly ChangeReason[]>): ChangeReason[] {
  const at = (list: readonly ChangeReason[], place: ChangedAt) => list.filter((one) => isSamePlace(one.at, place))
  const said = (list: readonly ChangeReason[]) => list.map(({ at: _, ...one }) => one)
  const isMine = (place: ChangedAt) => !isSameJson(said(at(base, place)), said(at(mine, place)))
  return [...mine.filter((one) => isMine(one.at)), ...theirs.filter((one) => !isMine(one.at))]
}

/** Do two lists say the same about the same places? */
export function isSameReasons(some: readonly ChangeReason[], others: readonly ChangeReason[]): boolean {
  return some === others || isSameJson(some, others)
}

/** Returns a reason with its explanation in one language; no words remove it. */
export function explainedIn(reason: ChangeReason, language: Language, words: string): ChangeReason {
  const others = LANGUAGES.filter((one) => one !== language).flatMap((one) => {
    const said = reason.explanation[one]
    return said === undefined ? [] : [[one, said] as const]
  })
  const own = isEmptyField(words) ? [] : [[language, words] as const]
  return { ...reason, explanation: Object.fromEntries([...others, ...own]) }
}
