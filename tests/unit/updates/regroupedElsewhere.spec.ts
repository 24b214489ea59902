import { describe, expect, it } from 'vitest'
import { firstChoice, updateCards } from '@/admin/updates/updateCards'
import { wordsRead } from '@/domain/became'
import type { Language } from '@/domain/language'
import { resolve, untouched, type VariantSection } from '@/domain/resolve'
import { type Block, block } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import type { SectionContent } from '@/domain/section'
import { decideWaiting, gapsAfter, type UpdateChoice, type UpdateSides, waitingIn } from '@/domain/updates/updates'
import { translatorFor } from '@/messages/translate'
import { baseOf, ownOf, p } from '../domain/sections'

const LANGUAGES: readonly Language[] = ['en', 'el']
const SAFE = p('First make sure that the person is safe and warm.', 'a')
const POLICE = p('Then ring the police on 1109 at any hour of the day.', 'b')
const NOTES = p('Finally write down what the person told you today.', 'c')
const SAFE_IN_GREEK = p('Πρώτα βεβαιωθείτε ότι το άτομο είναι ασφαλές και ζεστό.', 'ga')
const POLICE_IN_GREEK = p('Μετά καλέστε την αστυνομία στο 1109 κάθε ώρα.', 'gb')
const NOTES_IN_GREEK = p('Στο τέλος γράψτε τι σας είπε το άτομο σήμερα.', 'gc')
const SAFE_IN_FRENCH = p('Assurez-vous que la personne est en sécurité et au chaud.', 'fa')
const POLICE_IN_FRENCH = p('Appelez ensuite la police au 1109 à toute heure.', 'fb')
const HOTLINE = p('In our country ring the number 112 instead of it.', 'n')

type Common = Pick<SectionContent, 'body'> & Partial<SectionContent>

function section(
  key: string,
  was: Common | null,
  is: Common | null,
  own: VariantSection = untouched(key),
): UpdateSides {
  const [base, newest] = [was, is].map((one) => one && baseOf(key, { title: {}, ...one }))
  return { base: base ?? null, newest: newest ?? null, own, languages: LANGUAGES, sourceLanguage: 'en' }
}

function withFrench(...sections: UpdateSides[]): UpdateSides[] {
  return sections.map((one) => ({ ...one, languages: ['en', 'el', 'fr'] }))
}

function supplemented(key: string, addition: VariantSection['addition']): VariantSection {
  return ownOf(key, { mode: 'supplement', reason: 'national-service', addition })
}

/** The one update of sections that are decided together, and what readers of Greek get after a choice. */
function regroupedFrom(...sections: UpdateSides[]) {
  const [waiting] = waitingIn(sections.map((sides) => ({ sides, paused: null })))
  if (!waiting?.together) throw new Error('They are not together')
  const { together } = waiting
  const resultOf = (choice: UpdateChoice) => {
    const decision = { choice, reason: 'other', explanation: { en: 'Our law says it.' } } as const
    const outcome = decideWaiting({ waiting, decision, release: 'newest' })
    if (!outcome.ok) throw new Error(outcome.because[0]?.key)
    const decided = outcome.result.map(({ next }) => next)
    const read = outcome.result.flatMap(({ sides: { newest }, next }) => {
      const [one] = resolve({ base: newest ? [newest] : [], variant: [next], languages: LANGUAGES })
      const { body, addition } = one ? wordsRead(one, { language: 'el', source: 'en' }) : {}
      return [body, addition].flatMap((text) => (text ? textOf(text.value) : []))
    })
    return { gaps: gapsAfter(together, { decided, language: 'el' }), read: read.join('\n') }
  }
  return { waiting, resultOf }
}

