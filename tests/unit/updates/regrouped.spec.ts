import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsRead } from '@/domain/became'
import type { Language } from '@/domain/language'
import { resolve, untouched, type VariantSection } from '@/domain/resolve'
import { block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { type ChangeReason, emptyContent, type SectionContent } from '@/domain/section'
import {
  choicesFor,
  decideWaiting,
  droppedBy,
  gapsAfter,
  languagesWithoutOurs,
  offeredChanges,
  readAsOne,
  type UpdateDecision,
  type UpdateSides,
  type Waiting,
  waitingIn,
} from '@/domain/updates/updates'
import { runs } from '../runs'
import { World } from './world'

const FIRST = 'Look for signs of violence and write down only what you saw yourself.'
const SECOND = 'Ask the person whether somebody holds their passport or their identity card.'
const THIRD = 'Call the national office for help with documents and say who you are.'
const WHY = { reason: 'national-law', explanation: { en: 'The law names the office.' } } as const

/** The common framework had one section, and has two now: the second begins with the paragraph about documents. */
const ONE = { signs: content('signs', 'Signs', [FIRST, SECOND, THIRD]) }
const TWO = { signs: content('signs', 'Signs', [FIRST]), papers: content('papers', 'Papers', [SECOND, THIRD]) }

type Together = NonNullable<Waiting['together']>

describe('a section that the common framework divided', () => {
  it('waits as one update with the new section, and the text of both', () => {
    const [one, ...others] = waiting({ before: ONE, after: TWO })
    expect(others).toEqual([])
    expect(one?.update).toMatchObject({ key: 'signs', became: 'split', others: ['papers'], status: 'ready' })
    expect(lines(one?.sides.newest?.content.body.en)).toEqual([FIRST, '', 'Papers', SECOND, THIRD])
  })

  it('is ready where another paragraph is gone as well', () => {
    const gone = 'Ring the guardian of the child before you write anything down.'
    const before = { signs: content('signs', 'Signs', [FIRST, gone, SECOND, THIRD]) }
    const [one] = waiting({ before, after: TWO })
    expect(one?.update).toMatchObject({ became: 'split', status: 'ready' })
  })

  it('has no paragraph for the summary of the new section, which is that of the common framework', () => {
    const after = { ...TWO, papers: { ...TWO.papers, summary: { en: 'Only for adults.' } } }
    const [one] = waiting({ before: ONE, after })
    expect(lines(one?.sides.newest?.content.body.en)).toEqual([FIRST, '', 'Papers', SECOND, THIRD])
  })

  it('has the words of the country in the new section after a combination', () => {
    const ours = SECOND.replace('passport', 'passport or residence permit')
    const [signs, papers] = decided(
      waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST, ours, THIRD])] }),
      {
        choice: 'combine',
        ...WHY,
      },
    )
    expect(signs).toMatchObject({ key: 'signs', mode: 'inherit', body: {}, baseline: { body: 'newest' } })
    expect(papers).toMatchObject({
      key: 'papers',
      mode: 'adapt',
      reason: 'national-law',
      baseline: { place: 'newest' },
    })
    expect(lines(papers?.body.en)).toEqual([ours, THIRD])
    expect(papers?.title).toEqual({})
  })

  it('has the reason of a changed paragraph where the paragraph is, and joined again it is back', () => {
    const [first, second] = [`${FIRST} Sign it.`, SECOND.replace('passport', 'permit')]
    const reasons = [reasonFor(FIRST), reasonFor(SECOND), reasonFor(THIRD)]
    const own = { ...adapted('signs', [first, second]), changeReasons: reasons }
    const [signs, papers] = decided(waiting({ before: ONE, after: TWO, own: [own] }), { choice: 'combine', ...WHY })
    expect(signs?.changeReasons).toEqual([reasonFor(FIRST)])
    expect(papers?.changeReasons).toEqual([reasonFor(SECOND), reasonFor(THIRD)])
    const both = [signs, papers].flatMap((one) => one ?? [])
    const again = both.map((one) => ({ ...one, baseline: {} }))
    const [joined] = decided(waiting({ before: TWO, after: ONE, own: again }), { choice: 'combine', ...WHY })
    expect(joined?.changeReasons).toEqual(reasons)
  })

  it('asks where both changed the same words, in whichever section these are now', () => {
    const ours = THIRD.replace('national office', 'Labour Inspectorate')
    const after = {
      ...TWO,
      papers: content('papers', 'Papers', [SECOND, THIRD.replace('national office', 'regional office')]),
    }
    const found = waiting({ before: ONE, after, own: [adapted('signs', [FIRST, SECOND, ours])] })
    expect(found[0]?.update.status).toBe('decision-needed')
    const [, papers] = decided(found, { choice: 'combine', ...WHY })
    expect(lines(papers?.body.en)).toEqual([SECOND, ours])
  })

  it('takes the heading that the country changed as the title of the new section', () => {
    const before = { signs: withBlocks('signs', 'Signs', [paragraph(FIRST), heading('Papers'), paragraph(SECOND)]) }
    const after = { signs: content('signs', 'Signs', [FIRST]), papers: content('papers', 'Papers', [SECOND]) }
    const own = {
      ...adapted('signs', []),
      body: { en: [paragraph(FIRST), heading('Passport and permit'), paragraph(SECOND)] },
    }
    const [, papers] = decided(waiting({ before, after, own: [own] }), { choice: 'combine', ...WHY })
    expect(papers).toMatchObject({ mode: 'adapt', title: { en: 'Passport and permit' }, body: {} })
  })

  it('divides a text from which the person removed the heading, before the first paragraph of the new section', () => {
    const ours = SECOND.replace('passport', 'permit')
    const found = waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST, ours, THIRD])] })
    const written = { body: { en: [paragraph(FIRST), paragraph(ours), paragraph(THIRD), paragraph('And tell us.')] } }
    const [signs, papers] = decided(found, { choice: 'combine', written, ...WHY })
    expect(signs?.mode).toBe('inherit')
    expect(lines(papers?.body.en)).toEqual([ours, THIRD, 'And tell us.'])
  })

  describe('whose text a person edited', () => {
    const edited = (change: (body: RichText) => RichText) => {
      const found = waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST, `${SECOND} Now.`, THIRD])] })
      const text = found[0]?.sides.newest?.content.body.en ?? []
      const [signs, papers] = decided(found, { choice: 'combine', written: { body: { en: change(text) } }, ...WHY })
      const bodyOf = (one: VariantSection | undefined, common: string[]) =>
        one?.mode === 'omit' ? [] : one?.body.en ? lines(one.body.en) : common
      return {
        signs: bodyOf(signs, [FIRST]),
        papers: bodyOf(papers, [SECOND, THIRD]),
        title: papers?.title.en,
      }
    }
    const typed = (words: string) => block('paragraph', { runs: [text(words)] })
    const isLine = ({ kind }: RichText[number]) => kind === 'rule'

    it('is divided where the line stands: a paragraph that was moved over the line is in the other section', () => {
      const moved = edited(([first, line, title, second, third]) => together(first, second, line, title, third))
      expect(moved).toEqual({ signs: [FIRST, SECOND], papers: [THIRD], title: undefined })
    })

    it('has a copy of a paragraph where it was put', () => {
      const copied = edited((all) => together(all[3], ...all))
      expect(copied).toEqual({ signs: [SECOND, FIRST], papers: [SECOND, THIRD], title: undefined })
    })

    it('has every new paragraph, where the line was removed, and where its heading was', () => {
      const without = (isGone: (one: RichText[number]) => boolean) =>
        edited((all) => [...all.filter((one) => !isGone(one)), typed('And wait.'), typed('And come back.')])
      const papers = [SECOND, THIRD, 'And wait.', 'And come back.']
      const isTitle = ({ kind }: RichText[number]) => kind === 'heading'
      expect(without(isLine)).toEqual({ signs: [FIRST], papers, title: undefined })
      expect(without(isTitle)).toEqual({ signs: [FIRST], papers, title: undefined })
      expect(without((one) => isLine(one) || isTitle(one))).toEqual({ signs: [FIRST], papers, title: undefined })
    })

    it('has a new paragraph after the one before it, where another one was typed anew and the line was removed', () => {
      const retyped = edited(([first, , , , third]) =>
        together(first, typed('Something new.'), typed(`${SECOND} Now.`), third),
      )
      expect(retyped).toEqual({
        ...{ signs: [FIRST, 'Something new.'], papers: [`${SECOND} Now.`, THIRD], title: undefined },
      })
    })

    it('has every paragraph and no other, whatever the person took out, typed, copied or moved', () => {
      const place = fc.nat({ max: 7 })
      const edit = fc.oneof(
        fc.record({ is: fc.constant('out' as const), from: place, to: place }),
        fc.record({ is: fc.constant('typed' as const), from: place, to: place }),
        fc.record({ is: fc.constant('copied' as const), from: place, to: place }),
        fc.record({ is: fc.constant('moved' as const), from: place, to: place }),
      )
      const changed = (body: RichText, { is, from, to }: { is: string; from: number; to: number }, at: number) => {
        const one = body[from]
        const without = is === 'out' || is === 'moved' ? body.toSpliced(from, 1) : body
        if (is === 'typed') return without.toSpliced(to, 0, typed(`New words number ${at}.`))
        return one && is !== 'out' ? without.toSpliced(to, 0, one) : without
      }
      const words = (all: string[]) => all.filter((line) => line !== '' && line !== 'Papers').toSorted()
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
          let body: RichText = []
          const { signs, papers, title } = edited((all) => {
            body = edits.reduce(changed, all)
            return body
          })
          const titles = title === undefined ? [] : [title]
          expect(words([...signs, ...papers, ...titles])).toEqual(words(lines(body)))
        }),
        { numRuns: runs(500) },
      )
    })

    it('has the heading that was typed after the line as its title, and the common title where that was emptied', () => {
      const titled = (words: string, id = '') =>
        edited((all) => all.map((one) => (one.kind === 'heading' ? { ...heading(words), id } : one)))
      expect(titled('Permits').title).toBe('Permits')
      expect(titled(' ').title).toBeUndefined()
    })
  })

  it('does not take a reason that nobody got into the new section', () => {
    const own = {
      ...adapted('signs', [FIRST, SECOND, THIRD]),
      explanation: { en: 'Hidden.' },
      sources: 'Hidden source',
    }
    const written = { body: { en: [FIRST, `${SECOND} Now.`, THIRD].map(paragraph) } }
    const found = waiting({ before: ONE, after: TWO, own: [own] })
    const [, papers] = decided(found, { choice: 'combine', written, reason: 'other' })
    expect(papers).toMatchObject({ mode: 'adapt', reason: 'other', explanation: {}, sources: '' })
  })

  it('does not bring back what the country had dropped', () => {
    const found = waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST])] })
    const [signs, papers] = decided(found, { choice: 'combine', ...WHY })
    expect(signs?.mode).toBe('inherit')
    expect(papers).toMatchObject({ mode: 'omit', reason: 'national-law', explanation: WHY.explanation })
  })

  it('stays whole where the country keeps its text, and the new section is not used', () => {
    const ours = SECOND.replace('passport', 'permit')
    const found = waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST, ours, THIRD])] })
    const [signs, papers] = decided(found, { choice: 'keep', ...WHY })
    expect(lines(signs?.body.en)).toEqual([FIRST, ours, THIRD])
    expect(papers).toMatchObject({ mode: 'omit', reason: 'national-law' })
  })

  it('is as in the common framework where the country accepts', () => {
    const found = waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST, 'Our own.', THIRD])] })
    const modes = decided(found, { choice: 'accept' }).map(({ key, mode, body }) => ({ key, mode, body }))
    expect(modes).toEqual([
      { key: 'signs', mode: 'inherit', body: {} },
      { key: 'papers', mode: 'inherit', body: {} },
    ])
  })

  it('asks only for what is missing where it stays in one section: readers see why the new one is not used', () => {
    const [one] = waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST, 'Our own text.', THIRD])] })
    if (!one?.together) throw new Error('They are not together')
    const decide = (decision: UpdateDecision) => decideWaiting({ waiting: one, decision, release: 'newest' })
    expect(decide({ choice: 'keep', reason: 'other', explanation: {} })).toEqual({
      ok: false,
      because: [{ key: 'refusal.omit-explanation-missing' }],
    })
  })

  it('is refused as a whole without a reason, and for a part', () => {
    const [one] = waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST, 'Our own text.', THIRD], null)] })
    if (!one?.together) throw new Error('They are not together')
    const decide = (decision: UpdateDecision) => decideWaiting({ waiting: one, decision, release: 'newest' })
    expect(decide({ choice: 'combine' })).toMatchObject({
      ok: false,
      because: [{ key: 'refusal.update-reason-missing' }],
    })
    expect(decide({ choice: 'accept', parts: ['body'] })).toMatchObject({ because: [{ key: 'refusal.update-choice' }] })
  })

  it('gives each paragraph to the section that has it, wherever the country put it', () => {
    const [second, third] = [SECOND.replace('passport', 'permit'), THIRD.replace('national', 'regional')]
    const after = {
      signs: content('signs', 'Signs', [FIRST]),
      papers: content('papers', 'Papers', [SECOND]),
      help: content('help', 'Help', [THIRD]),
    }
    const found = waiting({ before: ONE, after, own: [adapted('signs', [FIRST, third, second])] })
    const [signs, papers, help] = decided(found, { choice: 'combine', ...WHY })
    expect(signs?.mode).toBe('inherit')
    expect([papers, help].map((one) => ({ mode: one?.mode, text: lines(one?.body.en) }))).toEqual([
      { mode: 'adapt', text: [second] },
      { mode: 'adapt', text: [third] },
    ])
  })

  it('gives a section nothing in a language in which the common framework has no words for it', () => {
    const french = (key: string, paragraphs: string[]) => ({
      body: { fr: paragraphs.map(paragraph) },
      title: { fr: key },
    })
    const both = (key: string, en: string[], fr: string[]): SectionContent => {
      const section = content(key, key, en)
      const { body, title } = french(key, fr)
      return { ...section, title: { ...section.title, ...title }, body: { ...section.body, ...body } }
    }
    const before = { signs: both('signs', [FIRST, SECOND, THIRD], ['Un premier texte.', 'Un troisième texte.']) }
    const help = both('help', [THIRD], ['Un troisième texte.'])
    const after = {
      signs: both('signs', [FIRST], ['Un premier texte.']),
      papers: content('papers', 'Papers', [SECOND]),
      help,
    }
    const own = { ...untouched('signs'), mode: 'adapt' as const, reason: 'national-law' as const }
    const ours = { ...own, body: { fr: ['Un premier texte.', 'Un troisième texte national.'].map(paragraph) } }
    const found = waiting({ before, after, own: [ours], languages: ['en', 'fr'] })
    const [, papers, third] = decided(found, { choice: 'combine', ...WHY })
    expect(papers).toMatchObject({ key: 'papers', mode: 'inherit', body: {} })
    expect(lines(third?.body.fr)).toEqual(['Un troisième texte national.'])
  })

  it('has an addition once, also where the person edited the divided text', () => {
    const own = {
      ...{ ...untouched('signs'), mode: 'supplement' as const, addition: { en: [paragraph('Our hotline is 1109.')] } },
      additionPlace: { where: 'before' as const },
    }
    const found = waiting({ before: ONE, after: TWO, own: [own] })
    const text = lines(found[0]?.sides.newest?.content.body.en)
    const [signs, papers] = decided(found, {
      choice: 'combine',
      written: { body: { en: [paragraph(FIRST), paragraph(`${SECOND} And wait.`), paragraph(THIRD)] } },
      ...WHY,
    })
    expect(text).toContain('Papers')
    const all = [signs, papers].flatMap((one) => [...lines(one?.body.en), ...lines(one?.addition.en)])
    expect(all.filter((line) => line === 'Our hotline is 1109.')).toHaveLength(1)
  })

  it('keeps the text of the country in the new section, though the common framework fixes the whole text of the other one', () => {
    const ours = SECOND.replace('passport', 'permit')
    const rules = [{ field: 'body' as const, block: null, demand: 'fixed' as const, guidance: {} }]
    const after = { ...TWO, signs: { ...TWO.signs, rules } }
    const found = waiting({ before: ONE, after, own: [adapted('signs', [FIRST, ours, THIRD])] })
    const [signs, papers] = decided(found, { choice: 'combine', ...WHY })
    expect(signs?.mode).toBe('inherit')
    expect(lines(papers?.body.en)).toEqual([ours, THIRD])
  })

  it('keeps the reason of an addition from a text that differs: another one must be given', () => {
    const own = {
      ...{ ...untouched('signs'), mode: 'supplement' as const, addition: { en: [paragraph('Our hotline is 1109.')] } },
      ...{
        reason: 'national-law' as const,
        explanation: { en: 'Of the addition.', fr: 'De l’ajout.' },
        sources: 'S.I. 1',
      },
    }
    const [one] = waiting({ before: ONE, after: TWO, own: [own] })
    if (!one) throw new Error('Nothing waits.')
    const refused = decideWaiting({ waiting: one, decision: { choice: 'keep' }, release: 'newest' })
    expect(!refused.ok && refused.because.map(({ key }) => key)).toContain('refusal.update-reason-missing')
    const written = { body: { en: [paragraph(FIRST), paragraph(`${SECOND} And wait.`), paragraph(THIRD)] } }
    const why = { reason: 'other' as const, explanation: { en: 'Of the text.' } }
    for (const decision of [{ choice: 'keep' as const }, { choice: 'combine' as const, written }]) {
      const differing = decided([one], { ...decision, ...why }).filter(({ mode }) => mode !== 'inherit')
      expect(differing.length).toBeGreaterThan(0)
      for (const section of differing) expect(section).toMatchObject({ ...why, sources: '' })
    }
  })

  it('is not divided in a language in which the common framework has no text: readers get the new section in its language', () => {
    const translation = [paragraph('Το πρώτο.'), paragraph('Το δεύτερο.'), paragraph('Το τρίτο.')]
    const translated = { ...untouched('signs'), translated: ['el' as const], body: { el: translation } }
    const ours = { ...adapted('signs', [`${FIRST} Sign it.`, SECOND, THIRD]), translated: ['el' as const] }
    const both = { ...ours, body: { ...ours.body, el: translation } }
    for (const own of [translated, both])
      for (const choice of ['accept', 'combine'] as const) {
        const [one] = waiting({ before: ONE, after: TWO, own: [own], languages: ['en', 'el'] })
        if (!one?.together) throw new Error('They are not together.')
        const after = decided([one], { choice, ...WHY })
        expect(lines(after[0]?.body.el)).toHaveLength(3)
        const undivided = (language: 'el' | 'en') =>
          gapsAfter(one.together as Together, { decided: after, language }).untranslated
        expect([undivided('el'), undivided('en')]).toEqual([['papers'], []])
      }
    const [one] = waiting({ before: ONE, after: TWO, own: [both], languages: ['en', 'el'] })
    const kept = one ? decided([one], { choice: 'keep', ...WHY }) : []
    expect(gapsAfter(one?.together as Together, { decided: kept, language: 'el' }).untranslated).toEqual([])
  })

  it('is not divided either in a language in which the common framework has not divided its own text', () => {
    const inFrench = (section: SectionContent, ...fr: string[]) => ({
      ...{ ...section, body: { ...section.body, fr: fr.map(paragraph) } },
    })
    const whole = [
      'Cherchez des signes de violence et notez ce que vous avez vu.',
      'Demandez qui détient le passeport de la personne, et appelez le bureau national.',
    ]
    const before = { signs: inFrench(ONE.signs, ...whole) }
    const undivided = (after: Record<string, SectionContent>) => {
      const [one] = waiting({ before, after, languages: ['fr'] })
      const after_ = one ? decided([one], { choice: 'accept' }) : []
      return gapsAfter(one?.together as Together, { decided: after_, language: 'fr' }).untranslated
    }
    expect(undivided({ ...TWO, signs: inFrench(TWO.signs, ...whole) })).toEqual(['papers'])
    const edited = whole.map((one) => one.replace('violence', 'contrainte'))
    expect(undivided({ ...TWO, signs: inFrench(TWO.signs, ...edited) })).toEqual(['papers'])
    expect(undivided({ ...TWO, signs: inFrench(TWO.signs, whole[0] ?? '') })).toEqual([])
  })

  describe('in a language that the common framework did not have', () => {
    const greek = (section: SectionContent, title: string, ...words: string[]): SectionContent => ({
      ...{ ...section, title: { ...section.title, el: title }, body: { ...section.body, el: words.map(paragraph) } },
    })
    const after = {
      signs: greek(TWO.signs, 'Σημάδια', 'Το πρώτο μέρος.'),
      papers: greek(TWO.papers, 'Χαρτιά', 'Το δεύτερο μέρος.', 'Το τρίτο μέρος.'),
    }
    const ofPapers = after.papers.body.el?.map(({ id }) => id) ?? []
    const ours = adapted('signs', [FIRST, SECOND, THIRD, 'In our country ring 1109.'])

    it.each<[string, VariantSection, UpdateSides['languages']]>([
      ['has only common text', untouched('signs'), ['en', 'el']],
      ['adapted the section', ours, ['en', 'el']],
      ['has only that language', untouched('signs'), ['el']],
    ])(
      'leaves readers the text of the other language where a country that %s declines the new one',
      (_, own, languages) => {
        const [one] = waiting({ before: ONE, after, own: [own], languages })
        if (!one?.together) throw new Error('They are not together.')
        const all = offeredChanges(one.sides, 'el').map(({ id }) => id)
        for (const el of [all, ofPapers]) {
          const sections = decided([one], { choice: 'combine', declined: { el }, ...WHY })
          const [signs, papers] = readIn(one, sections, 'el')
          expect(signs).toEqual(el === all ? { en: [FIRST] } : { el: ['Το πρώτο μέρος.'] })
          expect(papers).toEqual({ en: [SECOND, THIRD, ...(own === ours ? ['In our country ring 1109.'] : [])] })
          const gaps = gapsAfter(one.together, { decided: sections, language: 'el' })
          expect(gaps).toEqual({ missing: [], twice: [], untranslated: [] })
        }
      },
    )
  })

  it('does not come back in a language that declines it, where the country had dropped it in the one that readers get', () => {
    const papers = { ...TWO.papers, body: { ...TWO.papers.body, el: [paragraph('Το δεύτερο μέρος.')] } }
    const own = [adapted('signs', [FIRST])]
    const [one] = waiting({ before: ONE, after: { ...TWO, papers }, own, languages: ['en', 'el'] })
    const el = papers.body.el.map(({ id }) => id)
    const sections = one ? decided([one], { choice: 'combine', declined: { el }, ...WHY }) : []
    expect(sections.map(({ mode }) => mode)).toEqual(['inherit', 'omit'])
  })

  it('is said to be undivided in no language in which the person moved all of its text into the first section', () => {
    const greek = (section: SectionContent, words: string[]) => ({
      ...{ ...section, body: { ...section.body, el: words.map(paragraph) } },
    })
    const [first, second] = ['Το πρώτο μέρος είναι εδώ.', 'Το δεύτερο μέρος είναι εκεί.']
    const after = { signs: greek(TWO.signs, [first]), papers: greek(TWO.papers, [second]) }
    const [one] = waiting({ before: { signs: greek(ONE.signs, [first, second]) }, after, languages: ['en', 'el'] })
    if (!one?.together) throw new Error('They are not together.')
    const [line, title] = (one.sides.newest?.content.body.el ?? []).slice(1)
    const written = { body: { el: together(paragraph(first), paragraph(second), line, title) } }
    const sections = decided([one], { choice: 'combine', written, ...WHY })
    expect(readIn(one, sections, 'el')).toEqual([{ el: [first, second] }, {}])
    expect(gapsAfter(one.together, { decided: sections, language: 'el' }).untranslated).toEqual([])
  })

  it('has an addition once that the new section has now, as after a proposal', () => {
    const line = paragraph('Our hotline is open at night: 1109.')
    const own = {
      ...{ ...untouched('signs'), mode: 'supplement' as const, addition: { en: [line] } },
      ...{ additionPlace: { where: 'after-block' as const, block: paragraph(THIRD).id, words: THIRD } },
    }
    const papers = withBlocks('papers', 'Papers', [paragraph(SECOND), paragraph(THIRD), { ...line, id: 'new' }])
    for (const choice of ['accept', 'combine'] as const) {
      const sections = decided(waiting({ before: ONE, after: { ...TWO, papers }, own: [own] }), { choice })
      expect(sections.map(({ mode, addition }) => [mode, addition])).toEqual([
        ['inherit', {}],
        ['inherit', {}],
      ])
    }
    const [kept] = decided(waiting({ before: ONE, after: { ...TWO, papers }, own: [own] }), { choice: 'keep', ...WHY })
    expect(lines(kept?.body.en)).toContain('Our hotline is open at night: 1109.')
  })

  it('is for the people for whom the country had it, in all sections', () => {
    const own = { ...untouched('signs'), mode: 'adapt' as const, audiences: ['police' as const], ...WHY }
    const sections = decided(waiting({ before: ONE, after: TWO, own: [own] }), { choice: 'combine', ...WHY })
    expect(sections.map(({ audiences }) => audiences)).toEqual([['police'], ['police']])
    const lawyers = { ...TWO.papers, audiences: ['lawyer' as const] }
    const [, papers] = decided(waiting({ before: ONE, after: { ...TWO, papers: lawyers }, own: [own] }), {
      ...{ choice: 'combine', ...WHY },
    })
    expect(papers).toMatchObject({ mode: 'inherit', audiences: null })
  })

  it('can be kept whatever the common framework fixes in the new section, and is refused what is not offered', () => {
    const rules = [{ field: 'title' as const, block: null, demand: 'fixed' as const, guidance: {} }]
    const [one] = waiting({ before: ONE, after: { ...TWO, papers: { ...TWO.papers, rules } } })
    if (!one) throw new Error('Nothing waits.')
    const modes = decided([one], { choice: 'keep', ...WHY }).map(({ mode }) => mode)
    expect(modes).toEqual(['adapt', 'omit'])
    const outcome = decideWaiting({ waiting: one, decision: { choice: 'not-for-us', ...WHY }, release: 'newest' })
    expect(outcome).toMatchObject({ ok: false, because: [{ key: 'refusal.update-choice' }] })
  })

  it('takes an addition along to the section that has its paragraph now, with the reason', () => {
    const place = { where: 'after-block' as const, block: paragraph(SECOND).id, words: SECOND }
    const own = {
      ...{ ...untouched('signs'), mode: 'supplement' as const, addition: { en: [paragraph('Our hotline is 1109.')] } },
      ...{ additionPlace: place, reason: 'national-law' as const },
    }
    for (const choice of ['accept', 'combine'] as const) {
      const [signs, papers] = decided(waiting({ before: ONE, after: TWO, own: [own] }), { choice })
      expect(signs).toMatchObject({ mode: 'inherit', addition: {}, additionPlace: null, reason: null })
      expect(papers).toMatchObject({ mode: 'supplement', additionPlace: place, reason: 'national-law' })
      expect(lines(papers?.addition.en)).toEqual(['Our hotline is 1109.'])
    }
  })

  it('has the fixed paragraph as in the common framework after a combination, and the other words of the country', () => {
    const [first, second] = [`${FIRST} Sign it.`, SECOND.replace('passport', 'permit')]
    const fixed = (field: 'body' | 'title', block: string | null) => ({
      ...{ field, block: block === null ? null : { en: block }, demand: 'fixed' as const, guidance: {} },
    })
    for (const rules of [[fixed('body', paragraph(FIRST).id)], [fixed('body', null)]]) {
      const after = { ...TWO, signs: { ...TWO.signs, rules } }
      const found = waiting({ before: ONE, after, own: [adapted('signs', [first, second, THIRD])] })
      expect(found[0] && choicesFor(found[0].update)).toEqual(['accept', 'combine'])
      const [signs, papers] = decided(found, { choice: 'combine', ...WHY })
      expect(signs).toMatchObject({ mode: 'inherit', body: {} })
      expect(lines(papers?.body.en)).toEqual([second, THIRD])
    }
  })

  it('has the fixed paragraph of the new section as in the common framework, also under the id that an import gave it', () => {
    const imported = { ...paragraph(SECOND), id: 'imported' }
    const rules = [{ field: 'body' as const, block: { en: 'imported' }, demand: 'fixed' as const, guidance: {} }]
    const papers = { ...withBlocks('papers', 'Papers', [imported, paragraph(THIRD)]), rules }
    const own = [adapted('signs', [FIRST, SECOND.replace('passport', 'permit'), `${THIRD} Now.`])]
    const [, ours] = decided(waiting({ before: ONE, after: { ...TWO, papers }, own }), { choice: 'combine', ...WHY })
    expect(lines(ours?.body.en)).toEqual([SECOND, `${THIRD} Now.`])
  })

  it('can be accepted and combined in several languages where one of the sections is fixed as a whole', () => {
    const french = ['Un premier texte sur les signes.', 'Un texte sur les documents de la personne.']
    const both = (key: string, en: string[], fr: string[]): SectionContent => {
      const section = content(key, key, en)
      return { ...section, title: { en: key, fr: key }, body: { ...section.body, fr: fr.map(paragraph) } }
    }
    const rules = (['title', 'body'] as const).map((field) => ({
      ...{ field, block: null, demand: 'fixed' as const, guidance: {} },
    }))
    const before = { signs: both('signs', [FIRST, SECOND, THIRD], french) }
    const after = {
      signs: both('signs', [FIRST], french.slice(0, 1)),
      papers: { ...both('papers', [SECOND, THIRD], french.slice(1)), rules },
    }
    for (const choice of ['accept', 'combine'] as const) {
      const found = waiting({ before, after, languages: ['en', 'fr'] })
      expect(found[0]?.update.status).toBe('ready')
      expect(decided(found, { choice }).map(({ mode }) => mode)).toEqual(['inherit', 'inherit'])
    }
  })

  it('stays in a language in which the country had not dropped it', () => {
    const both = (key: string, en: string[], fr: string[]): SectionContent => {
      const section = content(key, key, en)
      return { ...section, title: { en: key, fr: key }, body: { ...section.body, fr: fr.map(paragraph) } }
    }
    const french = ['Un premier texte sur les signes.', 'Un texte sur les documents de la personne.']
    const before = { signs: both('signs', [FIRST, SECOND], french) }
    const after = {
      signs: both('signs', [FIRST], [french[0] ?? '']),
      papers: both('papers', [SECOND], [french[1] ?? '']),
    }
    const own = adapted('signs', [FIRST])
    const [, papers] = decided(waiting({ before, after, own: [own], languages: ['en', 'fr'] }), {
      choice: 'combine',
      ...WHY,
    })
    expect(papers).toMatchObject({ mode: 'adapt', body: { en: [] } })
    expect(papers?.body.fr).toBe(undefined)
  })

  it('reads as one text with an addition that went to the new section', () => {
    const own = {
      ...{ ...untouched('signs'), mode: 'supplement' as const, addition: { en: [paragraph('Our hotline is 1109.')] } },
      additionPlace: { where: 'after-block' as const, block: paragraph(SECOND).id, words: SECOND },
    }
    const found = waiting({ before: ONE, after: TWO, own: [own] })
    const [signs, papers] = decided(found, { choice: 'accept' })
    const read =
      found[0]?.together &&
      readAsOne(
        found[0].together,
        [signs, papers].flatMap((one) => one ?? []),
      )
    expect(lines(read?.body.en)).toEqual([FIRST, '', 'Papers', SECOND, 'Our hotline is 1109.', THIRD])
  })

  it('reads as one text after a decision, without a new section that is not used', () => {
    const [one] = waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST, 'Our own.', THIRD])] })
    if (!one?.together) throw new Error('They are not together')
    const read = (decision: UpdateDecision) => {
      const outcome = decideWaiting({ waiting: one, decision, release: 'newest' })
      if (!outcome.ok || !one.together) throw new Error('It is refused')
      const decidedOn = outcome.result.map(({ next }) => next)
      return lines(readAsOne(one.together, decidedOn)?.body.en)
    }
    expect(read({ choice: 'accept' })).toEqual([FIRST, '', 'Papers', SECOND, THIRD])
    expect(read({ choice: 'keep', ...WHY })).toEqual([FIRST, 'Our own.', THIRD])
  })

  it('offers only changes that have an effect when they are left out, and neither the line nor the heading of the new section', () => {
    const after = { ...TWO, papers: content('papers', 'Papers', [SECOND.replace('passport', 'permit'), THIRD]) }
    const found = waiting({ before: ONE, after })
    const offered = offeredChanges(found[0]?.sides ?? { base: null, newest: null }, 'en')
    expect(offered.map(({ change }) => change.counts.changes)).toEqual(offered.map(() => 1))
    const textsAfter = (declined: string[]) =>
      decided(found, { choice: 'combine', declined: { en: declined }, ...WHY }).map(({ title, body }) => [title, body])
    const taken = textsAfter([])
    for (const { id } of offered) expect(textsAfter([id])).not.toEqual(taken)
    expect(offered).toHaveLength(1)
  })

  it('offers the heading that becomes its title, where the text had one with other words', () => {
    const before = { signs: withBlocks('signs', 'Signs', [paragraph(FIRST), heading('Documents'), paragraph(SECOND)]) }
    const after = {
      signs: content('signs', 'Signs', [FIRST]),
      papers: content('papers', 'Documents and papers', [SECOND]),
    }
    const found = waiting({ before, after })
    const [offered, ...others] = offeredChanges(found[0]?.sides ?? { base: null, newest: null }, 'en')
    expect(others).toEqual([])
    const [, papers] = decided(found, { choice: 'combine', declined: { en: [offered?.id ?? ''] }, ...WHY })
    expect(papers).toMatchObject({ mode: 'adapt', title: { en: 'Documents' }, body: {} })
  })

  it('is two updates where the new section has other words', () => {
    const after = {
      signs: content('signs', 'Signs', [FIRST]),
      papers: content('papers', 'Papers', ['Nobody is asked for anything without an interpreter who is trained.']),
    }
    expect(waiting({ before: ONE, after }).map(({ update }) => update.became)).toEqual(['changed', 'new'])
  })

  it('is two updates where the country does not use the section, or pauses it, and what it left out is never ready', () => {
    const omitted = { ...untouched('signs'), mode: 'omit' as const }
    const updates = waiting({ before: ONE, after: TWO, own: [omitted] }).map(({ update }) => update)
    expect(updates).toMatchObject([
      { status: 'told', apart: { from: [], into: [{ key: 'papers' }] } },
      { status: 'please-check', apart: { from: [{ key: 'signs' }], into: [] } },
    ])
    const paused = { ...untouched('signs'), paused: { reason: 'Court case.', until: null } }
    expect(waiting({ before: ONE, after: TWO, own: [paused] }).map(({ update }) => update.status)).toEqual([
      'paused',
      'please-check',
    ])
  })
})

