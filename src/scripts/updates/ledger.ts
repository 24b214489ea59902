import type { Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import { allBlocks } from '@/domain/richText/walk'
import { TEXT_FIELDS, type TextField } from '@/domain/section'
import { type VersionNow, wholeText } from './version'
import { plain } from './wordCounts'

/**
 * Where words are that a country wrote. text: readers get them · stored: in the section, which readers do not get ·
 * dropped: a decision let them go, and names a text that has them · removed: the country itself took them out. Words of
 * the common framework that the country took out are `removed` too.
 */
export type Fate = 'text' | 'stored' | 'dropped' | 'removed'

export type Words = {
  key: string
  language: Language
  /** Found in no other text. */
  words: string
  whose: 'ours' | 'common'
  fate: Fate
  /**
   * Only of removed words: the blocks in which the common framework has the same words in another place, and a decision
   * took them there. Anywhere else they have come back.
   */
  saidIn?: readonly string[]
  /** Only of dropped words: the id of the decision, and whether readers got the words before. */
  by?: string
  wasShown?: boolean
}

/** All words that a country wrote, and the common ones that it took out. */
export type Ledger = Map<string, Words>

/** What readers get of a section in the country's languages. */
export function readersGet(now: VersionNow, key: string): string {
  return wholeText(now.shown.get(key)?.content, now.variant.languages)
}

function storedIn(now: VersionNow, key: string): string {
  return wholeText(now.own.get(key), now.variant.languages)
}

type Written = {
  ledger: Ledger
  key: string
  language: Language
  /** The version after the write. */
  now: VersionNow
  /** All that was typed, and in it the words that are found nowhere else. */
  sent: string
  written: readonly string[]
  removed: readonly string[]
}

/** Enters what a country wrote and took out in a section, and what that means for its earlier words there. */
export function enterOwnWrite({ ledger, key, language, now, sent, written, removed }: Written): void {
  const [text, stored] = [readersGet(now, key), storedIn(now, key)]
  for (const one of entriesOf(ledger, key)) {
    if (one.fate === 'text' || one.fate === 'stored')
      one.fate = text.includes(one.words) ? 'text' : stored.includes(one.words) ? 'stored' : 'removed'
    // The country itself typed again what it took out before, or what a decision let go.
    else if (sent.includes(one.words) && isBack(one, now)) {
      if (one.whose === 'common') ledger.delete(nameOf(one))
      else one.fate = 'text'
    }
  }
  const enter = (words: string, whose: Words['whose'], fate: Fate): void => {
    const one = { key, language, words, whose, fate }
    ledger.set(nameOf(one), one)
  }
  for (const words of written)
    if (text.includes(words)) enter(words, 'ours', 'text')
    else if (stored.includes(words)) enter(words, 'ours', 'stored')
  for (const words of removed)
    if (!text.includes(words) && !ledger.has(nameOf({ key, language, words }))) enter(words, 'common', 'removed')
}

export function entriesOf(ledger: Ledger, key: string): Words[] {
  return [...ledger.values()].filter((one) => one.key === key)
}

export function forget(ledger: Ledger, words: Words): void {
  ledger.delete(nameOf(words))
}

function nameOf({ key, language, words }: Pick<Words, 'key' | 'language' | 'words'>): string {
  return `${key} ${language} ${words}`
}

/** The entries of a section as they are now, to go back to them if a decision is taken back. */
export function copyOf(ledger: Ledger, key: string): Words[] {
  return entriesOf(ledger, key).map((one) => ({ ...one }))
}

export function goBackTo(ledger: Ledger, key: string, earlier: readonly Words[]): void {
  for (const one of entriesOf(ledger, key)) ledger.delete(nameOf(one))
  for (const one of earlier) ledger.set(nameOf(one), { ...one })
}

/** The blocks of a text whose own lines have these words. */
export function blocksWith(words: string, body: RichText): { id: string; line: string }[] {
  return allBlocks(body).flatMap(({ children: _, ...one }) => {
    const line = plain([{ ...one, children: [] }])
    return line.includes(words) ? [{ id: one.id, line }] : []
  })
}

/** Do readers get words that are not in the text any more, beside the places where a decision took the same words? */
function isBack({ key, language, words, saidIn = [] }: Words, now: VersionNow): boolean {
  const text = readersGet(now, key)
  if (saidIn.length === 0 || !text.includes(words)) return text.includes(words)
  const content = now.shown.get(key)?.content
  const other = wholeText(content, [language], ['title', 'summary', 'addition'])
  const found = blocksWith(words, content?.body[language] ?? [])
  return other.includes(words) || found.some(({ id }) => !saidIn.includes(id))
}

/** In which field a section has these words, if readers get them. */
export function fieldOf(now: VersionNow, { key, language, words }: Words): TextField | 'addition' | null {
  const content = now.shown.get(key)?.content
  const fields = [...TEXT_FIELDS, 'addition'] as const
  return fields.find((field) => wholeText(content, [language], [field]).includes(words)) ?? null
}

/** The words that are not where the ledger says. */
export function lostWords({
  ledger,
  now,
  earlierOf,
}: {
  ledger: Ledger
  now: VersionNow
  /** The words that were stored in the section before a decision, whether or not readers got them. */
  earlierOf: (decision: string) => string
}): string[] {
  return [...ledger.values()].flatMap((one): string[] => {
    const [text, stored] = [readersGet(now, one.key), storedIn(now, one.key)]
    const isShown = text.includes(one.words)
    const told = (what: string): string[] => [`${now.variant.country}, section ${one.key}: "${one.words}" ${what}`]
    switch (one.fate) {
      case 'text':
        return isShown ? [] : told('of the country is not in the text any more')
      case 'stored':
        return isShown ? told('of the country is shown again') : stored.includes(one.words) ? [] : told('is not kept')
      case 'removed':
        return isBack(one, now) ? told(`came back, though the country took it out`) : []
      case 'dropped': {
        if (isShown) return told(`came back, though decision ${one.by} let it go`)
        const decision = now.decisions.find(({ id }) => id === one.by)
        const before = wholeText(now.textsBefore.get(decision?.textBefore ?? ''), now.variant.languages)
        const held = one.wasShown ? before : earlierOf(one.by ?? '')
        return held.includes(one.words) ? [] : told(`is in no text that decision ${one.by} names`)
      }
      default: {
        const never: never = one.fate
        return never
      }
    }
  })
}
