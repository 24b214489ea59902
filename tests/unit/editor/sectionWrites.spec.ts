import { describe, expect, it } from 'vitest'
import {
  editorText,
  isSameValue,
  NO_REASON,
  onTopOf,
  REASON_NAMES,
  type VariantValues,
} from '@/admin/editor/sectionValues'
import {
  masterWrites,
  missingIn,
  type SectionKind,
  unsentNames,
  variantWrites,
  withSent,
} from '@/admin/editor/sectionWrites'
import { block, text as run } from '@/domain/richText'

const words = (value: string) => editorText([block('paragraph', { runs: [run(value)] })])

const common: VariantValues = {
  mode: 'inherit',
  title: 'Housing',
  summary: '',
  body: words('A safe room.'),
  addition: editorText([]),
  reason: '',
  explanation: '',
  sources: '',
}

const actionsOf = (writes: { action: string }[]) => writes.map(({ action }) => action)

const unsent = (given: { kind: SectionKind; before: VariantValues; after: VariantValues }) =>
  unsentNames({ ...given, writes: variantWrites(given) })

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
  ] as const)('is not stored by the choice of now, and is told: %s', (_, kind, typed, names) => {
    expect(unsent({ kind, before: common, after: { ...common, ...typed } })).toEqual(names)
  })

  it('is nothing where all of it is stored', () => {
    const before: VariantValues = { ...common, mode: 'adapt', reason: 'other', explanation: 'Why.' }
    const omitted: VariantValues = { ...before, mode: 'omit', reason: 'national-law', explanation: '' }
    expect(unsent({ kind: 'common', before, after: omitted })).toEqual([])
    expect(
      unsent({ kind: 'common', before, after: { ...before, body: words('Ours.'), reason: 'national-law' } }),
    ).toEqual([])
  })
})

describe('what is stored after a write', () => {
  it('is what was sent and what the choice means: a reason goes with the choice before', () => {
    const before: VariantValues = { ...common, mode: 'supplement', reason: 'other', explanation: 'Why.' }
    const after: VariantValues = { ...before, mode: 'adapt', title: 'Homes', reason: '', explanation: '' }
    const [write] = variantWrites({ kind: 'common', before, after })
    expect(write && withSent({ before, after, write })).toEqual(after)
  })

  it('is what was sent also where the choice by itself means something else: a new reason stays', () => {
    const before: VariantValues = { ...common, mode: 'supplement', reason: 'other', explanation: 'Why.' }
    const after: VariantValues = {
      ...before,
      mode: 'adapt',
      title: 'Homes',
      reason: 'national-law',
      explanation: 'New.',
    }
    const [write] = variantWrites({ kind: 'common', before, after })
    expect(write && withSent({ before, after, write })).toEqual(after)
  })
})