describe('sections that the common framework joined', () => {
  const JOINED = { signs: content('signs', 'Signs', [FIRST, SECOND, THIRD]) }

  it('wait as one update, and the words of both are in the joined section after a combination', () => {
    const ours = SECOND.replace('passport', 'permit')
    const found = waiting({ before: TWO, after: JOINED, own: [adapted('papers', [ours, THIRD])] })
    expect(found.map(({ update }) => update)).toMatchObject([{ key: 'signs', became: 'joined', others: ['papers'] }])
    const [signs, papers] = decided(found, { choice: 'combine', ...WHY })
    expect(lines(signs?.body.en)).toEqual([FIRST, ours, THIRD])
    expect(papers).toMatchObject({ mode: 'inherit', body: {}, baseline: { place: 'newest' } })
  })

  it('keep an addition and a summary that only the country has', () => {
    const own = [
      { ...untouched('papers'), mode: 'supplement' as const, addition: { en: [paragraph('Our hotline is 1109.')] } },
      {
        ...untouched('signs'),
        mode: 'supplement' as const,
        addition: { en: [paragraph('Our form is A1.')] },
        additionPlace: { where: 'before' as const },
      },
    ]
    const [signs, papers] = decided(waiting({ before: TWO, after: JOINED, own }), { choice: 'combine', ...WHY })
    const text = lines(signs?.body.en)
    expect(text.toSorted()).toEqual([FIRST, SECOND, THIRD, 'Our form is A1.', 'Our hotline is 1109.'].toSorted())
    expect(text[0]).toBe('Our form is A1.')
    expect(signs).toMatchObject({ mode: 'adapt', addition: {} })
    expect(papers?.mode).toBe('inherit')
    const summed = { ...adapted('papers', [SECOND, THIRD]), summary: { en: 'Only for adults.' } }
    const [whole] = decided(waiting({ before: TWO, after: JOINED, own: [summed] }), { choice: 'combine', ...WHY })
    expect(lines(whole?.body.en)).toContain('Only for adults.')
  })

  it('have the reasons of all of them after a combination, and each its own where the country keeps them', () => {
    const ours = SECOND.replace('passport', 'permit')
    const first = { ...adapted('signs', [`${FIRST} Sign it.`]), explanation: { en: 'Our form.' }, sources: 'S.I. 1' }
    const second = { ...adapted('papers', [ours, THIRD]), explanation: { en: 'Our permit.' }, sources: 'S.I. 2' }
    const [combined] = decided(waiting({ before: TWO, after: JOINED, own: [first, second] }), { choice: 'combine' })
    expect(combined).toMatchObject({ explanation: { en: 'Our form.\nOur permit.' }, sources: 'S.I. 1\nS.I. 2' })
    const [alone] = decided(waiting({ before: TWO, after: JOINED, own: [second] }), { choice: 'combine' })
    expect(alone).toMatchObject({ mode: 'adapt', reason: 'national-law', explanation: { en: 'Our permit.' } })
    const [kept, keptToo] = decided(waiting({ before: TWO, after: JOINED, own: [first, second] }), { choice: 'keep' })
    expect(kept).toMatchObject({ explanation: { en: 'Our form.' }, sources: 'S.I. 1' })
    expect(keptToo).toMatchObject({ explanation: { en: 'Our permit.' }, sources: 'S.I. 2' })
  })

  it('ask for a reason where only an addition had one: it says nothing about a text that differs', () => {
    const supplemented = {
      ...{ ...untouched('signs'), mode: 'supplement' as const, addition: { en: [paragraph('Our hotline is 1109.')] } },
      ...{ reason: 'national-service' as const, explanation: { en: 'Of the addition.' } },
    }
    const own = [supplemented, { ...adapted('papers', [`${SECOND} Now.`, THIRD]), explanation: { en: 'Of the text.' } }]
    const [joined] = decided(waiting({ before: TWO, after: ONE, own }), { choice: 'combine' })
    expect(joined).toMatchObject({ mode: 'adapt', reason: 'national-law', explanation: { en: 'Of the text.' } })
  })

  it('leave an addition its own reason where the country accepts', () => {
    const supplemented = {
      ...{ ...untouched('signs'), mode: 'supplement' as const, addition: { en: [paragraph('Our hotline is 1109.')] } },
      ...{ reason: 'national-service' as const, explanation: { en: 'Of the addition.' }, sources: 'S.I. 1' },
    }
    const own = [supplemented, { ...adapted('papers', [`${SECOND} Now.`, THIRD]), explanation: { en: 'Of the text.' } }]
    const [joined] = decided(waiting({ before: TWO, after: ONE, own }), { choice: 'accept' })
    const { reason, explanation, sources } = supplemented
    expect(joined).toMatchObject({ mode: 'supplement', reason, explanation, sources })
  })

  it('have an addition once that the joined text has now, also where another one has words of the country', () => {
    const [line, other] = [paragraph('Our hotline is open at night: 1109.'), paragraph('Our office in Cork is open.')]
    const supplement = (key: string, addition: RichText): VariantSection => ({
      ...{ ...untouched(key), mode: 'supplement', addition: { en: addition }, reason: 'national-service' },
    })
    const joined = (more: RichText) =>
      withBlocks('signs', 'Signs', [
        ...[FIRST, SECOND, THIRD].map(paragraph),
        ...more.map((one) => ({ ...one, id: `new ${one.id}` })),
      ])
    const own = supplement('signs', [line])
    const accepted = decided(
      waiting({
        before: TWO,
        after: { signs: joined([line]) },
        own: [own, adapted('papers', [`${SECOND} Ours.`, THIRD])],
      }),
      { choice: 'accept' },
    )
    expect(accepted[0]).toMatchObject({ mode: 'inherit', addition: {}, reason: null })
    const combined = decided(
      waiting({ before: TWO, after: { signs: joined([line, other]) }, own: [own, supplement('papers', [other])] }),
      { choice: 'combine', written: { body: { en: joined([line, other]).body.en ?? [] } }, ...WHY },
    )
    expect(combined[0]).toMatchObject({ mode: 'inherit', addition: {}, reason: null })
  })

  it('are never ready where one of them is for other people in the country', () => {
    const own = { ...untouched('papers'), mode: 'adapt' as const, audiences: ['police' as const], ...WHY }
    expect(waiting({ before: TWO, after: JOINED, own: [own] })[0]?.update.status).toBe('please-check')
  })

  it.each([
    ['does not use', { mode: 'omit' as const }, 'told'],
    ['pauses', { paused: { reason: 'Court case.', until: null } }, 'paused'],
  ])('are never ready where the country %s one of them', (_, given, status) => {
    const updatesWith = (key: string) =>
      waiting({ before: TWO, after: JOINED, own: [{ ...untouched(key), ...given }] }).map(({ update }) => update)
    expect(updatesWith('papers')).toMatchObject([
      { key: 'signs', became: 'changed', status: 'please-check', apart: { from: [{ key: 'papers' }], into: [] } },
      { key: 'papers', status },
    ])
    expect(updatesWith('signs')).toMatchObject([
      { key: 'signs', status },
      { key: 'papers', became: 'gone', status: 'please-check', apart: { from: [], into: [{ key: 'signs' }] } },
    ])
  })

  it.each([
    ['allows only additions', { policy: 'supplement-only' as const }],
    [
      'fixes the whole text',
      { rules: [{ field: 'body' as const, block: null, demand: 'fixed' as const, guidance: {} }] },
    ],
  ])(
    'are never ready where the country does not use the one that is gone, also where the common framework %s',
    (_, given) => {
      const own = { ...untouched('papers'), mode: 'omit' as const }
      const [signs] = waiting({ before: TWO, after: { signs: { ...JOINED.signs, ...given } }, own: [own] })
      expect(signs?.update).toMatchObject({ status: 'please-check', apart: { from: [{ key: 'papers' }], into: [] } })
    },
  )

  it('are never ready where the same section was divided, and the country does not use the one that was joined to it', () => {
    const before = { signs: content('signs', 'Signs', [FIRST, SECOND]), help: content('help', 'Help', [THIRD]) }
    const after = { signs: content('signs', 'Signs', [FIRST, THIRD]), papers: content('papers', 'Papers', [SECOND]) }
    const own = { ...untouched('help'), mode: 'omit' as const }
    const [signs] = waiting({ before, after, own: [own] })
    expect(signs?.update).toMatchObject({
      became: 'split',
      status: 'please-check',
      apart: { from: [{ key: 'help' }], into: [] },
    })
  })

  it('are never ready where an unused section gave its text to the new one of a section that was divided', () => {
    const line = 'Never leave the telephone of the office in the hands of the companion.'
    const before = { ...ONE, phone: content('phone', 'Phone', [line]) }
    const after = { ...TWO, papers: content('papers', 'Papers', [SECOND, THIRD, line]) }
    const [signs] = waiting({ before, after, own: [{ ...untouched('phone'), mode: 'omit' as const }] })
    expect(signs?.update).toMatchObject({
      ...{ became: 'split', status: 'please-check', apart: { from: [{ key: 'phone' }], into: [] } },
    })
  })

  it('are never ready where an unused section came back under another key, or gave its text to one that stayed', () => {
    const own = [{ ...untouched('papers'), mode: 'omit' as const }]
    const papers = content('papers', 'Papers', [FIRST])
    const both = [SECOND, THIRD]
    const apartOf = (before: SectionContent[], after: SectionContent[], key: string) => {
      const byKey = (all: SectionContent[]) => Object.fromEntries(all.map((one) => [one.key, one]))
      const updates = waiting({ before: byKey(before), after: byKey(after), own }).map(({ update }) => update)
      return updates.find((update) => update.key === key)
    }
    const renamed = content('documents', 'Documents', both)
    expect(apartOf([TWO.papers], [renamed], 'documents')).toMatchObject({
      ...{ status: 'please-check', apart: { from: [{ key: 'papers' }], into: [] } },
    })
    const [was, is] = [content('documents', 'Documents', [FIRST]), content('documents', 'Documents', [FIRST, ...both])]
    const full = content('papers', 'Papers', [FIRST, ...both])
    expect(apartOf([full, was], [papers, is], 'documents')).toMatchObject({
      ...{ status: 'please-check', apart: { from: [{ key: 'papers' }], into: [] } },
    })
    const other = content('documents', 'Documents', [
      FIRST,
      'Ring the guardian of the child before you write anything down.',
    ])
    expect(apartOf([full, was], [papers, other], 'documents')).toMatchObject({ status: 'ready' })
  })

  describe('of which the country decided on one before', () => {
    /** Two releases: the sections with these texts, and then with the others. */
    const worldOf = (
      before: Record<string, string[]>,
      after: Record<string, string[]>,
      own: Partial<VariantSection>,
    ) => {
      const world = new World()
      const keys = new Map<string, string>()
      const put = (texts: Record<string, string[]>) => {
        for (const [title, words] of Object.entries(texts)) {
          const key = keys.get(title) ?? world.addSection(null)
          keys.set(title, key)
          world.edit(key, (section) => ({ ...section, body: { en: words.map(paragraph) } }))
        }
        for (const [title, key] of keys) if (!texts[title]) world.working.delete(key)
        world.release()
      }
      put(before)
      const signs = keys.get('signs') ?? ''
      world.write(signs, { ...untouched(signs), ...own })
      put(after)
      const statusOf = (title: string) =>
        world.waiting().find(({ update }) => update.key === keys.get(title))?.update.status
      const decide = (title: string, choice: UpdateDecision['choice']) => {
        const outcome = world.decide(keys.get(title) ?? '', { choice, ...WHY })
        if (!outcome?.ok) throw new Error(JSON.stringify(outcome))
      }
      return { decide, statusOf, endPause: () => world.write(signs, { ...world.ownOf(signs), paused: null }) }
    }
    const [whole, parts] = [{ signs: [FIRST, SECOND, THIRD] }, { signs: [FIRST], papers: [SECOND, THIRD] }]

    it('are never ready after the change of the unused one was noted', () => {
      const world = worldOf(whole, parts, { mode: 'omit', ...WHY })
      world.decide('signs', 'keep')
      expect(world.statusOf('papers')).toBe('please-check')
    })

    it.each(['park', 'keep'] as const)(
      'are never ready after a pause, where the one that is gone was decided with "%s"',
      (choice) => {
        const world = worldOf(parts, whole, { paused: { reason: 'Court case.', until: null } })
        world.decide('papers', choice)
        world.endPause()
        expect(world.statusOf('signs')).toBe('please-check')
      },
    )

    it('are never ready where the unused one is newer than the release on which the country started', () => {
      const world = new World()
      const write = (key: string, ...words: string[]) =>
        world.edit(key, (section) => ({ ...section, body: { en: words.map(paragraph) } }))
      const signs = world.addSection(null)
      write(signs, FIRST)
      world.release()
      const papers = world.addSection(null)
      write(papers, SECOND, THIRD)
      world.release()
      world.decide(papers, { choice: 'not-for-us', ...WHY })
      world.working.delete(papers)
      write(signs, FIRST, SECOND, THIRD)
      world.release()
      const found = world.waiting().find(({ update }) => update.key === signs)
      expect(found?.update).toMatchObject({ status: 'please-check', apart: { from: [{ key: papers }], into: [] } })
    })

    it('are never ready after a pause, where the new one is not used', () => {
      const world = worldOf(whole, parts, { paused: { reason: 'Court case.', until: null } })
      world.decide('papers', 'not-for-us')
      world.endPause()
      expect(world.statusOf('signs')).toBe('please-check')
    })
  })

  it('are never ready where a part of the text is in a section now that the country does not use', () => {
    const own = { ...untouched('papers'), mode: 'omit' as const }
    const [signs] = waiting({ before: ONE, after: TWO, own: [own] })
    expect(signs?.update).toMatchObject({ status: 'please-check', apart: { from: [], into: [{ key: 'papers' }] } })
  })

  it('are decided alone where the text to which they were joined is fixed as a whole', () => {
    const rules = [{ field: 'body' as const, block: null, demand: 'fixed' as const, guidance: {} }]
    const after = { signs: { ...JOINED.signs, rules } }
    const found = waiting({ before: TWO, after, own: [adapted('papers', [`${SECOND} Now.`, THIRD])] })
    expect(found.map(({ update }) => update.became)).toEqual(['changed', 'gone'])
  })

  it('have no reason that nobody got, of a section that does not differ', () => {
    const hidden = { ...adapted('papers', [SECOND, THIRD]), explanation: { en: 'Hidden.' }, sources: 'Hidden source' }
    const own = [{ ...adapted('signs', [`${FIRST} Now.`]), explanation: { en: 'Shown.' } }, hidden]
    const [joined] = decided(waiting({ before: TWO, after: ONE, own }), { choice: 'combine' })
    expect(joined).toMatchObject({ explanation: { en: 'Shown.' }, sources: '' })
  })

  it('have no longer explanation than can be stored: the first, and each that fits as a whole', () => {
    const CASES = [
      [['a'.repeat(1500), 'b'.repeat(1500)], 'a'.repeat(1500)],
      [['a'.repeat(1500), 'b'.repeat(499)], `${'a'.repeat(1500)}\n${'b'.repeat(499)}`],
      [['a'.repeat(1500), 'b'.repeat(500)], 'a'.repeat(1500)],
    ] as const
    for (const [[first, second], joined] of CASES) {
      const own = [
        { ...adapted('signs', [`${FIRST} Sign it.`]), explanation: { en: first }, sources: first },
        {
          ...adapted('papers', [SECOND.replace('passport', 'permit'), THIRD]),
          explanation: { en: second },
          sources: second,
        },
      ]
      const [combined] = decided(waiting({ before: TWO, after: JOINED, own }), { choice: 'combine' })
      expect(combined).toMatchObject({ explanation: { en: joined }, sources: joined })
    }
  })

  it('are to be checked where the common framework has not joined them in a language of the country: their text is lost there', () => {
    const french = (section: SectionContent, ...fr: string[]) => ({
      ...{ ...section, body: { ...section.body, fr: fr.map(paragraph) } },
    })
    const first = 'Cherchez des signes de violence et notez ce que vous avez vu.'
    const second = 'Demandez qui détient le passeport de la personne.'
    const before = { signs: french(TWO.signs, first), papers: french(TWO.papers, second) }
    type Given = { choice: 'accept' | 'combine' | 'keep'; own?: VariantSection[]; written?: UpdateDecision['written'] }
    const lost = (after: SectionContent, { choice, own = [], written }: Given) => {
      const [one] = waiting({ before, after: { signs: after }, own, languages: ['fr'] })
      const decision = { choice, ...(written ? { written } : {}), ...WHY }
      const sections = one ? decided([one], decision) : []
      const { missing } = gapsAfter(one?.together as Together, { decided: sections, language: 'fr' })
      return [one?.update.status, missing]
    }
    const notJoined = french(JOINED.signs, first)
    expect(lost(notJoined, { choice: 'accept' })).toEqual(['please-check', ['papers']])
    expect(lost(notJoined, { choice: 'combine' })).toEqual(['please-check', ['papers']])
    expect(lost(notJoined, { choice: 'keep' })).toEqual(['please-check', []])
    const written = { body: { fr: [first, second].map(paragraph) } }
    expect(lost(notJoined, { choice: 'combine', written })).toEqual(['please-check', []])
    const edited = french(JOINED.signs, first.replace('violence', 'contrainte'))
    expect(lost(edited, { choice: 'accept' })).toEqual(['please-check', ['papers']])
    const ours = { ...adapted('signs', []), body: { fr: [paragraph(first.replace('notez', 'écrivez'))] } }
    expect(lost(notJoined, { choice: 'combine', own: [ours] })[1]).toEqual(['papers'])
    expect(lost(french(JOINED.signs, first, second), { choice: 'accept' })).toEqual(['ready', []])
  })

  describe('in a language that the common framework does not have', () => {
    const greek = (...words: string[]) => words.map((one) => block('paragraph', { id: one, runs: [text(one)] }))
    const translated = (key: string, ...words: string[]): VariantSection => ({
      ...{ ...untouched(key), translated: ['el'], title: { el: `Τίτλος ${key}` }, body: { el: greek(...words) } },
    })
    const found = (...own: VariantSection[]) => waiting({ before: TWO, after: JOINED, own, languages: ['en', 'el'] })

    it('keep the translations of all of them, whether the country accepts or combines', () => {
      const own = [translated('signs', 'Πρώτο.'), translated('papers', 'Δεύτερο.', 'Τρίτο.')]
      expect(found(...own).map(({ update }) => update.status)).toEqual(['ready'])
      for (const choice of ['accept', 'combine'] as const) {
        const [signs, papers] = decided(found(...own), { choice })
        expect(signs).toMatchObject({ mode: 'inherit', translated: ['el'], reason: null })
        expect(lines(signs?.body.el)).toEqual(['Πρώτο.', '', 'Τίτλος papers', 'Δεύτερο.', 'Τρίτο.'])
        expect(papers).toMatchObject({ mode: 'inherit', body: {}, translated: [] })
      }
    })

    it('keep them beside a text that differs, and drop only that where the country accepts', () => {
      const both = { ...translated('papers', 'Δεύτερο.'), mode: 'adapt' as const, reason: 'national-law' as const }
      const ours = [SECOND.replace('passport', 'permit'), THIRD]
      const own = [translated('signs', 'Πρώτο.'), { ...both, body: { ...both.body, en: ours.map(paragraph) } }]
      const [combined] = decided(found(...own), { choice: 'combine', ...WHY })
      expect(lines(combined?.body.en)).toEqual([FIRST, ...ours])
      const [accepted] = decided(found(...own), { choice: 'accept' })
      expect(accepted).toMatchObject({ mode: 'inherit' })
      for (const one of [combined, accepted])
        expect(lines(one?.body.el)).toEqual(['Πρώτο.', '', 'Τίτλος papers', 'Δεύτερο.'])
    })

    it('have a part that nobody translated as readers got it, within what stays a translation: it is behind there', () => {
      const ours = `${FIRST} Sign it.`
      const both = { ...translated('signs', 'Πρώτο.'), mode: 'adapt' as const, reason: 'national-law' as const }
      const own = [{ ...both, title: {}, body: { ...both.body, en: [paragraph(ours)] } }]
      const now = THIRD.replace('national office', 'regional office')
      const after = { signs: content('signs', 'Signs', [FIRST, SECOND, now]) }
      const [signs] = decided(waiting({ before: TWO, after, own, languages: ['en', 'el'] }), {
        ...{ choice: 'combine', ...WHY },
      })
      expect(lines(signs?.body.en)).toEqual([ours, SECOND, now])
      expect(signs?.translated).toEqual(['el'])
      expect(lines(signs?.body.el)).toEqual(['Πρώτο.', '', 'Papers', SECOND, THIRD])
    })

    it('keep an addition in its place under the translations', () => {
      const supplemented = { mode: 'supplement' as const, addition: { el: greek('Γραμμή 1109.') } }
      const own = [{ ...translated('signs', 'Πρώτο.'), ...supplemented }, translated('papers', 'Δεύτερο.')]
      const [signs] = decided(found(...own), { choice: 'accept' })
      expect(signs).toMatchObject(supplemented)
      expect(lines(signs?.body.el)).toEqual(['Πρώτο.', '', 'Τίτλος papers', 'Δεύτερο.'])
    })

    it('have the common text beside the translation where a country accepts that adapted or supplemented the other one', () => {
      const differing = [
        { ...adapted('papers', [SECOND.replace('passport', 'permit'), THIRD]), title: { en: 'Our papers' } },
        { ...untouched('papers'), mode: 'supplement' as const, addition: { en: [paragraph('Our hotline is 1109.')] } },
      ]
      const third = content('help', 'Help', ['Ask the person whether they need help at home, and write it down.'])
      const whole = [FIRST, SECOND, THIRD, ...lines(third.body.en)]
      const versions = { before: { ...TWO, help: third }, after: { signs: content('signs', 'Signs', whole) } }
      for (const other of differing) {
        const own = [translated('signs', 'Πρώτο.'), other, translated('help', 'Βοήθεια.')]
        const [signs] = decided(waiting({ ...versions, own, languages: ['en', 'el'] }), { choice: 'accept' })
        expect(signs?.mode).toBe('inherit')
        const papers = ['', 'Papers', SECOND, THIRD]
        expect(lines(signs?.body.el)).toEqual(['Πρώτο.', ...papers, '', 'Τίτλος help', 'Βοήθεια.'])
      }
    })

    it('are no translation, and never ready, where the country has words of its own there, and a combination keeps them', () => {
      const addition = { mode: 'supplement' as const, addition: { el: greek('Γραμμή 1109.') } }
      const words = { mode: 'adapt' as const, reason: 'national-law' as const, body: { el: greek('Το δικό μας.') } }
      for (const [other, ours] of [
        [{ ...untouched('papers'), ...addition }, 'Γραμμή 1109.'],
        [{ ...translated('papers', 'Δεύτερο.'), ...addition }, 'Γραμμή 1109.'],
        [{ ...untouched('papers'), ...words }, 'Το δικό μας.'],
      ] as const) {
        const own = [translated('signs', 'Πρώτο.'), other]
        expect(found(...own)[0]?.update.status).not.toBe('ready')
        const [signs] = decided(found(...own), { choice: 'combine', ...WHY })
        expect(signs?.mode).toBe('adapt')
        expect(lines(signs?.body.el)).toContain(ours)
        expect(lines(signs?.body.el)).toContain('Πρώτο.')
        const [accepted] = decided(found(...own), { choice: 'accept' })
        expect(lines(accepted?.body.el)).not.toContain(ours)
      }
    })

    it('have the common text where the common framework now has one in that language', () => {
      const greekToo = { ...JOINED.signs, body: { ...JOINED.signs.body, el: greek('Όλα μαζί.') } }
      const own = [translated('signs', 'Πρώτο.'), translated('papers', 'Δεύτερο.')]
      const all = waiting({ before: TWO, after: { signs: greekToo }, own, languages: ['en', 'el'] })
      expect(decided(all, { choice: 'accept' })[0]?.body).toEqual({})
    })

    it('have the common text of the first one where only its title was translated', () => {
      const own = [translated('signs'), translated('papers', 'Δεύτερο.')]
      const [signs] = decided(found(...own), { choice: 'accept' })
      expect(lines(signs?.body.el)).toEqual([FIRST, '', 'Τίτλος papers', 'Δεύτερο.'])
    })

    it('are to be checked where only the one that is gone was translated: a combination keeps its translation as our text', () => {
      const [one, ...others] = found(translated('papers', 'Δεύτερο.', 'Τρίτο.'))
      expect(others).toEqual([])
      expect(one?.update).toMatchObject({ became: 'joined', status: 'please-check' })
      const missing = (choice: 'accept' | 'keep') => {
        const after = one ? decided([one], { choice, ...WHY }) : []
        return gapsAfter(one?.together as Together, { decided: after, language: 'el' }).missing
      }
      expect([missing('accept'), missing('keep')]).toEqual([['papers'], []])
      const [signs] = one ? decided([one], { choice: 'combine', ...WHY }) : []
      expect(signs).toMatchObject({ mode: 'adapt', translated: [], ...WHY })
      expect(lines(signs?.body.el)).toEqual([FIRST, '', 'Τίτλος papers', 'Δεύτερο.', 'Τρίτο.'])
    })

    it('stay the own words that they are after a combination, with the reason, also at the next release', () => {
      const ours = { ...untouched('papers'), mode: 'adapt' as const, body: { el: greek('Το δικό μας.') }, ...WHY }
      const [signs] = decided(found(translated('signs', 'Πρώτο.'), ours), { choice: 'combine', ...WHY })
      expect(signs).toMatchObject({ mode: 'adapt', translated: [], reason: 'national-law' })
      const greekToo = { ...JOINED.signs, body: { ...JOINED.signs.body, el: greek('Όλα μαζί.') } }
      const own = signs ? [{ ...signs, baseline: {} }] : []
      const [next] = waiting({ before: JOINED, after: { signs: greekToo }, own, languages: ['en', 'el'] })
      expect(next?.update.status).toBe('please-check')
    })

    it('are not ready where the common framework gets a first text there: a combination keeps them, and an acceptance says what goes', () => {
      const greekToo = { ...JOINED.signs, body: { ...JOINED.signs.body, el: greek('Πρώτο.') } }
      const own = [translated('signs', 'Πρώτο.'), translated('papers', 'Δεύτερο μέρος.', 'Τρίτο μέρος.')]
      const [one] = waiting({ before: TWO, after: { signs: greekToo }, own, languages: ['en', 'el'] })
      expect(one?.update.status).not.toBe('ready')
      const [combined] = one ? decided([one], { choice: 'combine', ...WHY }) : []
      const kept = ['Πρώτο.', '', 'Τίτλος papers', 'Δεύτερο μέρος.', 'Τρίτο μέρος.']
      expect(lines(combined?.body.el)).toEqual(expect.arrayContaining(kept))
      const after = one ? decided([one], { choice: 'accept' }) : []
      expect(gapsAfter(one?.together as Together, { decided: after, language: 'el' }).missing).toEqual(['papers'])
    })

    it('keep the translation of the first one as our text, where the other one had a common text and the first gets one now', () => {
      const el = (section: SectionContent, words: string) => ({
        ...section,
        body: { ...section.body, el: greek(words) },
      })
      const versions = {
        before: { ...TWO, papers: el(TWO.papers, 'Κοινό των εγγράφων.') },
        after: { signs: el(JOINED.signs, 'Νέο κοινό κείμενο.') },
      }
      const [one] = waiting({ ...versions, own: [translated('signs', 'Πρώτο.')], languages: ['en', 'el'] })
      expect(one?.update.status).not.toBe('ready')
      const [signs] = one ? decided([one], { choice: 'combine', ...WHY }) : []
      expect(signs).toMatchObject({ mode: 'adapt', translated: [], ...WHY })
      expect(lines(signs?.body.el)).toEqual(expect.arrayContaining(['Πρώτο.', 'Νέο κοινό κείμενο.']))
      const [kept, papers] = one ? decided([one], { choice: 'keep', ...WHY }) : []
      expect([kept, papers].map((section) => lines(section?.body.el))).toEqual([['Πρώτο.'], ['Κοινό των εγγράφων.']])
    })

    it('are to be checked where the summary of the one that is gone was translated and its text was not: it would stand nowhere', () => {
      const papers = { ...translated('papers'), summary: { el: 'Μόνο για χαρτιά και έγγραφα.' } }
      const summed = { ...TWO.papers, summary: { en: 'Only about papers.' } }
      const versions = { before: { ...TWO, papers: summed }, after: JOINED }
      for (const signs of [untouched('signs'), translated('signs', 'Πρώτο.')]) {
        const [one] = waiting({ ...versions, own: [signs, papers], languages: ['en', 'el'] })
        expect(one?.update.status).toBe('please-check')
        const missing = (choice: 'accept' | 'keep') => {
          const after = one ? decided([one], { choice, ...WHY }) : []
          return gapsAfter(one?.together as Together, { decided: after, language: 'el' }).missing
        }
        expect([missing('accept'), missing('keep')]).toEqual([['papers'], []])
      }
    })

    it('have no heading of a text that is gone, where the other one had a common text in that language', () => {
      const el = { ...TWO.papers, body: { ...TWO.papers.body, el: greek('Κοινό των εγγράφων.') } }
      const versions = { before: { ...TWO, papers: el }, after: JOINED }
      const [one] = waiting({ ...versions, own: [translated('signs', 'Πρώτο.')], languages: ['en', 'el'] })
      const [signs] = one ? decided([one], { choice: 'combine', ...WHY }) : []
      expect(signs).toMatchObject({ mode: 'inherit', translated: ['el'], reason: null })
      expect(lines(signs?.body.el)).toEqual(['Πρώτο.'])
    })

    it('keep their translations as translations where the common framework only has a title in that language', () => {
      const titled = (section: SectionContent) => ({ ...section, title: { ...section.title, el: 'Κοινός τίτλος' } })
      const versions = { before: { ...TWO, papers: titled(TWO.papers) }, after: JOINED }
      const own = [translated('signs', 'Πρώτο.'), translated('papers', 'Δεύτερο.')]
      const all = waiting({ ...versions, own, languages: ['en', 'el'] })
      for (const choice of ['accept', 'combine'] as const) {
        const [signs] = decided(all, { choice })
        expect(signs).toMatchObject({ mode: 'inherit', translated: ['el'] })
        expect(lines(signs?.body.el)).toEqual(['Πρώτο.', '', 'Κοινός τίτλος', 'Δεύτερο.'])
      }
    })

    it('keep the translation of one, where the other one only has the mark of a translation from before', () => {
      const el = (section: SectionContent) => ({ ...section, body: { ...section.body, el: greek('Κοινό κείμενο.') } })
      const own = [translated('signs', 'Παλιό.'), translated('papers', 'Δεύτερο μέρος.')]
      const versions = { before: { ...TWO, signs: el(TWO.signs) }, after: { signs: el(JOINED.signs) } }
      const [one] = waiting({ ...versions, own, languages: ['en', 'el'] })
      const [signs] = one ? decided([one], { choice: 'combine', ...WHY }) : []
      expect(signs?.mode).toBe('adapt')
      expect(lines(signs?.body.el)).toEqual(['Κοινό κείμενο.', '', 'Τίτλος papers', 'Δεύτερο μέρος.'])
    })

    it('can be combined and kept where the version has only that language, and the one that stays has nothing there', () => {
      const addition = { mode: 'supplement' as const, addition: { el: greek('Γραμμή 1109.') } }
      const [one] = waiting({
        ...{ before: TWO, after: JOINED, languages: ['el'] },
        own: [{ ...untouched('papers'), ...addition }],
      })
      expect(one && choicesFor(one.update)).toEqual(['accept', 'combine', 'keep'])
      const [combined] = one ? decided([one], { choice: 'combine', ...WHY }) : []
      expect(lines(combined?.body.el)).toContain('Γραμμή 1109.')
      const [, kept] = one ? decided([one], { choice: 'keep', ...WHY }) : []
      expect(kept?.mode).toBe('local')
      expect(JSON.stringify(kept?.body)).toContain('Γραμμή 1109.')
    })

    it('have the common text where only one of them has words of the country', () => {
      const own = { ...adapted('papers', [SECOND, THIRD]), body: { el: greek('Το δικό μας.') } }
      const [signs] = decided(found(own), { choice: 'combine', ...WHY })
      expect(lines(signs?.body.el)).toEqual([FIRST, '', 'Papers', 'Το δικό μας.'])
    })
  })

  describe('of which readers of a language get one in another language', () => {
    const RING = 'In our country ring 1109.'
    const greek = (section: SectionContent, ...words: string[]): SectionContent => ({
      ...{ ...section, body: { ...section.body, el: words.map(paragraph) } },
    })
    const first = 'Αναζητήστε σημάδια βίας και σημειώστε όσα είδατε.'
    const second = 'Ρωτήστε ποιος κρατά το διαβατήριο.'
    const third = 'Καλέστε την υπηρεσία και πείτε ποιοι είστε.'
    const inGreek = { signs: greek(TWO.signs, first), papers: greek(TWO.papers, second, third) }
    const ALL = greek(JOINED.signs, first, second, third)
    const gapsIn = (one: Waiting | undefined, sections: VariantSection[]) =>
      gapsAfter(one?.together as Together, { decided: sections, language: 'el' })

    describe('because only the other one has a text there', () => {
      const before = { ...TWO, signs: inGreek.signs }
      const joined = (own: VariantSection, signs = ALL) =>
        waiting({ before, after: { signs }, own: [own], languages: ['en', 'el'] })
      const supplemented = {
        ...{ ...untouched('papers'), mode: 'supplement' as const, addition: { en: [paragraph(RING)] } },
      }

      it('have an addition in the text of that language too after a combination', () => {
        for (const [signs, missing] of [
          [ALL, []],
          [greek(JOINED.signs, first), ['papers']],
        ] as const) {
          const [one] = joined(supplemented, signs)
          const sections = one ? decided([one], { choice: 'combine', ...WHY }) : []
          expect(lines(sections[0]?.body.en)).toEqual([FIRST, SECOND, THIRD, RING])
          const common = lines(signs.body.el)
          expect(lines(sections[0]?.body.el).toSorted()).toEqual([RING, ...common].toSorted())
          expect(gapsIn(one, sections)).toEqual({ missing, twice: [], untranslated: [] })
        }
      })

      it('are to be checked where that one has words of the country, which a combination does not bring into the text there', () => {
        const changed = THIRD.replace('say who you are', 'say nothing about yourself')
        for (const paragraphs of [
          [SECOND, THIRD, RING],
          [SECOND, changed],
        ]) {
          const [one] = joined(adapted('papers', paragraphs))
          if (!one?.together) throw new Error('They are not together.')
          expect([one.update.status, languagesWithoutOurs(one.together)]).toEqual(['please-check', ['el']])
          const sections = decided([one], { choice: 'combine', ...WHY })
          expect(lines(sections[0]?.body.en)).toEqual([FIRST, ...paragraphs])
          expect(gapsIn(one, sections).missing).toEqual(['papers'])
          // The choice itself says that they go.
          expect(gapsIn(one, decided([one], { choice: 'accept' })).missing).toEqual([])
          const written = { body: { el: [first, second, third, ...paragraphs].map(paragraph) } }
          expect(gapsIn(one, decided([one], { choice: 'combine', written, ...WHY })).missing).toEqual([])
        }
        const [translated] = joined(untouched('papers'))
        expect(translated?.together && languagesWithoutOurs(translated.together)).toEqual([])
      })
    })

    describe('because the country keeps the common text there out', () => {
      const place = { field: 'body' as const, language: 'el' as const }
      const keptOut = (key: string): VariantSection => ({
        ...{ ...untouched(key), mode: 'adapt', reason: 'other', body: { el: [] }, standIns: [place] },
      })
      const NOW = THIRD.replace('national office', 'regional office')
      const after = {
        signs: greek(content('signs', 'Signs', [`${FIRST} Sign it.`, SECOND, NOW]), first, second, third),
      }
      const joined = (...own: VariantSection[]) => waiting({ before: inGreek, after, own, languages: ['en', 'el'] })

      it('leave it out after a combination, where readers get all of them in the other language, with its changes', () => {
        const [one] = joined(keptOut('signs'), keptOut('papers'))
        if (!one?.together) throw new Error('They are not together.')
        const sections = decided([one], { choice: 'combine', ...WHY })
        expect(readIn(one, sections, 'el')[0]).toEqual({ en: [`${FIRST} Sign it.`, SECOND, NOW] })
        expect(sections[0]?.standIns).toContainEqual(place)
        expect(gapsIn(one, sections)).toEqual({ missing: [], twice: [], untranslated: [] })
        const accepted = decided([one], { choice: 'accept' })
        expect(readIn(one, accepted, 'el')[0]).toEqual({ el: [first, second, third] })
      })

      it('have the text of the other language in theirs, with its changes, where readers get only some of them in it, and say so', () => {
        for (const [own, el, untranslated] of [
          [keptOut('signs'), [`${FIRST} Sign it.`, second, third], ['signs']],
          [keptOut('papers'), [first, SECOND, NOW], ['papers']],
        ] as const) {
          const [one] = joined(own)
          const sections = one ? decided([one], { choice: 'combine', ...WHY }) : []
          expect(lines(sections[0]?.body.el)).toEqual(el)
          expect(gapsIn(one, sections)).toEqual({ missing: [], twice: [], untranslated })
        }
      })

      it('have it as it is decided in the other language: edited, or without a change that is declined', () => {
        const [one] = joined(keptOut('papers'))
        if (!one) throw new Error('Nothing waits.')
        const changed = offeredChanges(one.sides, 'en').map(({ id }) => id)
        const ofThird = changed.filter((id) => id === paragraph(NOW).id)
        const declined = decided([one], { choice: 'combine', declined: { en: ofThird }, ...WHY })
        expect(lines(declined[0]?.body.el)).toEqual([first, SECOND, THIRD])
        const written = { body: { en: [FIRST, SECOND, `${NOW} Wait.`].map(paragraph) } }
        const edited = decided([one], { choice: 'combine', written, ...WHY })
        expect(lines(edited[0]?.body.el)).toEqual([first, SECOND, `${NOW} Wait.`])
      })

      it('have words and an addition of the country there, each in its place', () => {
        const ours = { ...keptOut('papers'), body: { en: [SECOND, RING, THIRD].map(paragraph), el: [] } }
        const [adaptedOne] = joined(ours)
        const [signs] = adaptedOne ? decided([adaptedOne], { choice: 'combine', ...WHY }) : []
        expect(lines(signs?.body.el)).toEqual([first, SECOND, RING, NOW])
        const both = { en: [paragraph(RING)], el: [paragraph('Καλέστε το 1109.')] }
        const supplemented = { ...untouched('papers'), mode: 'supplement' as const, addition: both }
        const before = { signs: inGreek.signs, papers: TWO.papers }
        const [one] = waiting({ before, after, own: [supplemented], languages: ['en', 'el'] })
        const [next] = one ? decided([one], { choice: 'combine', ...WHY }) : []
        expect(lines(next?.body.en)).toEqual([`${FIRST} Sign it.`, SECOND, NOW, RING])
        expect(lines(next?.body.el)).toEqual(expect.arrayContaining([NOW, 'Καλέστε το 1109.']))
        expect(lines(next?.body.el)).not.toContain(RING)
      })

      it('have no text of the other language in place of one that the country took out on purpose', () => {
        const takenOut = { ...keptOut('papers'), standIns: [] }
        const [one] = joined(takenOut)
        const [signs] = one ? decided([one], { choice: 'combine', ...WHY }) : []
        expect(lines(signs?.body.el)).toEqual([first])
      })
    })
  })

  it('stay two where the country keeps its text: the one that is gone becomes its own', () => {
    const ours = SECOND.replace('passport', 'permit')
    const found = waiting({ before: TWO, after: JOINED, own: [adapted('papers', [ours, THIRD])] })
    const [signs, papers] = decided(found, { choice: 'keep', ...WHY })
    expect(lines(signs?.body.en)).toEqual([FIRST])
    expect(papers).toMatchObject({ mode: 'local', slug: 'papers' })
    expect(lines(papers?.body.en)).toEqual([ours, THIRD])
  })
})

