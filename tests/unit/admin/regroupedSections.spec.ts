import { describe, expect, it } from 'vitest'
import { regroupedSections, sayRegrouped } from '@/admin/release/regroupedSections'
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

/** What is said of the sections that a release divides or joins. */
function said(texts: Record<string, SectionTexts>): string {
  const changed = Object.entries(texts).map(([key, { before, after }], at) => {
    const became = before ? (after ? 'changed' : 'removed') : 'new'
    const section = {
      key,
      number: `${at + 1}`,
      became,
      was: before && entry(key),
      title: { text: key, language: 'en' },
    }
    return section as unknown as ChangedSection
  })
  const sections = Object.entries(texts).flatMap(([key, { after }]) => (after ? [{ entry: entry(key) }] : []))
  const rows = Object.keys(texts).map((key) => ({ key }))
  const toolkit = { sourceLanguage: 'en' }
  const work = { changed, sections, text: { rows, removed: [] }, toolkit } as unknown as ReleaseWork
  const found = regroupedSections({ work, texts: new Map(Object.entries(texts)) })
  return found.map((one) => sayRegrouped({ regrouped: one, language: 'en', say: translatorFor('en') })).join('\n')
}

describe('sections that a release divides or joins', () => {
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
