import { describe, expect, it } from 'vitest'
import { workingText } from '@/admin/framework/workingRows'
import { whyNoRelease } from '@/admin/release/whyNoRelease'
import type { Release } from '@/domain/release'
import { block } from '@/domain/richText/richText'
import { listedSection } from '@/stored/listedSections'
import { manifestHash } from '@/stored/resolveVariant'
import type { WorkingSection } from '@/stored/sections'
import { plainAbout } from '../plainAbout'
import { plainRelease } from '../plainRelease'
import { content, words } from './factories'

function section(key: string, given: Partial<WorkingSection> = {}): WorkingSection {
  return {
    id: key,
    rev: 1,
    toolkit: 't',
    slug: key,
    parent: null,
    rank: key,
    retired: false,
    content: content(key),
    updatedBy: null,
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...given,
  }
}

function released(sections: WorkingSection[]): Release {
  const manifest = sections.map((one) => listedSection(one).entry)
  return { ...plainRelease, manifest, manifestHash: manifestHash(manifest) }
}

function text(sections: WorkingSection[], last: Release | null, about = plainAbout) {
  return workingText({ sections: sections.map(listedSection), about, last, languages: ['en'], reader: 'en' })
}

describe('the working text of the common framework', () => {
  it('is the same as the release that was just made from it', () => {
    const sections = [section('a'), section('b')]
    expect(text(sections, released(sections))).toMatchObject({ changed: 0, isSameAsRelease: true, removed: [] })
  })

  it('distinguishes new, changed, moved and removed sections', () => {
    const last = released([section('a'), section('b'), section('c'), section('d')])
    const found = text(
      [
        section('a'),
        section('b', { content: content('b', { body: { en: words('Other words.') } }) }),
        section('c', { parent: 'a' }),
        section('e'),
      ],
      last,
    )
    expect(found.rows.map(({ key, state }) => `${key} ${state}`)).toEqual(['a same', 'c moved', 'b changed', 'e new'])
    expect(found.removed).toEqual(['d'])
    expect(found).toMatchObject({ changed: 3, isSameAsRelease: false })
  })

  it.each([
    ['in both, with words in both', ['Title', 'Τίτλος'], ['Words.', 'Λόγια.'], ['en', 'el']],
    ['in one, if the body has only white space in the other', ['Title', 'Τίτλος'], ['Words.', ' '], ['en']],
    ['in one, if the title has only white space in the other', ['Title', ' '], ['Words.', 'Λόγια.'], ['en']],
    ['in both, if the body has words in neither', ['Title', 'Τίτλος'], [' ', ' '], ['en', 'el']],
  ] as const)('is written %s', (_, [en, el], [inEnglish, inGreek], written) => {
    const body = { en: words(inEnglish), el: words(inGreek) }
    expect(listedSection(section('a', { content: content('a', { title: { en, el }, body }) })).written).toEqual(written)
  })

  it('is not the same if the pages would call the toolkit something else', () => {
    const sections = [section('a')]
    const found = text(sections, released(sections), { ...plainAbout, title: { en: 'Guide' } })
    expect(found).toMatchObject({ changed: 0, isSameAsRelease: false, about: [{ field: 'title', after: 'Guide' }] })
  })

  it('is all new before the first release', () => {
    expect(text([section('a')], null)).toMatchObject({ changed: 1, isSameAsRelease: false })
  })
})

describe('the reasons why the common framework cannot be released', () => {
  const why = (sections: WorkingSection[]) =>
    whyNoRelease({
      sections: sections.map(listedSection),
      toolkit: { id: 't', sourceLanguage: 'en' },
      text: text(sections, null),
      inUse: null,
      keeps: true,
      language: 'en',
    })

  it('include that nothing changed, unless the release was withdrawn: then it can be released again unchanged', () => {
    const sections = [section('a')]
    const last = released(sections)
    const toolkit = { id: 't', sourceLanguage: 'en' as const }
    const given = {
      sections: sections.map(listedSection),
      toolkit,
      text: text(sections, last),
      keeps: true,
      language: 'en' as const,
    }
    expect(whyNoRelease({ ...given, inUse: last })).toMatchObject([{ text: expect.stringContaining('1.0') }])
    expect(whyNoRelease({ ...given, inUse: null })).toEqual([])
  })

  const picture = (alt: string) => [block('image', { attrs: { media: 'm', alt } })]
  const night = (alt: string) =>
    section('b', { content: content('b', { title: { en: 'First night' }, body: { fr: picture(alt) } }) })

  it('name and link the section whose picture has no description before anybody asks', () => {
    expect(why([section('a'), night('')])).toEqual([
      {
        text: expect.stringContaining('“First night” (fr) contains a picture without a description.'),
        href: '/admin/framework/t/section/b?lang=fr',
        link: 'Open First night',
      },
    ])
  })

  it('are none if each picture has a description', () => {
    expect(why([section('a'), night('A lamp')])).toEqual([])
  })
})
