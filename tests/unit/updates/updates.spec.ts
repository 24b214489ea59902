import { describe, expect, it } from 'vitest'
import type { VariantSection } from '@/domain/resolve'
import { untouched } from '@/domain/resolve'
import type { Block } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import type { SectionContent } from '@/domain/section'
import { onRelease } from '@/domain/sectionBaseline'
import { decideUpdate, offeredChanges, type UpdateDecision, type UpdateSides, updateOf } from '@/domain/updates/updates'
import { baseOf, ownOf, p } from '../domain/sections'

const BODY = [p('Ask whether the person is safe. Ring the family.', 'a'), p('Offer a telephone.', 'b')]
const NEWER = [p('Ask whether the person is safe. Ring the family.', 'a'), p('Offer a telephone of the office.', 'b')]
const CLASHING = [p('Ask whether the person is safe. Never ring anybody.', 'a'), p('Offer a telephone.', 'b')]
const OURS = [p('Ask whether the person is safe. Ring the Irish Red Cross.', 'a'), p('Offer a telephone.', 'b')]

function sidesOf(
  newest: Partial<SectionContent> | null,
  own: VariantSection = untouched('k'),
  base: Partial<SectionContent> | null = {},
): UpdateSides {
  return {
    base: base && baseOf('k', { body: { en: BODY }, ...base }),
    newest: newest && baseOf('k', { body: { en: BODY }, ...newest }),
    own,
    languages: ['en'],
    sourceLanguage: 'en',
  }
}

const adapted = (given: Partial<VariantSection> = {}) =>
  ownOf('k', { mode: 'adapt', reason: 'national-law', body: { en: OURS }, ...given })
const decided = (sides: UpdateSides, decision: UpdateDecision) => {
  const outcome = decideUpdate({ sides, decision, release: 'r2' })
  if (!outcome.ok) throw new Error(outcome.because[0]?.key)
  return outcome.result
}
const refused = (sides: UpdateSides, decision: UpdateDecision) => {
  const outcome = decideUpdate({ sides, decision, release: 'r2' })
  return outcome.ok ? [] : outcome.because.map(({ key }) => key)
}

describe('an addition that the common text has now', () => {
  const [hotline, office] = [p('Ring the hotline 1109.', 'x'), p('Our office is in Cork.', 'y')]
  const supplemented = (...addition: Block[]) =>
    ownOf('k', { mode: 'supplement', addition: { en: addition }, reason: 'national-service' })
  const newest = { body: { en: [...NEWER, { ...hotline, id: 'new' }] } }

  it.each(['accept', 'combine'] as const)(
    'is read once after the choice "%s", also where other words changed',
    (choice) => {
      const whole = decided(sidesOf(newest, supplemented(hotline)), { choice })
      expect(whole).toMatchObject({ mode: 'inherit', addition: {}, reason: null })
      const both = { body: { en: [office, ...NEWER, { ...office, id: 'o' }, { ...hotline, id: 'new' }] } }
      const inOrder = decided(sidesOf(both, supplemented(office, p('', 'empty'), hotline)), { choice })
      expect(inOrder).toMatchObject({ mode: 'inherit', addition: {} })
    },
  )

  it('stays whole where the common text has a part of it, or has it in another order: its parts belong together', () => {
    for (const addition of [
      [hotline, office],
      [office, hotline],
      [hotline, hotline],
    ]) {
      const own = decided(sidesOf(newest, supplemented(...addition)), { choice: 'accept' })
      expect(own).toMatchObject({ mode: 'supplement', addition: { en: addition } })
    }
    const turned = { body: { en: [...NEWER, { ...hotline, id: 'new' }, { ...office, id: 'o' }] } }
    const own = decided(sidesOf(turned, supplemented(office, hotline)), { choice: 'accept' })
    expect(own.addition.en).toEqual([office, hotline])
  })

  it('stays where the person leaves the common one out, by declining it or in the text', () => {
    const sides = sidesOf(newest, supplemented(hotline))
    const declined = { en: offeredChanges(sides, 'en').map(({ id }) => id) }
    for (const given of [{ written: { body: { en: NEWER } } }, { declined }]) {
      const own = decided(sides, { choice: 'combine', ...given, reason: 'other' })
      const said = JSON.stringify([own.body.en ?? NEWER, own.addition.en])
      expect(said.split(JSON.stringify(hotline.runs))).toHaveLength(2)
    }
  })

  it('is read once where the text then differs', () => {
    const written = { body: { en: [...NEWER, { ...hotline, id: 'new' }, p('Ours.', 'o')] } }
    const differs = decided(sidesOf(newest, supplemented(hotline)), { choice: 'combine', written, reason: 'other' })
    expect(differs).toMatchObject({ mode: 'adapt', body: written.body, addition: {} })
  })

  it('stays where the common text had it before: the country has it twice on purpose', () => {
    const base = { body: { en: [...BODY, { ...hotline, id: 'new' }] } }
    const own = decided(sidesOf(newest, supplemented(hotline), base), { choice: 'accept' })
    expect(own).toMatchObject({ mode: 'supplement', addition: { en: [hotline] } })
  })
})

