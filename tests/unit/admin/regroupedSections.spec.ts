import { describe, expect, it } from 'vitest'
import { changedText } from '@/admin/release/changedText'
import {
  comparedTexts,
  type RegroupedSections,
  regroupedSections,
  sayRegrouped,
} from '@/admin/release/regroupedSections'
import type { ChangedSection, ReleaseWork } from '@/admin/release/releaseWork'
import type { SectionTexts } from '@/admin/release/sectionTexts'
import { block, type RichText, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import { translatorFor } from '@/messages/translate'
import { content, entry } from './factories'

const FIRST = 'Write down the signs that you saw yourself, and nothing else.'
const UN = 'Notez les signes que vous avez vus vous-même, et rien d’autre.'
const DEUX = 'Demandez qui détient le passeport de la personne.'
const SECOND = 'Ask who holds the passport of the person, and the identity card.'

function body(en: string[], fr: string[]): SectionContent['body'] {
  const words = (all: string[]): RichText => all.map((one) => block('paragraph', { id: one, runs: [text(one)] }))
  return { en: words(en), ...(fr.length > 0 ? { fr: words(fr) } : {}) }
}

const whole = (fr: string[]) => content('signs', { body: body([FIRST, SECOND], fr) })
const signs = (fr: string[]) => content('signs', { body: body([FIRST], fr) })
const papers = (fr: string[]) => content('papers', { body: body([SECOND], fr) })

/** The sections that a release divides or joins. */
function found(texts: Record<string, SectionTexts>): RegroupedSections[] {
  const changed = Object.entries(texts).map(([key, { before, after }], at) => {
    const became = before ? (after ? 'changed' : 'removed') : 'new'
    const section = {
      key,
      number: `${at + 1}`,
      became,
      was: before && entry(key),
      about: after ? `now ${key}` : '',
      title: { text: key, language: 'en' },
    }
    return section as unknown as ChangedSection
  })
  const sections = Object.entries(texts).flatMap(([key, { after }]) => (after ? [{ entry: entry(key) }] : []))
  const rows = Object.keys(texts).map((key) => ({ key }))
  const toolkit = { sourceLanguage: 'en' }
  const work = { changed, sections, text: { rows, removed: [] }, toolkit } as unknown as ReleaseWork
  return regroupedSections({ work, texts: new Map(Object.entries(texts)) })
}

/** What is said of them. */
function said(texts: Record<string, SectionTexts>): string {
  return found(texts)
    .map((one) => sayRegrouped({ regrouped: one, language: 'en', say: translatorFor('en') }))
    .join('\n')
}

describe('sections that a release divides or joins', () => {
  const together = 'decide on these sections together'

  /** How many words are added and removed in each section in its first language, and in French. */
  const counted = (texts: Record<string, SectionTexts>) =>
    Object.fromEntries(
      [...comparedTexts(new Map(Object.entries(texts)), found(texts))].map(([key, { before, after }]) => {
        if (!before && !after) return [key, 'elsewhere']
        const { texts: of } = changedText({ before, after, languages: ['en', 'fr'], say: translatorFor('en') })
        return [key, of.map(({ language, change: { counts } }) => [language, counts.wordsAdded, counts.wordsRemoved])]
      }),
    )

  it('are compared with what they were made of', () => {
    const always = content('papers', { ...papers([]), body: body([`Always: ${SECOND}`], []) })
    const titled = content('papers', { ...always, title: {} })
    expect(
      counted({ signs: { before: whole([]), after: signs([]) }, papers: { before: null, after: titled } }),
    ).toEqual({
      signs: [],
      papers: [['en', 1, 0]],
    })
    const joined = { signs: { before: signs([]), after: whole([]) }, papers: { before: papers([]), after: null } }
    // The title of the section that is gone is no heading of the joined text.
    expect(counted(joined)).toEqual({ signs: [['en', 0, 1]], papers: 'elsewhere' })
  })

  it('are named where countries decide on each apart, because they may not differ', () => {
    const free = { signs: { before: whole([]), after: signs([]) }, papers: { before: null, after: papers([]) } }
    const [head, part] = [signs([]), papers([])].map((one) => ({ ...one, policy: 'national' as const }))
    const bound = { signs: { before: whole([]), after: head ?? null }, papers: { before: null, after: part ?? null } }
    expect(said(free)).toContain(together)
    expect(said(bound)).toMatch(/^Divided: a part of the text of 1 signs is now in 2 papers\.$/)
  })

  it('are named with the languages in which the text is not divided, and would stand twice', () => {
    const divided = (now: string[], there: string[]) => ({
      signs: { before: whole([UN, DEUX]), after: signs(now) },
      papers: { before: null, after: papers(there) },
    })
    const twice = 'In French, 2 papers has no text, and the text of 1 signs is not divided'
    expect(said(divided([UN, DEUX], []))).toContain(twice)
    expect(said(divided([UN.replace('rien', 'plus rien'), DEUX], []))).toContain(twice)
    expect(said(divided([UN, DEUX], [DEUX]))).toContain('a part of the text stands in 1 signs and in 2 papers too')
    expect(said(divided([UN], [DEUX]))).not.toContain('French')
  })

  it('are named with the languages in which a part of the text is in none of them', () => {
    const divided = (now: string[], there: string[]) => ({
      signs: { before: whole([UN, DEUX]), after: signs(now) },
      papers: { before: null, after: papers(there) },
    })
    for (const now of [[UN], []])
      expect(said(divided(now, []))).toContain('In French, not all of what 1 signs said is in these sections')
  })

  it('are named with the languages in which the text is not joined, and would be lost', () => {
    const joined = (now: string[], was: string[]) => ({
      signs: { before: signs([UN]), after: whole(now) },
      papers: { before: papers(was), after: null },
    })
    expect(said(joined([UN], [DEUX]))).toContain('In French, not all of what 2 papers said')
    expect(said(joined([UN, DEUX], [DEUX]))).not.toContain('French')
    expect(said(joined([UN, DEUX], []))).not.toContain('French')
    // Readers had the text of the other section in English, and do not get it with the French one.
    expect(said(joined([UN], []))).toContain('In French, not all of what 2 papers said')
  })
})