describe('what a country left out of sections that are decided together', () => {
  const isBack = (waits: Waiting[], choice: 'accept' | 'keep') => {
    const [one] = waits
    const outcome = one?.together && decideWaiting({ waiting: one, decision: { choice, ...WHY }, release: 'newest' })
    if (!outcome?.ok) throw new Error('It is not decided')
    return droppedBy(outcome.result).isBack
  }

  it('comes back in the new section where the country accepts, and not where it keeps its text in one', () => {
    const divided = () => waiting({ before: ONE, after: TWO, own: [adapted('signs', [FIRST, THIRD])] })
    expect(isBack(divided(), 'accept')).toBe(true)
    expect(isBack(divided(), 'keep')).toBe(false)
  })

  it('comes back in the joined section, and is no paragraph that the country only put into the other one', () => {
    const joined = (signs: string[]) =>
      waiting({ before: TWO, after: ONE, own: [adapted('signs', signs), adapted('papers', [THIRD])] })
    expect(isBack(joined([`${FIRST} Sign it.`]), 'accept')).toBe(true)
    expect(isBack(joined([FIRST, SECOND]), 'accept')).toBe(false)
  })
})

function waiting({
  before,
  after,
  own = [],
  languages = ['en'],
}: {
  before: Record<string, SectionContent>
  after: Record<string, SectionContent>
  own?: VariantSection[]
  languages?: UpdateSides['languages']
}): Waiting[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  const placed = (given: SectionContent | undefined, at: number): UpdateSides['base'] =>
    given
      ? {
          entry: {
            ...{ key: given.key, slug: given.key, parent: null, rank: `a${at}`, mode: 'inherit', blob: '' },
            provenance: {},
          },
          content: given,
        }
      : null
  return [
    ...waitingIn(
      keys.map((key, at) => {
        const stored = own.find((one) => one.key === key) ?? untouched(key)
        const sides: UpdateSides = {
          ...{ base: placed(before[key], at), newest: placed(after[key], at), own: stored },
          ...{ languages, sourceLanguage: 'en' },
        }
        return { sides, paused: stored.paused }
      }),
    ),
  ]
}