describe('an addition in a language that the common text does not have', () => {
  it('stands below the common words that readers get there, also where the country keeps its text', () => {
    const own = ownOf('k', {
      mode: 'supplement',
      addition: { el: [p('Γραμμή 1109.', 'x')] },
      reason: 'national-service',
    })
    const both = { languages: ['en', 'el'] as const }
    const cases = [
      [{ body: { en: NEWER } }, both.languages],
      [null, both.languages],
      [null, ['el'] as const],
    ] as const
    for (const [newest, languages] of cases) {
      const kept = decided({ ...sidesOf(newest, own), languages }, { choice: 'keep', reason: 'other' })
      expect(kept.body.el).toEqual([...BODY, p('Γραμμή 1109.', 'x')])
    }
  })

  it('stands below the words on which the section still stands, where only the title is decided', () => {
    const own = ownOf('k', {
      mode: 'supplement',
      addition: { el: [p('Γραμμή 1109.', 'x')] },
      reason: 'national-service',
    })
    const sides = { ...sidesOf({ title: { en: 'New' }, body: { en: NEWER } }, own), languages: ['en', 'el'] as const }
    const written = { title: { en: 'Our title' } }
    const unread = { ...own, body: { en: [p('Words that no reader gets.', 'u')] } }
    for (const one of [own, unread]) {
      const next = decided({ ...sides, own: one }, { choice: 'combine', parts: ['title'], written, reason: 'other' })
      const both = [...BODY, p('Γραμμή 1109.', 'x')]
      expect(next.body, 'readers of English got the addition too').toEqual({ en: both, el: both })
    }
  })

  it('is kept with the section in the languages of the version alone', () => {
    const base = { body: { en: BODY, fr: [p('En français.', 'a')] } }
    const kept = decided(sidesOf(null, untouched('k'), base), { choice: 'keep' })
    expect(kept.body).toEqual({ en: BODY })
    const french = decided({ ...sidesOf(null, untouched('k'), base), languages: ['fr'] }, { choice: 'keep' })
    expect(Object.keys(french.body).toSorted()).toEqual(['en', 'fr'])
  })
})

