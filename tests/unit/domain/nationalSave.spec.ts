import { describe, expect, it } from 'vitest'
import { nationalSave, sectionKind } from '@/domain/nationalSave'

type Asked = Parameters<typeof nationalSave>[0]

const save = (given: Partial<Asked>) =>
  nationalSave({
    ...{ kind: 'common', before: 'inherit', after: 'inherit', written: [] },
    ...{ hasOwnWords: false, asTranslation: false, onlyTranslates: false },
    ...given,
  })

describe('the effect of saving a national section', () => {
  const cases: [string, Partial<Asked>, ReturnType<typeof nationalSave>][] = [
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
      { parts: [], unsent: ['sources'] },
    ],
    [
      'writes a section that only the country has',
      { kind: 'own', before: 'local', after: 'local', written: ['body'] },
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
    expect(save(given)).toEqual(expected)
  })
})

it('a section must be translated if the common text has no title in the language', () => {
  expect(sectionKind({ common: null, language: 'en' })).toBe('own')
  expect(sectionKind({ common: { title: { en: 'Housing' } }, language: 'en' })).toBe('common')
  expect(sectionKind({ common: { title: { en: 'Housing' } }, language: 'el' })).toBe('translation')
})
