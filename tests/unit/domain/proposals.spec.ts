import { describe, expect, it } from 'vitest'
import { blocksBefore, withAddition } from '@/domain/additionPlace'
import {
  hasFreePlace,
  hasPlaceOfOwn,
  isPlaceThere,
  isSameInCommon,
  isWithoutText,
  ownBlocks,
  type ProposedPart,
  proposablePlaces,
  proposed,
  takenOver,
  takeOver,
} from '@/domain/proposals'
import { type BaseSection, resolve, untouched, type VariantSection } from '@/domain/resolve'
import { block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { emptyContent, type SectionContent } from '@/domain/section'
import { settledByProposal, type UpdateSides, updateOf } from '@/domain/updates/updates'

const AFTER_ONE = { where: 'after-block', block: 'a', words: 'One.' } as const
const COMMON = content({ title: { en: 'Ask' }, body: { en: [p('a', 'One.'), p('b', 'Two.')] } })

describe('what a country can propose', () => {
  it('is its own text, in the languages in which it wrote it', () => {
    const own = adapted({ title: { en: 'Ask', el: 'Ρώτα' }, body: { en: [p('a', 'One.'), p('n', 'New.')] } })
    expect(proposablePlaces({ own, common: COMMON, languages: ['en', 'el'] })).toEqual([
      { field: 'body', language: 'en' },
      { field: 'title', language: 'el' },
    ])
  })

  it('is nothing in a section that is common text, or that it does not use', () => {
    const own = adapted({ title: { en: 'Other' } })
    for (const mode of ['inherit', 'omit'] as const)
      expect(outcomeOf({ ...own, mode })).toEqual(no('refusal.proposal-nothing-own'))
  })

  it('is no paragraph that the common text has too', () => {
    const own = adapted({ body: { en: [p('a', 'One.'), p('n', 'New.')] } })
    expect(outcomeOf(own, { part: blocks('body', 'a') })).toEqual(no('refusal.proposal-nothing-own'))
    const outcome = outcomeOf(own, { part: blocks('body', 'a', 'n') })
    expect(outcome).toEqual({ ok: true, result: { places: [{ field: 'body', language: 'en' }], ids: ['n'] } })
  })

  it('is the whole of a section that only the country has', () => {
    const own = { ...adapted({ title: { en: 'Ours' }, body: { en: [p('x', 'Text.')] } }), mode: 'local' as const }
    expect(outcomeOf(own, { base: null, part: { kind: 'fields', fields: ['title'] } })).toEqual(
      no('refusal.proposal-whole'),
    )
    expect(outcomeOf(own, { base: null }).ok).toBe(true)
  })

  it('is nothing of a section that the common framework no longer has', () => {
    expect(outcomeOf(adapted({ title: { en: 'Other' } }), { isGone: true })).toEqual(
      no('refusal.proposal-section-gone'),
    )
  })

  it('is nothing that waits for an answer already; another paragraph can be proposed beside it', () => {
    const own = adapted({ body: { en: [p('n', 'New.'), p('m', 'More.')] } })
    const open = [{ places: [{ field: 'body' as const, language: 'en' as const }], ids: ['n'] }]
    expect(outcomeOf(own, { open, part: blocks('body', 'n', 'm') })).toEqual(no('refusal.proposal-open'))
    expect(outcomeOf(own, { open })).toEqual(no('refusal.proposal-open'))
    expect(outcomeOf(own, { open, part: blocks('body', 'm') }).ok).toBe(true)
  })
})

describe('the common text with a proposal taken over', () => {
  it('has a whole text in the place of its own, and keeps texts that were not proposed', () => {
    const own = adapted({ title: { en: 'Ask gently' } })
    const moved = { ...COMMON, body: { en: [p('a', 'Written since.')] } }
    const after = takenOver({ common: moved, proposal: proposalOf(own) })
    expect(after.title).toEqual({ en: 'Ask gently' })
    expect(linesOf(after.body.en)).toEqual(['Written since.'])
  })

  it('has a changed paragraph in its place, and a new one after the paragraph that it follows there', () => {
    const own = adapted({ body: { en: [p('a', 'One, and more.'), p('n', 'New.'), p('b', 'Two!')] } })
    const part = blocks('body', 'a', 'n')
    expect(linesOf(takenOver({ common: COMMON, proposal: proposalOf(own, part) }).body.en)).toEqual([
      'One, and more.',
      'New.',
      'Two.',
    ])
  })

  it('has new paragraphs where the coordinator wants them', () => {
    const own = adapted({ body: { en: [p('a', 'One.'), p('n', 'New.'), p('b', 'Two.')] } })
    const proposal = proposalOf(own, blocks('body', 'n'))
    const at = (place: Parameters<typeof takenOver>[0]['place']) =>
      linesOf(takenOver({ common: COMMON, proposal, place: place ?? null }).body.en)
    expect(at('beginning')).toEqual(['New.', 'One.', 'Two.'])
    expect(at({ after: 'b' })).toEqual(['One.', 'Two.', 'New.'])
    expect(hasFreePlace({ common: COMMON, proposal, language: 'en' })).toBe(true)
  })

  it('has an addition at its end', () => {
    const own = supplemented([p('n', 'Here too.')])
    expect(linesOf(takenOver({ common: COMMON, proposal: proposalOf(own) }).body.en)).toEqual([
      'One.',
      'Two.',
      'Here too.',
    ])
  })

  it('has an addition where the country has it, unless the coordinator wants it elsewhere or its paragraph is gone', () => {
    const own = { ...supplemented([p('n', 'Here too.')]), additionPlace: AFTER_ONE }
    const lines = (given: Omit<Parameters<typeof takenOver>[0], 'proposal'>) =>
      linesOf(takenOver({ ...given, proposal: proposalOf(own) }).body.en)
    expect(lines({ common: COMMON })).toEqual(['One.', 'Here too.', 'Two.'])
    expect(lines({ common: COMMON, place: { after: 'b' } })).toEqual(['One.', 'Two.', 'Here too.'])
    const moved = { ...COMMON, body: { en: [p('b', 'Two.'), p('a', 'One.'), p('c', 'Three.')] } }
    expect(lines({ common: moved })).toEqual(['Two.', 'One.', 'Here too.', 'Three.'])
    const gone = { ...COMMON, body: { en: [p('b', 'Two.')] } }
    expect(lines({ common: gone })).toEqual(['Two.', 'Here too.'])
    expect([COMMON, gone].map((common) => hasPlaceOfOwn({ common, proposal: proposalOf(own) }))).toEqual([true, false])
  })

  it('has what the coordinator places after a paragraph after its translation, which has another id', () => {
    const body = {
      en: [p('a', 'One.'), p('b', 'Two.'), p('c', 'Three.')],
      el: [p('x', 'Ένα.'), p('y', 'Δύο.'), p('z', 'Τρία.')],
    }
    const common = { ...COMMON, body }
    const own = supplemented([p('n', 'Here too.')])
    const both = { ...own, addition: { ...own.addition, el: [p('m', 'Και εδώ.')] } }
    const content = contentOf(both, common)
    const places = (['en', 'el'] as const).map((language) => ({ field: 'addition' as const, language }))
    for (const after of ['b', 'y']) {
      const taken = takenOver({ common, proposal: { base: common, content, places, ids: null }, place: { after } })
      expect(linesOf(taken.body.en)).toEqual(['One.', 'Two.', 'Here too.', 'Three.'])
      expect(linesOf(taken.body.el)).toEqual(['Ένα.', 'Δύο.', 'Και εδώ.', 'Τρία.'])
      expect(isPlaceThere({ common, place: { after } })).toBe(true)
    }
    expect(isPlaceThere({ common, place: { after: 'n' } })).toBe(false)
    expect(isPlaceThere({ common: null, place: null })).toBe(true)
  })

  it('has the addition of each language at its place there', () => {
    const common = { ...COMMON, body: { en: COMMON.body.en ?? [], el: [p('x', 'Ένα.'), p('y', 'Δύο.')] } }
    const own = { ...supplemented([p('n', 'Here too.')]), additionPlace: AFTER_ONE }
    const both = { ...own, addition: { ...own.addition, el: [p('m', 'Και εδώ.')] } }
    const outcome = proposed({
      ...{ own: both, common, content: contentOf(both, common), part: { kind: 'whole' } },
      ...{ languages: ['en', 'el'], open: [], isGone: false },
    })
    if (!outcome.ok) throw new Error('Nothing is proposed.')
    const after = takenOver({ common, proposal: { ...outcome.result, base: common, content: contentOf(both, common) } })
    expect(linesOf(after.body.en)).toEqual(['One.', 'Here too.', 'Two.'])
    expect(linesOf(after.body.el)).toEqual(['Ένα.', 'Και εδώ.', 'Δύο.'])
  })

  it('leaves each paragraph of the common text its id, also where an addition was copied from it', () => {
    const own = { ...supplemented([p('b', 'Two, and more.')]), additionPlace: { where: 'before' as const } }
    const body = takenOver({ common: COMMON, proposal: proposalOf(own) }).body.en ?? []
    expect(body.map(({ id }) => id)).toEqual(['', 'a', 'b'])
    expect(linesOf(body)).toEqual(['Two, and more.', 'One.', 'Two.'])
  })

  it('has neither an addition nor a single paragraph in a language in which the section has no text', () => {
    const translated = { body: { el: [p('x', 'Ένα.'), p('y', 'Δύο.')] }, translated: ['el' as const] }
    const own = { ...supplemented([]), ...translated, addition: { el: [p('n', 'Και εδώ.')] } }
    const [place, block] = (['addition', 'body'] as const).map((field) => [{ field, language: 'el' as const }])
    const content = contentOf(own, COMMON)
    for (const offer of [
      { places: place ?? [], ids: null },
      { places: block ?? [], ids: ['y'] },
    ]) {
      const taken = takenOver({ common: COMMON, proposal: { base: COMMON, content, ...offer } })
      expect(isSameInCommon(taken, COMMON)).toBe(true)
      expect(isWithoutText({ common: COMMON, proposal: offer })).toBe(true)
    }
    const whole = { places: block ?? [], ids: null }
    expect(linesOf(takenOver({ common: COMMON, proposal: { base: COMMON, content, ...whole } }).body.el)).toEqual([
      'Ένα.',
      'Δύο.',
    ])
    expect(isWithoutText({ common: COMMON, proposal: whole })).toBe(false)
  })

  it('has no paragraph twice that it has and the country added too', () => {
    const own = supplemented([p('n', 'One.'), p('m', 'New.')])
    expect(linesOf(takenOver({ common: COMMON, proposal: proposalOf(own) }).body.en)).toEqual(['One.', 'Two.', 'New.'])
  })

  it('says when nothing would change', () => {
    const own = adapted({ title: { en: 'Ask gently' } })
    const same = { ...COMMON, title: { en: 'Ask gently' } }
    expect(isSameInCommon(takenOver({ common: same, proposal: proposalOf(own) }), same)).toBe(true)
  })
})

describe('a proposal that was made from another common text', () => {
  const own = adapted({ body: { en: [p('a', 'One.'), p('n', 'New from here.'), p('b', 'Two.')] } })
  const other = adapted({ body: { en: [p('a', 'One.'), p('b', 'Two.'), p('m', 'More from there.')] } })
  const since = { ...COMMON, body: { en: [p('a', 'One.'), p('b', 'Two.'), p('c', 'Written since.')] } }

  it('leaves what the common framework wrote since, and what it took over from another country', () => {
    const first = { ...since, ...takenOver({ common: since, proposal: proposalOf(own) }) }
    expect(linesOf(first.body.en)).toEqual(['One.', 'New from here.', 'Two.', 'Written since.'])
    const second = takeOver({ common: first, proposal: proposalOf(other) })
    expect(linesOf(second.texts.body.en).toSorted()).toEqual(
      ['One.', 'New from here.', 'Two.', 'Written since.', 'More from there.'].toSorted(),
    )
    expect(second).toMatchObject({ isMerged: true, disputed: [], left: [] })
  })

  it('brings no sentence back that the common framework changed since', () => {
    const urgent = { ...COMMON, body: { en: [p('a', 'One.'), p('b', 'Two, at once.')] } }
    const taken = takenOver({ common: urgent, proposal: proposalOf(own) })
    expect(linesOf(taken.body.en)).toEqual(['One.', 'New from here.', 'Two, at once.'])
  })

  it('has the words of the country where both changed the same ones, in the title too, and that is said', () => {
    const words = adapted({ title: { en: 'Ask gently' }, body: { en: [p('a', 'One.'), p('b', 'Two from here.')] } })
    const changed = { ...COMMON, title: { en: 'Ask kindly' }, body: { en: [p('a', 'First.'), p('b', 'Two since.')] } }
    const { texts, ...merged } = takeOver({ common: changed, proposal: proposalOf(words) })
    expect(texts.title.en).toBe('Ask gently')
    expect(linesOf(texts.body.en)).toEqual(['First.', 'Two from here.'])
    expect(merged).toEqual({
      isMerged: true,
      disputed: [
        { language: 'en', ours: 'gently', theirs: 'kindly' },
        { language: 'en', ours: 'from here', theirs: 'since' },
      ],
      left: [],
    })
  })

  it('leaves a paragraph that the country left out and the common framework changed, and that is said', () => {
    const without = adapted({ body: { en: [p('a', 'One from here.')] } })
    const changed = { ...COMMON, body: { en: [p('a', 'One.'), p('b', 'Two, at once.')] } }
    const { texts, ...merged } = takeOver({ common: changed, proposal: proposalOf(without) })
    expect(linesOf(texts.body.en)).toEqual(['One from here.', 'Two, at once.'])
    expect(merged).toEqual({
      isMerged: true,
      disputed: [],
      left: [{ language: 'en', ours: '', theirs: 'Two, at once.' }],
    })
    expect(linesOf(takenOver({ common: COMMON, proposal: proposalOf(without) }).body.en)).toEqual(['One from here.'])
  })

  it('names the whole of a paragraph that the common framework removed and the country changed', () => {
    const changed = adapted({ body: { en: [p('a', 'One.'), p('b', 'Decide within 21 days of it.')] } })
    const base = { ...COMMON, body: { en: [p('a', 'One.'), p('b', 'Decide within 30 days of it.')] } }
    const now = { ...base, body: { en: [p('a', 'One.')] } }
    const { texts, disputed } = takeOver({ common: now, proposal: proposalOf(changed, { kind: 'whole' }, base) })
    expect(linesOf(texts.body.en)).toEqual(['One.', 'Decide within 21 days of it.'])
    expect(disputed).toEqual([{ language: 'en', ours: 'Decide within 21 days of it.', theirs: '' }])
  })

  it('names the whole of an item that the common framework removed and the country changed', () => {
    const item = (days: number) => p('i', `Decide within ${days} days of it.`)
    const withItem = (...items: RichText) => [
      p('a', 'One.'),
      block('list', { id: 'l', children: [p('f', 'First.'), ...items] }),
    ]
    const changed = adapted({ body: { en: withItem(item(21)) } })
    const base = { ...COMMON, body: { en: withItem(item(30)) } }
    const now = { ...base, body: { en: withItem() } }
    const { disputed } = takeOver({ common: now, proposal: proposalOf(changed, { kind: 'whole' }, base) })
    expect(disputed).toEqual([{ language: 'en', ours: 'Decide within 21 days of it.', theirs: '' }])
  })

  it('leaves a sentence that the country left out and the common framework changed, and that is said', () => {
    const long = (middle: string) => ({ ...COMMON, body: { en: [p('a', `Ask the child. ${middle}Write it down.`)] } })
    const without = adapted({ body: long('').body })
    const now = long('Call the police at once. ')
    const proposal = proposalOf(without, { kind: 'whole' }, long('Call the police later. '))
    const { texts, ...merged } = takeOver({ common: now, proposal })
    expect(linesOf(texts.body.en)).toEqual(['Ask the child. Call the police at once. Write it down.'])
    expect(merged).toMatchObject({ isMerged: true, disputed: [], left: [{ ours: '' }] })
  })

  it('changes in a single paragraph only what the country changed there', () => {
    const long = { ...COMMON, body: { en: [p('a', 'Ask the child. Write it down. Call the police later.')] } }
    const ours = adapted({ body: { en: [p('a', 'Ask the child alone. Write it down. Call the police later.')] } })
    const now = { ...long, body: { en: [p('a', 'Ask the child. Write it down. Call the police at once.')] } }
    const { texts, ...merged } = takeOver({ common: now, proposal: proposalOf(ours, blocks('body', 'a'), long) })
    expect(linesOf(texts.body.en)).toEqual(['Ask the child alone. Write it down. Call the police at once.'])
    expect(merged).toEqual({ isMerged: true, disputed: [], left: [] })
  })

  it('leaves a text that the common framework wrote since in a language that it did not have', () => {
    const greek = adapted({ body: { el: [p('x', 'Δικό μας κείμενο για όλους.')] } })
    const written = { ...COMMON, body: { ...COMMON.body, el: [p('y', 'Ένα.'), p('z', 'Δύο.')] } }
    for (const ids of [null, ['x']]) {
      const places = [{ field: 'body', language: 'el' } as const]
      const proposal = { base: COMMON, content: contentOf(greek, COMMON), places, ids }
      const lines = linesOf(takenOver({ common: written, proposal }).body.el)
      expect(lines.toSorted()).toEqual(['Δικό μας κείμενο για όλους.', 'Ένα.', 'Δύο.'].toSorted())
    }
  })

  it('is as proposed where the common framework changed only other texts, or nobody knows from which text it was made', () => {
    const title = { ...COMMON, title: { en: 'Other' } }
    const { texts, ...merged } = takeOver({ common: title, proposal: proposalOf(own) })
    expect(texts).toMatchObject({ title: { en: 'Other' }, body: own.body })
    expect(merged.isMerged).toBe(false)
    const unknown = takeOver({ common: since, proposal: { ...proposalOf(own), base: null } })
    expect(linesOf(unknown.texts.body.en)).toEqual(['One.', 'New from here.', 'Two.'])
  })
})

describe('a part that each country fills in', () => {
  const rule = { field: 'body', block: { en: 'b' }, demand: 'fill-in', guidance: {} } as const
  const asked = { ...COMMON, rules: [rule] }

  it('is not offered as a paragraph of the country, and is nothing to propose alone', () => {
    const filled = adapted({ body: { en: [p('a', 'One.'), p('b', 'The office in Dublin.'), p('n', 'New.')] } })
    const place = { field: 'body', language: 'en' } as const
    const offered = ownBlocks({ common: asked, content: contentOf(filled, asked), place })
    expect(offered.map(({ id }) => id)).toEqual(['n'])
    const alone = adapted({ body: { en: [p('a', 'One.'), p('b', 'The office in Dublin.')] } })
    expect(outcomeOf(alone, { base: asked })).toEqual(no('refusal.proposal-nothing-own'))
    const title = { ...COMMON, rules: [{ ...rule, field: 'title' as const, block: null }] }
    expect(outcomeOf(adapted({ title: { en: 'Ours' } }), { base: title })).toEqual(no('refusal.proposal-nothing-own'))
  })

  it('stays common when all of the text is taken over, whatever id the country has there, and where it left it out', () => {
    for (const [id, before, after] of [
      ['b', [], [p('n', 'New.')]],
      ['b', [p('n', 'New.')], []],
      ['x', [], []],
    ] as const) {
      const body = { en: [p('a', 'One from here.'), ...before, p(id, 'The office in Dublin.'), ...after] }
      const taken = takenOver({ common: asked, proposal: proposalOf(adapted({ body }), { kind: 'whole' }, asked) })
      expect(linesOf(taken.body.en)).toEqual([
        'One from here.',
        ...linesOf([...before]),
        'Two.',
        ...linesOf([...after]),
      ])
      expect(taken.body.en?.find(({ id: one }) => one === 'b')).toEqual(p('b', 'Two.'))
    }
    const without = adapted({ body: { en: [p('a', 'One from here.')] } })
    const taken = takenOver({ common: asked, proposal: proposalOf(without, { kind: 'whole' }, asked) })
    expect(linesOf(taken.body.en)).toEqual(['One from here.', 'Two.'])
  })

  it('is taken for no other paragraph: not for one of several new ones, nor for another part with the same words', () => {
    const typed = adapted({ body: { en: [p('a', 'One.'), p('n', 'New advice.'), p('x', 'The office in Dublin.')] } })
    const whole = takenOver({ common: asked, proposal: proposalOf(typed, { kind: 'whole' }, asked) })
    expect(linesOf(whole.body.en)).toEqual(['One.', 'Two.', 'New advice.', 'The office in Dublin.'])
    const twice = {
      ...{ ...COMMON, body: { en: [p('a', 'One.'), p('b', 'Name it.'), p('c', 'Name it.')] } },
      rules: [rule, { ...rule, block: { en: 'c' } }],
    }
    const second = adapted({
      body: { en: [p('a', 'One from here.'), p('b', 'Name it.'), p('c', 'The office in Dublin.')] },
    })
    const taken = takenOver({ common: twice, proposal: proposalOf(second, { kind: 'whole' }, twice) })
    expect(linesOf(taken.body.en)).toEqual(['One from here.', 'Name it.', 'Name it.'])
  })

  it('stays as the common framework words it now, also by a rule that only the working text has', () => {
    const filled = adapted({ body: { en: [p('a', 'One.'), p('b', 'The office in Dublin.'), p('n', 'New.')] } })
    const body = { en: [p('a', 'One.'), p('b', 'Name your office.')] }
    for (const [base, common] of [
      [asked, { ...asked, body }],
      [COMMON, { ...asked, body }],
      [asked, { ...COMMON, body }],
    ] as const) {
      const { texts, disputed } = takeOver({ common, proposal: proposalOf(filled, { kind: 'whole' }, base) })
      expect(linesOf(texts.body.en)).toEqual(['One.', 'Name your office.', 'New.'])
      expect(disputed).toEqual([])
    }
  })

  it('asks nothing of the country with the release of what was taken over beside it', () => {
    const filled = adapted({ body: { en: [p('a', 'One.'), p('b', 'The office in Dublin.'), p('n', 'New.')] } })
    const newest = { ...asked, ...takenOver({ common: asked, proposal: proposalOf(filled, { kind: 'whole' }, asked) }) }
    const sides = { ...sidesOf(filled, newest), base: placed(asked) }
    const settled = settledByProposal({ sides, release: 'r2' })
    expect(settled?.decision.parts).toEqual(['body'])
    expect(linesOf(settled?.next.body.en)).toEqual(['One.', 'The office in Dublin.', 'New.'])
  })
})

describe('after the release of what was taken over', () => {
  it('a text that the coordinator changed is asked about as always', () => {
    const own = adapted({ title: { en: 'Ask gently' } })
    const sides = sidesOf(own, { ...COMMON, title: { en: 'Ask kindly' } })
    expect(settledByProposal({ sides, release: 'r2' })).toBe(null)
    expect(updateOf(sides)?.parts).toEqual(['title'])
  })

  it('only the parts that say what the country says are settled; the others ask', () => {
    const own = adapted({ title: { en: 'Ask gently' }, body: { en: [p('a', 'Ours.')] } })
    const newest = { ...COMMON, title: { en: 'Ask gently' }, body: { en: [p('a', 'One.'), p('b', 'Three.')] } }
    const settled = settledByProposal({ sides: sidesOf(own, newest), release: 'r2' })
    expect(settled?.decision.parts).toEqual(['title'])
    expect(settled?.next).toMatchObject({ mode: 'adapt', reason: 'other', title: {}, baseline: { title: 'r2' } })
    expect(settled?.next.baseline.body).toBe(undefined)
  })

  it('an addition that is partly in the common text keeps only the rest', () => {
    const own = supplemented([p('n', 'Here too.'), p('m', 'Only here.')])
    const newest = { ...COMMON, body: { en: [p('n', 'Here too.'), ...(COMMON.body.en ?? [])] } }
    const settled = settledByProposal({ sides: sidesOf(own, newest), release: 'r2' })
    expect(settled?.next.mode).toBe('supplement')
    expect(linesOf(settled?.next.addition.en)).toEqual(['Only here.'])
  })

  it('a country is asked where the common text in a translated language has only its addition', () => {
    const translated = { body: { el: [p('x', 'Ένα.'), p('y', 'Δύο.')] }, translated: ['el' as const] }
    const own = { ...supplemented([]), ...translated, addition: { el: [p('n', 'Και εδώ.')] } }
    const newest = { ...COMMON, body: { ...COMMON.body, el: [p('n', 'Και εδώ.')] } }
    const sides = { ...sidesOf(own, newest), languages: ['el' as const] }
    expect(settledByProposal({ sides, release: 'r2' })).toBe(null)
    expect(updateOf(sides)?.parts).toEqual(['body'])
  })

  it('what is left of an addition without a place stays where it is, if a place can say that', () => {
    const own = supplemented([p('n', 'First.'), p('m', 'Second.')])
    const newest = { ...COMMON, body: { en: [...(COMMON.body.en ?? []), p('m', 'Second.')] } }
    const settled = settledByProposal({ sides: sidesOf(own, newest), release: 'r2' })
    expect(settled?.next.additionPlace).toEqual({ where: 'after-block', block: 'b', words: 'Two.' })
    expect(linesOf(settled?.next.addition.en)).toEqual(['First.'])
  })

  it('what is left of an addition with a place stays between the same paragraphs, or the country is asked', () => {
    const three = [p('n', 'First.'), p('m', 'Second.'), p('o', 'Third.')]
    const own = { ...supplemented(three), additionPlace: AFTER_ONE }
    const readAfter = (...taken: RichText) => {
      const newest = { ...COMMON, body: { en: [p('a', 'One.'), ...taken, p('b', 'Two.')] } }
      const next = settledByProposal({ sides: sidesOf(own, newest), release: 'r2' })?.next
      const read = next && contentOf(next, newest)
      const at = read && blocksBefore({ place: read.additionPlace, body: read.body, language: 'en' })
      return read && linesOf(withAddition({ body: read.body.en ?? [], addition: read.addition.en ?? [], at: at ?? 0 }))
    }
    const before = ['One.', 'First.', 'Second.', 'Third.', 'Two.']
    expect(readAfter(p('n', 'First.'))).toEqual(before)
    expect(readAfter(p('o', 'Third.'))).toEqual(before)
    expect(readAfter(...three)).toEqual(before)
    // The rest stands on both sides of the paragraph, and has one place only.
    expect(readAfter(p('m', 'Second.'))).toBe(undefined)
  })

  it('a text that the country dropped, and of which the common framework dropped it too, is not asked about', () => {
    const own = adapted({ body: { en: [] } })
    const newest = { ...COMMON, ...takenOver({ common: COMMON, proposal: proposalOf(own) }) }
    const settled = settledByProposal({ sides: sidesOf(own, newest), release: 'r2' })
    expect(settled?.decision.parts).toEqual(['body'])
    expect(settled?.next).toMatchObject({ mode: 'inherit', body: {}, reason: null })
  })

  it('a text asks in which the common framework now fixes a part that the country has otherwise', () => {
    const rules = [{ field: 'title', block: null, demand: 'fixed', guidance: {} }] as const
    const own = adapted({ title: { en: 'Ask gently' }, body: { en: [p('a', 'Ours.')] } })
    const newest = { ...COMMON, body: { en: [p('a', 'Ours.')] }, rules: [...rules] }
    const settled = settledByProposal({ sides: sidesOf(own, newest), release: 'r2' })
    expect(settled?.decision.parts).toEqual(['body'])
    expect(settled && updateOf(sidesOf(settled.next, newest))?.status).toBe('decision-needed')
  })

  it('nothing is settled during a pause', () => {
    const own = adapted({ title: { en: 'Ask gently' } })
    const sides = sidesOf(own, { ...COMMON, title: { en: 'Ask gently' } })
    expect(settledByProposal({ sides, release: 'r2', paused: { reason: 'Wait.', until: null } })).toBe(null)
    expect(settledByProposal({ sides, release: 'r2' })?.next.mode).toBe('inherit')
  })
})

function p(id: string, words: string) {
  return block('paragraph', { id, runs: [text(words)] })
}

function content(given: Partial<SectionContent>): SectionContent {
  return { ...emptyContent('k'), ...given }
}

function adapted(given: Partial<VariantSection>): VariantSection {
  return { ...untouched('k'), mode: 'adapt', reason: 'other', ...given }
}

function supplemented(addition: RichText): VariantSection {
  return { ...untouched('k'), mode: 'supplement', addition: { en: addition } }
}

function placed(given: SectionContent): BaseSection {
  const entry = { key: 'k', slug: 'k', parent: null, rank: 'a0', mode: 'inherit' as const, blob: '', provenance: {} }
  return { entry, content: given }
}

type Asked = Partial<Pick<Parameters<typeof proposed>[0], 'part' | 'open' | 'isGone'>> & {
  base?: SectionContent | null
}

function outcomeOf(
  own: VariantSection,
  { base: common = COMMON, part = { kind: 'whole' }, open = [], isGone = false }: Asked = {},
) {
  return proposed({ own, common, content: contentOf(own, common), part, languages: ['en', 'el'], open, isGone })
}

function contentOf(own: VariantSection, common: SectionContent | null): SectionContent {
  const [section] = resolve({ base: common ? [placed(common)] : [], variant: [own], languages: ['en', 'el'] })
  return section?.content ?? emptyContent('k')
}

function proposalOf(own: VariantSection, part: ProposedPart = { kind: 'whole' }, common = COMMON) {
  const outcome = outcomeOf(own, { base: common, part })
  if (!outcome.ok) throw new Error(outcome.because[0]?.key)
  return { ...outcome.result, content: contentOf(own, common), base: common }
}

function blocks(field: 'body' | 'addition', ...ids: string[]): ProposedPart {
  return { kind: 'blocks', field, ids }
}

function sidesOf(own: VariantSection, newest: SectionContent): UpdateSides {
  return { base: placed(COMMON), newest: placed(newest), own, languages: ['en'], sourceLanguage: 'en' }
}

function linesOf(body: RichText | undefined): string[] {
  return (body ?? []).map((one) => textOf([one]).trim())
}

function no(key: string) {
  return { ok: false, because: [{ key }] }
}