describe('what saving a section of a national version does', () => {
  it('does nothing when nothing was changed', () => {
    expect(variantWrites({ kind: 'common', before: common, after: { ...common } })).toEqual([])
  })

  it('does nothing when the editor stores the same text in another way', () => {
    const again = words('A safe room.')
    const after = { ...common, body: { ...again, format: 'left' } }
    expect(variantWrites({ kind: 'common', before: common, after })).toEqual([])
  })

  it('adapts with what was changed only, so that the other fields go on following the common text', () => {
    const after: VariantValues = {
      ...common,
      mode: 'adapt',
      body: words('A safe room in Ireland.'),
      reason: 'national-law',
    }
    expect(variantWrites({ kind: 'common', before: common, after })).toEqual([
      {
        action: 'adapt-section',
        input: { body: after.body, reason: 'national-law' },
        means: { mode: 'adapt', ...NO_REASON },
      },
    ])
  })

  it('leaves out an empty reason, which is none of the list', () => {
    const before: VariantValues = { ...common, mode: 'adapt', reason: 'other' }
    const [write] = variantWrites({ kind: 'common', before, after: { ...before, reason: '', title: 'Homes' } })
    expect(write?.input).toEqual({ title: 'Homes' })
  })

  it('keeps a reason that is given again for another choice, since the stored one goes with the choice before', () => {
    const reasons = { reason: 'national-law', explanation: 'The Act says so.', sources: 'Law 1' } as const
    const before: VariantValues = { ...common, mode: 'supplement', addition: words('More.'), ...reasons }
    const adapted = variantWrites({ kind: 'common', before, after: { ...before, mode: 'adapt', title: 'Homes' } })
    expect(adapted).toMatchObject([{ action: 'adapt-section', input: { title: 'Homes', ...reasons } }])
    const [leftOut] = variantWrites({ kind: 'common', before, after: { ...before, mode: 'omit' } })
    expect(leftOut?.input).toEqual(reasons)
  })

  it('sends only the addition of a supplement', () => {
    const after: VariantValues = { ...common, mode: 'supplement', addition: words('In Ireland too.') }
    const writes = variantWrites({ kind: 'common', before: common, after })
    expect(actionsOf(writes)).toEqual(['supplement-section'])
    expect(writes[0]?.input).toEqual({ addition: after.addition })
  })

  it('drops nothing when the country goes back to the common text: that is asked on a screen of its own', () => {
    const before: VariantValues = { ...common, mode: 'omit', reason: 'other', explanation: 'No such place.' }
    expect(variantWrites({ kind: 'common', before, after: { ...before, mode: 'inherit' } })).toEqual([])
  })

  it('always says why a section is left out, also where only the choice changed', () => {
    const before: VariantValues = { ...common, reason: 'other', explanation: 'No such place.' }
    const [write] = variantWrites({ kind: 'common', before, after: { ...before, mode: 'omit' } })
    expect(write?.input).toEqual({ reason: 'other', explanation: 'No such place.' })
  })

  it('translates the whole text, since a half is none', () => {
    const empty: VariantValues = { ...common, title: '', body: editorText([]) }
    const after: VariantValues = { ...empty, title: 'Στέγαση', body: words('Ασφαλές δωμάτιο.') }
    expect(variantWrites({ kind: 'translation', before: empty, after })).toEqual([
      { action: 'translate-section', input: { title: after.title, summary: '', body: after.body } },
    ])
  })

  it('translates after the section is no longer adapted: before, the words would be its own', () => {
    const before: VariantValues = { ...common, mode: 'adapt', title: 'Δικό μας' }
    const after: VariantValues = { ...before, mode: 'supplement', title: 'Στέγαση', addition: words('More.') }
    expect(actionsOf(variantWrites({ kind: 'translation', before, after }))).toEqual([
      'supplement-section',
      'translate-section',
    ])
  })

  it('saves words that are stored already as a translation where that is asked for, with what was chosen', () => {
    const before: VariantValues = { ...common, mode: 'supplement', title: 'Στέγαση' }
    const asked = { kind: 'translation', before, hasOwnWords: true, asTranslation: true } as const
    const { title, summary, body } = before
    const translation = { action: 'translate-section', input: { title, summary, body, asTranslation: true } }
    expect(variantWrites({ ...asked, after: before })).toEqual([translation])
    expect(variantWrites({ ...asked, after: before, onlyTranslates: true })).toEqual([translation])
    const adapted: VariantValues = { ...before, mode: 'adapt' }
    expect(actionsOf(variantWrites({ ...asked, before: adapted, after: before }))).toEqual([
      'supplement-section',
      'translate-section',
    ])
  })

  it('makes words that the country wrote as its own no translation where one of them is corrected', () => {
    const before: VariantValues = { ...common, mode: 'supplement', title: 'Δικό μας' }
    const after: VariantValues = { ...before, title: 'Δικό μας.', addition: words('More.') }
    const given = { kind: 'translation', before, after, hasOwnWords: true } as const
    expect(actionsOf(variantWrites(given))).toEqual(['supplement-section'])
    expect(variantWrites({ ...given, onlyTranslates: true })).toEqual([])
    expect(unsentNames({ before, after, writes: variantWrites(given) })).toEqual(['title'])
  })

  it('lets somebody who only translates write nothing else, whatever the country does with the section', () => {
    const before: VariantValues = { ...common, mode: 'adapt', title: '' }
    const after: VariantValues = { ...before, title: 'Στέγαση', reason: 'other' }
    expect(actionsOf(variantWrites({ kind: 'translation', before, after, onlyTranslates: true }))).toEqual([
      'translate-section',
    ])
    expect(variantWrites({ kind: 'common', before, after, onlyTranslates: true })).toEqual([])
  })

  it('writes a section that only the country has by adapting it', () => {
    const before: VariantValues = { ...common, mode: 'local' }
    const after: VariantValues = { ...before, title: 'Consulates' }
    expect(variantWrites({ kind: 'own', before, after })).toMatchObject([
      { action: 'adapt-section', input: { title: 'Consulates' } },
    ])
  })
})

