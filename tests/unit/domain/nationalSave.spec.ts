import { describe, expect, it } from 'vitest'
import { isUnchanged, keepsOwnWords, nationalSave, sectionKind } from '@/domain/nationalSave'
import type { VariantSection } from '@/domain/resolve'
import { baseOf, ownOf, p } from './sections'

type Asked = Parameters<typeof nationalSave>[0]

const save = (given: Partial<Asked>) =>
  nationalSave({
    ...{ kind: 'common', before: 'inherit', after: 'inherit', written: [] },
    ...{ hasOwnWords: false, asTranslation: false, onlyTranslates: false },
    ...{ hasNewText: true, hasAddition: true, keepsOwnWords: false },
    ...given,
  })

describe('the effect of saving a national section', () => {
  const cases: [string, Partial<Asked>, Omit<ReturnType<typeof nationalSave>, 'lacks'>][] = [
    ['nothing, if nothing was written', {}, { parts: [], unsent: [] }],
    [
      'adapts, with words and reasons',
      { after: 'adapt', written: ['title', 'reason'] },
      { parts: ['adapt'], unsent: [] },
    ],
    [
      'adapts without the addition, which readers would not see',
      { after: 'adapt', written: ['title', 'addition'] },
      { parts: ['adapt'], unsent: ['addition'] },
    ],
    [
      'adds, without a text of the country’s own',
      { after: 'supplement', written: ['body', 'addition'] },
      { parts: ['supplement'], unsent: ['body'] },
    ],
    ['adds, if only the choice changed', { after: 'supplement' }, { parts: ['supplement'], unsent: [] }],
    [
      'leaves out, with the reason',
      { after: 'omit', written: ['reason', 'explanation', 'title'] },
      { parts: ['omit'], unsent: ['title'] },
    ],
    [
      'does not return to the common text',
      { before: 'adapt', after: 'inherit', written: ['sources'] },
      { parts: [], unsent: ['mode', 'sources'] },
    ],
    [
      'writes a section that only the country has',
      { kind: 'own', before: 'local', after: 'local', written: ['body'] },
      { parts: ['adapt'], unsent: [] },
    ],
    [
      'does not store another choice for a section that only the country has',
      { kind: 'own', before: 'local', after: 'omit', written: ['title', 'reason'] },
      { parts: ['adapt'], unsent: ['mode'] },
    ],
    [
      'makes a section the country’s own that the common framework no longer has',
      { kind: 'own', before: 'adapt', after: 'local', written: ['title'] },
      { parts: ['adapt'], unsent: [] },
    ],
    [
      'adds before it translates: otherwise the words would be the country’s own',
      { kind: 'translation', before: 'adapt', after: 'supplement', written: ['title', 'addition'] },
      { parts: ['supplement', 'translate'], unsent: [] },
    ],
    [
      'translates and keeps an addition',
      { kind: 'translation', before: 'supplement', after: 'supplement', written: ['title'] },
      { parts: ['translate'], unsent: [] },
    ],
    [
      'does not turn own words into a translation without a request',
      { kind: 'translation', before: 'supplement', after: 'supplement', written: ['title'], hasOwnWords: true },
      { parts: [], unsent: ['title'] },
    ],
    [
      'turns own words into the translation if requested, even if nothing was written',
      { kind: 'translation', before: 'inherit', hasOwnWords: true, asTranslation: true },
      { parts: ['translate'], unsent: [] },
    ],
    [
      'does not store words that should become the translation as the country’s own',
      { kind: 'translation', after: 'adapt', written: ['title'], asTranslation: true },
      { parts: ['adapt'], unsent: ['asTranslation'] },
    ],
    [
      'has no translation of a section that only the country has',
      { kind: 'own', before: 'local', after: 'local', written: ['title'], asTranslation: true },
      { parts: ['adapt'], unsent: ['asTranslation'] },
    ],
    [
      'has no translation in a language that the common text has',
      { before: 'supplement', after: 'supplement', written: ['addition'], asTranslation: true },
      { parts: ['supplement'], unsent: ['asTranslation'] },
    ],
    [
      'only translates, whatever the country’s choice',
      { kind: 'translation', before: 'adapt', after: 'adapt', written: ['title', 'reason'], onlyTranslates: true },
      { parts: ['translate'], unsent: ['reason'] },
    ],
    [
      'does nothing for a translator if there is nothing to translate',
      { written: ['title'], onlyTranslates: true },
      { parts: [], unsent: ['title'] },
    ],
  ]

  it.each(cases)('%s', (_, given, expected) => {
    expect(save(given)).toEqual({ ...expected, lacks: [] })
  })
})