describe('joined sections', () => {
  it('are to be checked where one in the middle was read in the other language, and its text is in none of theirs', () => {
    const { waiting, resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE], el: [SAFE_IN_GREEK] } },
        { body: { en: [SAFE, POLICE, NOTES], el: [SAFE_IN_GREEK, NOTES_IN_GREEK] } },
      ),
      section('o', { body: { en: [POLICE] } }, null),
      section('q', { body: { en: [NOTES], el: [NOTES_IN_GREEK] } }, null),
    )
    expect(waiting.update.status).toBe('please-check')
    expect(resultOf('accept').gaps.missing).toEqual(['o'])
  })

  it('are to be checked where a new line in their language hides that the text of one is in it no more', () => {
    const { waiting, resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE], el: [SAFE_IN_GREEK] } },
        { body: { en: [SAFE, POLICE, NOTES], el: [SAFE_IN_GREEK, NOTES_IN_GREEK] } },
      ),
      section('o', { body: { en: [POLICE] } }, null),
    )
    expect(waiting.update.status).toBe('please-check')
    expect(resultOf('accept').gaps.missing).toEqual(['o'])
  })

  it('are said to be incomplete where the only other new line is an addition that readers got before in the other language', () => {
    const { resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE] } },
        { body: { en: [SAFE, POLICE], el: [POLICE_IN_GREEK] } },
        supplemented('k', { en: [HOTLINE] }),
      ),
      section('o', { body: { en: [POLICE], el: [POLICE_IN_GREEK] } }, null),
    )
    const { gaps, read } = resultOf('combine')
    expect(read).not.toContain(textOf([SAFE]))
    expect(gaps.missing).toEqual(['k'])
  })

  it.each([
    ['in the other language', { en: [HOTLINE] }],
    ['in theirs', { el: [p('Καλέστε και εμάς στο 112 όλη μέρα.', 'z')] }],
  ])('are said to be incomplete where an addition %s is the only other line that readers get', (_, addition) => {
    const { waiting, resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE], el: [SAFE_IN_GREEK] } },
        { body: { en: [SAFE, POLICE], el: [SAFE_IN_GREEK] } },
        supplemented('k', addition),
      ),
      section('o', { body: { en: [POLICE] } }, null),
    )
    expect(resultOf('combine').gaps.missing).toEqual(['o'])
    expect(firstChoice(waiting)).toBeNull()
  })

  it('are said to be incomplete where what the country left out comes back, and hides that the text of one is in none of theirs', () => {
    const { resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE, POLICE], el: [SAFE_IN_GREEK, POLICE_IN_GREEK] } },
        { body: { en: [SAFE, POLICE, NOTES], el: [SAFE_IN_GREEK, POLICE_IN_GREEK] } },
        ownOf('k', { mode: 'adapt', reason: 'other', body: { el: [SAFE_IN_GREEK] } }),
      ),
      section('o', { body: { en: [NOTES] } }, null),
    )
    expect(resultOf('accept').gaps.missing).toEqual(['o'])
  })

  it('are said to be incomplete where a list goes of which the country had left out one item', () => {
    const list = (...items: Block[]) =>
      block('list', { id: 'l', children: items.map((one) => block('item', { id: one.id, runs: one.runs })) })
    const { waiting, resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE], el: [SAFE_IN_GREEK] } },
        { body: { en: [SAFE, list(POLICE, NOTES)], el: [SAFE_IN_GREEK] } },
      ),
      section(
        'o',
        { body: { en: [list(POLICE, NOTES)], el: [list(POLICE_IN_GREEK, NOTES_IN_GREEK)] } },
        null,
        ownOf('o', { mode: 'adapt', reason: 'other', body: { el: [list(POLICE_IN_GREEK)] } }),
      ),
    )
    expect(resultOf('accept').gaps.missing).toEqual(['o'])
    expect(firstChoice(waiting)).toBeNull()
  })

  it('are said to be incomplete where readers got one in a third language, because the country emptied it', () => {
    const { resultOf } = regroupedFrom(
      ...withFrench(
        section(
          'k',
          { body: { en: [SAFE], el: [SAFE_IN_GREEK], fr: [SAFE_IN_FRENCH] } },
          { body: { en: [SAFE, POLICE], el: [SAFE_IN_GREEK], fr: [SAFE_IN_FRENCH, POLICE_IN_FRENCH] } },
        ),
        section(
          'o',
          { body: { en: [POLICE], fr: [POLICE_IN_FRENCH] } },
          null,
          ownOf('o', { mode: 'adapt', reason: 'other', body: { en: [] } }),
        ),
      ),
    )
    expect(resultOf('accept').gaps.missing).toEqual(['o'])
  })

  it('have no first choice where the country emptied one in the language of the common framework, and readers get a third one', () => {
    const { waiting } = regroupedFrom(
      ...withFrench(
        section(
          'k',
          { body: { en: [SAFE], fr: [SAFE_IN_FRENCH] } },
          { body: { en: [SAFE, POLICE], fr: [SAFE_IN_FRENCH, POLICE_IN_FRENCH] } },
        ),
        section(
          'o',
          { body: { en: [POLICE], fr: [POLICE_IN_FRENCH] } },
          null,
          ownOf('o', { mode: 'adapt', reason: 'other', body: { en: [] } }),
        ),
      ),
    )
    expect(firstChoice(waiting)).toBeNull()
  })

  it('bring back what the country emptied only with text of that section, in whatever language readers get it', () => {
    const emptied = (key: string) => ownOf(key, { mode: 'adapt', reason: 'other', body: { en: [] } })
    const cards = (...given: UpdateSides[]) => {
      const { waiting } = regroupedFrom(...given)
      const combine = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') }).find(
        ({ choice }) => choice === 'combine',
      )
      return {
        isBack: combine?.does.includes('Common text that we left out or changed comes back.'),
        first: firstChoice(waiting),
      }
    }
    const other = p('A line that the common framework wrote for the joined section.', 'd')
    const withOther = cards(
      section(
        'k',
        { body: { en: [SAFE], el: [SAFE_IN_GREEK] } },
        { body: { en: [SAFE, POLICE, other], el: [SAFE_IN_GREEK, POLICE_IN_GREEK] } },
      ),
      section('o', { body: { en: [POLICE], el: [POLICE_IN_GREEK] } }, null, emptied('o')),
    )
    expect(withOther.isBack).toBe(false)
    const merged = [SAFE, POLICE].flatMap(({ runs }) => runs)
    const inParagraph = cards(
      section('k', { body: { en: [SAFE] } }, { body: { en: [{ ...SAFE, runs: merged }] } }),
      section('o', { body: { en: [POLICE] } }, null, emptied('o')),
    )
    expect(inParagraph).toEqual({ isBack: true, first: null })
    const inGreek = cards(
      section(
        'k',
        { body: { en: [SAFE] } },
        { body: { en: [SAFE, POLICE], el: [SAFE_IN_GREEK, POLICE_IN_GREEK] } },
        emptied('k'),
      ),
      section('o', { body: { en: [POLICE], el: [POLICE_IN_GREEK] } }, null),
    )
    expect(inGreek).toEqual({ isBack: true, first: null })
  })

  it('say nothing comes back, or stands more than once, that readers had in the other section all the time', () => {
    const accept = (own: VariantSection) => {
      const { waiting } = regroupedFrom(
        section('k', { body: { en: [SAFE, HOTLINE] } }, { body: { en: [SAFE, HOTLINE, POLICE, NOTES] } }, own),
        section('o', { body: { en: [HOTLINE, POLICE, NOTES] } }, null),
      )
      const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
      return cards.find(({ choice }) => choice === 'accept')?.does
    }
    const without = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: [SAFE] } })
    expect(accept(without)).not.toContain('comes back')
    const police = supplemented('k', { en: [p('Ring us first of all.', 'x'), POLICE] })
    expect(accept(police)).not.toContain('more than once')
  })

  it('are to be checked where the first one was read in the other language, and the joined text is the one that readers had', () => {
    const { waiting, resultOf } = regroupedFrom(
      section('k', { body: { en: [SAFE] } }, { body: { en: [SAFE, POLICE], el: [POLICE_IN_GREEK, NOTES_IN_GREEK] } }),
      section('o', { body: { en: [POLICE], el: [POLICE_IN_GREEK, NOTES_IN_GREEK] } }, null),
    )
    expect(waiting.update.status).toBe('please-check')
    expect(resultOf('accept').gaps.missing).toEqual(['k'])
  })

  it('are named as not all there also where the country has an addition in the language of the readers', () => {
    const addition = { el: [p('Καλέστε και εμάς.', 'z')] }
    const newest = { body: { en: [SAFE, POLICE], el: [SAFE_IN_GREEK] } }
    const { resultOf } = regroupedFrom(
      section('k', { body: { en: [SAFE] } }, newest, supplemented('k', addition)),
      section('o', { body: { en: [POLICE] } }, null),
    )
    expect(resultOf('accept').gaps.missing).toEqual(['k', 'o'])
  })

  it('are not an addition alone in a language in which the common framework has nothing beside it', () => {
    const own = supplemented('k', { en: [HOTLINE] })
    const ofNotes = ownOf('q', {
      mode: 'adapt',
      reason: 'other',
      body: { en: [NOTES, p('Come to us at night.', 'w')] },
    })
    const { resultOf } = regroupedFrom(
      section('k', { body: { en: [SAFE] } }, { body: { en: [SAFE, NOTES] } }, own),
      section('q', { body: { en: [NOTES], el: [NOTES_IN_GREEK] } }, null, ofNotes),
    )
    const { read } = resultOf('combine')
    for (const words of ['safe and warm', 'ring the number 112', 'Come to us at night.']) expect(read).toContain(words)
  })

  it('are not said to be incomplete where readers go on to get all of them in the other language, with an addition in theirs', () => {
    const addition = { en: [HOTLINE], el: [p('Καλέστε και εμάς.', 'z')] }
    const { resultOf } = regroupedFrom(
      section('k', { body: { en: [SAFE] } }, { body: { en: [SAFE, POLICE] } }, supplemented('k', addition)),
      section('o', { body: { en: [POLICE] } }, null),
    )
    for (const choice of ['accept', 'combine'] as const) expect(resultOf(choice).gaps.missing).toEqual([])
  })

  it('are not said to be incomplete where the country kept a text out of one language, and accepts all of it there', () => {
    const own = ownOf('k', {
      ...{ mode: 'adapt', reason: 'other', body: { el: [] } },
      standIns: [{ field: 'body', language: 'el' }],
    })
    const { resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE], el: [SAFE_IN_GREEK] } },
        { body: { en: [SAFE, POLICE, NOTES], el: [SAFE_IN_GREEK, POLICE_IN_GREEK] } },
        own,
      ),
      section('o', { body: { en: [POLICE], el: [POLICE_IN_GREEK] } }, null),
    )
    expect(resultOf('accept').gaps.missing).toEqual([])
  })

  it('have no first choice where a combination has a part in the other language, beside all of the text in theirs', () => {
    const addition = { en: [HOTLINE], el: [p('Καλέστε και εμάς.', 'z')] }
    const own = { ...supplemented('k', addition), additionPlace: { where: 'before' } as const }
    const translation = ownOf('o', { mode: 'inherit', body: { el: [POLICE_IN_GREEK] }, translated: ['el'] })
    const joined = { body: { en: [SAFE, POLICE], el: [SAFE_IN_GREEK, POLICE_IN_GREEK] } }
    const { waiting, resultOf } = regroupedFrom(
      section('k', { body: { en: [SAFE] } }, joined, own),
      section('o', { body: { en: [POLICE] } }, null, translation),
    )
    expect(resultOf('combine').gaps).toMatchObject({ missing: [], untranslated: ['k'] })
    expect(firstChoice(waiting)).toBeNull()
  })

  describe('one of which readers get in the other language with an addition', () => {
    const ofPolice = { ...supplemented('o', { en: [HOTLINE] }), additionPlace: { where: 'before' } as const }

    it('have the addition once, also where the text of that one comes first in the joined text', () => {
      const { resultOf } = regroupedFrom(
        section('k', { body: { en: [SAFE] } }, { body: { en: [POLICE, SAFE], el: [POLICE_IN_GREEK] } }),
        section('o', { body: { en: [POLICE], el: [POLICE_IN_GREEK] } }, null, ofPolice),
      )
      expect(resultOf('combine').read.split(textOf([HOTLINE]))).toHaveLength(2)
    })

    it('have the addition with the text of that one, where the first has a text of the country in their language', () => {
      const greek = [SAFE_IN_GREEK, NOTES_IN_GREEK]
      const ours = [SAFE_IN_GREEK, p('Μια δική μας φράση για τη χώρα.', 'gx'), NOTES_IN_GREEK]
      const { resultOf } = regroupedFrom(
        section(
          'k',
          { body: { en: [SAFE, NOTES], el: greek } },
          { body: { en: [POLICE, SAFE, NOTES], el: greek } },
          ownOf('k', { mode: 'adapt', reason: 'other', body: { el: ours } }),
        ),
        section('o', { body: { en: [POLICE] } }, null, ofPolice),
      )
      expect(resultOf('combine').read).toContain(textOf([HOTLINE, POLICE]))
    })
  })

  it('keep a title that the country wrote in the other language, for those who read it there', () => {
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { el: [SAFE_IN_GREEK, NOTES_IN_GREEK] } })
    const title = { en: 'Ring the number 112 here' }
    const { resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE], el: [SAFE_IN_GREEK] } },
        { body: { en: [SAFE, POLICE], el: [SAFE_IN_GREEK] } },
        own,
      ),
      section(
        'o',
        { title: { en: 'Police' }, body: { en: [POLICE] } },
        null,
        ownOf('o', { mode: 'adapt', reason: 'other', title }),
      ),
    )
    expect(resultOf('combine').read).toContain(title.en)
  })
})