describe('what waits in a section', () => {
  it('is nothing where the common text is the same', () => {
    expect(updateOf(sidesOf({}))).toBe(null)
    expect(updateOf(sidesOf({}, adapted()))).toBe(null)
  })

  it('is ready where the country never changed the section', () => {
    expect(updateOf(sidesOf({ body: { en: NEWER } }))).toEqual({
      key: 'k',
      others: [],
      became: 'changed',
      status: 'ready',
      parts: ['body'],
      mayKeep: true,
    })
  })

  it('is to be checked where both changed other places', () => {
    expect(updateOf(sidesOf({ body: { en: NEWER } }, adapted()))?.status).toBe('please-check')
  })

  it('is to be checked where the country adds its own text below a common text that changed', () => {
    const own = ownOf('k', { mode: 'supplement', addition: { en: [p('In Ireland, ring 1800.')] } })
    expect(updateOf(sidesOf({ body: { en: NEWER } }, own))?.status).toBe('please-check')
  })

  it('needs a decision where both changed the same words', () => {
    expect(updateOf(sidesOf({ body: { en: CLASHING } }, adapted()))?.status).toBe('decision-needed')
  })

  it('is ready where the common framework now says what the country says', () => {
    expect(updateOf(sidesOf({ body: { en: OURS } }, adapted()))?.status).toBe('ready')
  })

  it('is only told where the country does not use the section', () => {
    expect(updateOf(sidesOf({ body: { en: NEWER } }, ownOf('k', { mode: 'omit' })))?.status).toBe('told')
    expect(updateOf(sidesOf(null, ownOf('k', { mode: 'omit' })))?.status).toBe('told')
  })

  it('is to be checked where the country wrote in a language that the common framework does not have', () => {
    const own = adapted({ body: { el: [p('Ρωτήστε.')] } })
    const sides: UpdateSides = { ...sidesOf({ body: { en: NEWER } }, own), languages: ['el'] }
    expect(updateOf(sides)?.status).toBe('please-check')
  })

  it('is ready where the country only translated the section, and where it has not translated it yet', () => {
    const own = ownOf('k', { mode: 'inherit', translated: ['el'], body: { el: [p('Ρωτήστε.')] } })
    for (const one of [own, untouched('k')]) {
      expect(updateOf({ ...sidesOf({ body: { en: NEWER } }, one), languages: ['el'] })?.status).toBe('ready')
    }
  })

  it('is never ready where the common framework now has another text in a language into which the country translated', () => {
    const own = ownOf('k', { mode: 'inherit', translated: ['el'], body: { el: [p('Ρωτήστε.')] } })
    const statusWith = (el: string) =>
      updateOf({ ...sidesOf({ body: { en: BODY, el: [p(el)] } }, own), languages: ['en', 'el'] })?.status
    expect(statusWith('Ρωτήστε αν είναι ασφαλές.')).toBe('please-check')
    expect(statusWith('Ρωτήστε.')).toBe('ready')
  })

  it('is never ready where the common framework now says in one language what the country says, and the country says more in another', () => {
    const own = adapted({ body: { en: OURS, el: [p('Νέα.')] } })
    const was = { en: BODY, el: [p('Παλιά.')] }
    const sides: UpdateSides = { ...sidesOf({ body: { ...was, el: [p('Νέα.')] } }, own), languages: ['en', 'el'] }
    if (sides.base) sides.base = { ...sides.base, content: { ...sides.base.content, body: was } }
    expect(updateOf(sides)?.status).toBe('please-check')
    expect(decided(sides, { choice: 'combine', reason: 'other' }).body).toMatchObject({ en: OURS })
  })

  it('leaves nothing to keep where the country has not translated what changed', () => {
    const sides: UpdateSides = { ...sidesOf({ body: { en: NEWER } }), languages: ['el'] }
    expect(updateOf(sides)).toMatchObject({ status: 'ready', mayKeep: false })
    expect(refused(sides, { choice: 'keep', reason: 'other' })).toEqual(['refusal.update-choice'])
    expect(decided(sides, { choice: 'accept' }).baseline).toEqual(onRelease('r2'))
  })

  it('leaves a text to keep that the country dropped', () => {
    const sides = sidesOf({ body: { en: NEWER } }, adapted({ body: { en: [] } }))
    expect(updateOf(sides)).toMatchObject({ mayKeep: true })
    expect(decided(sides, { choice: 'keep' })).toMatchObject({ mode: 'adapt', body: { en: [] } })
  })

  it('is nothing where the common text changed in a language that nobody in the country reads', () => {
    expect(updateOf(sidesOf({ body: { en: BODY, fr: [p('Demandez.')] } }))).toBe(null)
  })

  it('needs a decision where the country may no longer have its own text', () => {
    const update = updateOf(sidesOf({ policy: 'supplement-only' }, adapted()))
    expect(update?.status).toBe('decision-needed')
    expect(update?.parts).toContain('body')
    const left = ownOf('k', { mode: 'omit', reason: 'other' })
    expect(updateOf(sidesOf({ policy: 'supplement-only' }, left))?.status).toBe('decision-needed')
  })

  it('is ready in a section that the country adapts where only the guidance for countries, or the place, changed', () => {
    expect(updateOf(sidesOf({ guidance: { en: 'Name your office.' } }, adapted()))?.status).toBe('ready')
    const moved = sidesOf({}, adapted())
    if (moved.newest) moved.newest = { ...moved.newest, entry: { ...moved.newest.entry, parent: 'other' } }
    expect(updateOf(moved)?.status).toBe('ready')
    expect(decided(moved, { choice: 'accept' }).body).toEqual({ en: OURS })
  })

  it('is never ready where the common framework changed for whom a section is, and it is for other people in the country', () => {
    const own = ownOf('k', { mode: 'adapt', reason: 'national-practice', audiences: ['police'] })
    expect(updateOf(sidesOf({ audiences: ['psychologist'] }, own))?.status).toBe('please-check')
  })

  it('is ready where the common framework now says what the country says, whatever title that has in another language', () => {
    const own = adapted({ title: { fr: 'Le nôtre' } })
    expect(updateOf({ ...sidesOf({ body: { en: OURS } }, own), languages: ['en', 'fr'] })?.status).toBe('ready')
  })

  it('needs a decision where a section is gone that is for other people in the country', () => {
    const own = adapted({ body: {}, audiences: ['police'] })
    expect(updateOf(sidesOf(null, own))?.status).toBe('decision-needed')
  })

  it('names a new section, a section that is gone, and one that moved', () => {
    expect(updateOf(sidesOf({}, untouched('k'), null))).toMatchObject({ became: 'new', status: 'ready' })
    expect(updateOf(sidesOf(null))).toMatchObject({ became: 'gone', status: 'ready' })
    expect(updateOf(sidesOf(null, adapted()))).toMatchObject({ became: 'gone', status: 'decision-needed' })
    const moved = sidesOf({})
    if (moved.newest) moved.newest = { ...moved.newest, entry: { ...moved.newest.entry, parent: 'other' } }
    expect(updateOf(moved)).toMatchObject({ became: 'changed', status: 'ready', parts: ['place'] })
  })
})

