import { describe, expect, test } from 'vitest'
import { sayWithLess } from '@/admin/updates/sayWithLess'
import { firstChoice, updateCards } from '@/admin/updates/updateCards'
import {
  blankDraft,
  decisionOf,
  explanationLanguage,
  inputOf,
  isEdited,
  needsWhy,
  reasonsStored,
  textDecisionOf,
  type UpdateDraft,
  unanswered,
  withAnswer,
  withAnswerAt,
  withoutWritten,
  withReasons,
  withTaken,
  withWritten,
} from '@/admin/updates/updateDraft'
import { notedLanguages, openingLanguage, updatePanes } from '@/admin/updates/updatePanes'
import { mergedText, previewOf, readersChange, readNowOf } from '@/admin/updates/updatePreview'
import type { Language } from '@/domain/language'
import { untouched, type VariantSection } from '@/domain/resolve'
import { type Block, block, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import type { SectionContent } from '@/domain/section'
import {
  decideWaiting,
  fieldOfPlace,
  languagesWithLess,
  shownOf,
  type UpdateSides,
  updateOf,
  waitingIn,
} from '@/domain/updates/updates'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { translatorFor } from '@/messages/translate'
import { baseOf, ownOf, p } from '../domain/sections'

const BODY = [p('Ring the family.', 'a'), p('Offer a telephone.', 'b')]
const NEWER = [p('Ring nobody.', 'a'), p('Offer a telephone of the office.', 'b')]
const OURS = [p('Ring the Red Cross.', 'a'), p('Offer a telephone.', 'b')]

function sidesOf(
  newest: Partial<SectionContent> | null,
  own: VariantSection = untouched('k'),
  base: Partial<SectionContent> = {},
): UpdateSides {
  return {
    base: baseOf('k', { body: { en: BODY }, ...base }),
    newest: newest && baseOf('k', { body: { en: BODY }, ...newest }),
    own,
    languages: ['en', 'fr'],
    sourceLanguage: 'en',
  }
}

const adapted = ownOf('k', { mode: 'adapt', reason: 'national-law', body: { en: OURS } })
const clash = sidesOf({ body: { en: NEWER } }, adapted)
const stored = { reason: 'national-law', explanation: 'The law says so.', sources: '' } as const
const draft: UpdateDraft = { ...blankDraft({ choice: 'combine', stored }), note: 'Look at this.' }
const update = { became: 'changed', status: 'decision-needed' } as const
const merged = () => mergedText({ sides: clash, language: 'en' }).text
const shown = shownOf({ status: 'please-check' })
const where = { variant: 'v', key: 'k', seen: 3, others: [], release: 'r2', shown, language: 'en' as const }

/** The decision of a draft, of which it is not known yet what it does. */
function decisionFor(given: Omit<Parameters<typeof decisionOf>[0], 'asksWhy'>) {
  return decisionOf({ ...given, asksWhy: needsWhy(given.draft.choice, given.update, null) })
}

describe('what a person chose and typed for an update', () => {
  const explained = { reason: 'other', explanation: 'Another office does it.', sources: 'S.I. 1' } as const

  test('becomes a decision with the answers, the reason and the explanation in the language of the page', () => {
    const answered = withAnswer(draft, { language: 'en', id: 'k/body/1', answer: 'theirs' })
    const typed = withReasons(answered, explained)
    expect(decisionFor({ draft: typed, update, language: 'en', stored, merged })).toEqual({
      choice: 'combine',
      resolutions: { en: { 'k/body/1': 'theirs' } },
      ...explained,
      explanation: { en: explained.explanation },
    })
  })

  test('sends of the stored reasons only those that the person changed', () => {
    const decide = (of: UpdateDraft) => decisionFor({ draft: of, update, language: 'en', stored, merged })
    expect(decide(draft)).toEqual({ choice: 'combine', resolutions: {} })
    expect(decide(withReasons(draft, { sources: 'S.I. 1' }))).toEqual({
      ...{ choice: 'combine', resolutions: {}, sources: 'S.I. 1' },
    })
  })

  test('sends the reasons that it shows where a section is new, or no reason is stored', () => {
    const all = { reason: 'national-law', explanation: { en: 'The law says so.' }, sources: '' }
    const given = { draft: { ...draft, choice: 'keep' }, language: 'en', stored, merged } as const
    expect(decisionFor({ ...given, update: { ...update, became: 'new' } })).toEqual({ choice: 'keep', ...all })
    const without = { ...stored, reason: '' } as const
    expect(decisionFor({ ...given, update, stored: without })).toEqual({ choice: 'keep', ...all })
  })

  test('has no reason for a section that is gone and becomes our own, and asks for none', () => {
    const gone = { ...update, became: 'gone' } as const
    const kept = withReasons({ ...draft, choice: 'keep' }, explained)
    expect(decisionFor({ draft: kept, update: gone, language: 'en', stored, merged })).toEqual({ choice: 'keep' })
    expect([needsWhy('keep', gone, null), needsWhy('park', gone, null), needsWhy('keep', update, null)]).toEqual([
      false,
      true,
      true,
    ])
    expect(needsWhy('keep', { ...update, status: 'told' }, null)).toBe(false)
  })

  test('is no decision before something is chosen', () => {
    expect(decisionFor({ draft: { ...draft, choice: null }, update, language: 'en', stored, merged })).toBe(null)
  })

  test('leaves out answers, edits and reasons where the common text is accepted', () => {
    const typed = withWritten(draft, {
      ...{ language: 'en', merged: merged() },
      changes: { title: 'Ours', summary: '', body: toLexical(OURS) },
    })
    const accepted: UpdateDraft = { ...typed, choice: 'accept' }
    expect(decisionFor({ draft: accepted, update, language: 'en', stored, merged })).toEqual({ choice: 'accept' })
  })

  test('sends only the fields that were edited by hand, as the editor has them', () => {
    const body = toLexical([p('Our own words.', 'a')])
    const edited = withWritten(draft, { language: 'en', changes: { body }, merged: merged() })
    const decision = decisionFor({ draft: edited, update, language: 'en', stored, merged })
    if (!decision) throw new Error('There is no decision.')
    expect(Object.keys(decision.written ?? {})).toEqual(['body'])
    const input = inputOf({ draft: edited, decision, where })
    expect(input).toMatchObject({ ...where, choice: 'combine', written: { body: { en: body } }, note: 'Look at this.' })
    const discarded = withoutWritten(edited, 'en')
    expect(decisionFor({ draft: discarded, update, language: 'en', stored, merged })?.written).toBe(undefined)
  })
})

describe('the places that both changed', () => {
  const places = () => mergedText({ sides: clash, language: 'en' }).conflicts
  const openIn = (of: UpdateDraft) => unanswered(of, { language: 'en', conflicts: places() }).map(({ ours }) => ours)
  const body = (...lines: string[]) => toLexical(lines.map((line, at) => p(line, `${at}`)))

  test('are open until each is answered', () => {
    expect(openIn(draft)).toEqual(['the Red Cross'])
    const [place] = places()
    expect(openIn(withAnswer(draft, { language: 'en', id: place?.id ?? '', answer: 'ours' }))).toEqual([])
    expect(openIn(withAnswer(draft, { language: 'fr', id: place?.id ?? '', answer: 'ours' }))).toEqual(openIn(draft))
  })

  test('are decided by an edit of the text in which they are, and not by one of another field', () => {
    const [place] = places()
    const field = place ? fieldOfPlace(place) : ''
    const edit = { language: 'en', merged: merged() } as const
    const edited = withWritten(draft, { ...edit, changes: { body: body('Ring the office.', 'Offer a telephone.') } })
    expect([openIn(edited), isEdited(edited, { language: 'en', field })]).toEqual([[], true])
    expect(isEdited(edited, { language: 'fr', field })).toBe(false)
    const titled = withWritten(draft, { ...edit, changes: { title: 'Another title' } })
    expect([openIn(titled), isEdited(titled, { language: 'en', field })]).toEqual([openIn(draft), false])
  })

  test('can be answered again once an edit says the same as before', () => {
    const edit = { language: 'en', merged: merged() } as const
    const edited = withWritten(draft, { ...edit, changes: { title: 'Another title', body: body('Ring.') } })
    const back = withWritten(edited, { ...edit, changes: { body: merged().body } })
    expect([Object.keys(back.written.en ?? {}), openIn(back)]).toEqual([['title'], openIn(draft)])
    expect(withWritten(back, { ...edit, changes: { title: merged().title } }).written).toEqual({})
  })

  test('take every answer into the result while only another field is edited', () => {
    const [place] = places()
    const titled = withWritten(draft, { language: 'en', merged: merged(), changes: { title: 'Another title' } })
    const answered = withAnswer(titled, { language: 'en', id: place?.id ?? '', answer: 'theirs' })
    const answeredText = () => mergedText({ sides: clash, language: 'en', answers: answered.answers.en }).text
    const decision = decisionFor({ draft: answered, update, language: 'en', stored, merged: answeredText })
    const preview = decision && previewOf({ waiting: { sides: clash, together: null }, decision })
    const content = preview?.ok ? preview.content : null
    expect(content?.title.en).toBe('Another title')
    expect(textOf(content?.body.en ?? [])).toBe('Ring nobody.\nOffer a telephone of the office.')
  })

  test('that one side removed show the whole block, with the list in which it stands', () => {
    const contact = (phone: string) => {
      const field = block('field', { id: 'f', attrs: { name: 'phone' }, runs: [text(phone)] })
      return block('contact', { id: 'c', attrs: { title: 'The office' }, children: [field] })
    }
    const item = (id: string, words: string) => block('item', { id, runs: [text(words)] })
    const list = (...children: Block[]) => block('list', { id: 'l', attrs: { style: 'bullet' }, children })
    const bodyOf = (...blocks: Block[]) => ({ en: [p('First.', 'a'), ...blocks] })
    const stays = item('j', 'Stay with the person.')
    const newest = bodyOf(list(item('i', 'Ask for the new card.'), stays))
    const sides: UpdateSides = {
      ...sidesOf({ body: newest }),
      base: baseOf('k', { body: bodyOf(contact('1800'), list(item('i', 'Ask for the card.'), stays)) }),
      own: ownOf('k', { mode: 'adapt', reason: 'national-law', body: bodyOf(contact('1900'), list(stays)) }),
    }
    const { conflicts } = mergedText({ sides, language: 'en' })
    const removed = conflicts.map(({ whole }) => [whole?.removedBy, whole?.block.kind, whole?.holder?.kind])
    expect(removed).toEqual([
      ['theirs', 'contact', undefined],
      ['ours', 'item', 'list'],
    ])
  })
})

test('a place about the details of a step shows the step of each side whole, as a step', () => {
  const steps = (what: string, deadline: string) => ({
    en: [
      block('steps', {
        id: 's',
        children: [
          block('entry', {
            id: 'e',
            children: Object.entries({ what, deadline }).map(([name, said]) =>
              block('field', { id: `${name}-f`, attrs: { name }, runs: [text(said)] }),
            ),
          }),
        ],
      }),
    ],
  })
  const sides: UpdateSides = {
    ...sidesOf({ body: steps('Hold the personal interview', '3 working days') }),
    base: baseOf('k', { body: steps('Register the application', '3 working days') }),
    own: ownOf('k', {
      mode: 'adapt',
      reason: 'national-law',
      body: steps('Register the application', '10 working days'),
    }),
  }
  const { conflicts } = mergedText({ sides, language: 'en' })
  expect(conflicts).toMatchObject([{ kind: 'value', about: 'details', whole: null }])
  const { ours, theirs } = conflicts[0]?.versions ?? {}
  expect([ours, theirs].map((side) => [side?.holder?.kind, side && textOf([side.block])])).toEqual([
    ['steps', 'Register the application\n10 working days'],
    ['steps', 'Hold the personal interview\n3 working days'],
  ])
})

describe('the answers after a change of the common framework is left out', () => {
  const text = (days: string, owner: string) => [
    p(`Ring the family within ${days} days.`, 'a'),
    p(`Offer a telephone of the ${owner}.`, 'b'),
  ]
  const sides = {
    ...sidesOf({ body: { en: text('10', 'office') } }, { ...adapted, body: { en: text('20', 'Red Cross') } }),
    base: baseOf('k', { body: { en: text('30', 'house') } }),
  }
  const mergeOf = ({ answers, declined }: UpdateDraft) =>
    mergedText({ sides, language: 'en', answers: answers.en, declined: declined.en })
  const placesOf = (of: UpdateDraft) => mergeOf(of).conflicts
  const readAfter = (of: UpdateDraft) => textOf(fromLexical(mergeOf(of).text.body)).split('\n')
  const answer = (of: UpdateDraft, block: string, given: 'theirs' | { text: string }) => {
    const id = placesOf(of).find((one) => one.block === block)?.id ?? ''
    return withAnswer(of, { language: 'en', id, answer: given })
  }
  const take = (of: UpdateDraft, id: string, isTaken: boolean) =>
    withTaken(of, { language: 'en', id, isTaken, placesOf })
  const openIn = (of: UpdateDraft) =>
    unanswered(of, { language: 'en', conflicts: placesOf(of) }).map(({ block }) => block)

  test('stay with their places, whatever number these have then', () => {
    const answered = answer(answer(draft, 'a', { text: '15' }), 'b', 'theirs')
    const without = take(answered, 'a', false)
    expect(openIn(without)).toEqual([])
    expect(readAfter(without)).toEqual(['Ring the family within 20 days.', 'Offer a telephone of the office.'])
  })

  test('are not given to a place that nobody answered, which stays open', () => {
    const without = take(answer(draft, 'a', { text: '15' }), 'a', false)
    expect(openIn(without)).toEqual(['b'])
    expect(without.answers.en).toEqual({})
  })

  test('are not taken for a place that has the number of the answered one by then', () => {
    const [first, second] = placesOf(draft)
    const without = take(draft, 'a', false)
    const given = { language: 'en', places: placesOf(without), answer: 'theirs' } as const
    expect(placesOf(without)[0]?.id).toBe(first?.id)
    for (const place of [first, second]) expect(place && withAnswerAt(without, { ...given, place })).toEqual(without)
    const [now] = placesOf(without)
    expect(now && openIn(withAnswerAt(without, { ...given, place: now }))).toEqual([])
  })

  test('are asked again where the change is taken after all', () => {
    const answered = answer(answer(draft, 'a', 'theirs'), 'b', 'theirs')
    const again = take(take(answered, 'a', false), 'a', true)
    expect(openIn(again)).toEqual(['a'])
    expect(readAfter(again)).toEqual(['Ring the family within 20 days.', 'Offer a telephone of the office.'])
  })

  test('are asked again in places of one paragraph that have the same words', () => {
    const twice = (days: string) => p(`Ring within ${days} days. Write to the house. Call within ${days} days.`, 'a')
    const alike = {
      ...sides,
      base: baseOf('k', { body: { en: [twice('30'), p('Offer a telephone.', 'b')] } }),
      newest: baseOf('k', { body: { en: [twice('10'), p('Offer a new telephone.', 'b')] } }),
      own: { ...adapted, body: { en: [twice('20'), p('Offer a telephone.', 'b')] } },
    }
    const places = (of: UpdateDraft) => mergedText({ sides: alike, language: 'en', declined: of.declined.en }).conflicts
    const [first, second] = places(draft)
    expect([first?.theirs, second?.theirs]).toEqual(['10', '10'])
    const answered = withAnswer(draft, { language: 'en', id: first?.id ?? '', answer: 'theirs' })
    const without = withTaken(answered, { language: 'en', id: 'b', isTaken: false, placesOf: places })
    expect(without.answers.en).toEqual({})
  })
})

describe('the explanation of a decision', () => {
  const storedAfter = (
    own: VariantSection,
    { languages, pageLanguage, opening }: Record<'pageLanguage' | 'opening', Language> & { languages: Language[] },
  ) => {
    const sides: UpdateSides = { ...sidesOf({ body: { en: NEWER } }, own), languages, sourceLanguage: 'en' }
    const language = explanationLanguage({ languages, pageLanguage, opening })
    const stored = reasonsStored(own, language)
    const text = (one: Language) => mergedText({ sides, language: one }).text
    const decision = decisionFor({
      draft: blankDraft({ choice: 'keep', stored }),
      update,
      language,
      stored,
      merged: text,
    })
    const outcome = decision && decideWaiting({ waiting: { sides, together: null }, decision, release: 'r2' })
    return outcome?.ok ? outcome.result[0]?.next.explanation : outcome
  }

  test('is stored as it was if the person did not touch it, whatever the language of the page and of the text', () => {
    const explanation = { el: 'Το λέει ο νόμος μας.' }
    const own = ownOf('k', { mode: 'adapt', reason: 'national-law', body: { el: OURS }, explanation })
    for (const languages of [['el'], ['el', 'en'], ['en', 'el'], ['fr', 'el']] as Language[][])
      for (const pageLanguage of ['en', 'el', 'de'] as const)
        for (const opening of ['en', 'el'] as const)
          expect(storedAfter(own, { languages, pageLanguage, opening })).toEqual(explanation)
  })

  test('is removed if the person removes it', () => {
    const removed = withReasons(draft, { explanation: '' })
    expect(decisionFor({ draft: removed, update, language: 'en', stored, merged })?.explanation).toEqual({ en: '' })
  })

  test('of a section that is parked begins empty: the reason why its text differed is another one', () => {
    const parked: UpdateDraft = { ...draft, choice: 'park' }
    const unexplained = { choice: 'park', reason: null, sources: '' }
    expect(decisionFor({ draft: parked, update, language: 'en', stored, merged })).toEqual(unexplained)
    const given = { reason: 'other', explanation: 'Another office does it.' } as const
    const explained = withReasons(parked, given)
    expect(decisionFor({ draft: explained, update, language: 'en', stored, merged })).toMatchObject({
      choice: 'park',
      reason: 'other',
      explanation: { en: 'Another office does it.' },
    })
    expect(explained.why).toEqual(stored)
  })
})

describe('the language that the screen of an update shows first', () => {
  const opens = (languages: Language[], own?: Partial<VariantSection>, asked = '') => {
    const sides = { ...sidesOf({ body: { en: NEWER } }, { ...untouched('k'), ...own }), languages }
    const waiting = { sides, together: null }
    return openingLanguage({ waiting, panes: updatePanes(waiting), asked })
  }
  const greek = {
    ...{ translated: ['el' as const], title: { el: 'Τίτλος' }, summary: { el: 'Περίληψη' } },
    body: { el: [p('Καλέστε.', 'a')] },
  }

  test('is one of the version in which the common text changed, or in which its readers get that text', () => {
    expect(opens(['el', 'en'], greek)).toBe('en')
    expect(opens(['el'])).toBe('en')
  })

  test('is one in which a choice would take text from readers', () => {
    const sides = { ...sidesOf({ body: { en: NEWER } }), languages: ['en', 'fr', 'de'] as const }
    const waiting = { sides, together: null }
    const given = { waiting, panes: updatePanes(waiting), missingIn: ['de', 'fr'] as const }
    expect(openingLanguage({ ...given, asked: '' })).toBe('fr')
    expect(openingLanguage({ ...given, asked: 'en' })).toBe('en')
  })

  test('is one that a note is about: there, readers would get less than in the language that they read until now', () => {
    const sides = sidesOf({ body: { en: NEWER, el: [p('Καλέστε.', 'a')] } })
    const waiting = { sides: { ...sides, languages: ['en', 'el'] as const }, together: null }
    expect(notedLanguages(waiting).withLess).toEqual([{ language: 'el', instead: 'en' }])
    expect(openingLanguage({ waiting, panes: updatePanes(waiting), asked: '' })).toBe('el')
    expect(openingLanguage({ waiting, panes: updatePanes(waiting), asked: 'en' })).toBe('en')
  })

  test('is one of the version where its readers get a translation', () => {
    expect(opens(['el'], greek)).toBe('el')
    expect(opens(['el'], greek, 'en')).toBe('en')
  })
})

describe('the reason of an addition', () => {
  const addition = { en: [p('In Ireland, ring 1800.')] }
  const explanation = { en: 'Our hotline is another one.' }
  const reasons = { reason: 'national-law', explanation, sources: 'S.I. 62' } as const
  const own = ownOf('k', { mode: 'supplement', addition, ...reasons })
  const sides = sidesOf({ body: { en: NEWER } }, own)
  const none = reasonsStored(own, 'en')

  /** What the form sends for a draft, and what is stored after it. */
  const recorded = (of: UpdateDraft) => {
    const waiting = { sides, together: null }
    const text = (one: Language) => mergedText({ sides, language: one }).text
    const plain = textDecisionOf({ draft: of, merged: text })
    const asksWhy = needsWhy(of.choice, update, plain && previewOf({ waiting, decision: plain }))
    const decision = decisionOf({ draft: of, asksWhy, update, language: 'en', stored: none, merged: text })
    const outcome = decision && decideWaiting({ waiting, decision, release: 'r2' })
    return { asksWhy, decision, next: outcome?.ok ? outcome.result[0]?.next : outcome }
  }

  test('stays, and nothing is asked, while the country still only adds to the common text', () => {
    for (const choice of ['accept', 'combine'] as const) {
      const { asksWhy, decision, next } = recorded(blankDraft({ choice, stored: none }))
      expect(asksWhy).toBe(false)
      expect(Object.keys(decision ?? {})).not.toEqual(expect.arrayContaining(['reason']))
      expect(next).toMatchObject({ mode: 'supplement', ...reasons })
    }
  })

  test('is not shown as the reason why the text differs, and does not hold any more where it does', () => {
    const draft = blankDraft({ choice: 'keep', stored: none })
    expect(draft.why).toEqual({ reason: '', explanation: '', sources: '' })
    expect(recorded(draft)).toMatchObject({
      asksWhy: true,
      next: { because: [{ key: 'refusal.update-reason-missing' }] },
    })
    const edited = withWritten(
      { ...draft, choice: 'combine' },
      { language: 'en', changes: { title: 'Ours' }, merged: mergedText({ sides, language: 'en' }).text },
    )
    for (const one of [draft, edited]) {
      const { asksWhy, next } = recorded(withReasons(one, { reason: 'other', explanation: 'We say it so.' }))
      expect(asksWhy).toBe(true)
      expect(next).toMatchObject({ mode: 'adapt', reason: 'other', explanation: { en: 'We say it so.' }, sources: '' })
    }
  })
})

describe('the result of a decision', () => {
  const bodyOf = (choice: UpdateDraft['choice'], given: Partial<UpdateDraft> = {}) => {
    const decision = decisionFor({ draft: { ...draft, choice, ...given }, update, language: 'en', stored, merged })
    const preview = decision && previewOf({ waiting: { sides: clash, together: null }, decision })
    return preview?.ok ? textOf(preview.content?.body.en ?? []) : null
  }

  test('is what the server would store: the common text, ours, or both', () => {
    expect(bodyOf('accept')).toBe('Ring nobody.\nOffer a telephone of the office.')
    expect(bodyOf('keep')).toBe('Ring the Red Cross.\nOffer a telephone.')
    expect(bodyOf('combine')).toBe('Ring the Red Cross.\nOffer a telephone of the office.')
  })

  test('follows the answers', () => {
    const [conflict] = mergedText({ sides: clash, language: 'en' }).conflicts
    const answers = { en: { [conflict?.id ?? '']: 'theirs' as const } }
    expect(bodyOf('combine', { answers })).toBe('Ring nobody.\nOffer a telephone of the office.')
  })

  test('is compared with what readers get now', () => {
    const before = readNowOf(clash)
    const preview = previewOf({ waiting: { sides: clash, together: null }, decision: { choice: 'accept' } })
    const after = preview.ok ? preview.content : null
    expect(readersChange({ before, after, language: 'en' })?.status).toBe('changed')
    expect(readersChange({ before, after: before, language: 'en' })?.status).toBe('same')
  })

  test('is that the section is no longer there if it goes', () => {
    expect(
      previewOf({ waiting: { sides: sidesOf(null), together: null }, decision: { choice: 'accept' } }),
    ).toMatchObject({
      ok: true,
      content: null,
    })
  })
})

describe('the choices of an update', () => {
  const cardsOf = (sides: UpdateSides) => {
    const update = updateOf(sides)
    if (!update) throw new Error('Nothing waits.')
    const cards = updateCards({
      waiting: { sides, together: null, update },
      names: {},
      language: 'en',
      say: translatorFor('en'),
    })
    return { cards, first: firstChoice({ sides, together: null, update }) }
  }

  test('say what each does, with the harmless one chosen', () => {
    const { cards, first } = cardsOf(sidesOf({ body: { en: NEWER } }))
    expect(first).toBe('accept')
    expect(cards.map(({ choice, does }) => [choice, does])).toEqual([
      ['accept', 'The new common text comes into our version.'],
      ['combine', 'Our text with the changes of the common framework. You can edit it below.'],
      ['keep', 'The former common text stays, as our own. Give a reason.'],
      ['not-for-us', 'The change has no meaning here. Our text stays. Give a reason.'],
    ])
  })

  test('combine beforehand where the common framework changed what we left out: the person decides on that place', () => {
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: BODY.slice(1) } })
    const { cards, first } = cardsOf(
      sidesOf({ body: { en: [p('Ring nobody, at no time.', BODY[0]?.id), ...BODY.slice(1)] } }, own),
    )
    expect(first).toBe('combine')
    expect(cards.find(({ choice }) => choice === 'combine')?.does).toBe(
      'Our text with the changes of the common framework. You can edit it below.',
    )
  })

  test('leave the decision to the person where we took the whole text out: a new paragraph would stand there alone', () => {
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: [] } })
    expect(cardsOf(sidesOf({ body: { en: [...BODY, p('Ring a lawyer.', 'c')] } }, own)).first).toBe(null)
  })

  test.each([
    ['a paragraph of its own', [...BODY, p('Ask for a doctor at once.', 'c')]],
    ['another paragraph', [BODY[0], p('Offer a telephone. Ask for a doctor at once.', 'b')]],
  ])(
    'leave the decision to the person where a sentence that we left out is now in %s, and say that it comes back',
    (_, newest) => {
      const [first, second] = BODY
      const base = { body: { en: [p('Ring the family. Ask for a doctor at once.', 'a'), second] as Block[] } }
      const ours = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: [first, second] as Block[] } })
      const { cards, first: chosen } = cardsOf(sidesOf({ body: { en: newest as Block[] } }, ours, base))
      expect(chosen).toBe(null)
      expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain(
        'Common text that we left out or changed comes back.',
      )
      const unlike = [first, second, p('Ask whether a lawyer can come.', 'c')] as Block[]
      expect(cardsOf(sidesOf({ body: { en: unlike } }, ours, base)).first).toBe('combine')
    },
  )

  test('choose the combination where we took the text out in a language in which the common one stays as it was', () => {
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { fr: [] } })
    const body = { fr: [p('Appelez la famille.', 'a')] }
    const sides = sidesOf({ body: { en: NEWER, ...body } }, own, { body: { en: BODY, ...body } })
    expect(cardsOf(sides).first).toBe('combine')
  })

  test('choose the combination where the text of another language stands in for ours: it goes on to do so', () => {
    const [text, newer] = ['Offrir un téléphone.', 'Offrir un téléphone du bureau.'].map((said) => [p(said, 'b')])
    const empty = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: OURS, fr: [] } })
    const stoodIn: VariantSection = { ...empty, standIns: [{ field: 'body', language: 'fr' }] }
    const sides = (own: VariantSection) =>
      sidesOf({ body: { en: BODY, fr: newer } }, own, { body: { en: BODY, fr: text } })
    expect(cardsOf(sides(stoodIn)).first).toBe('combine')
    expect(cardsOf(sides(empty)).first, 'the country took it out').toBe(null)
  })

  test.each([
    [
      'a summary that we left out is in the text now',
      { summary: { en: '' } },
      { summary: { en: 'Ask a doctor at once.' }, body: { en: BODY } },
      { summary: { en: '' }, body: { en: [...BODY, p('Ask a doctor at once.', 'c')] } },
    ],
    [
      'a paragraph that we left out is in the summary now',
      { body: { en: BODY } },
      { summary: { en: '' }, body: { en: [...BODY, p('Ask a doctor at once.', 'c')] } },
      { summary: { en: 'Ask a doctor at once.' }, body: { en: BODY } },
    ],
  ] as [string, Partial<VariantSection>, Partial<SectionContent>, Partial<SectionContent>][])(
    'are not ready where %s, and say that it comes back',
    (_, ours, base, newest) => {
      const own = ownOf('k', { mode: 'adapt', reason: 'other', ...ours })
      const sides = sidesOf(newest, own, base)
      expect(updateOf(sides)?.status).toBe('please-check')
      const { cards, first } = cardsOf(sides)
      expect(first).toBe(null)
      const said = cards.filter(({ does }) => does.includes('Common text that we left out or changed comes back.'))
      expect(said.map(({ choice }) => choice)).toEqual(['accept', 'combine'])
    },
  )

  test('are not ready where a line that we left out in one language is in the summary now, and reads the same in another language', () => {
    const line = 'UNHCR Wien: +43 1 26060 4048'
    const texts = { en: [p(line, 'l'), p('Keep the papers.', 'a')], de: [p(line, 'l'), p('Papiere aufbewahren.', 'a')] }
    const without = { en: texts.en.slice(1), de: texts.de.slice(1) }
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { de: without.de } })
    const sides = {
      ...sidesOf({ body: without, summary: { en: line, de: line } }, own, { body: texts }),
      languages: ['en', 'de'] as const,
    }
    expect(updateOf(sides)?.status).toBe('please-check')
    expect(cardsOf(sides).first).toBe(null)
  })

  test('leave the decision to the person where the common framework now says a part of our addition, and say that it stands more than once', () => {
    const addition = ['The Red Cross answers at all hours.', 'The call is free of charge.'].map((words) => p(words))
    const own = ownOf('k', { mode: 'supplement', addition: { en: addition } })
    const takenOver = (...words: string[]) => sidesOf({ body: { en: [...BODY, ...words.map((one) => p(one))] } }, own)
    const part = takenOver('The Red Cross answers at all hours.')
    const { cards, first } = cardsOf(part)
    expect(first).toBe(null)
    const said = cards.filter(({ does }) => does.includes('A sentence then stands more than once in the text.'))
    expect(said.map(({ choice }) => choice)).toEqual(['accept', 'combine'])
    const whole = cardsOf(takenOver('The Red Cross answers at all hours.', 'The call is free of charge.')).cards
    expect(whole.map(({ does }) => does).join(' '), 'of the whole addition readers get one').not.toContain(
      'more than once',
    )
  })

  test('do not say that a sentence comes back where the common framework adds one that is like it', () => {
    const office = (city: string) => p(`The office of the Red Cross in ${city} is open from Monday to Friday.`, city)
    const base = { body: { en: [...BODY, office('Athens')] } }
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: BODY } })
    const { cards, first } = cardsOf(
      sidesOf({ body: { en: [...BODY, office('Athens'), office('Patras')] } }, own, base),
    )
    expect(first).toBe('combine')
    const saying = cards.filter(({ does }) => does.includes('comes back'))
    expect(
      saying.map(({ choice }) => choice),
      'who accepts gets both offices',
    ).toEqual(['accept'])
  })

  test.each([
    ['in the summary', { summary: { en: 'Ring the police in the town of the victim before each interview begins.' } }],
    ['in a paragraph', { summary: { en: '' } }],
  ])(
    'leave the decision to the person where a sentence like one that we left out comes %s, and say that it comes back',
    (_, summary) => {
      const stays = p('Ring the police in the town of the victim before the interview begins.', 'stays')
      const added = summary.summary.en
        ? []
        : [p('Ring the police in the town of the victim before each interview begins.', 'c')]
      const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: BODY } })
      const { cards, first } = cardsOf(
        sidesOf({ ...summary, body: { en: [...BODY, stays, ...added] } }, own, { body: { en: [...BODY, stays] } }),
      )
      expect(first).toBe(null)
      const saying = cards.filter(({ does }) => does.includes('comes back'))
      expect(saying.map(({ choice }) => choice)).toEqual(['accept', 'combine'])
    },
  )

  test('do not say that a row of a table comes back where a new one has the same short answers', () => {
    const rowOf = (id: string, ...cells: string[]) =>
      block('row', {
        id,
        children: cells.map((said, at) => block('cell', { id: `${id}${at}`, children: [p(said, `${id}p${at}`)] })),
      })
    const tableOf = (...rows: Block[]) => block('table', { id: 't', children: rows })
    const [head, lawyer] = [rowOf('h', 'Person', 'On the day', 'Later'), rowOf('r', 'Lawyer', 'Yes', 'No')]
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: [...BODY, tableOf(head)] } })
    const { cards, first } = cardsOf(
      sidesOf({ body: { en: [...BODY, tableOf(head, lawyer, rowOf('s', 'Interpreter', 'Yes', 'No'))] } }, own, {
        body: { en: [...BODY, tableOf(head, lawyer)] },
      }),
    )
    expect(first).toBe('combine')
    expect(cards.find(({ choice }) => choice === 'combine')?.does).not.toContain('comes back')
  })

  test.each([
    ['a row of our table', 1],
    ['our addition, which has it twice', 2],
  ])(
    'leave the decision to the person where the common framework has a sentence of %s since then, and say that it stands more than once',
    (_, times) => {
      const said = 'The Red Cross finds a safe place for the night for everybody.'
      const row = (id: string) =>
        block('row', {
          id,
          children: ['At night', said].map((words, at) =>
            block('cell', { id: `${id}${at}`, children: [p(words, `${id}p${at}`)] }),
          ),
        })
      const addition =
        times === 1 ? [block('table', { id: 't', children: [row('r')] })] : [p(said), p('Ring first.'), p(said)]
      const own = ownOf('k', { mode: 'supplement', addition: { en: addition } })
      const { cards, first } = cardsOf(sidesOf({ body: { en: [...BODY, p(said, 'c')] } }, own))
      expect(first).toBe(null)
      const saying = cards.filter(({ does }) => does.includes('A sentence then stands more than once in the text.'))
      expect(saying.map(({ choice }) => choice)).toEqual(['accept', 'combine'])
    },
  )

  test.each([
    [
      'with an article of law',
      'The person has the right to at least thirty days of recovery and reflection (Article 13).',
    ],
    [
      'with the name of a country',
      'The person has the right to at least thirty days of recovery and reflection in Greece.',
    ],
    ['with a figure', 'The person has the right to at least 30 days of recovery and reflection.'],
  ])(
    'leave the decision to the person where a sentence that we left out comes %s too, and say that it comes back',
    (_, added) => {
      const stays = p('The person has the right to at least thirty days of recovery and reflection.', 'stays')
      const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: BODY } })
      const { cards, first } = cardsOf(
        sidesOf({ body: { en: [...BODY, stays, p(added, 'c')] } }, own, { body: { en: [...BODY, stays] } }),
      )
      expect(first).toBe(null)
      expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain('comes back')
    },
  )

  test('do not say that a short sentence stays that we had written at a second place too, nor one of ours about another office', () => {
    const bodyOf = (...said: string[]) => ({ body: { en: said.map((words) => p(words, words.slice(0, 40))) } })
    const own = (...said: string[]) => ownOf('k', { mode: 'adapt', reason: 'other', ...bodyOf(...said) })
    const officeIn = (city: string) =>
      `The office in ${city} gives free legal advice on weekdays without an appointment.`
    const stock = 'Contact the competent authority.'
    const ours = { ...own('Ask first.', stock, 'Note the time.'), summary: { en: stock } }
    for (const sides of [
      sidesOf(bodyOf('Ask first.', 'Note the time.'), ours, bodyOf('Ask first.', stock, 'Note the time.')),
      sidesOf(
        bodyOf('Ask first.', 'Note the time.'),
        own('Ask first.', officeIn('Vienna'), 'Note the time.', officeIn('Graz')),
        bodyOf('Ask first.', officeIn('Vienna'), 'Note the time.'),
      ),
    ])
      expect(cardsOf(sides).cards.find(({ choice }) => choice === 'combine')?.does).not.toContain('stays in our text')
  })

  test.each([
    [
      'moved to the summary and edited',
      'The person can appeal to the administrative court within 30 days after the decision.',
    ],
    ['copied to the summary', 'The person can appeal to the court within 30 days after the decision.'],
  ])(
    'leave the decision to the person where the common framework changes a number in a sentence that we %s',
    (_, summary) => {
      const appealIn = (days: number) => [
        p(`The person can appeal to the court within ${days} days after the decision.`, 'a'),
        ...BODY,
      ]
      const own = ownOf('k', { mode: 'adapt', reason: 'other', summary: { en: `Short. ${summary}` } })
      const { cards, first } = cardsOf(sidesOf({ body: { en: appealIn(15) } }, own, { body: { en: appealIn(30) } }))
      expect(first).toBe(null)
      expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain('stays in our text')
    },
  )

  test('are not ready where a sentence is removed that we had moved to the summary with a number of ours', () => {
    const appealIn = (days: number) => `The person can appeal to the court within ${days} days after the decision.`
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: BODY }, summary: { en: appealIn(10) } })
    const sides = sidesOf({ body: { en: BODY }, summary: { en: '' } }, own, {
      body: { en: [...BODY, p(appealIn(15), 'a')] },
      summary: { en: '' },
    })
    expect(updateOf(sides)?.status).toBe('please-check')
    expect(cardsOf(sides).first).toBe(null)
  })

  test.each([
    [
      'with hours',
      'en',
      'Athens',
      'Patras',
      (city: string, is: boolean) =>
        `The office in ${city} gives free legal advice on weekdays ${is ? 'from 9 to 15 ' : ''}without an appointment.`,
    ],
    [
      'with other hours',
      'en',
      'Athens',
      'Patras',
      (city: string, is: boolean) =>
        `The office in ${city} gives free legal advice on weekdays from 9 to ${is ? 17 : 15} without an appointment.`,
    ],
    [
      'edited, in German',
      'de',
      'Athen',
      'Patras',
      (city: string, is: boolean) =>
        `Das Büro in ${city} berät an Werktagen ${is ? 'immer ' : ''}kostenlos und ohne Termin in allen Fragen.`,
    ],
    [
      'edited, without a name',
      'fr',
      'mardi',
      'lundi',
      (day: string, is: boolean) =>
        `Le bureau de la mairie donne des conseils gratuits ${is ? 'juridiques ' : ''}le ${day} sans rendez-vous à toutes les personnes.`,
    ],
    [
      'with the hours of ours',
      'en',
      'Athens',
      'Patras',
      (city: string, is: boolean) =>
        `The office in ${city} gives free legal advice on weekdays from 9 to ${is || city === 'Patras' ? 15 : 17} without an appointment.`,
    ],
    [
      'with the rule of ours',
      'en',
      'A child',
      'An adult',
      (who: string, is: boolean) =>
        `${who} can stay in the shelter for ${is || who === 'An adult' ? '60 days and then asks the ministry' : '90 days and then asks the court'} for an extension.`,
    ],
  ] as const)(
    'leave the decision to the person where a sentence that we left out comes %s beside one of ours that is like it',
    (_, language, out, kept, say) => {
      const [ours, left] = [p(say(kept, false), 'o'), p(say(out, false), 'z')]
      const body = (...blocks: Block[]) => ({ body: { [language]: [p('A.', 'a'), ...blocks] } })
      const own = ownOf('k', { mode: 'adapt', reason: 'other', ...body(ours) })
      const newest = { ...body(ours), summary: { [language]: say(out, true) } }
      const sides = { ...sidesOf(newest, own, body(ours, left)), languages: [language], sourceLanguage: language }
      const { cards, first } = cardsOf(sides)
      expect(first).toBe(null)
      expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain('comes back')
    },
  )

  test('do not say that a sentence stays where only the numbers in two sentences are ours, which are like each other', () => {
    const appeal = (to: string, days: number, how = '') =>
      p(`The person can appeal to the ${to} ${how}within ${days} days after the decision.`, to)
    const bodyOf = (...blocks: Block[]) => ({ body: { en: [...BODY, ...blocks] } })
    const own = ownOf('k', { mode: 'adapt', reason: 'other', ...bodyOf(appeal('ministry', 60), appeal('court', 10)) })
    const newest = bodyOf(appeal('ministry', 30, 'in writing '), appeal('court', 15))
    const { cards, first } = cardsOf(sidesOf(newest, own, bodyOf(appeal('ministry', 30), appeal('court', 15))))
    expect(first).toBe('combine')
    expect(cards.find(({ choice }) => choice === 'combine')?.does).not.toContain('stays in our text')
  })

  test('leave the decision to the person where a sentence is removed that we moved with the number of one like it, which stays', () => {
    const appeal = (to: string, days: number) =>
      `The person can appeal to the ${to} within ${days} days after the decision.`
    const stays = p(appeal('ministry', 60), 'm')
    const body = { en: [...BODY, stays] }
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body, summary: { en: appeal('court', 60) } })
    const sides = sidesOf({ body, summary: { en: '' } }, own, {
      body: { en: [...BODY, p(appeal('court', 15), 'c'), stays] },
      summary: { en: '' },
    })
    expect(updateOf(sides)?.status).toBe('please-check')
    const { cards, first } = cardsOf(sides)
    expect(first).toBe(null)
    expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain('stays in our text')
  })

  test('leave the decision to the person where a sentence is removed that we moved with a number of ours, and one like it stays', () => {
    const appeal = (when: string) => `The person can appeal to the ministry ${when} after the decision.`
    const stays = p(appeal('at any time'), 'y')
    const body = { en: [...BODY, stays] }
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body, summary: { en: appeal('within 60 days') } })
    const base = { body: { en: [...BODY, p(appeal('within 30 days'), 'm'), stays] } }
    const { cards, first } = cardsOf(sidesOf({ body }, own, base))
    expect(first).toBe(null)
    expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain('stays in our text')
  })

  test('leave the decision to the person where a German sentence that we left out comes with another noun', () => {
    const said = (noun: string) =>
      `Die Polizei muss das Opfer vor der ${noun} über sein Recht auf einen Anwalt belehren.`
    const body = (...words: string[]) => ({ body: { de: words.map((one) => p(one, one.slice(0, 40))) } })
    const base = body('Fragen Sie nach.', said('Vernehmung'))
    const own = ownOf('k', { mode: 'adapt', reason: 'other', ...body('Fragen Sie nach.') })
    const newest = { ...base, summary: { de: said('Befragung') } }
    const sides = { ...sidesOf(newest, own, base), languages: ['de'] as const, sourceLanguage: 'de' as const }
    const { cards, first } = cardsOf(sides)
    expect(first).toBe(null)
    expect(cards.find(({ choice }) => choice === 'combine')?.does).toContain('comes back')
  })

  test('say nothing of what comes, or stays, only by an answer at a place to decide on', () => {
    const [ask, form] = ['Ask for a doctor at once.', 'Ask the person to sign the consent form for the police.']
    const own = (...said: string[]) => ownOf('k', { mode: 'adapt', reason: 'other', ...bodyOf(...said) })
    const bodyOf = (...said: string[]) => ({ body: { en: said.map((words, at) => p(words, `${at}`)) } })
    const both =
      'Common text that we left out or changed comes back.|A sentence that the common framework changed or removed stays'
    const doesOf = (sides: UpdateSides) => cardsOf(sides).cards.find(({ choice }) => choice === 'combine')?.does ?? ''
    const edited = sidesOf(
      bodyOf(`Ring the uncle. ${ask}`, 'Offer water.'),
      own('Ring the lawyer.', 'Offer water.'),
      bodyOf(`Ring the family. ${ask}`, 'Offer water.'),
    )
    expect(doesOf(edited)).not.toMatch(new RegExp(both))
    const removed = sidesOf(
      bodyOf('Offer water.', 'Offer a seat.'),
      own(`Ring the lawyer. ${form}`, 'Offer water.', 'Offer a seat.'),
      bodyOf(`Ring the family. ${form}`, 'Offer water.', 'Offer a seat.'),
    )
    expect(doesOf(removed)).not.toMatch(new RegExp(both))
  })

  describe('say that a sentence stays which the common framework', () => {
    const STAYS = 'A sentence that the common framework changed or removed stays in our text.'
    const form = 'Ask the person to sign the consent form for the police.'
    const [room, note, box] = [
      'Explain who is in the room.',
      'Note what you saw.',
      'Keep a copy for the file of the person.',
    ]
    const bodyOf = (...said: string[]) => ({ body: { en: said.map((words, at) => p(words, `${at}`)) } })
    const base = bodyOf(`${room} ${form}`, note, box)
    const moved = ownOf('k', { mode: 'adapt', reason: 'other', ...bodyOf(room, `${form} ${note}`, box) })

    test.each([
      ['removed, where we had moved it to another paragraph', moved, bodyOf(room, note, box)],
      [
        'removed, where we had moved and edited it',
        ownOf('k', {
          mode: 'adapt',
          reason: 'other',
          ...bodyOf(room, `Ask the person twice to sign the consent form for the police. ${note}`, box),
        }),
        bodyOf(room, note, box),
      ],
      [
        'changed, where we had moved it',
        moved,
        bodyOf(`${room} ${form.replace('the police', 'the court')}`, note, box),
      ],
    ])('%s, and leave the decision to the person', (_, own, newest) => {
      const { cards, first } = cardsOf(sidesOf(newest, own, base))
      expect(first).toBe(null)
      expect(cards.filter(({ does }) => does.includes(STAYS)).map(({ choice }) => choice)).toEqual(['combine'])
    })

    test('removed, where we had moved it to the summary: the update is not ready', () => {
      const own = ownOf('k', { mode: 'adapt', reason: 'other', ...bodyOf(room, note), summary: { en: form } })
      const sides = sidesOf({ ...bodyOf(room, note), summary: { en: '' } }, own, {
        ...bodyOf(`${room} ${form}`, note),
        summary: { en: '' },
      })
      expect(updateOf(sides)?.status).toBe('please-check')
      const { cards, first } = cardsOf(sides)
      expect(first).toBe(null)
      expect(cards.filter(({ does }) => does.includes(STAYS)).map(({ choice }) => choice)).toEqual([
        'accept',
        'combine',
      ])
    })

    test.each([
      [
        'which it removes and we left in its place',
        ownOf('k', { mode: 'adapt', reason: 'other', ...bodyOf(`${room} ${form}`, note, box, 'Ring the family.') }),
        bodyOf(room, note, box),
      ],
      [
        'which it edits while we edited another one of the paragraph',
        ownOf('k', { mode: 'adapt', reason: 'other', ...bodyOf(`Explain who is here. ${form}`, note, box) }),
        bodyOf(`${room} Ask the person to sign the consent form for the court.`, note, box),
      ],
      ['which it moves too', moved, bodyOf(room, note, `${box} ${form}`)],
    ])('but not of one %s', (_, own, newest) => {
      const { cards } = cardsOf(sidesOf(newest, own, base))
      expect(cards.map(({ does }) => does).join(' ')).not.toContain(STAYS)
    })
  })

  test('do not say that a sentence stands more than once where our text has it as often already', () => {
    const ask = 'Ask the person to sign the consent form.'
    const bodyOf = (...said: string[]) => ({ body: { en: said.map((words, at) => p(words, `${at}`)) } })
    const own = ownOf('k', { mode: 'adapt', reason: 'other', ...bodyOf(ask, 'Offer water.', 'Offer a seat.', ask) })
    const base = bodyOf(ask, 'Offer water.', 'Offer a seat.')
    const { cards, first } = cardsOf(sidesOf(bodyOf(ask, 'Offer water to all.', 'Offer a seat.'), own, base))
    expect(first).toBe('combine')
    expect(cards.map(({ does }) => does).join(' ')).not.toContain('more than once')
  })

  test('do not call it twice where both add a line that one of them has several times, or the same hours of two contacts', () => {
    const ask = 'Contact the competent authority.'
    const withLines = (...lines: string[]) => ({ body: { en: [...BODY, ...lines.map((one, at) => p(one, `l${at}`))] } })
    const stock = sidesOf(
      withLines(ask, 'Offer water.', ask, 'Offer a seat.', ask),
      ownOf('k', { mode: 'adapt', reason: 'other', ...withLines(ask, 'Offer water.', ask, 'Ring 1109.', ask) }),
      withLines(ask, 'Offer water.', ask),
    )
    expect(
      cardsOf(stock)
        .cards.map(({ does }) => does)
        .join(' '),
    ).not.toContain('more than once')
    const contact = (name: string) => {
      const fields = { name, hours: 'Monday to Friday, 9 to 17' }
      const children = Object.entries(fields).map(([of, said]) =>
        block('field', { id: `${name}-${of}`, attrs: { name: of }, runs: [text(said)] }),
      )
      return block('contact', { id: name, children })
    }
    const beside = sidesOf(
      { body: { en: [...BODY, contact('Legal aid office')] } },
      ownOf('k', { mode: 'supplement', addition: { en: [contact('Red Cross')] } }),
    )
    expect(cardsOf(beside).first).toBe('combine')
  })

  test('leave the decision to the person where both moved a sentence, each to another place', () => {
    const [a, b] = ['Ring the family. ', 'Offer a telephone.']
    const bodyOf = (...said: string[]) => ({ body: { en: said.map((words, at) => p(words, `${at}`)) } })
    const own = ownOf('k', {
      mode: 'adapt',
      reason: 'other',
      ...bodyOf(b, 'Note the time. Ring the family.', 'Ask a doctor.'),
    })
    const base = bodyOf(a + b, 'Note the time.', 'Ask a doctor.')
    expect(cardsOf(sidesOf(bodyOf(b, 'Note the time.', 'Ask a doctor. Ring the family.'), own, base)).first).toBe(null)
  })

  test('leave the decision to the person where the common framework now has a text in a language of our translation', () => {
    const own = ownOf('k', { mode: 'inherit', translated: ['fr'], body: { fr: [p('Appelez la famille.')] } })
    const { cards, first } = cardsOf(sidesOf({ body: { en: BODY, fr: [p('N’appelez personne.')] } }, own))
    expect(first).toBe(null)
    expect(cards.map(({ choice, does }) => [choice, does])).toEqual([
      [
        'accept',
        'The new common text comes into our version. Our translation into French leaves our version, as a whole or in part; the history keeps it.',
      ],
      ['combine', 'Our text with the changes of the common framework. You can edit it below.'],
      ['keep', 'Our text stays as it is. Give a reason. You are not asked again about this change.'],
      ['not-for-us', 'The change has no meaning here. Our text stays. Give a reason.'],
    ])
  })

  test('offer to keep nothing where the text changed in no language of the version, and say where it changes in spite of that', () => {
    const inFrench = { fr: [p('Appelez la famille.', 'f')] }
    const swiss = (body: SectionContent['body']): UpdateSides => ({
      ...sidesOf({ body }, untouched('k'), { body: { en: BODY, ...inFrench } }),
      languages: ['fr', 'it'],
    })
    const accept = 'The new common text comes into our version. There is nothing else to choose:'
    const elsewhere = swiss({ en: NEWER, ...inFrench })
    expect(cardsOf(elsewhere).cards.map(({ choice, does }) => [choice, does])).toEqual([
      ['accept', `${accept} our version has no text of its own in this section.`],
    ])
    const titled = ownOf('k', { mode: 'adapt', reason: 'other', title: { fr: 'Notre titre' } })
    expect(cardsOf({ ...elsewhere, own: titled }).cards.map(({ does }) => does)).toEqual([
      'The new common text comes into our version. What is ours beside it stays. There is nothing else to choose: the change touches no text of ours.',
    ])
    const { cards } = cardsOf(swiss({ en: NEWER, fr: [p('N’appelez personne.', 'f')] }))
    expect(cards.find(({ choice }) => choice === 'keep')?.does).toBe(
      'The former common text stays, as our own. Give a reason. In Italian the section has no text: readers get the text in English, and that text changes.',
    )
  })

  test('say of each field that is missing in a language that it changes there in spite of the choice', () => {
    const greek: Partial<SectionContent> = {
      title: { en: 'Safe', el: 'Ασφάλεια' },
      body: { en: NEWER, el: [p('Κανέναν.')] },
    }
    const keeping = (newest: Partial<SectionContent>, own: VariantSection, base: Partial<SectionContent> = {}) => {
      const { cards } = cardsOf({ ...sidesOf(newest, own, base), languages: ['el'] })
      return cards.find(({ choice }) => choice === 'keep')?.does
    }
    const none = 'In Greek the section has no text: readers get the text in English, and that text changes.'
    const some = 'In Greek a part of the section is missing: readers get it in English, and that part changes.'
    const kept = 'Our text stays as it is. Give a reason. You are not asked again about this change.'
    const former = 'The former common text stays, as our own. Give a reason.'
    expect(keeping(greek, untouched('k'))).toBe(`${former} ${none}`)
    // A common text that somebody saved empty is none.
    const saved = { body: { en: BODY, el: [p('')] } }
    expect(keeping({ ...greek, body: { en: NEWER, el: [p('')] } }, untouched('k'), saved)).toBe(`${former} ${none}`)
    const own = ownOf('k', { reason: 'other', body: { el: [p('Δικό μας.')] } })
    expect(keeping(greek, own)).toBe(`${kept} ${some}`)
    expect(keeping({ ...greek, title: { en: 'Title k' } }, own)).toBe(kept)
    expect(keeping({ ...greek, summary: { en: 'Shorter.' } }, { ...own, title: { el: 'Τίτλος' } })).toBe(
      `${kept} ${some}`,
    )
  })

  test('say nothing of a text with our addition, which readers get in the other language as before', () => {
    const own = ownOf('k', { mode: 'supplement', addition: { en: [p('Ring 1109.', 'x')] } })
    const { cards } = cardsOf(sidesOf({ body: { en: NEWER } }, own))
    expect(cards.find(({ choice }) => choice === 'keep')?.does).not.toContain('French')
  })

  test('leave the decision to the person where a first text takes words from readers, and let the country keep it out', () => {
    const { cards, first } = cardsOf(sidesOf({ body: { en: BODY, fr: [p('Appelez la famille.', 'f')] } }))
    expect(first).toBe(null)
    expect(cards.map(({ choice }) => choice)).toContain('keep')
  })

  test('name the language in which readers got words of ours, which a first text takes from them', () => {
    const own = ownOf('k', { mode: 'adapt', reason: 'other', summary: { de: 'Kurz: zuerst die Caritas anrufen.' } })
    const [base, newest] = [{ summary: {} }, { summary: { fr: 'En bref.', it: 'In breve.' } }]
    const sides: UpdateSides = { ...sidesOf(newest, own, base), languages: ['en', 'de', 'fr', 'it'] }
    const withLess = languagesWithLess(sides)
    expect(withLess).toEqual([
      { language: 'fr', instead: 'de' },
      { language: 'it', instead: 'de' },
    ])
    const said = sayWithLess({ withLess, language: 'en', t: translatorFor('en') })
    expect(said).toEqual([expect.stringContaining('in German')])
    expect(said.join()).toContain('in French and Italian for the first time.')
  })

  test('say only of what goes that it goes', () => {
    const acceptingOf = (newest: Partial<SectionContent>, own: VariantSection) =>
      cardsOf(sidesOf(newest, own)).cards.find(({ choice }) => choice === 'accept')?.does
    expect(acceptingOf({ body: { en: NEWER } }, adapted)).toBe(
      'The common text takes the place of ours, also where only we changed something. Our reason no longer applies.',
    )
    const titled = ownOf('k', { mode: 'adapt', reason: 'national-law', title: { en: 'Our title' } })
    expect(acceptingOf({ body: { en: NEWER } }, titled)).toBe(
      'The new common text comes into our version. What is ours beside it stays.',
    )
    const both = ownOf('k', { mode: 'adapt', reason: 'national-law', title: { en: 'Our title' }, body: { en: OURS } })
    expect(acceptingOf({ body: { en: NEWER } }, both)).toBe(
      'The common text takes the place of ours, also where only we changed something.',
    )
    const more = { ...adapted, body: { en: [...BODY, p('Ring the Red Cross.', 'c')] } }
    const [first] = BODY
    expect(acceptingOf({ body: { en: [...BODY, p('Note the time.', 'd')] } }, more)).toBe(
      'The common text takes the place of ours, also where only we changed something. Our reason no longer applies.',
    )
    const same = { ...titled, body: { en: BODY } }
    expect(first && acceptingOf({ body: { en: [first] } }, same)).toBe(
      'The new common text comes into our version. What is ours beside it stays.',
    )
    const added = ownOf('k', { mode: 'supplement', reason: 'national-law', addition: { en: [p('Ring 1109.', 'x')] } })
    expect(acceptingOf({ body: { en: NEWER } }, added)).toBe(
      'The new common text comes into our version. What is ours beside it stays.',
    )
  })

  describe('say of own audiences and stages', () => {
    const [AUDIENCE, REASON] = [
      'The audience of the common framework takes the place of ours.',
      'Our reason no longer applies.',
    ]
    const forPolice = ownOf('k', { mode: 'adapt', reason: 'national-law', audiences: ['police'] })
    const doesOf = (newest: Partial<SectionContent>, own: VariantSection = forPolice) => {
      const { cards } = cardsOf(sidesOf({ audiences: ['lawyer'], ...newest }, own, { audiences: ['lawyer'] }))
      return Object.fromEntries(cards.map(({ choice, does }) => [choice, does]))
    }

    test('that they go where the common ones changed, and of the text that it stays', () => {
      const { accept, keep } = doesOf({ audiences: ['psychologist'] })
      expect(accept).toBe(`The change comes into our version. Our text stays as it is. ${AUDIENCE} ${REASON}`)
      expect(keep).toBe('Our text stays as it is. Give a reason. You are not asked again about this change.')
    })

    test('that only they go where the country has no text of its own and both changed', () => {
      const { accept, keep } = doesOf({ audiences: ['psychologist'], body: { en: NEWER } })
      expect(accept).toBe(`The new common text comes into our version. ${AUDIENCE} ${REASON}`)
      expect(keep).toBe('The former common text stays, as our own. Give a reason.')
    })

    test('that both go, beside own text', () => {
      const own: VariantSection = { ...forPolice, stages: ['appeal'], body: { en: OURS } }
      expect(doesOf({ audiences: ['psychologist'], stages: ['lodging'], body: { en: NEWER } }, own).accept).toBe(
        `The common text takes the place of ours, also where only we changed something. The audience and the stages of the common framework take the place of ours. ${REASON}`,
      )
    })

    test('nothing where they stay: only the text or the other of the two changed, or the common ones are the same now', () => {
      expect(doesOf({ body: { en: NEWER } }).accept).toBe('The new common text comes into our version.')
      const other = 'The change comes into our version. Our text stays as it is.'
      expect(doesOf({ stages: ['lodging'] }).accept).toBe(other)
      expect(doesOf({ audiences: ['police'] }).accept).toBe(`${other} ${REASON}`)
    })
  })

  describe('say that what the country left out comes back', () => {
    const [A, B] = BODY
    const BACK = 'The new common text comes into our version. Common text that we left out or changed comes back.'
    const REASON = 'Our reason no longer applies.'
    const acceptingOf = (en: Block[], newest: Partial<SectionContent>, given: Partial<VariantSection> = {}) => {
      const own = ownOf('k', { mode: 'adapt', reason: 'national-law', body: { en }, ...given })
      return cardsOf(sidesOf({ title: { en: 'Ours' }, ...newest }, own, { title: { en: 'Ours' } })).cards[0]?.does
    }
    const left = [B ?? []].flat()

    test('where the common text of a paragraph changed, also under another id, or another one is new', () => {
      for (const body of [
        [p('Ring the family, or the embassy.', 'a'), ...left],
        [p('Ring the family, or the embassy.', 'new'), ...left],
        [...BODY, p('Note the time.', 'c')],
      ])
        expect(acceptingOf(left, { body: { en: body } })).toBe(`${BACK} ${REASON}`)
    })

    test('where it was all of the text or of the summary, also if that says something else now', () => {
      expect(acceptingOf([], { body: { en: [...BODY, p('Note the time.', 'c')] } })).toBe(`${BACK} ${REASON}`)
      expect(acceptingOf([], { body: { en: [p('Something else is here.', 'z')] } })).toBe(`${BACK} ${REASON}`)
      const own = ownOf('k', { mode: 'adapt', reason: 'national-law', summary: { en: '' } })
      const sides = sidesOf({ summary: { en: 'For you.' } }, own, { summary: { en: 'For all.' } })
      expect(cardsOf(sides).cards[0]?.does).toBe(`${BACK} ${REASON}`)
    })

    test('where it was the title', () => {
      expect(acceptingOf(BODY, { title: { en: 'Another title' } }, { title: { en: '' } })).toBe(`${BACK} ${REASON}`)
    })

    test('where own text goes too', () => {
      expect(
        acceptingOf([p('Offer a telephone of the house.', 'b')], { body: { en: [...BODY, p('Note the time.', 'c')] } }),
      ).toBe(
        `The common text takes the place of ours, also where only we changed something. Common text that we left out or changed comes back. ${REASON}`,
      )
    })

    test('and not where our own text goes in whose place it comes', () => {
      expect(acceptingOf(OURS, { body: { en: [...BODY, p('Note the time.', 'c')] } })).toBe(
        `The common text takes the place of ours, also where only we changed something. ${REASON}`,
      )
    })

    test('and not of single words, one in each of two languages', () => {
      const [water, eau] = [p('Water.', 'w'), p('Eau.', 'w')]
      const [first] = BODY
      const fr = p('Appelez la famille.', 'a')
      const base = { summary: {}, body: { en: [first ?? water, water], fr: [fr, eau] } }
      const without = { en: [first ?? water], fr: [fr] }
      const own = ownOf('k', { mode: 'adapt', reason: 'other', body: without })
      const { cards } = cardsOf(sidesOf({ summary: { en: 'Water.', fr: 'Eau.' }, body: without }, own, base))
      expect(cards.map(({ does }) => does).join(' ')).not.toContain('comes back')
    })

    test('and not where it does not: the common text lacks it too, or another part changed', () => {
      expect(acceptingOf(left, { body: { en: [...left, p('Note the time.', 'c')] } })).toBe(
        `The new common text comes into our version. ${REASON}`,
      )
      expect(acceptingOf(left, { title: { en: 'Another title' } }, { title: { en: 'Ours, not theirs' } })).toBe(
        'The common text takes the place of ours, also where only we changed something.',
      )
    })

    test('and that our text goes where only its order was our own', () => {
      const moved = [B ?? [], A ?? []].flat()
      expect(acceptingOf(moved, { body: { en: [...BODY, p('Note the time.', 'c')] } })).toBe(
        `The common text takes the place of ours, also where only we changed something. ${REASON}`,
      )
    })
  })

  test('of a section that is gone leave the decision to the person, and say once that it goes', () => {
    const { cards, first } = cardsOf(sidesOf(null, adapted))
    expect(first).toBe(null)
    expect(cards.map(({ choice }) => choice)).toEqual(['accept', 'keep', 'park'])
    expect(cards[0]?.does).toBe('The section leaves our version. Its words stay in the history.')
  })

  test('say that a section of our own goes where the common framework has it again', () => {
    const local = ownOf('k', { mode: 'local', title: { en: 'Ours' }, body: { en: OURS } })
    expect(cardsOf({ ...sidesOf({}, local), base: null }).cards[0]?.does).toBe(
      'The section comes into our version. Our own text leaves our version; the history keeps it.',
    )
  })

  test('are one where the country does not use the section: it takes note, and the section stays unused', () => {
    const { cards, first } = cardsOf(sidesOf({ body: { en: NEWER } }, ownOf('k', { mode: 'omit', reason: 'other' })))
    expect(cards.map(({ choice, does }) => [choice, does])).toEqual([
      ['keep', 'The section stays unused. You are not told about this change again.'],
    ])
    expect(first).toBe('keep')
  })

  describe('of which text moved from or to a section that is not used', () => {
    const moved = 'Ask the person whether somebody holds their passport or their identity card.'
    const unused = { ...untouched('other'), mode: 'omit' as const }
    const sides = [
      sidesOf({ body: { en: [...BODY, p(moved, 'm')] } }),
      { ...sidesOf(null, unused), base: baseOf('other', { body: { en: [p(moved, 'm')] } }) },
    ]
    const firstOf = (key: string) => {
      const found = [...waitingIn(sides.map((of) => ({ sides: of, paused: null })))].find(
        ({ update }) => update.key === key,
      )
      return found?.update.apart && firstChoice(found)
    }

    test('leave the decision to the person', () => {
      expect(firstOf('k')).toBe(null)
    })

    test('have the only one chosen', () => {
      expect(firstOf('other')).toBe('keep')
    })
  })

  describe('of joined sections', () => {
    const [first, second] = [
      'Write down only what you saw yourself.',
      'Ask whether somebody holds their passport or card.',
    ]
    const third = 'Call the national office for help with documents.'
    const text = (...words: string[]) => words.map((one) => p(one, one.slice(0, 9)))
    const french = text('Notez seulement ce que vous avez vu.')
    const inFrench = [...french, ...text('Demandez qui a le passeport.', 'Appelez.')]
    const cardsOfJoined = (
      papers: VariantSection,
      commonOfPapers: SectionContent['body'] = {},
      newestInFrench = inFrench,
    ) => {
      const sides: UpdateSides = {
        base: baseOf('signs', { body: { en: text(first), fr: french } }),
        newest: baseOf('signs', {
          body: {
            en: text(first, second, third),
            fr: newestInFrench,
          },
        }),
        ...{ own: untouched('signs'), languages: ['en', 'fr'], sourceLanguage: 'en' },
      }
      const base = baseOf('papers', { body: { en: text(second, third), ...commonOfPapers } })
      const joined = [sides, { ...sides, base, newest: null, own: papers }]
      const [waiting] = [...waitingIn(joined.map((of) => ({ sides: of, paused: null })))]
      if (!waiting) throw new Error('Nothing waits.')
      return {
        first: firstChoice(waiting),
        cards: updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') }),
      }
    }

    test('leave the decision to the person where a combination has none of our words in another language', () => {
      const ours = { mode: 'adapt' as const, reason: 'national-law' as const, body: { en: text(second, 'Ring 1109.') } }
      expect(cardsOfJoined(ownOf('papers', ours)).first).toBe(null)
      const addition = { mode: 'supplement' as const, addition: { en: text('Ring 1109.') } }
      expect(cardsOfJoined(ownOf('papers', addition)).first).toBe('combine')
    })

    test('leave the decision to the person where a combination takes text from readers of another language', () => {
      const supplemented = ownOf('papers', { mode: 'supplement', addition: { en: text('Ring 1109.') } })
      expect(cardsOfJoined(supplemented, {}, french).first).toBe(null)
    })

    test('say in which language a part stays in another one', () => {
      const keptOut = { mode: 'adapt' as const, reason: 'other' as const, body: { fr: [] } }
      const own = ownOf('papers', { ...keptOut, standIns: [{ field: 'body', language: 'fr' }] })
      const { cards } = cardsOfJoined(own, { fr: text('Demandez qui a le passeport.') })
      const does = Object.fromEntries(cards.map((card) => [card.choice, card.does]))
      expect(does.combine).toMatch(/Readers in French get a part of the text in English\.$/)
      expect(does.accept).not.toContain('of the text in English')
    })
  })

  test('that the common framework does not allow say why', () => {
    const { cards, first } = cardsOf(sidesOf({ policy: 'supplement-only', body: { en: NEWER } }, adapted))
    expect(first, 'and none of them is chosen').toBe(null)
    const forbidden = cards.filter((card) => card.forbidden !== null).map(({ choice }) => choice)
    expect(forbidden).toEqual(['combine', 'keep', 'not-for-us'])
  })
})

