import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ownChanges, reasonsByText, reasonsOfBoth, settledReasons, shownReasons } from '@/domain/changeReasons'
import type { Language } from '@/domain/language'
import { resolve } from '@/domain/resolve'
import { block, type RichText } from '@/domain/richText/richText'
import type { ChangedAt, ChangeReason } from '@/domain/section'
import { sectionText } from '@/domain/sectionText'
import { decideUpdate } from '@/domain/updates/updates'
import { whyOf } from '@/domain/why'
import { baseOf, contentOf, ownOf, p } from './sections'

const TEXT = [
  p('Every applicant receives the leaflet in a language that they understand.', 'p1'),
  p('The interview takes place in a closed room with an interpreter.', 'p2'),
  p('A decision is sent by post within thirty days of the interview.', 'p3'),
  p('An appeal has suspensive effect.', 'p4'),
]
const ENGLISH: readonly Language[] = ['en']

function content(body: RichText, more: Partial<ReturnType<typeof contentOf>> = {}) {
  return contentOf('a', { title: { en: 'Interview' }, summary: { en: '' }, body: { en: body }, ...more })
}

function changes(body: RichText, more: Partial<ReturnType<typeof contentOf>> = {}) {
  const [common, own] = [content(TEXT), content(body, more)].map((one) => sectionText({ content: one, language: 'en' }))
  return common && own ? ownChanges({ common, own, language: 'en' }) : []
}

function reasonAt(at: Partial<ChangedAt>, explanation = 'Our law says so.'): ChangeReason {
  return {
    at: { field: 'body', block: null, is: 'changed', language: 'en', words: '', ...at },
    reason: 'national-law',
    explanation: { en: explanation },
    references: [{ text: 'International Protection Act 2015, s. 5', url: 'https://www.irishstatutebook.ie/' }],
  }
}

function settled(body: RichText, reasons: ChangeReason[], common: RichText = TEXT) {
  return settledReasons({ reasons, common: content(common), own: content(body), languages: ENGLISH })
}

/** The text with the words of one paragraph replaced. */
function with2(words: string, id = 'p2'): RichText {
  return TEXT.map((one) => (one.id === id ? p(words, id) : one))
}

describe('the changes for which a country can give a reason', () => {
  it('are the title, the summary and each paragraph that was changed, added or left out', () => {
    const body = [
      ...with2('The interview takes place in a closed room.').slice(0, 3),
      p('A new duty in our law.', 'n1'),
    ]
    const found = changes(body, { title: { en: 'The interview' }, summary: { en: 'In short.' } })
    expect(found.map(({ at }) => [at.field, at.block, at.is])).toEqual([
      ['title', null, 'changed'],
      ['summary', null, 'added'],
      ['body', 'p2', 'changed'],
      ['body', 'p4', 'dropped'],
      ['body', 'n1', 'added'],
    ])
  })

  it('are none if both texts say the same, whatever ids their paragraphs have', () => {
    expect(changes(TEXT.map((one, at) => ({ ...one, id: `other-${at}` })))).toEqual([])
  })

  it('name a paragraph by its words, and a moved one as moved', () => {
    const [first, ...others] = TEXT
    const [change] = changes(first ? [...others, first] : [])
    expect(change?.at).toMatchObject({ block: 'p1', is: 'moved', words: expect.stringContaining('Every applicant') })
  })

  it('are one for a list, however many of its items changed', () => {
    const item = (words: string, id: string) => block('item', { ...p(words, id), id })
    const list = (...items: RichText) => block('list', { id: 'l1', children: items })
    const common = sectionText({ content: content([list(item('One', 'i1'), item('Two', 'i2'))]), language: 'en' })
    const own = sectionText({
      content: content([list(item('One more', 'i1'), item('Two more', 'i2'))]),
      language: 'en',
    })
    expect(ownChanges({ common, own, language: 'en' }).map(({ at }) => at.block)).toEqual(['l1'])
  })
})

