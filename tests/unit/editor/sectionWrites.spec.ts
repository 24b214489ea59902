import { describe, expect, it } from 'vitest'
import { editorText, isSameValue, NO_REASON, onTopOf, type VariantValues } from '@/admin/editor/sectionValues'
import { masterWrite, missingIn, nationalWrite, unsentNames, withSent } from '@/admin/editor/sectionWrites'
import { REASON_NAMES } from '@/domain/nationalSave'
import { block, text as run } from '@/domain/richText/richText'

const words = (value: string) => editorText([block('paragraph', { runs: [run(value)] })])

const common: VariantValues = {
  mode: 'inherit',
  title: 'Housing',
  summary: '',
  body: words('A safe room.'),
  addition: editorText([]),
  additionPlace: { where: 'after' },
  reason: '',
  explanation: '',
  sources: '',
  changeReasons: [],
}

const inputOf = (given: Parameters<typeof nationalWrite>[0]) => nationalWrite(given)?.input ?? null

describe('what was typed for another choice', () => {
  it.each([
    [
      'adapted, then supplemented',
      'common',
      { mode: 'supplement', body: words('Ours.'), addition: words('More.') },
      ['body'],
    ],
    [
      'adapted, then the common text',
      'common',
      { mode: 'inherit', body: words('Ours.'), sources: 'Act 1' },
      ['body', 'sources'],
    ],
    ['supplemented, then adapted', 'common', { mode: 'adapt', title: 'Homes', addition: words('More.') }, ['addition']],
    [
      'translated, then left out',
      'translation',
      { mode: 'omit', title: 'Homes', reason: 'other', explanation: 'No.' },
      ['title'],
    ],
  ] as const)('is not stored with the current choice, and is named: %s', (_, kind, typed, names) => {
    expect(unsentNames({ kind, before: common, after: { ...common, ...typed } })).toEqual(names)
  })

  it('is nothing if all of it is stored', () => {
    const before: VariantValues = { ...common, mode: 'adapt', reason: 'other', explanation: 'Why.' }
    const omitted: VariantValues = { ...before, mode: 'omit', reason: 'national-law', explanation: '' }
    expect(unsentNames({ kind: 'common', before, after: omitted })).toEqual([])
    expect(
      unsentNames({ kind: 'common', before, after: { ...before, body: words('Ours.'), reason: 'national-law' } }),
    ).toEqual([])
  })
})

describe('what is stored after a write', () => {
  it('is what was sent and what the choice implies: the reason of the previous choice is removed', () => {
    const before: VariantValues = { ...common, mode: 'supplement', reason: 'other', explanation: 'Why.' }
    const after: VariantValues = { ...before, mode: 'adapt', title: 'Homes', reason: '', explanation: '' }
    const write = nationalWrite({ kind: 'common', before, after })
    expect(write && withSent({ before, after, write })).toEqual(after)
  })

  it('is what was sent even if the choice alone implies otherwise: a new reason stays', () => {
    const before: VariantValues = { ...common, mode: 'supplement', reason: 'other', explanation: 'Why.' }
    const after: VariantValues = {
      ...before,
      mode: 'adapt',
      title: 'Homes',
      reason: 'national-law',
      explanation: 'New.',
    }
    const write = nationalWrite({ kind: 'common', before, after })
    expect(write && withSent({ before, after, write })).toEqual(after)
  })
})