describe('a decision', () => {
  it('takes the common text: the country follows again, and its reason ends', () => {
    const next = decided(sidesOf({ body: { en: CLASHING } }, adapted()), { choice: 'accept' })
    expect(next).toMatchObject({ mode: 'inherit', reason: null, body: {}, baseline: onRelease('r2') })
  })

  it('combines both where they merge, and the section stays adapted', () => {
    const next = decided(sidesOf({ body: { en: NEWER } }, adapted()), { choice: 'combine' })
    expect(next.mode).toBe('adapt')
    expect(next.body.en?.map(({ runs }) => runs)).toEqual([OURS[0]?.runs, NEWER[1]?.runs])
  })

  it('combines with the text as a person edited it', () => {
    const written = { body: { en: [p('Ring nobody but the Irish Red Cross.', 'a')] } }
    const next = decided(sidesOf({ body: { en: CLASHING } }, adapted()), { choice: 'combine', written })
    expect(next.body).toEqual(written.body)
  })

  it('counts a title that the person wrote anew, though the common framework changed the text alone', () => {
    const written = { title: { en: 'Ours' } }
    const next = decided(sidesOf({ body: { en: NEWER } }), { choice: 'combine', written, reason: 'other' })
    expect(next).toMatchObject({ mode: 'adapt', title: { en: 'Ours' }, body: {} })
  })

  it('keeps the text of the country, and moves what it stands on', () => {
    const own = adapted()
    const next = decided(sidesOf({ body: { en: CLASHING } }, own), { choice: 'keep' })
    expect(next).toEqual({ ...own, baseline: onRelease('r2') })
  })

  it("keeps the former common text as the country's own, with a reason", () => {
    const sides = sidesOf({ body: { en: NEWER } })
    expect(refused(sides, { choice: 'keep' })).toEqual(['refusal.update-reason-missing'])
    const next = decided(sides, { choice: 'keep', reason: 'national-practice' })
    expect(next).toMatchObject({ mode: 'adapt', reason: 'national-practice', body: { en: BODY } })
  })

  it('keeps an addition with the former common text above it as one text', () => {
    const addition = [p('In Ireland, ring 1800.', 'c')]
    const own = ownOf('k', { mode: 'supplement', addition: { en: addition } })
    const next = decided(sidesOf({ body: { en: NEWER } }, own), { choice: 'keep', reason: 'other' })
    expect(next).toMatchObject({ mode: 'adapt', body: { en: [...BODY, ...addition] }, addition: {} })
  })

  it('does not bring out words that nobody reads when the former text is kept', () => {
    const own = ownOf('k', { mode: 'inherit', title: { en: 'A title of long ago' } })
    const next = decided(sidesOf({ body: { en: NEWER } }, own), { choice: 'keep', reason: 'other' })
    expect(next.title).toEqual({})
  })

  it("is refused where the common framework does not allow the country's text", () => {
    const sides = sidesOf({ policy: 'supplement-only', body: { en: CLASHING } }, adapted())
    expect(refused(sides, { choice: 'keep' })).toEqual(['refusal.policy-supplement-only-adapt'])
    expect(decided(sides, { choice: 'accept' })).toMatchObject({ mode: 'inherit', body: {} })
  })

  it('takes up a new section, or leaves it out with a reason that readers get', () => {
    const sides = sidesOf({}, untouched('k'), null)
    expect(decided(sides, { choice: 'accept' })).toMatchObject({ mode: 'inherit', baseline: onRelease('r2') })
    expect(refused(sides, { choice: 'not-for-us', reason: 'other' })).toEqual(['refusal.omit-explanation-missing'])
    const why = { reason: 'does-not-exist-here', explanation: { en: 'There is no such office.' } } as const
    expect(decided(sides, { choice: 'not-for-us', ...why })).toMatchObject({ mode: 'omit', ...why })
  })

  it("keeps a section that is gone as the country's own, whole and at its place", () => {
    const sides = sidesOf(null, adapted({ title: {} }))
    const next = decided(sides, { choice: 'keep' })
    expect(next).toMatchObject({
      mode: 'local',
      title: { en: 'Title k' },
      body: { en: OURS },
      slug: 'slug-k',
      rank: 'a0',
      audiences: ['lawyer'],
    })
  })

  it('parks a section that is gone: out of the version, with all its words', () => {
    const because = { reason: 'other', explanation: { en: 'We wait for the new law.' } } as const
    const next = decided(sidesOf(null, adapted()), { choice: 'park', ...because })
    expect(next).toMatchObject({ mode: 'omit', title: { en: 'Title k' }, body: { en: OURS } })
  })

  it('keeps the reason with which a section was parked, for readers if the common framework has the section again', () => {
    const because = { reason: 'national-practice', explanation: { en: 'Another office does it.' } } as const
    const next = decided(sidesOf(null, untouched('k')), { choice: 'park', ...because })
    expect(next).toMatchObject({ mode: 'omit', ...because })
  })

  it('never takes the reason of an adaptation as the one for which the section is parked', () => {
    const own = adapted({ explanation: { en: 'Our law says so.', fr: 'Notre loi le dit.' }, sources: 'Act 5' })
    const sides = sidesOf(null, own)
    const missing = ['refusal.omit-reason-missing', 'refusal.omit-explanation-missing']
    expect(refused(sides, { choice: 'park' })).toEqual(missing)
    expect(refused(sides, { choice: 'park', reason: 'other' })).toEqual(['refusal.omit-explanation-missing'])
    const next = decided(sides, { choice: 'park', reason: 'other', explanation: { en: 'We wait.' } })
    expect(next).toMatchObject({ mode: 'omit', reason: 'other', explanation: { en: 'We wait.' }, sources: '' })
    expect(next.explanation.fr).toBe(undefined)
  })

  it('lets a section go that is gone', () => {
    expect(decided(sidesOf(null, adapted()), { choice: 'accept' })).toMatchObject({ mode: 'inherit', body: {} })
  })

  it('on one part leaves the others where they stand', () => {
    const sides = sidesOf({ title: { en: 'A new title' }, body: { en: CLASHING } }, adapted())
    const next = decided(sides, { choice: 'accept', parts: ['title'] })
    expect(next.baseline).toEqual({ title: 'r2' })
    expect(next.body).toEqual({ en: OURS })
  })

  it('notes that a section which is not used has changed', () => {
    const own = ownOf('k', { mode: 'omit', reason: 'other', explanation: { en: 'No.' } })
    expect(decided(sidesOf({ body: { en: NEWER } }, own), { choice: 'keep' })).toEqual({
      ...own,
      baseline: onRelease('r2'),
    })
    expect(refused(sidesOf({ body: { en: NEWER } }, own), { choice: 'accept' })).toEqual(['refusal.update-choice'])
  })

  it('is refused where nothing waits', () => {
    expect(refused(sidesOf({}), { choice: 'accept' })).toEqual(['refusal.update-nothing'])
  })

  it('keeps a translation when the common text is taken, and drops it for a common text in that language', () => {
    const own = ownOf('k', { mode: 'inherit', translated: ['el'], body: { el: [p('Ρωτήστε.')] } })
    const inGreek = (newest: Partial<SectionContent>): UpdateSides => ({
      ...sidesOf(newest, own),
      languages: ['en', 'el'],
    })
    const stays = decided(inGreek({ body: { en: NEWER } }), { choice: 'accept' })
    expect(stays).toMatchObject({ mode: 'inherit', translated: ['el'], body: own.body })
    const emptied = decided(inGreek({ body: { en: NEWER, el: [] } }), { choice: 'accept' })
    expect(emptied.body).toEqual(own.body)
    const common = { en: NEWER, el: [p('Ρωτήστε αν είναι ασφαλές.')] }
    expect(decided(inGreek({ body: common }), { choice: 'accept' }).body).toEqual({})
  })

  it('calls words of the country no translation when its addition becomes a part of the text', () => {
    const own = ownOf('k', {
      ...{ mode: 'supplement', translated: ['el'], body: { el: [p('Ρωτήστε.')] } },
      addition: { el: [p('Τηλέφωνο 1109.')] },
    })
    const sides: UpdateSides = { ...sidesOf({ body: { en: NEWER } }, own), languages: ['en', 'el'] }
    const next = decided(sides, { choice: 'keep', reason: 'other' })
    expect(next).toMatchObject({ mode: 'adapt', translated: [] })
    expect(next.body.el?.map((one) => textOf([one]).trim())).toEqual(['Ρωτήστε.', 'Τηλέφωνο 1109.'])
  })

  it('keeps a corrected translation as one, and calls other words no translation once the common framework has a text there', () => {
    const own = ownOf('k', { mode: 'inherit', translated: ['el'], body: { el: [p('Ρωτήστε.')] } })
    const combined = (newest: Partial<SectionContent>) =>
      decided(
        { ...sidesOf(newest, own), languages: ['en', 'el'] },
        { choice: 'combine', written: { body: { el: [p('Ρωτήστε πρώτα.')] } }, reason: 'other' },
      )
    const corrected = combined({ body: { en: NEWER } })
    expect(corrected).toMatchObject({ mode: 'inherit', translated: ['el'], reason: null })
    expect(corrected.body.el).toEqual([p('Ρωτήστε πρώτα.')])
    const other = combined({ body: { en: NEWER, el: [p('Κοινό.')] } })
    expect(other).toMatchObject({ mode: 'adapt', translated: [] })
  })

  it('drops a translation of a text that the common framework no longer has when the common text is taken', () => {
    const own = adapted({ translated: ['el'], body: { en: OURS, el: [p('Ρωτήστε.')] } })
    const gone: UpdateSides = {
      ...sidesOf({ policy: 'supplement-only', body: { en: [] } }, own),
      languages: ['en', 'el'],
    }
    expect(decided(gone, { choice: 'accept' })).toMatchObject({ mode: 'inherit', body: {} })
  })
})