describe('what a save of a national section lacks', () => {
  const none = { hasNewText: false, hasAddition: false }
  type Case = [string, Partial<Asked>, ReturnType<typeof nationalSave>['lacks']]
  const cases: Case[] = [
    ['the first addition', { after: 'supplement', ...none }, ['addition']],
    [
      'the addition in place of the country’s own words',
      { before: 'adapt', after: 'supplement', ...none },
      ['addition'],
    ],
    ['nothing, if an addition is stored', { before: 'adapt', after: 'supplement', ...none, hasAddition: true }, []],
    ['nothing, if the choice stays', { before: 'supplement', after: 'supplement', written: ['reason'], ...none }, []],
    ['a change of the common text', { after: 'adapt', ...none }, ['change']],
    ['a change, although a reason is given', { after: 'adapt', written: ['reason'], ...none }, ['change']],
    ['a change of the translation', { kind: 'translation', before: 'supplement', after: 'adapt', ...none }, ['change']],
    [
      'a change of the common text, if the section was left out',
      { before: 'omit', after: 'adapt', ...none },
      ['change'],
    ],
    [
      'a change of the common text, if only the addition goes',
      { before: 'supplement', after: 'adapt', ...none },
      ['change'],
    ],
    ...(['inherit', 'omit', 'supplement'] as const).map(
      (before): Case => [
        `nothing, if the choice shows stored words of the country, instead of “${before}”`,
        { before, after: 'adapt', ...none, keepsOwnWords: true },
        [],
      ],
    ),
    ['nothing, in a section that only the country has', { kind: 'own', before: 'adapt', after: 'local', ...none }, []],
  ]

  it.each(cases)('%s', (_, given, lacks) => {
    expect(save(given).lacks).toEqual(lacks)
  })
})

describe('whether a country keeps words that readers get again if it adapts the section', () => {
  const ours = { title: { en: 'Ours' } } as const
  const cases: [string, Partial<VariantSection> | null, boolean][] = [
    ['it does not if nothing is stored', null, false],
    [
      'it does not if only a reason or an addition is stored',
      { reason: 'other', addition: { en: [p('More')] } },
      false,
    ],
    ['it does not if the stored words are those of the common text', { title: { en: 'Housing' } }, false],
    ['it does not if the stored words are a translation', { title: { el: 'Στέγαση' }, translated: ['el'] }, false],
    ['it does not in a language that it does not use', { title: { de: 'Unser Titel' } }, false],
    ['it does if the section is left out', { mode: 'omit', ...ours }, true],
    ['it does in another language', { mode: 'omit', title: { el: 'Δικό μας' } }, true],
  ]

  it.each(cases)('%s', (_, own, expected) => {
    const given = { base: baseOf('k', { title: { en: 'Housing' } }), languages: ['en', 'el'] as const }
    expect(keepsOwnWords({ ...given, own: own && ownOf('k', { mode: 'inherit', ...own }) })).toBe(expected)
  })
})

describe('whether a write leaves a section as it was', () => {
  const words = { title: { en: 'Ours' }, reason: 'other' } as const
  const cases: [string, Partial<VariantSection>, Partial<VariantSection>, boolean][] = [
    ['it does if nothing is written', { mode: 'adapt', ...words }, { mode: 'adapt', ...words }, true],
    ['it does if the choice shows no words', {}, { mode: 'supplement' }, true],
    ['it does if the choice shows an empty addition', {}, { mode: 'supplement', addition: { en: [] } }, true],
    [
      'it does if only an id of a block differs',
      { mode: 'adapt', body: { en: [p('One', 'a')] } },
      { mode: 'adapt', body: { en: [p('One', 'b')] } },
      true,
    ],
    ['a text that readers do not get is a change', {}, { title: { en: 'Ours' } }, false],
    ['a reason that readers do not get is a change', {}, { mode: 'adapt', reason: 'other' }, false],
    ['sources are a change', { mode: 'adapt', ...words }, { mode: 'adapt', ...words, sources: 'Act 1' }, false],
    ['a choice that shows stored words is a change', words, { mode: 'adapt', ...words }, false],
    ['a choice that hides words is a change', { mode: 'adapt', ...words }, { mode: 'omit', ...words }, false],
    ['an empty text that hides the common text is a change', {}, { mode: 'adapt', title: { en: '' } }, false],
    [
      'a mark as translation is a change',
      { title: { el: 'Τίτλος' } },
      { title: { el: 'Τίτλος' }, translated: ['el'] },
      false,
    ],
    ['a return to the common text is a change', { mode: 'supplement' }, { mode: 'inherit' }, false],
  ]

  it.each(cases)('%s', (_, before, after, expected) => {
    const base = baseOf('k', { title: { en: 'Housing' } })
    const states = {
      before: ownOf('k', { mode: 'inherit', ...before }),
      after: ownOf('k', { mode: 'inherit', ...after }),
    }
    expect(isUnchanged({ base, ...states, languages: ['en', 'el'] })).toBe(expected)
  })
})

it('a section must be translated if the common text has no title in the language', () => {
  expect(sectionKind({ common: null, language: 'en' })).toBe('own')
  expect(sectionKind({ common: { title: { en: 'Housing' } }, language: 'en' })).toBe('common')
  for (const el of [undefined, '', ' ', '\u200b'])
    expect(sectionKind({ common: { title: { en: 'Housing', el } }, language: 'el' })).toBe('translation')
})
