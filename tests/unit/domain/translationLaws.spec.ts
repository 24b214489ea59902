import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SectionWrite } from '@/actions/sectionWrite'
import { stateAfter } from '@/actions/stateAfter'
import { bringBack, type Part, restore } from '@/domain/bringBack'
import type { Language } from '@/domain/language'
import { resolve, type VariantSection } from '@/domain/resolve'
import type { RichText } from '@/domain/richText/richText'
import { isEmptyField, isSameField } from '@/domain/richText/sameText'
import { textOf } from '@/domain/richText/walk'
import { OWN_FIELDS, TEXT_FIELDS } from '@/domain/section'
import { toLexical } from '@/lexical/toLexical'
import { baseOf, ownOf, p } from './sections'

/** A section of the common framework without words in Greek and French. */
const BASE = baseOf('k')
const EVERY: readonly Language[] = ['en', 'fr', 'es', 'it', 'el', 'de']

type Step =
  | { do: 'adapt'; language: Language; fields: readonly string[]; blocks: readonly string[] }
  | { do: 'translate'; language: Language; summary: boolean; blocks: readonly string[] }
  | { do: 'supplement' | 'omit' }
  | { do: 'restore' | 'bring-back'; part: Part; languages: readonly Language[]; back: number }

const part = fc.constantFrom<Part>(
  { kind: 'whole' },
  { kind: 'fields', fields: ['title'] },
  { kind: 'fields', fields: ['summary'] },
  { kind: 'fields', fields: ['title', 'body'] },
  { kind: 'fields', fields: ['addition'] },
  { kind: 'fields', fields: ['title', 'addition'] },
  { kind: 'blocks', field: 'body', ids: ['second'] },
  { kind: 'blocks', field: 'body', ids: ['first', 'third'] },
  { kind: 'blocks', field: 'body', ids: ['elsewhere'] },
  { kind: 'blocks', field: 'addition', ids: ['added'] },
)
const blocks = fc.subarray(['first', 'second', 'third'])
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('adapt' as const),
    language: fc.constantFrom<Language>('el', 'el', 'el', 'fr', 'en'),
    fields: fc.subarray([...TEXT_FIELDS], { minLength: 1 }),
    blocks,
  }),
  fc.record({
    do: fc.constant('translate' as const),
    language: fc.constantFrom<Language>('el', 'el', 'fr'),
    summary: fc.boolean(),
    blocks,
  }),
  fc.record({ do: fc.constantFrom('supplement' as const, 'omit' as const) }),
  fc.record({
    do: fc.constantFrom('restore' as const, 'bring-back' as const, 'bring-back' as const),
    part,
    languages: fc.constantFrom<readonly Language[]>(EVERY, ['el'], ['el'], ['el', 'fr'], ['en']),
    /** The number of states before it. */
    back: fc.nat(4),
  }),
)

describe('after any sequence of steps on a section', () => {
  it('only words written as a translation count as one, and only common words count as common text', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 9 }), (steps) => {
        for (const { own } of statesAfter(steps)) {
          for (const [field, { origin, said }] of Object.entries(shown(own))) {
            if (origin === 'translation') expect(said, field).not.toContain('own')
            if (origin === 'common') expect(said, field).toBe('')
          }
        }
      }),
      { numRuns: 4000 },
    )
  })

  it('a translation that readers have is removed only by a choice for the section or a step that names its field', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 9 }), (steps) => {
        for (const { before, own, step } of statesAfter(steps)) {
          const [was, is] = [shown(before), shown(own)]
          for (const field of TEXT_FIELDS) {
            const isGone = was[field]?.origin === 'translation' && is[field]?.origin === 'missing'
            if (isGone && own.mode !== 'omit')
              expect(names(step, field), `${field} by ${JSON.stringify(step)}`).toBe(true)
          }
        }
      }),
      { numRuns: 4000 },
    )
  })

  it('restoring a part or a language changes nothing that readers have elsewhere', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 9 }), (steps) => {
        for (const { before, own, step } of statesAfter(steps)) {
          if (isPart(step)) {
            // The choice for a section is the same in all languages.
            if (step.do === 'bring-back') expect(own.mode === 'omit').toBe(before.mode === 'omit')
            for (const language of ['en', 'fr', 'el'] as const) {
              const [was, is] = [shown(before, language), shown(own, language)]
              const others = TEXT_FIELDS.filter((field) => !step.languages.includes(language) || !names(step, field))
              for (const field of others) expect(is[field]?.said, `${language} ${field}`).toBe(was[field]?.said)
            }
          }
        }
      }),
      { numRuns: 4000 },
    )
  })

  it('restoring a part or a language keeps all words stored elsewhere', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 9 }), (steps) => {
        for (const { before, own, step } of statesAfter(steps)) {
          if (!isPart(step)) continue
          for (const language of ['en', 'fr', 'el'] as const) {
            // Own words beside a text that becomes a translation do not belong to the translation.
            const isNew = own.translated.includes(language) && !before.translated.includes(language)
            for (const field of OWN_FIELDS) {
              const isNamed = step.languages.includes(language) && names(step, field)
              const words = before[field][language]
              const isCommon = isEmptyField(words) || isSameField(words, BASE.content[field][language])
              if (isNamed || isCommon || (isNew && field !== 'addition')) continue
              expect(own[field][language], `${language} ${field} by ${JSON.stringify(step)}`).toEqual(
                before[field][language],
              )
            }
          }
        }
      }),
      { numRuns: 4000 },
    )
  })

  it('the restored whole text of a language equals the earlier one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 9 }), (steps) => {
        for (const { own, step, taken } of statesAfter(steps)) {
          if (step.do !== 'bring-back' || step.part.kind !== 'whole' || !taken) continue
          const was = shown(taken)
          const isRead = TEXT_FIELDS.some((field) => was[field]?.said !== '')
          if (!step.languages.includes('el') || !isRead) continue
          expect(own.translated.includes('el')).toBe(taken.translated.includes('el'))
          expect(shown(own)).toEqual(was)
        }
      }),
      { numRuns: 4000 },
    )
  })

  it('restoring any part of the common text does not change a translation that readers have', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), part, (steps, part) => {
        const own = statesAfter(steps).at(-1)?.own ?? ownOf('k', { mode: 'inherit' })
        const next = restore({ common: BASE.content, own, part, languages: EVERY })
        if (!next.ok) return
        const [was, is] = [shown(own), shown(next.result)]
        for (const field of TEXT_FIELDS) if (was[field]?.origin === 'translation') expect(is[field]).toEqual(was[field])
      }),
      { numRuns: 2000 },
    )
  })
})