describe('the changes of a country in joined sections', () => {
  const phone = [p('Let the person use a phone in a room without others.', 'a')]
  const leave = [p('Leave the room while the person speaks, and wait outside the door.', 'b')]
  const sidesIn = (key: string, body: Block[], own: VariantSection, newest: Block[] | null): UpdateSides => ({
    ...{ base: baseOf(key, { body: { en: body } }), newest: newest && baseOf(key, { body: { en: newest } }), own },
    ...{ languages: ['fr'], sourceLanguage: 'en' },
  })
  const french = [p('Notre texte.', 'c')]
  const waitingWith = (own: Record<'phone' | 'leave', VariantSection>) => {
    const given = [sidesIn('phone', phone, own.phone, [...phone, ...leave]), sidesIn('leave', leave, own.leave, null)]
    const [waiting] = [...waitingIn(given.map((sides) => ({ sides, paused: null })))]
    if (!waiting) throw new Error('Nothing waits.')
    return waiting
  }
  const statusesIn = (waiting: ReturnType<typeof waitingWith>) => {
    const [ours] = updatePanes(waiting).flatMap((pane) => (pane.language === 'fr' && pane.ours ? [pane.ours] : []))
    const body = ours?.fields.find(({ field }) => field === 'body')
    return body?.kind === 'richText' ? body.blocks.map(({ id, status }) => [id, status]) : []
  }

  test('are none where readers get a section in the language of the common framework', () => {
    const adapted = ownOf('leave', { mode: 'adapt', reason: 'other', body: { fr: french } })
    const waiting = waitingWith({ phone: untouched('phone'), leave: adapted })
    expect(waiting.sides.own.body.fr?.[0]).toEqual(phone[0])
    const statuses = statusesIn(waiting)
    expect(statuses).toContainEqual(['a', 'same'])
    expect(statuses).toContainEqual(['c', 'added'])
  })

  test('take nothing out where we translated one section and readers get the other one in that language', () => {
    const translated = ownOf('phone', { mode: 'inherit', translated: ['fr'], body: { fr: french } })
    expect(statusesIn(waitingWith({ phone: translated, leave: untouched('leave') }))).toEqual([['c', 'added']])
  })
})

