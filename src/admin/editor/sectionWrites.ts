import { isEmptyField } from '@/domain/sameText'
import type { Needless } from '@/domain/translating'
import { fromLexical } from '@/lexical/fromLexical'
import { changedNames, type MasterValues, NO_REASON, REASON_NAMES, type VariantValues } from './sectionValues'

/**
 * What a section is to the person who writes: part of the common framework, only this country's (`own`), or part of the
 * common framework that has no words yet in this language (`translation`).
 */
export type SectionKind = 'common' | 'own' | 'translation'

/** One action with its input, without the place and the revision; `means` is what it stores without being told. */
export type Write = { action: string; input: Record<string, unknown>; means?: object }

type BeforeAndAfter<Values> = { before: Values; after: Values }

const TEXTS = ['title', 'summary', 'body'] as const

/**
 * What has to be done, in order, so that what is stored becomes what was typed; nothing where nothing changed. Somebody
 * who only translates leaves what the country does with the section as it is. Going back to the common text is not here:
 * that is asked on a screen of its own. Words that were written as the country's own become a translation where that is asked for
 * (`asTranslation`), and by no other change of them.
 */
export function variantWrites({
  kind,
  before,
  after,
  onlyTranslates = false,
  hasOwnWords = false,
  asTranslation = false,
}: BeforeAndAfter<VariantValues> & {
  kind: SectionKind
  onlyTranslates?: boolean
  hasOwnWords?: boolean
  asTranslation?: boolean
}): Write[] {
  // A stored reason goes with what it was given for, so under another choice the same reason is sent anew.
  const stays = before.mode === after.mode ? before : { ...before, ...NO_REASON }
  const changed = changedNames({ before: stays, after })
  if (changed.length === 0 && !asTranslation) return []
  const reasons = given(after, REASON_NAMES, changed)
  const texts = given(after, TEXTS, changed)
  const translated = kind === 'translation' && (asTranslation || (!hasOwnWords && Object.keys(texts).length > 0))
  const { title, summary, body } = after
  const named = asTranslation ? { asTranslation } : {}
  const translation = { action: 'translate-section', input: { title, summary, body, ...named } }
  if (onlyTranslates) return translated ? [translation] : []
  // Under another choice the stored reason is none, until one is given for that.
  const means = before.mode === after.mode ? {} : { mode: after.mode, ...NO_REASON }
  if (kind === 'own' || after.mode === 'adapt')
    return [{ action: 'adapt-section', input: { ...texts, ...reasons }, means }]
  if (after.mode === 'omit') {
    const { reason, explanation } = after
    return [{ action: 'omit-section', input: { ...(reason ? { reason } : {}), explanation, ...reasons }, means }]
  }
  const writes: Write[] = []
  const supplements = after.mode === 'supplement' && (before.mode !== 'supplement' || isSupplementChange(changed))
  if (supplements) writes.push({ action: 'supplement-section', input: { addition: after.addition, ...reasons }, means })
  // What is written while the section is still adapted would be its own words.
  if (translated) writes.push(translation)
  return writes
}

/**
 * The names of the values that were typed for another choice than the one that is made now: none of these writes stores
 * them, and the screen does not show them.
 */
export function unsentNames({
  before,
  after,
  writes,
}: BeforeAndAfter<VariantValues> & { writes: readonly Write[] }): (keyof VariantValues)[] {
  const stored = writes.flatMap(({ input, means }) => [...Object.keys(input), ...Object.keys(means ?? {})])
  const names = [...TEXTS, 'addition', ...REASON_NAMES] as const
  const changed = changedNames({ before, after })
  // An empty choice is no reason: that is no word that could be lost.
  const isNone = (name: string) => name === 'reason' && after.reason === ''
  return names.filter((name) => changed.includes(name) && !stored.includes(name) && !isNone(name))
}

/** The same for the common framework, which has one action for all of it. */
export function masterWrites({ before, after }: BeforeAndAfter<MasterValues>): Write[] {
  const changed = changedNames({ before, after })
  return changed.length === 0 ? [] : [{ action: 'save-section', input: given(after, Object.keys(after), changed) }]
}

/** What is stored once a write was done: the values that it sent, by their names, are those that were typed. */
export function withSent<Values extends object>({
  before,
  after,
  write: { input, means },
}: BeforeAndAfter<Values> & { write: Write }): Values {
  const sent = Object.entries(after).filter(([name]) => name in input)
  return { ...before, ...Object.fromEntries([...Object.entries(means ?? {}), ...sent]) }
}

/** What is missing before it can be saved, by the field in which it is put right. */
export type Missing = 'title' | 'change' | 'addition' | 'reason' | 'explanation' | Needless

export function missingIn({
  kind,
  before,
  after,
  hasOwnWords = false,
  asTranslation = false,
  needless = [],
}: BeforeAndAfter<VariantValues> & {
  kind: SectionKind
  hasOwnWords?: boolean
  asTranslation?: boolean
  needless?: readonly Needless[]
}): Missing[] {
  if (after.mode === 'omit') {
    const missing: Missing[] = after.reason === '' ? ['reason'] : []
    return after.explanation.trim() === '' ? [...missing, 'explanation'] : missing
  }
  const isNewMode = before.mode !== after.mode
  const isNewText = hasNewText({ before, after })
  const isTranslated = kind === 'translation' && after.mode !== 'adapt' && (asTranslation || isNewText)
  const tooMuch = needless.filter((field) => isTranslated && isWords(after[field]))
  if (tooMuch.length > 0) return tooMuch
  if (after.mode === 'supplement') {
    const missing: Missing[] = isTranslated && !hasOwnWords && !isWords(after.title) ? ['title'] : []
    return isNewMode && !isWords(after.addition) ? [...missing, 'addition'] : missing
  }
  if (kind === 'common' && after.mode === 'inherit') return []
  if (!isWords(after.title)) return ['title']
  // A translation that is chosen to be the country's own and says the same would be the common text still.
  const isCommon = kind === 'common' ? before.mode === 'inherit' : kind === 'translation' && isNewMode && !hasOwnWords
  return isCommon && !isNewText ? ['change'] : []
}

function hasNewText(of: BeforeAndAfter<VariantValues>): boolean {
  const changed = changedNames(of)
  return TEXTS.some((name) => changed.includes(name))
}

function isWords(value: string | object): boolean {
  return !isEmptyField(typeof value === 'string' ? value : fromLexical(value))
}

function given<Values extends object>(after: Values, names: readonly string[], changed: string[]) {
  const isSent = (name: string) => names.includes(name) && changed.includes(name)
  // An empty choice is no reason: the actions take one of the list or none.
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => isSent(name) && !(name === 'reason' && value === '')),
  )
}

function isSupplementChange(changed: string[]): boolean {
  return changed.includes('addition') || REASON_NAMES.some((name) => changed.includes(name))
}