describe('what saving a section of a national version sends', () => {
  it('is nothing if nothing was changed', () => {
    expect(inputOf({ kind: 'common', before: common, after: { ...common } })).toBeNull()
  })

  it('is nothing if the editor only encodes the same text differently', () => {
    const again = words('A safe room.')
    const after = { ...common, body: { ...again, format: 'left' } }
    expect(inputOf({ kind: 'common', before: common, after })).toBeNull()
  })

  it('is only the choice and the changes, so that the other fields still follow the common text', () => {
    const after: VariantValues = {
      ...common,
      mode: 'adapt',
      body: words('A safe room in Ireland.'),
      reason: 'national-law',
    }
    expect(nationalWrite({ kind: 'common', before: common, after })).toEqual({
      action: 'save-national-section',
      input: { mode: 'adapt', body: after.body, reason: 'national-law' },
      means: NO_REASON,
    })
  })

  it('does not include an empty reason, which is not in the list', () => {
    const before: VariantValues = { ...common, mode: 'adapt', reason: 'other' }
    expect(inputOf({ kind: 'common', before, after: { ...before, reason: '', title: 'Homes' } })).toEqual({
      mode: 'adapt',
      title: 'Homes',
    })
  })

  it('includes a reason that is given again for another choice, because the stored one is removed with the old choice', () => {
    const reasons = { reason: 'national-law', explanation: 'The Act says so.', sources: 'Law 1' } as const
    const before: VariantValues = { ...common, mode: 'supplement', addition: words('More.'), ...reasons }
    expect(inputOf({ kind: 'common', before, after: { ...before, mode: 'adapt', title: 'Homes' } })).toEqual({
      mode: 'adapt',
      title: 'Homes',
      ...reasons,
    })
    expect(inputOf({ kind: 'common', before, after: { ...before, mode: 'omit' } })).toEqual({
      mode: 'omit',
      ...reasons,
    })
  })

  it('is nothing if the country returns to the common text: another screen asks about that', () => {
    const before: VariantValues = { ...common, mode: 'omit', reason: 'other', explanation: 'No such place.' }
    expect(inputOf({ kind: 'common', before, after: { ...before, mode: 'inherit' } })).toBeNull()
  })

  it('is an addition and a translation together: both are stored, or neither', () => {
    const before: VariantValues = { ...common, mode: 'adapt', title: 'Δικό μας' }
    const after: VariantValues = { ...before, mode: 'supplement', title: 'Στέγαση', addition: words('More.') }
    expect(inputOf({ kind: 'translation', before, after })).toEqual({
      mode: 'supplement',
      title: 'Στέγαση',
      addition: after.addition,
    })
  })

  it('marks stored words as the translation, if requested', () => {
    const before: VariantValues = { ...common, mode: 'supplement', title: 'Στέγαση' }
    const asked = { kind: 'translation', before, hasOwnWords: true, asTranslation: true } as const
    const said = { mode: 'supplement', asTranslation: true }
    expect(inputOf({ ...asked, after: before })).toEqual(said)
    expect(inputOf({ ...asked, after: before, onlyTranslates: true })).toEqual(said)
    expect(inputOf({ ...asked, before: { ...before, mode: 'adapt' }, after: before })).toEqual(said)
  })

  it('does not include a corrected word of unread national text, because no choice publishes it', () => {
    const before: VariantValues = { ...common, mode: 'supplement', title: 'Δικό μας' }
    const after: VariantValues = { ...before, title: 'Δικό μας.' }
    const given = { kind: 'translation', before, after, hasOwnWords: true } as const
    expect(inputOf(given)).toBeNull()
    expect(inputOf({ ...given, onlyTranslates: true })).toBeNull()
    expect(unsentNames(given)).toEqual(['title'])
  })

  it('is the text of a section that only the country has', () => {
    const before: VariantValues = { ...common, mode: 'local' }
    expect(inputOf({ kind: 'own', before, after: { ...before, title: 'Consulates' } })).toEqual({
      mode: 'local',
      title: 'Consulates',
    })
  })
})

it('the place of an addition alone is saved as a supplement', () => {
  const before: VariantValues = { ...common, mode: 'supplement', addition: words('Ours.') }
  const after: VariantValues = { ...before, additionPlace: { where: 'before' } }
  expect(nationalWrite({ kind: 'common', before, after })?.input).toEqual({
    mode: 'supplement',
    additionPlace: { where: 'before' },
  })
})