describe('a reason for a change', () => {
  const mine = reasonAt({ block: 'p2', words: 'The interview takes place in a closed room.' })

  it('stays with its paragraph when that is edited further, and its words are those of now', () => {
    const { kept, gone } = settled(with2('Interviews: a video link is enough.'), [mine])
    expect(gone).toEqual([])
    expect(kept).toEqual([{ ...mine, at: { ...mine.at, words: 'Interviews: a video link is enough.' } }])
  })

  it('is dropped when the country says there again what the common text says', () => {
    expect(settled(TEXT, [mine])).toEqual({ kept: [], gone: [mine] })
  })

  it('does not go to a similar paragraph when its own is as in the common text again', () => {
    const body = [...TEXT, p('The interview takes place in a closed room with a guard.', 'n1')]
    expect(settled(body, [mine]).gone).toEqual([mine])
  })

  it('is found by its words if its paragraph has lost its id', () => {
    const added = reasonAt({ block: 'lost', is: 'added', words: 'Police hand over the file at once.' })
    const body = [...TEXT, p('The police hand over the file at once.', 'n7')]
    expect(settled(body, [added]).kept.map(({ at }) => at.block)).toEqual(['n7'])
  })

  it('is dropped if no paragraph has its id or half of its words', () => {
    const added = reasonAt({ block: 'lost', is: 'added', words: 'Police hand over the file at once.' })
    expect(settled([...TEXT, p('Children have a guardian.', 'n7')], [added]).gone).toEqual([added])
  })

  it('of a title is dropped with the change of the title', () => {
    const title = reasonAt({ field: 'title', words: 'Hearing' })
    const given = { reasons: [title], common: content(TEXT), languages: ENGLISH }
    expect(settledReasons({ ...given, own: content(TEXT, { title: { en: 'Hearing' } }) }).kept).toHaveLength(1)
    expect(settledReasons({ ...given, own: content(TEXT) }).kept).toEqual([])
  })

  it('stays if its change is gone in one language and still there in another', () => {
    const both = (en: RichText, fr: RichText) => content(en, { title: { en: 'T', fr: 'T' }, body: { en, fr } })
    const { kept } = settledReasons({
      reasons: [mine],
      common: both(TEXT, TEXT),
      own: both(TEXT, with2('Autre chose.')),
      languages: ['en', 'fr'],
    })
    expect(kept).toHaveLength(1)
  })

  it('that says nothing is not kept, and nobody is told that it was dropped', () => {
    const nothing = { ...mine, reason: null, explanation: { en: ' ' }, references: [] }
    expect(settled(with2('Other words.'), [nothing])).toEqual({ kept: [], gone: [] })
  })

  test('law: it stays over edits, additions, removals and moves of other paragraphs', () => {
    const sentence = fc.array(fc.constantFrom('law', 'court', 'guard', 'file', 'day', 'room', 'post'), {
      ...{ minLength: 1, maxLength: 8 },
    })
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('edit' as const), at: fc.nat(), words: sentence }),
      fc.record({ kind: fc.constant('add' as const), at: fc.nat(), words: sentence }),
      fc.record({ kind: fc.constant('drop' as const), at: fc.nat(), words: sentence }),
      fc.record({ kind: fc.constant('move' as const), at: fc.nat(), words: sentence }),
    )
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let body: RichText = with2('In our country the hearing is public.')
        let reasons = settled(body, [mine]).kept
        for (const [index, { at, kind, words }] of edits.entries()) {
          const place = at % (body.length + 1)
          const here = body[place]
          if (kind === 'add') body = body.toSpliced(place, 0, p(words.join(' '), `n${index}`))
          else if (!here || (here.id === 'p2' && kind !== 'move')) continue
          else if (kind === 'edit') body = body.toSpliced(place, 1, p(words.join(' '), here.id))
          else if (kind === 'drop') body = body.toSpliced(place, 1)
          else body = [...body.toSpliced(place, 1), here]
          reasons = settled(body, reasons).kept
        }
        const [one] = reasons
        expect(one?.at.block).toBe('p2')
        expect(settled(TEXT, reasons).kept).toEqual([])
      }),
    )
  })
})

describe('readers', () => {
  const reason = reasonAt({ block: 'p2' })
  const base = baseOf('a', content(TEXT))

  it('get the reasons with an adapted section, and nothing is stored where there are none', () => {
    const own = ownOf('a', { body: { en: with2('Other words here.') }, changeReasons: [reason] })
    const [section] = resolve({ base: [base], variant: [own], languages: ENGLISH })
    expect(section?.entry.changeReasons).toEqual([reason])
    const [without] = resolve({ base: [base], variant: [{ ...own, changeReasons: [] }], languages: ENGLISH })
    expect(without?.entry).not.toHaveProperty('changeReasons')
  })

  it('do not get a reason whose paragraph is the common one again before anybody saved', () => {
    const shown = (body: RichText) =>
      shownReasons({ reasons: [reason], common: content(TEXT), own: content(body), languages: ENGLISH })
    expect(shown(TEXT)).toEqual([])
    expect(shown(with2('Other words.'))).toEqual([reason])
    expect(shown(TEXT.filter(({ id }) => id !== 'p2'))).toEqual([reason])
  })

  it('get an explanation of another language as such', () => {
    const why = whyOf({ changeReasons: [reason] }, { language: 'fr', source: 'en' })
    expect(why?.changes?.[0]?.explanation).toEqual({ value: 'Our law says so.', language: 'en', standsIn: true })
  })
})

describe('an update', () => {
  const reason = reasonAt({ block: 'p2' })
  const newest = baseOf('a', content(with2('An appeal stops the transfer.', 'p4')))
  newest.entry.blob = 'newer'
  const sides = {
    base: baseOf('a', content(TEXT)),
    newest,
    own: ownOf('a', { reason: 'national-law', body: { en: with2('Other words here.') }, changeReasons: [reason] }),
    languages: ENGLISH,
    sourceLanguage: 'en' as const,
  }
  const decided = (choice: 'accept' | 'combine' | 'keep') => {
    const outcome = decideUpdate({ sides, decision: { choice }, release: 'r2' })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.because))
    return outcome.result
  }

  it.each(['combine', 'keep'] as const)('that a country decides with “%s” keeps the reasons', (choice) => {
    expect(decided(choice).changeReasons).toEqual([reason])
  })

  it('that takes the common text drops them with the reason of the section', () => {
    expect(decided('accept')).toMatchObject({ mode: 'inherit', reason: null, changeReasons: [] })
  })
})

describe('several lists of reasons', () => {
  const [one, other] = [reasonAt({ block: 'p1' }), reasonAt({ block: 'p2' })]

  it('of two people who began with the same one keep what each of them wrote', () => {
    const mine = { ...one, explanation: { en: 'Mine.' } }
    const theirs = { ...other, explanation: { en: 'Theirs.' } }
    const both = reasonsOfBoth({ base: [one, other], mine: [mine, other], theirs: [one, theirs] })
    expect(both).toHaveLength(2)
    expect(both).toEqual(expect.arrayContaining([mine, theirs]))
    expect(reasonsOfBoth({ base: [one], mine: [], theirs: [one, other] })).toEqual([other])
  })

  it('follow their paragraphs when a section is divided', () => {
    const texts = [[{ en: TEXT.slice(0, 1) }], [{}, { en: TEXT.slice(1) }]]
    const title = reasonAt({ field: 'title' })
    expect(reasonsByText({ texts, reasons: [one, other, title] })).toEqual([[one, title], [other]])
  })
})
