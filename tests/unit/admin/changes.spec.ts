import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ChangedSection } from '@/admin/changes/ChangedSection'
import { ChangesList, classIn } from '@/admin/changes/ChangesList'
import { chosenReleases } from '@/admin/changes/chosenReleases'
import { DecisionPlace } from '@/admin/changes/DecisionPlace'
import { firstSentence } from '@/admin/changes/firstSentence'
import { type ListedChange, listedChanges } from '@/admin/changes/listedChanges'
import { sectionChange } from '@/admin/changes/sectionChange'
import { ClassFilters } from '@/admin/words/ClassFilters'
import type { ChangeClass, ChangeNote } from '@/domain/changeNote'
import type { ManifestEntry } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import { translatorFor } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'
import { plainRelease } from '../plainRelease'
import { content, entry, words } from './factories'

const say = translatorFor('en')
const release = (seq: number, given: Partial<ReleaseHead> = {}): ReleaseHead => ({
  ...plainRelease,
  ...{ id: `r${seq}`, seq, version: `${seq}.0` },
  ...given,
})
const withdrawal = (seq: number, version: string) => release(seq, { kind: 'withdrawal', version })
const note = (key: string, given: ChangeClass): ChangeNote => ({
  ...{ key, class: given, note: `Of ${key}. More.`, decideBy: null },
})

describe('the releases in an address', () => {
  const line = [release(1), release(2), release(3)]
  const versions = (given: { from?: string; to?: string; line?: ReleaseHead[] }) => {
    const found = chosenReleases({ line, from: '', to: '', ...given })
    return found === null || found === 'unknown' ? found : [found.from.version, found.to.version]
  }

  it('are the newest and the one before it if it names none', () => {
    expect(versions({})).toEqual(['2.0', '3.0'])
    expect(versions({ to: '2.0' })).toEqual(['1.0', '2.0'])
    expect(versions({ from: '1.0' })).toEqual(['1.0', '3.0'])
    expect(versions({ from: '3.0' })).toEqual(['2.0', '3.0'])
    expect(versions({ to: '1.0' })).toEqual(['1.0', '2.0'])
  })

  it('are compared from the earlier to the later one, in whatever order it names them', () => {
    expect(versions({ from: '3.0', to: '1.0' })).toEqual(['1.0', '3.0'])
    expect(versions({ from: '2.0', to: '2.0' })).toEqual(['2.0', '2.0'])
  })

  it('leave out a withdrawn release, unless it is named', () => {
    const withdrawn = [...line, withdrawal(4, '2.0')]
    expect(versions({ line: withdrawn })).toEqual(['1.0', '3.0'])
    expect(versions({ line: withdrawn, from: '2.0' })).toEqual(['2.0', '3.0'])
  })

  it('are unknown if one does not exist, and there are none before the second release', () => {
    expect(versions({ from: '9.9' })).toBe('unknown')
    expect(versions({ to: 'x' })).toBe('unknown')
    expect(versions({ line: [release(1), withdrawal(2, '1.0')] })).toBeNull()
  })
})