function decided([one]: Waiting[], decision: UpdateDecision): VariantSection[] {
  if (!one?.together) throw new Error('They are not together')
  const outcome = decideWaiting({ waiting: one, decision, release: 'newest' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.because))
  return outcome.result.map(({ next }) => next)
}

/** The lines that readers of a language get of each section after a decision, by the language in which they get them. */
function readIn({ together }: Waiting, sections: readonly VariantSection[], language: Language) {
  const members = together ? [together.head, ...together.others] : []
  return members.map(({ newest, languages, own: { key } }) => {
    const variant = sections.filter((one) => one.key === key)
    const [section] = resolve({ base: newest ? [newest] : [], variant, languages })
    const said =
      section && section.entry.mode !== 'omit' ? wordsRead(section, { language, source: 'en' }).body : undefined
    return said ? { [said.language]: lines(said.value) } : {}
  })
}

function content(key: string, title: string, paragraphs: string[]): SectionContent {
  return withBlocks(key, title, paragraphs.map(paragraph))
}

function withBlocks(key: string, title: string, body: RichText): SectionContent {
  return { ...emptyContent(key), title: { en: title }, body: { en: body } }
}

function adapted(key: string, paragraphs: string[], reason: VariantSection['reason'] = 'national-law'): VariantSection {
  return { ...untouched(key), mode: 'adapt', reason, body: { en: paragraphs.map(paragraph) } }
}

function reasonFor(words: string): ChangeReason {
  const at = { field: 'body', block: paragraph(words).id, is: 'changed', language: 'en', words } as const
  return { at, reason: 'national-law', explanation: { en: 'Our law.' }, references: [] }
}

function together(...blocks: readonly (RichText[number] | undefined)[]): RichText {
  return blocks.flatMap((one) => one ?? [])
}

/** A paragraph has the same id in all texts: that of its first words. */
function paragraph(words: string) {
  return block('paragraph', { id: words.slice(0, 12), runs: [text(words)] })
}

function heading(words: string) {
  return block('heading', { id: 'heading', attrs: { level: 2 }, runs: [text(words)] })
}

function lines(body: RichText | undefined): string[] {
  return (body ?? []).map((one) => textOf([one]).trim())
}