describe('what is missing before a section can be saved', () => {
  it('is a change, if an adapted text equals the common text', () => {
    expect(missingIn({ kind: 'common', before: common, after: { ...common, mode: 'adapt' } })).toEqual(['change'])
    const omitted: VariantValues = { ...common, mode: 'omit', reason: 'other', explanation: 'No such place.' }
    const again: VariantValues = { ...common, mode: 'adapt', reason: 'other' }
    expect(missingIn({ kind: 'common', before: omitted, after: again }), 'it was left out').toEqual(['change'])
    expect(missingIn({ kind: 'common', before: omitted, after: again, keepsOwnWords: true })).toEqual([])
    const chosen = { kind: 'translation', before: common, after: { ...common, mode: 'adapt' } } as const
    expect(missingIn(chosen), 'a translation is the common text, too').toEqual(['change'])
    expect(missingIn({ ...chosen, keepsOwnWords: true }), 'what is its own already is brought out').toEqual([])
  })

  it('is the reason and the explanation, if a section is left out', () => {
    const after: VariantValues = { ...common, mode: 'omit', explanation: '  ' }
    expect(missingIn({ kind: 'common', before: common, after })).toEqual(['reason', 'explanation'])
  })

  it('is the text of a first addition, but not of a later one', () => {
    const after: VariantValues = { ...common, mode: 'supplement' }
    expect(missingIn({ kind: 'common', before: common, after })).toEqual(['addition'])
    expect(missingIn({ kind: 'common', before: after, after: { ...after, reason: 'other' } })).toEqual([])
  })

  it('is no addition, if one is stored in another language', () => {
    const after: VariantValues = { ...common, mode: 'supplement' }
    const given = { kind: 'common', before: { ...common, mode: 'omit' }, after } as const
    expect(missingIn({ ...given, hasAdditionElsewhere: false })).toEqual(['addition'])
    expect(missingIn({ ...given, hasAdditionElsewhere: true })).toEqual([])
  })

  it('is the title, if a text is translated together with an addition, before anything is sent', () => {
    const after: VariantValues = {
      ...common,
      mode: 'supplement',
      title: '',
      summary: 'Kurz.',
      addition: words('Mehr.'),
    }
    const before = { ...common, title: '' }
    expect(missingIn({ kind: 'translation', before, after })).toEqual(['title'])
    expect(
      missingIn({ kind: 'translation', before: { ...before, summary: 'Kurz.' }, after }),
      'as it is stored',
    ).toEqual([])
    expect(missingIn({ kind: 'common', before, after })).toEqual([])
  })

  it('is the removal of a translated summary that the common framework does not have', () => {
    const after: VariantValues = { ...common, mode: 'inherit', summary: 'Kurz.' }
    const given = { kind: 'translation', before: common, needless: ['summary'] } as const
    expect(missingIn({ ...given, after })).toEqual(['summary'])
    expect(missingIn({ ...given, after: { ...after, mode: 'supplement' } }), 'before anything is sent').toEqual([
      'summary',
    ])
    expect(missingIn({ ...given, before: after, after }), 'what is stored so hinders nothing else').toEqual([])
    expect(missingIn({ ...given, before: after, after, asTranslation: true })).toEqual(['summary'])
    expect(missingIn({ ...given, needless: [], after })).toEqual([])
    expect(missingIn({ ...given, after: { ...after, mode: 'adapt' }, hasOwnWords: true })).toEqual([])
  })

  it('is the title, if a text is written', () => {
    expect(missingIn({ kind: 'translation', before: common, after: { ...common, title: ' ' } })).toEqual(['title'])
    expect(missingIn({ kind: 'common', before: common, after: { ...common, title: ' ' } })).toEqual([])
  })
})

describe('saving a section of the common framework', () => {
  const before = {
    title: 'Housing',
    summary: '',
    body: words('A safe room.'),
    guidance: '',
    policy: 'free' as const,
    audiences: [],
    stages: [],
    rules: [],
  }

  it('sends only the changes', () => {
    expect(masterWrite({ before, after: { ...before, policy: 'national', stages: ['reception'] } })).toEqual({
      action: 'save-section',
      input: { policy: 'national', stages: ['reception'] },
    })
    expect(masterWrite({ before, after: { ...before } })).toBeNull()
  })
})

