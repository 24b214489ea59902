import { describe, expect, it } from 'vitest'
import type { BaseSection, VariantSection } from '@/domain/resolve'
import { changesBetween, commonState, nationalState, wordsIn } from '@/domain/revisions'
import { block, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import { ownOf, p } from './sections'

const body = (...said: string[]) =>
  said.map((words, place) => block('paragraph', { id: `p${place}`, runs: [text(words)] }))

const CONTENT: SectionContent = {
  key: 'k',
  title: { en: 'Common' },
  summary: {},
  body: { en: body('One two three.', 'Four.') },
  addition: {},
  audiences: [],
  stages: [],
  policy: 'free',
  guidance: {},
}
const BASE: BaseSection = {
  content: CONTENT,
  entry: { key: 'k', slug: 'k', parent: null, rank: 'a0', mode: 'inherit', blob: 'b', provenance: {} },
}

const own = (given: Partial<VariantSection> = {}): VariantSection => ownOf('k', { mode: 'inherit', ...given })

const between = (before: VariantSection | null, after: VariantSection) => {
  const state = (section: VariantSection) => nationalState({ base: BASE, section, languages: ['en', 'el'] })
  return changesBetween({ before: before && state(before), after: state(after), languages: ['en', 'el'] })
}

describe('what a revision of a national section changed', () => {
  it('is its creation, if there is no earlier revision', () => {
    expect(between(null, own())).toEqual([{ kind: 'begun' }])
  })

  it('is compared with the text that readers got, not with an empty one', () => {
    const adapted = own({ mode: 'adapt', body: { en: body('One two four.', 'Four.') }, reason: 'other' })
    const changes = between(own(), adapted)
    expect(changes).toMatchObject([
      { kind: 'mode', before: 'inherit', after: 'adapt' },
      { kind: 'words', field: 'body', language: 'en', counts: { wordsAdded: 1, wordsRemoved: 1 } },
      { kind: 'reason' },
    ])
    expect(wordsIn(changes)).toEqual({ added: 1, removed: 1 })
  })

  it('names each language and field, and the words of the reason', () => {
    const before = own({ mode: 'adapt', title: { en: 'Ours' }, explanation: { en: 'So it is.' } })
    const after = own({ mode: 'adapt', title: { en: 'Ours', el: 'Δικό μας' }, explanation: { en: 'So it is here.' } })
    expect(between(before, after)).toMatchObject([
      { kind: 'words', field: 'explanation', language: 'en', counts: { wordsAdded: 1 } },
      { kind: 'words', field: 'title', language: 'el', counts: { wordsAdded: 2 } },
    ])
  })

  it('is no rule that is gone where the country rewrote a part that it was to fill in', () => {
    const rules = [{ field: 'body' as const, block: { en: 'p1' }, demand: 'fill-in' as const, guidance: {} }]
    const base = { ...BASE, content: { ...CONTENT, rules } }
    const at = (section: VariantSection) => nationalState({ base, section, languages: ['en'] })
    const after = at(
      own({ mode: 'adapt', reason: 'other', body: { en: [p('Entirely ours, with other words.', 'o')] } }),
    )
    const kinds = changesBetween({ before: at(own()), after, languages: ['en'] }).map(({ kind }) => kind)
    expect(kinds).toEqual(['mode', 'words', 'reason'])
  })

  it('includes that readers no longer get the text, if the section is left out', () => {
    const changes = between(own(), own({ mode: 'omit', reason: 'other' }))
    expect(changes[0]).toEqual({ kind: 'mode', before: 'inherit', after: 'omit' })
    expect(wordsIn(changes).removed).toBe(5)
  })
})

describe('what a revision of the common framework changed', () => {
  const at = (given: Partial<SectionContent>, more: { retired?: boolean; rank?: string; parent?: string } = {}) =>
    commonState({ content: { ...CONTENT, ...given }, parent: null, rank: 'a0', retired: false, ...more })

  it('names its words, its settings, its place and whether it is retired', () => {
    const after = at({ guidance: { en: 'Check the law.' }, policy: 'national' }, { retired: true, rank: 'a1' })
    expect(changesBetween({ before: at({}), after, languages: ['en'] }).map(({ kind }) => kind)).toEqual([
      'retired',
      'words',
      'settings',
      'place',
    ])
    expect(changesBetween({ before: after, after: at({}), languages: ['en'] })[0]).toEqual({ kind: 'unretired' })
  })

  it('names the place of a section that is under another one', () => {
    const [before, after] = [at({}, { parent: 'one' }), at({}, { parent: 'other' })]
    expect(changesBetween({ before, after, languages: ['en'] })).toEqual([{ kind: 'place' }])
  })

  it('names the parts that lost their rule, and not a rule that follows its part under another id', () => {
    const fixed = (...ids: string[]) =>
      ids.map((id) => ({ field: 'body' as const, block: { en: id }, demand: 'fixed' as const, guidance: {} }))
    const [listen, call] = [p('First listen.', 'a'), p('Call 112 if somebody is in danger.', 'b')]
    const before = at({ body: { en: [listen, call] }, rules: fixed('a', 'b') })
    const changes = (given: Partial<SectionContent>) =>
      changesBetween({ before, after: at(given), languages: ['en'] }).filter(({ kind }) => kind !== 'words')
    const gone = (block: typeof call) => ({ kind: 'rule', is: 'gone', demand: 'fixed', field: 'body', block })
    expect(changes({ body: { en: [listen] }, rules: fixed('a') })).toEqual([gone(call)])
    expect(changes({ body: { en: [listen, call] }, rules: fixed('b') })).toEqual([gone(listen)])
    expect(changes({ body: { en: [listen, call] }, rules: fixed('a', 'b') })).toEqual([])
    const moved = [{ ...call, id: 'c' }, listen]
    expect(changes({ body: { en: moved }, rules: fixed('a', 'c') })).toEqual([])
    expect(changes({ body: { en: [listen, call] }, rules: fixed('b'), policy: 'national' })).toEqual([
      gone(listen),
      { kind: 'settings' },
    ])
  })

  it('is nothing if only spaces differ in the guidance or the explanation', () => {
    const [before, after] = [at({ guidance: { en: 'Check the law.' } }), at({ guidance: { en: 'Check  the law. ' } })]
    expect(changesBetween({ before, after, languages: ['en'] })).toEqual([])
    const because = (said: string) => own({ mode: 'adapt', reason: 'other', explanation: { en: said } })
    expect(between(because('So it is.'), because('So  it is.'))).toEqual([])
  })

  it('is nothing if nothing differs', () => {
    expect(changesBetween({ before: at({}), after: at({}), languages: ['en'] })).toEqual([])
  })
})