/** Does the step concern this field? */
function names(step: Step, field: string): boolean {
  if (step.do === 'adapt' || step.do === 'translate') return step.language === 'el'
  if (step.do !== 'restore' && step.do !== 'bring-back') return false
  if (step.part.kind === 'whole') return true
  return step.part.kind === 'fields' ? step.part.fields.some((one) => one === field) : step.part.field === field
}

type Back = Extract<Step, { do: 'restore' | 'bring-back' }>

/** Does the step concern a part of a text, or one language of it? */
function isPart(step: Step): step is Back {
  return (step.do === 'restore' || step.do === 'bring-back') && (step.part.kind !== 'whole' || step.languages !== EVERY)
}

/** `taken` is the state that was restored. */
type Done = { before: VariantSection; own: VariantSection; step: Step; taken?: VariantSection }

/** The states of a section, each with the previous state and the step between; a refused step makes no state. */
function statesAfter(steps: readonly Step[]): Done[] {
  const states: Done[] = []
  const all = [ownOf('k', { mode: 'inherit' })]
  let count = 0
  const text = (whose: 'own' | 'translated') => `${whose} ${++count}`
  const body = (whose: 'own' | 'translated', ids: readonly string[]) => toLexical(ids.map((id) => p(text(whose), id)))
  for (const step of steps) {
    const own = all.at(-1) ?? ownOf('k')
    const next = after(own, step)
    if (!next) continue
    const taken = step.do === 'bring-back' ? stateBack(own, step) : undefined
    all.push(next)
    states.push({ before: own, own: next, step, ...(taken ? { taken } : {}) })
  }
  return states

  function stateBack(own: VariantSection, { back }: { back: number }): VariantSection {
    return all[Math.max(0, all.length - 1 - back)] ?? own
  }

  function after(own: VariantSection, step: Step): VariantSection | null {
    const written = (language: Language, write: Omit<SectionWrite, 'audits'>) =>
      stateAfter({ own, language, write: { ...write, audits: [] } })
    switch (step.do) {
      case 'adapt': {
        const words = { title: text('own'), summary: text('own'), body: body('own', step.blocks) }
        const given = Object.entries(words).filter(([field]) => step.fields.includes(field))
        return written(step.language, { data: { ...Object.fromEntries(given), mode: 'adapt' } })
      }
      case 'translate': {
        const isTranslation = own.mode !== 'adapt'
        const whose = isTranslation ? 'translated' : 'own'
        const isNew = isTranslation && !own.translated.includes(step.language)
        const summary = step.summary ? { summary: text(whose) } : isNew ? { summary: null } : {}
        return written(step.language, {
          isTranslation,
          data: { title: text(whose), ...summary, body: body(whose, step.blocks) },
        })
      }
      case 'supplement':
        return written('en', { data: { mode: 'supplement', addition: toLexical([p(text('own'), 'added')]) } })
      case 'omit':
        return written('en', { data: { mode: 'omit' } })
      default: {
        const common = BASE.content
        const { part, languages } = step
        const outcome =
          step.do === 'restore'
            ? restore({ common, own, part, languages })
            : bringBack({ common, now: own, earlier: stateBack(own, step), part, languages })
        return outcome.ok ? outcome.result : null
      }
    }
  }
}

/** What readers get in a language: whose text it is, and its words. */
function shown(
  own: VariantSection,
  language: Language = 'el',
): Record<string, { origin: string | undefined; said: string }> {
  const [section] = resolve({ base: [BASE], variant: [own], languages: ['en', 'fr', 'el'] })
  const saidOf = (words: string | RichText | undefined) => (Array.isArray(words) ? textOf(words) : (words ?? ''))
  return Object.fromEntries(
    TEXT_FIELDS.map((field) => [
      field,
      { origin: section?.entry.provenance[field]?.[language], said: saidOf(section?.content[field][language]) },
    ]),
  )
}