test('both sides are shown in the languages in which one of them changed something', () => {
  const panes = updatePanes({
    sides: sidesOf({ body: { en: NEWER, fr: [p('Ne téléphonez à personne.')] } }, adapted),
    together: null,
  })
  expect(panes.map(({ common, language, ours }) => [language, common?.status, ours?.status])).toEqual([
    ['en', 'changed', 'changed'],
    ['fr', 'changed', undefined],
  ])
  expect(fromLexical(toLexical(OURS))[0]?.kind).toBe('paragraph')
})

describe('the result of a decision on a section that the common framework divided', () => {
  const [first, second] = ['Write down only what you saw yourself.', 'Ask whether somebody holds their passport.']
  const third = 'Call the national office for help with documents.'
  const text = (...words: string[]) => ({ en: words.map((one) => p(one, one.slice(0, 9))) })
  const waits = (rules: SectionContent['rules'], body: VariantSection['body']) => {
    const sides = (one: Pick<UpdateSides, 'base' | 'newest' | 'own'>): UpdateSides => ({
      ...{ ...one, languages: ['en'], sourceLanguage: 'en' },
    })
    const signs = sides({
      base: baseOf('signs', { body: text(first, second, third) }),
      newest: baseOf('signs', { body: text(first), ...(rules ? { rules } : {}) }),
      own: ownOf('signs', { mode: 'adapt', reason: 'national-law', body }),
    })
    const papers = sides({
      base: null,
      newest: baseOf('papers', { body: text(second, third) }),
      own: untouched('papers'),
    })
    const [waiting] = waitingIn([signs, papers].map((one) => ({ sides: one, paused: null })))
    if (!waiting?.together) throw new Error('They are not together.')
    return waiting
  }

  test('says that a reason must be explained where a new section would not be used', () => {
    const waiting = waits([], text(first))
    const combined = previewOf({ waiting, decision: { choice: 'combine' } })
    expect(combined).toMatchObject({ ok: true, leavesOut: true })
    expect(combined.ok && textOf(combined.content?.body.en ?? [])).toBe(first)
    expect(previewOf({ waiting, decision: { choice: 'accept' } })).toMatchObject({ ok: true, leavesOut: false })
  })

  test('names the sections for which the reason is recorded: those that then differ, or are not used', () => {
    const explained = (own: VariantSection['body'], choice: 'accept' | 'combine' | 'keep') => {
      const preview = previewOf({ waiting: waits([], own), decision: { choice } })
      return preview.ok && preview.explained
    }
    const ours = second.replace('passport', 'permit')
    expect(explained(text(`${first} Sign it.`, ours, third), 'combine')).toEqual(['signs', 'papers'])
    expect(explained(text(first, ours, third), 'combine')).toEqual(['papers'])
    expect(explained(text(first, ours, third), 'keep')).toEqual(['signs', 'papers'])
    expect(explained(text(first, ours, third), 'accept')).toEqual([])
  })

  test('says that a translation goes only where it does', () => {
    const french = (...words: string[]) => words.map((one) => p(one, one.slice(0, 9)))
    const both = ownOf('signs', {
      mode: 'inherit',
      translated: ['fr'],
      body: { fr: french('Notez ce que vous voyez.', 'Demandez.') },
    })
    const only = ownOf('signs', {
      mode: 'inherit',
      translated: ['fr'],
      body: { fr: french('Notez ce que vous voyez.') },
    })
    const one = { signs: { body: text(first, second, third) } }
    const two = { signs: { body: text(first) }, papers: { body: text(second, third) } }
    const inFrench = { body: { ...two.papers.body, fr: french('Demandez qui tient le passeport.') } }
    type Version = Record<string, Partial<SectionContent>>
    const accepting = (before: Version, after: Version, own: VariantSection) => {
      const sides = ['signs', 'papers'].map((key): UpdateSides => {
        const [was, is] = [before[key], after[key]]
        const stored = own.key === key ? own : untouched(key)
        const base = was ? baseOf(key, { title: { en: key }, ...was }) : null
        const newest = is ? baseOf(key, { title: { en: key }, ...is }) : null
        return { base, newest, own: stored, languages: ['en', 'fr'], sourceLanguage: 'en' }
      })
      const [waiting] = waitingIn(sides.map((of) => ({ sides: of, paused: null })))
      if (!waiting?.together) throw new Error('They are not together.')
      const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
      return cards.find(({ choice }) => choice === 'accept')?.does
    }
    expect(accepting(one, { ...two, papers: inFrench }, both)).toBe(
      'The section and the new ones come into our version as in the common framework.',
    )
    expect(accepting({ ...two, papers: inFrench }, one, only)).toBe(
      'The joined section comes into our version as in the common framework. In French, not all of what “papers” said is in the result.',
    )
    const joined = { signs: { body: { ...one.signs.body, fr: french('Texte commun.') } } }
    expect(accepting(two, joined, only)).toBe(
      'The joined section comes into our version as in the common framework. Our translation into French leaves our version, as a whole or in part; the history keeps it. In French, not all of what “papers” said is in the result.',
    )
  })

  test('says nothing of an addition that the common text has now, and of a translated title that is a heading now', () => {
    const line = p('Our hotline is open at night: 1109.', 'hotline')
    const supplemented = ownOf('signs', { mode: 'supplement', reason: 'national-service', addition: { en: [line] } })
    const sidesFor = (
      own: VariantSection,
      versions: [Partial<SectionContent> | null, Partial<SectionContent> | null],
    ) => {
      const [base, newest] = versions.map((one) => one && baseOf(own.key, { title: { en: own.key }, ...one }))
      return {
        base: base ?? null,
        newest: newest ?? null,
        own,
        languages: ['en', 'fr'],
        sourceLanguage: 'en',
      } as UpdateSides
    }
    const acceptingOf = (sides: UpdateSides[]) => {
      const [waiting] = waitingIn(sides.map((of) => ({ sides: of, paused: null })))
      if (!waiting?.together) throw new Error('They are not together.')
      const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
      return cards.find(({ choice }) => choice === 'accept')?.does
    }
    const divided = [
      sidesFor(supplemented, [{ body: text(first, second, third) }, { body: { en: [...text(first).en, line] } }]),
      sidesFor(untouched('papers'), [null, { body: text(second, third) }]),
    ]
    expect(acceptingOf(divided as UpdateSides[])).toBe(
      'The section and the new ones come into our version as in the common framework. Our reason no longer applies.',
    )
    const translated = (key: string, words: string) =>
      ownOf(key, { mode: 'inherit', translated: ['fr'], title: { fr: `Titre ${key}` }, body: { fr: [p(words, key)] } })
    const joined = [
      sidesFor(translated('signs', 'Notez.'), [{ body: text(first) }, { body: text(first, second, third) }]),
      sidesFor(translated('papers', 'Demandez.'), [{ body: text(second, third) }, null]),
    ]
    expect(acceptingOf(joined)).toBe('The joined section comes into our version as in the common framework.')
  })

  test('is refused before it is recorded where our text would change a fixed part', () => {
    const rules = [{ field: 'body' as const, block: null, demand: 'fixed' as const, guidance: {} }]
    const waiting = waits(rules, text(first, second.replace('passport', 'permit'), third))
    const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
    expect(cards.flatMap(({ choice, forbidden }) => (forbidden ? [choice] : []))).toEqual(['keep'])
  })
})