describe('a divided section', () => {
  it('is not said to keep a sentence that the common framework removed, where the new one has what we had moved', () => {
    const police = textOf([POLICE])
    const own = ownOf('k', { mode: 'adapt', reason: 'other', summary: { en: police }, body: { en: [SAFE, NOTES] } })
    const { waiting } = regroupedFrom(
      section('k', { summary: {}, body: { en: [SAFE, POLICE, NOTES] } }, { summary: {}, body: { en: [SAFE] } }, own),
      section('n', null, { body: { en: [POLICE, NOTES] } }),
    )
    const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
    expect(cards.map(({ does }) => does).join(' ')).not.toContain('changed or removed stays')
  })

  it('is said to be incomplete where words of the country are in a new section that readers get in their own language now', () => {
    const ours = [SAFE, POLICE, HOTLINE, NOTES]
    const { resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE, POLICE, NOTES] } },
        { body: { en: [SAFE] } },
        ownOf('k', { mode: 'adapt', reason: 'other', body: { en: ours } }),
      ),
      section('o', null, { body: { en: [POLICE, NOTES], el: [POLICE_IN_GREEK, NOTES_IN_GREEK] } }),
    )
    expect(resultOf('combine').gaps.missing).toEqual(['k'])
  })

  it('is said to be incomplete where readers get only an addition of it, in place of its text in the other language', () => {
    const addition = { en: [HOTLINE], el: [p('Καλέστε και εμάς.', 'z')], fr: [p('Appelez-nous aussi.', 'fz')] }
    const own = {
      ...{ ...supplemented('k', addition), additionPlace: { where: 'before' } as const },
      ...{ body: { fr: [SAFE_IN_FRENCH, POLICE_IN_FRENCH] }, translated: ['fr' as const] },
    }
    const { resultOf } = regroupedFrom(
      ...withFrench(
        section('k', { body: { en: [SAFE, POLICE] } }, { body: { en: [SAFE] } }, own),
        section('o', null, { body: { en: [POLICE], el: [POLICE_IN_GREEK], fr: [POLICE_IN_FRENCH] } }),
      ),
    )
    expect(resultOf('combine').gaps.missing).toEqual(['k'])
  })

  it('misses nothing of what the country left out, and is combined beforehand: the new section is not used', () => {
    const { waiting, resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE, POLICE], el: [SAFE_IN_GREEK, POLICE_IN_GREEK] } },
        { body: { en: [SAFE], el: [SAFE_IN_GREEK] } },
        ownOf('k', { mode: 'adapt', reason: 'other', body: { en: [SAFE], el: [SAFE_IN_GREEK] } }),
      ),
      section('o', null, { body: { en: [POLICE], el: [POLICE_IN_GREEK] } }),
    )
    expect(resultOf('combine').gaps).toEqual({ missing: [], twice: [], untranslated: [] })
    expect(firstChoice(waiting)).toBe('combine')
  })

  it('has no first choice where its text is in the new section and in itself in one language', () => {
    const { waiting, resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE, POLICE, NOTES], el: [SAFE_IN_GREEK, POLICE_IN_GREEK, NOTES_IN_GREEK] } },
        { body: { en: [SAFE], el: [SAFE_IN_GREEK, POLICE_IN_GREEK, NOTES_IN_GREEK] } },
      ),
      section('o', null, { body: { en: [POLICE, NOTES], el: [POLICE_IN_GREEK, NOTES_IN_GREEK] } }),
    )
    expect(resultOf('accept').gaps.twice).toEqual(['o'])
    expect(firstChoice(waiting)).toBeNull()
  })

  it('has no first choice where the country took it out in a language, and a combination brings a part back in the other one', () => {
    const { waiting } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE, POLICE, NOTES], el: [SAFE_IN_GREEK, POLICE_IN_GREEK, NOTES_IN_GREEK] } },
        { body: { en: [SAFE], el: [SAFE_IN_GREEK] } },
        ownOf('k', { mode: 'adapt', reason: 'other', body: { el: [] } }),
      ),
      section('o', null, { body: { en: [POLICE, NOTES] } }),
    )
    expect(firstChoice(waiting)).toBeNull()
    const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
    expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain(
      'Common text that we left out or changed comes back.',
    )
  })

  it('has no paragraph twice that the common framework left in it and copied to the new section, under one id', () => {
    const { resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE, POLICE, NOTES], el: [SAFE_IN_GREEK, POLICE_IN_GREEK, NOTES_IN_GREEK] } },
        { body: { en: [SAFE], el: [SAFE_IN_GREEK, POLICE_IN_GREEK, NOTES_IN_GREEK] } },
      ),
      section('o', null, { body: { en: [POLICE], el: [POLICE_IN_GREEK] } }),
      section('q', null, { body: { en: [NOTES] } }),
    )
    expect(resultOf('combine')).toEqual(resultOf('accept'))
  })

  it('is said to be whole in a translation beside a new section without one, also where readers of it get an addition', () => {
    const own = { body: { el: [SAFE_IN_GREEK, POLICE_IN_GREEK] }, translated: ['el' as const] }
    const { resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE, POLICE] } },
        { body: { en: [SAFE] } },
        { ...supplemented('k', { en: [HOTLINE] }), ...own },
      ),
      section('o', null, { body: { en: [POLICE] } }),
    )
    expect(resultOf('accept').gaps).toMatchObject({ missing: [], untranslated: ['o'] })
  })

  it('is to be checked where one of two new sections has its text in a language, and that of the other one stays in the divided one', () => {
    const { waiting, resultOf } = regroupedFrom(
      section(
        'k',
        { body: { en: [SAFE, POLICE, NOTES], el: [SAFE_IN_GREEK, POLICE_IN_GREEK, NOTES_IN_GREEK] } },
        { body: { en: [SAFE], el: [SAFE_IN_GREEK, NOTES_IN_GREEK] } },
      ),
      section('o', null, { body: { en: [POLICE], el: [POLICE_IN_GREEK] } }),
      section('q', null, { body: { en: [NOTES] } }),
    )
    expect(waiting.update.status).toBe('please-check')
    expect(resultOf('accept').gaps).toMatchObject({ missing: [], untranslated: ['q'] })
  })
})