describe('text typed while somebody else saved', () => {
  const base: VariantValues = { ...common, mode: 'adapt', title: 'Housing', sources: 'Act 1' }
  const kinds = { choice: ['mode'], reasons: [] } as const

  it("stays, on top of the other person's changes in other fields", () => {
    const typed = { ...base, title: 'Homes' }
    const theirs = { ...base, title: 'Shelter', body: words('Theirs.'), sources: 'Act 2' }
    expect(onTopOf({ base, typed, theirs, ...kinds })).toEqual({ ...theirs, title: 'Homes' })
  })

  it('keeps the choice that it was typed for: it does not disappear if the other person left the section out', () => {
    const typed = { ...base, body: words('Mine.') }
    const theirs: VariantValues = { ...base, mode: 'omit', reason: 'other', explanation: 'No such place.' }
    expect(onTopOf({ base, typed, theirs, ...kinds })).toEqual({ ...theirs, mode: 'adapt', body: typed.body })
  })

  it('has the words of both if both changed one text, so that saving it undoes nothing of the other person', () => {
    const [was, end] = ['Wait for two weeks at most.', 'Then ask again.']
    const text = (...paragraphs: string[]) =>
      editorText(paragraphs.map((one) => block('paragraph', { runs: [run(one)] })))
    const before: VariantValues = { ...base, body: text(was, end) }
    const typed = { ...before, body: text(was, `${end} Bring the letter.`) }
    const theirs = { ...before, body: text(was.replace('two', 'three'), end) }
    const merged = onTopOf({ base: before, typed, theirs, ...kinds })
    expect(isSameValue(merged.body, text(was.replace('two', 'three'), `${end} Bring the letter.`))).toBe(true)
    const clash = { ...before, body: text(was.replace('two', 'four'), end) }
    expect(isSameValue(onTopOf({ base: before, typed: clash, theirs, ...kinds }).body, clash.body)).toBe(true)
  })

  it('has the additions of both if both chose to supplement the common text, and the reason of the other person', () => {
    const supplemented = (said: string): VariantValues => ({ ...common, mode: 'supplement', addition: words(said) })
    const typed = supplemented('One two three.')
    const theirs: VariantValues = { ...supplemented('Uno dos tres.'), reason: 'other', sources: 'Act 9' }
    const merged = onTopOf({ base: common, typed, theirs, ...kinds, reasons: REASON_NAMES })
    const said = ['One two three.', 'Uno dos tres.'].map((one) => block('paragraph', { runs: [run(one)] }))
    expect(isSameValue(merged.addition, editorText(said))).toBe(true)
    expect(merged).toMatchObject({ mode: 'supplement', reason: 'other', sources: 'Act 9' })
  })

  it('has the words of both if both adapted the common text', () => {
    const was = ['Wait for two weeks at most.', 'Then ask again.']
    const text = (...said: string[]) => editorText(said.map((one) => block('paragraph', { runs: [run(one)] })))
    const before: VariantValues = { ...common, body: text(...was) }
    const typed: VariantValues = { ...before, mode: 'adapt', body: text(was[0] ?? '', 'Then ask again in writing.') }
    const theirs: VariantValues = {
      ...before,
      mode: 'adapt',
      body: text('Wait for three weeks at most.', was[1] ?? ''),
    }
    const { body } = onTopOf({ base: before, typed, theirs, ...kinds })
    expect(isSameValue(body, text('Wait for three weeks at most.', 'Then ask again in writing.'))).toBe(true)
  })

  it('is nothing new if nobody can see what was typed, as it is not stored', () => {
    for (const nothing of [' ', '\u200b']) expect(isSameValue('', nothing)).toBe(true)
    expect(isSameValue('', '\u200bThe law')).toBe(false)
  })

  it('gets no reason from a person who made another choice for the section', () => {
    const before: VariantValues = { ...common }
    const typed: VariantValues = { ...before, mode: 'supplement', addition: words('In Ireland too.') }
    const said = { reason: 'national-law', explanation: 'We have no such homes.', sources: 'Act 9' } as const
    const theirs: VariantValues = { ...before, mode: 'omit', ...said }
    const merged = onTopOf({ base: before, typed, theirs, ...kinds, reasons: REASON_NAMES })
    expect(inputOf({ kind: 'common', before: theirs, after: merged })).toEqual({
      mode: 'supplement',
      addition: typed.addition,
    })
  })

  it('does not restore a deleted paragraph in which the other person changed a word', () => {
    const text = (...paragraphs: string[]) =>
      editorText(paragraphs.map((one, at) => block('paragraph', { id: `p${at}`, runs: [run(one)] })))
    const before: VariantValues = { ...base, body: text('Wait for two weeks at most.', 'Then ask again.') }
    const typed = { ...before, body: text('Wait for two weeks at most.') }
    const theirs = { ...before, body: text('Wait for two weeks at most.', 'Then ask once again.') }
    expect(isSameValue(onTopOf({ base: before, typed, theirs, ...kinds }).body, typed.body)).toBe(true)
  })

  it("is the other person's text if nothing was typed", () => {
    const theirs: VariantValues = { ...base, mode: 'omit' }
    expect(onTopOf({ base, typed: { ...base }, theirs, ...kinds })).toBe(theirs)
  })
})