describe('the list of changes', () => {
  const listed = (before: ManifestEntry[], after: ManifestEntry[], changes: ChangeNote[] = []) => {
    const [from, to] = [release(1), release(2, { changes })]
    return listedChanges({ before, after, line: [from, to], from, to, source: 'en' })
  }
  const keys = ({ changes }: { changes: ListedChange[] }) => changes.map(({ key, became }) => `${key} ${became}`)
  const before = [entry('a'), entry('b'), entry('c'), entry('d'), entry('g')]
  const after = [entry('a'), entry('b', { blob: 'new b' }), entry('c', { rank: 'z' }), entry('d'), entry('n')]

  it('has every section that differs in anything, and how many are the same', () => {
    const found = listed(before, after)
    expect(keys(found)).toEqual(['b changed', 'n new', 'c moved', 'g removed'])
    expect(found.same.map(({ entry: { key }, number }) => `${number} ${key}`)).toEqual(['1 a', '3 d'])
  })

  it('has a section of which only the reason, the address or the choice of the country changed', () => {
    const was = [entry('a', { mode: 'adapt', reason: 'other' }), entry('b'), entry('c')]
    const is = [entry('a', { mode: 'adapt', reason: 'national-law' }), entry('b', { slug: 'other' }), entry('c')]
    expect(keys(listed(was, is))).toEqual(['a changed', 'b changed'])
    expect(keys(listed([entry('c')], [entry('c', { mode: 'omit' })]))).toEqual(['c left-out'])
  })

  it('begins with what matters most, and offers the classes that occur', () => {
    const found = listed(before, after, [note('c', 'editorial'), note('b', 'substantive'), note('g', 'urgent')])
    expect(keys(found)).toEqual(['g removed', 'b changed', 'n new', 'c moved'])
    const html = renderToStaticMarkup(
      createElement(ClassFilters, {
        ...{ label: 'Class', all: 'All', classes: found.changes.map((one) => one.class) },
        chosen: 'urgent',
        addressOf: (one) => `?show=${one}`,
        say,
      }),
    )
    expect(html.replace(/<svg.*?<\/svg>/g, '').replace(/<[^>]*>/g, '|')).toMatch(
      /All \|4\|+ Urgent \|1\|+ Substantive \|1\|+ Editorial \|1/,
    )
    expect(html).toContain('<a href="?show=urgent" aria-current="true">')
  })

  it('offers no classes if nothing is said of any section, and none that does not exist', () => {
    const classes = listed(before, after).changes.map((one) => one.class)
    const given = { label: 'Class', all: 'All', classes, chosen: null, addressOf: () => '', say }
    expect(renderToStaticMarkup(createElement(ClassFilters, given))).toBe('')
    expect([classIn('urgent'), classIn('new'), classIn('')]).toEqual(['urgent', null, null])
  })

  it('says of each section its note in a sentence, in the language in which it is written', () => {
    const { changes } = listed(before, after, [note('b', 'urgent')])
    const html = renderToStaticMarkup(
      createElement(ChangesList, {
        changes,
        current: 'b',
        titleOf: ({ key }) => ({ text: key, language: 'en' }),
        addressOf: ({ key }) => `?section=${key}`,
        regrouped: new Map(),
        source: 'en',
        reader: 'fr',
        say: translatorFor('fr'),
      }),
    )
    expect(html).toContain('<span class="say" lang="en">Of b.</span>')
    expect(html).not.toContain('More.')
    expect(html).toContain('<a href="?section=b" aria-current="true">')
    expect(html).toContain('Urgent')
  })
})

describe('the first sentence of a note', () => {
  it('ends where the sentence does, and is the whole note if that has one', () => {
    expect(firstSentence('Do not ring this number. It is not safe.', 'en')).toBe('Do not ring this number.')
    expect(firstSentence('Within 3.5 days', 'en')).toBe('Within 3.5 days')
    expect(firstSentence('', 'en')).toBe('')
  })
})

describe('what differs in a section', () => {
  const [from, to] = [release(1, { languages: ['en', 'fr', 'de'] }), release(2, { languages: ['en', 'fr', 'de'] })]
  const changeOf = (was: Partial<SectionContent>, is: Partial<SectionContent>, language: 'en' | 'fr' = 'en') => {
    const before = [entry('a', { blob: 'was' })]
    const after = [entry('a', { blob: 'is' })]
    const [change] = listedChanges({ before, after, line: [from, to], from, to, source: 'en' }).changes
    const contents = new Map([
      ['was', content('a', was)],
      ['is', content('a', is)],
    ])
    if (!change) throw new Error('Nothing differs')
    return sectionChange({ change, regrouped: () => new Map(), contents, from, to, language, source: 'en', say })
  }

  it('is told for the language that is read, with the other languages in which readers get something else', () => {
    const texts = (fr: string) => ({ body: { en: words('Same.'), fr: words(fr), de: words('Gleich.') } })
    const inEnglish = changeOf(texts('Avant.'), texts('Après.'))
    expect(inEnglish.compared.words).toEqual([])
    expect(inEnglish.elsewhere).toEqual(['fr'])
    const inFrench = changeOf(texts('Avant.'), texts('Après.'), 'fr')
    expect(inFrench.compared.words.map(({ language }) => language)).toEqual(['fr'])
    expect(inFrench.elsewhere).toEqual([])
  })

  it('names no language in which readers get the words that it shows, or the same as before', () => {
    const texts = (en: string) => ({ title: { en, fr: 'Titre' }, body: { en: words(en), fr: words('Pareil.') } })
    expect(changeOf(texts('Before.'), texts('After.')).elsewhere).toEqual([])
    expect(changeOf({ audiences: ['lawyer'] }, { audiences: [] }).elsewhere).toEqual([])
    const german = { body: { en: words('After.'), de: words('Neu.') } }
    expect(changeOf({ body: { en: words('Before.') } }, german).elsewhere).toEqual(['de'])
    expect(changeOf(german, { body: { en: words('After.') } }).elsewhere).toEqual(['de'])
  })

  it('includes the guidance for countries and what they may do, which readers do not see', () => {
    const found = changeOf(
      { guidance: { en: 'Name the law.' }, policy: 'free' },
      { guidance: { en: 'Name the new law.' }, policy: 'supplement-only' },
    )
    expect(found.compared.words).toEqual([])
    expect(found.guidance?.some(({ status }) => status === 'added')).toBe(true)
    expect(found.policy?.some(({ status }) => status === 'added')).toBe(true)
    expect(changeOf({ title: { en: 'One' } }, { title: { en: 'Two' } })).toMatchObject({ guidance: null, policy: null })
  })
})