describe('what a country cannot keep for readers who get the text in a language that the version does not have', () => {
  const withoutSource = (...sections: UpdateSides[]) =>
    regroupedFrom(...sections.map((one) => ({ ...one, languages: ['el', 'fr'] as const })))

  it('is named as missing where a section was divided, and the new one is not used', () => {
    const { resultOf } = withoutSource(
      section(
        'k',
        { body: { en: [SAFE, POLICE], fr: [SAFE_IN_FRENCH, POLICE_IN_FRENCH] } },
        { body: { en: [SAFE], fr: [SAFE_IN_FRENCH] } },
      ),
      section('o', null, { body: { en: [POLICE], fr: [POLICE_IN_FRENCH] } }),
    )
    expect(resultOf('keep').gaps).toMatchObject({ missing: ['k'], twice: [] })
    expect(resultOf('accept').gaps).toMatchObject({ missing: [], twice: [] })
  })

  it('is named as being there twice where sections were joined, and stay two', () => {
    const { resultOf } = withoutSource(
      section(
        'k',
        { body: { en: [SAFE], fr: [SAFE_IN_FRENCH] } },
        { body: { en: [SAFE, POLICE], fr: [SAFE_IN_FRENCH, POLICE_IN_FRENCH] } },
      ),
      section('o', { body: { en: [POLICE], fr: [POLICE_IN_FRENCH] } }, null),
    )
    expect(resultOf('keep').gaps).toMatchObject({ missing: [], twice: ['o'] })
    expect(resultOf('accept').gaps).toMatchObject({ missing: [], twice: [] })
  })
})

