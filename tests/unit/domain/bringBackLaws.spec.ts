import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bringBack, shownWords } from '@/domain/bringBack'
import { diffRichText, idsOf, partsOf, withParts } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { VariantSection } from '@/domain/resolve'
import { nationalState } from '@/domain/revisions'
import type { RichText } from '@/domain/richText/richText'
import { isSameField, isSameText } from '@/domain/richText/sameText'
import { type Mode, OWN_FIELDS } from '@/domain/section'
import { baseOf, ownOf, p } from './sections'

/** A section of the common framework that has no words in Greek. */
const BASE = baseOf('k')

const body = fc.option(fc.subarray([p('One.', 'a'), p('Two.', 'b'), p('Ours.', 'c'), p('More of ours.', 'd')]), {
  nil: undefined,
})
const optional = (...words: string[]) => fc.constantFrom(undefined, ...words)
const given = <Words>(by: Record<string, Words | undefined>) =>
  Object.fromEntries(Object.entries(by).filter((entry): entry is [string, Words] => entry[1] !== undefined))

/** A possible stored state of a country: the same few words as its own and as a translation, read or not. */
const state: fc.Arbitrary<VariantSection> = fc
  .record({
    mode: fc.constantFrom<Mode>('inherit', 'adapt', 'supplement'),
    title: fc.record({ en: optional('Ours'), el: optional('Ένα', 'Δύο') }),
    body: fc.record({ en: body, el: body }),
    addition: fc.record({ en: body, el: body }),
    isTranslated: fc.boolean(),
  })
  .map(({ mode, isTranslated, ...texts }) =>
    ownOf('k', {
      mode,
      title: given(texts.title),
      body: given<RichText>(texts.body),
      addition: given<RichText>(texts.addition),
      reason: mode === 'inherit' ? null : 'other',
      translated: isTranslated && (texts.title.el ?? texts.body.el) !== undefined ? ['el'] : [],
    }),
  )

describe('for any state of a section, the restored whole text of a language', () => {
  it('is what readers of that language got then, and changes nothing in other languages', () => {
    fc.assert(
      fc.property(state, state, (now, earlier) => {
        const part = { kind: 'whole' } as const
        const outcome = bringBack({ common: BASE.content, now, earlier, part, languages: ['el'] })
        if (!outcome.ok) return
        expect(isRead(outcome.result, earlier, 'el')).toBe(true)
        expect(isRead(outcome.result, now, 'en')).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('for any two states of a section, the parts of a difference', () => {
  it('can be restored alone, or none of them can: what forbids one forbids each', () => {
    const languages = fc.constantFrom<Language>('en', 'el')
    fc.assert(
      fc.property(state, state, languages, fc.constantFrom('body', 'addition'), (now, earlier, language, field) => {
        const textOf = (section: VariantSection) =>
          nationalState({ base: BASE, section, languages: ['en', 'el'] }).content[field][language] ?? []
        const { blocks } = diffRichText({ before: textOf(earlier), after: textOf(now) })
        const parts = partsOf(blocks).filter((one) => one.some(({ status }) => status !== 'same'))
        const answers = parts.map((one) => {
          const part = { kind: 'blocks', field, ids: idsOf(one) } as const
          const outcome = bringBack({ common: BASE.content, now, earlier, part, languages: [language] })
          return outcome.ok || outcome.because[0]?.key === 'refusal.bring-back-same'
        })
        expect(new Set(answers).size).toBeLessThan(2)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('for any two texts, the parts of their difference', () => {
  const words = [
    'The police take the statement today.',
    'A doctor sees the person first of all.',
    'A doctor sees the child first of all.',
    'Call the helpline before nine.',
    'The form is signed by the person and by the interpreter.',
    'In the first week the doctor of the centre sees every person.',
  ]
  const text = fc
    .record({
      words: fc.shuffledSubarray(words),
      ids: fc.shuffledSubarray([...'abcdef'], { minLength: 6 }),
    })
    .map((given) => given.words.map((one, place) => p(one, given.ids[place])))

  it('give the current text if all are taken, and the earlier one if none is', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const ids = partsOf(diffRichText({ before, after }).blocks).flatMap(idsOf)
        expect(isSameText(withParts({ before, after, ids }), after)).toBe(true)
        expect(isSameText(withParts({ before, after, ids: [] }), before)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

/** Do readers of a language get the same national words from both? A text equal to the common one counts as none. */
function isRead(one: VariantSection, other: VariantSection, language: Language): boolean {
  const [a, b] = [one, other].map((section) => shownWords({ common: BASE.content, own: section, language }))
  return OWN_FIELDS.every((field) => {
    const common = field === 'addition' ? undefined : BASE.content[field][language]
    return isSameField(a?.[field] ?? common, b?.[field] ?? common)
  })
}