describe('a changed section', () => {
  const [from, to] = [release(1, { languages: ['en'] }), release(2, { languages: ['en'] })]

  function shown(given: Partial<Parameters<typeof ChangedSection>[0]> = {}) {
    const before = [entry('a', { blob: 'was', mode: 'inherit' })]
    const after = [entry('a', { blob: 'is', mode: 'adapt', reason: 'national-law', sources: 'S.I. 230' })]
    const notes = [
      { ...note('a', 'urgent'), decideBy: '2026-12-04' },
      { ...note('a', 'editorial'), note: 'Spelling.', decideBy: null },
    ]
    const line = [from, release(2, { changes: notes.slice(0, 1) }), release(3, { changes: notes.slice(1) })]
    const last = line[2] ?? to
    const [change] = listedChanges({ before, after, line, from, to: last, source: 'en' }).changes
    if (!change) throw new Error('Nothing differs')
    const contents = new Map([
      ['was', content('a', { body: { en: words('Ask soon.') } })],
      ['is', content('a', { body: { en: words('Ask today.') } })],
    ])
    const difference = sectionChange({
      change,
      regrouped: () => new Map(),
      contents,
      from,
      to: last,
      language: 'en',
      source: 'en',
      say,
    })
    const html = renderToStaticMarkup(
      createElement(ChangedSection, {
        ...{ change, difference, textLanguage: 'en', source: 'en', reader: 'en', say },
        ...{ isNational: true, severalReleases: true, isWhole: false, toggle: '?text=whole' },
        sectionAddress: (key) => `?section=${key}`,
        languageAddress: (language) => `?lang=${language}`,
        pager: null,
        decision: createElement(DecisionPlace),
        ...given,
      }),
    )
    return { html, words: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') }
  }

  it('of a national version says what the country does with it now and did before, and why', () => {
    const { words: said } = shown()
    expect(said).toContain('Adapted before: Common text')
    expect(said).toContain('National law')
    expect(said).toContain('S.I. 230')
    // The common framework has no such choice.
    expect(shown({ isNational: false }).words).not.toContain('before: Common text')
  })

  it('has the notes before the text, each with its release if there are several, and the day until which countries decide', () => {
    const { words: said } = shown()
    expect(said).toMatch(/Countries decide by 4 December 2026 .* Note of the coordinator on 2\.0: Of a\. More\. .*/)
    expect(said).toMatch(/Note of the coordinator on 3\.0: Spelling\. .* The text: 1 change .* Ask/)
    expect(shown({ severalReleases: false }).words).toContain('Note of the coordinator: Of a. More.')
  })

  it('has the whole text one link away, and back', () => {
    expect(shown().html).toContain('<a href="?text=whole">Show the whole text</a>')
    expect(shown({ isWhole: true }).html).toContain('Show only what changed')
  })

  it('ends with the place for a decision, which is not there while there is nothing to decide', () => {
    expect(shown().html).not.toContain('panel wash')
    const decision = createElement(DecisionPlace, null, 'Decide on 3.2')
    expect(shown({ decision }).html).toMatch(/<section class="panel wash">Decide on 3\.2<\/section><\/article>$/)
  })
})