describe('sections that are decided together', () => {
  const form = 'Ask the person to sign the consent form for the police at once.'
  const [room, first, passport, call] = [
    'Explain who is in the room.',
    'Write down only what you saw yourself.',
    'Ask whether somebody holds their passport.',
    'Call the national office for help with documents.',
  ]
  const paragraphs = (...said: [string, string][]) => ({ en: said.map(([id, words]) => p(words, id)) })
  const whole = paragraphs(['a', `${room} ${form}`], ['n', first], ['s', passport], ['t', call])
  const without = paragraphs(['a', room], ['n', first], ['s', passport], ['t', call])
  const moved = paragraphs(['a', room], ['n', `${first} ${form}`], ['s', passport], ['t', call])
  const ownWith = (key: string, body: VariantSection['body']) => ownOf(key, { mode: 'adapt', reason: 'other', body })
  const head = paragraphs(['a', room], ['n', first])
  const rest = paragraphs(['s', passport], ['t', call])
  const alone = { body: paragraphs(['x', 'Offer water and a place to rest.']) }
  const joined = (...added: [string, string][]) => ({
    body: { en: [...alone.body.en, ...(added.length > 0 ? paragraphs(...added) : without).en] },
  })

  it.each([
    [
      'is in another paragraph of a section that is divided',
      section(
        'k',
        { body: whole },
        { body: paragraphs(['a', room], ['n', `${first} ${form}`]) },
        ownWith('k', without),
      ),
      section('papers', null, { body: rest }),
    ],
    [
      'is in the summary of the new section',
      section('k', { body: whole }, { body: head }, ownWith('k', without)),
      section('papers', null, { body: rest, summary: { en: form } }),
    ],
    [
      'is in another paragraph of a section that is joined',
      section('k', alone, joined(['a', room], ['n', first], ['s', passport], ['t', `${call} ${form}`])),
      section('papers', { body: whole }, null, ownWith('papers', without)),
    ],
  ])(
    'leave the decision to the person where a sentence that we left out %s, and say that it comes back',
    (_, ...sections) => {
      const { waiting } = regroupedFrom(...sections)
      expect(firstChoice(waiting)).toBeNull()
      const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
      expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain(
        'Common text that we left out or changed comes back.',
      )
    },
  )

  it.each([
    [
      'divided',
      section('k', { body: whole }, { body: head }, ownWith('k', moved)),
      section('papers', null, { body: rest }),
    ],
    ['joined', section('k', alone, joined()), section('papers', { body: whole }, null, ownWith('papers', moved))],
  ])(
    'leave the decision to the person where a sentence that we moved is removed from sections that are %s, and say that it stays',
    (_, ...sections) => {
      const { waiting } = regroupedFrom(...sections)
      expect(firstChoice(waiting)).toBeNull()
      const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
      expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain(
        'A sentence that the common framework changed or removed stays in our text.',
      )
    },
  )

  it('do not say that a sentence stays which is at a place that the person decides on', () => {
    const line = (words: string) => paragraphs(['a', words], ['n', first])
    const helpline = (number: string) => `Call the national helpline on ${number} at any hour of the day. ${form}`
    const theirs = 'Call the new national helpline on 116 006, day and night.'
    const bodyOf = (words: string) => ({ en: [...line(words).en, ...rest.en] })
    const { waiting } = regroupedFrom(
      section(
        'k',
        { body: bodyOf(helpline('116 006')) },
        { body: line(theirs) },
        ownWith('k', bodyOf(helpline('1066'))),
      ),
      section('papers', null, { body: rest }),
    )
    const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
    expect(cards.map(({ does }) => does).join(' ')).not.toContain('stays in our text')
  })
})