describe('what is missing before a section can be saved', () => {
  it('asks for a change where an adapted text is the common text word for word', () => {
    expect(missingIn({ kind: 'common', before: common, after: { ...common, mode: 'adapt' } })).toEqual(['change'])
    const chosen = { kind: 'translation', before: common, after: { ...common, mode: 'adapt' } } as const
    expect(missingIn(chosen), 'a translation is the common text, too').toEqual(['change'])
    expect(missingIn({ ...chosen, hasOwnWords: true }), 'what is its own already is brought out').toEqual([])
  })

  it('asks for reason and explanation where a section is left out', () => {
    const after: VariantValues = { ...common, mode: 'omit', explanation: '  ' }
    expect(missingIn({ kind: 'common', before: common, after })).toEqual(['reason', 'explanation'])
  })

  it('asks for the text of a first addition, and not again once there is one', () => {
    const after: VariantValues = { ...common, mode: 'supplement' }
    expect(missingIn({ kind: 'common', before: common, after })).toEqual(['addition'])
    expect(missingIn({ kind: 'common', before: after, after: { ...after, reason: 'other' } })).toEqual([])
  })

  it('of a text that is translated beside an addition is the title, before anything is sent', () => {
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

  it('of a translation is a summary that the common framework has nowhere taken out, where its text is written', () => {
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

  it('asks for a title where a text is written', () => {
    expect(missingIn({ kind: 'translation', before: common, after: { ...common, title: ' ' } })).toEqual(['title'])
    expect(missingIn({ kind: 'common', before: common, after: { ...common, title: ' ' } })).toEqual([])
  })
})

describe('what saving a section of the common framework does', () => {
  const before = {
    title: 'Housing',
    summary: '',
    body: words('A safe room.'),
    guidance: '',
    policy: 'free' as const,
    audiences: [],
    stages: [],
  }

  it('sends what was changed only', () => {
    expect(masterWrites({ before, after: { ...before, policy: 'national', stages: ['reception'] } })).toEqual([
      { action: 'save-section', input: { policy: 'national', stages: ['reception'] } },
    ])
    expect(masterWrites({ before, after: { ...before } })).toEqual([])
  })
})

describe('what was typed while somebody else saved', () => {
  const base: VariantValues = { ...common, mode: 'adapt', title: 'Housing', sources: 'Act 1' }
  const kinds = { choice: ['mode'], reasons: [] } as const

  it('stays, on top of what the other saved in fields that were not touched', () => {
    const typed = { ...base, title: 'Homes' }
    const theirs = { ...base, title: 'Shelter', body: words('Theirs.'), sources: 'Act 2' }
    expect(onTopOf({ base, typed, theirs, ...kinds })).toEqual({ ...theirs, title: 'Homes' })
  })

  it('keeps the choice that it was typed for: a text does not vanish because another left the section out', () => {
    const typed = { ...base, body: words('Mine.') }
    const theirs: VariantValues = { ...base, mode: 'omit', reason: 'other', explanation: 'No such place.' }
    expect(onTopOf({ base, typed, theirs, ...kinds })).toEqual({ ...theirs, mode: 'adapt', body: typed.body })
  })

  it('has the words of both where both changed one text, so that saving it undoes nothing of the other', () => {
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

  it('takes no reason from somebody who did something else with the section', () => {
    const before: VariantValues = { ...common }
    const typed: VariantValues = { ...before, mode: 'supplement', addition: words('In Ireland too.') }
    const said = { reason: 'national-law', explanation: 'We have no such homes.', sources: 'Act 9' } as const
    const theirs: VariantValues = { ...before, mode: 'omit', ...said }
    const merged = onTopOf({ base: before, typed, theirs, ...kinds, reasons: REASON_NAMES })
    const [write] = variantWrites({ kind: 'common', before: theirs, after: merged })
    expect([write?.action, write?.input]).toEqual(['supplement-section', { addition: typed.addition }])
  })

  it('does not bring back a paragraph that was deleted, where the other changed a word of it', () => {
    const text = (...paragraphs: string[]) =>
      editorText(paragraphs.map((one, at) => block('paragraph', { id: `p${at}`, runs: [run(one)] })))
    const before: VariantValues = { ...base, body: text('Wait for two weeks at most.', 'Then ask again.') }
    const typed = { ...before, body: text('Wait for two weeks at most.') }
    const theirs = { ...before, body: text('Wait for two weeks at most.', 'Then ask once again.') }
    expect(isSameValue(onTopOf({ base: before, typed, theirs, ...kinds }).body, typed.body)).toBe(true)
  })

  it('is simply theirs where nothing was typed', () => {
    const theirs: VariantValues = { ...base, mode: 'omit' }
    expect(onTopOf({ base, typed: { ...base }, theirs, ...kinds })).toBe(theirs)
  })
})
