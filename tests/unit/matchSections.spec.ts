import { describe, expect, it } from 'vitest'
import type { ImportedSection } from '@/domain/importing'
import { matchByPlace, matchSections, type SectionToMatch } from '@/domain/matchSections'
import { block, text } from '@/domain/richText/richText'

type Given = { title: string; depth?: number; text?: string; slug?: string }

/** Sections of a toolkit, in reading order; their keys are their titles, with a number if one occurs twice. */
function toolkit(...sections: Given[]): SectionToMatch[] {
  const open: { key: string; depth: number }[] = []
  const keys = new Set<string>()
  return sections.map(({ title, depth = 1, text: words = '', slug }, position) => {
    const key = keys.has(title) ? `${title} ${position}` : title
    keys.add(key)
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const parent = open.at(-1)?.key ?? null
    open.push({ key, depth })
    return { key, slug: slug ?? key, title, text: words, parent }
  })
}

function documentOf(...sections: Given[]): ImportedSection[] {
  return sections.map(({ title, depth = 1, text: words, slug }) => ({
    source: 'a.md',
    depth,
    title,
    ...(slug === undefined ? {} : { slug }),
    body: words === undefined ? [] : [block('paragraph', { runs: [text(words)] })],
  }))
}

/** The result: `how key`. */
function found({ existing, incoming }: { existing: SectionToMatch[]; incoming: ImportedSection[] }) {
  const { matches, gone } = matchSections({ existing, incoming })
  const lines = matches.map(({ how, match }) => `${how} ${match ?? ''}`.trim())
  return gone.length > 0 ? [...lines, `gone ${gone.join(', ')}`] : lines
}

const HOUSING =
  'A safe room with a door that locks, a woman at night as a contact, and no men on the same floor. Ask once a week whether it still feels safe, and move the person on the same day if it does not.'
const HEALTH =
  'See a doctor within three days. The doctor speaks with the person alone, through an interpreter of their choice, and writes down injuries with pictures only if the person agrees.'
/** HOUSING with about a tenth of its words changed. */
const HOUSING_EDITED = HOUSING.replace('a week', 'every month').replace('the same day', 'the next day')

describe('a section of a document is recognised in the toolkit', () => {
  it('first of all by its slug', () => {
    const existing = toolkit({ title: 'A', text: HOUSING, slug: 'a' }, { title: 'B', text: HEALTH, slug: 'b' })
    const incoming = documentOf({ title: 'A', text: HOUSING, slug: 'b' })
    expect(found({ existing, incoming })).toEqual(['slug B', 'gone A'])
  })

  it('by its title, however it is written, even with a new text', () => {
    const existing = toolkit({ title: 'Safe housing', text: HOUSING }, { title: 'Health', text: HEALTH })
    const incoming = documentOf({ title: 'Safe  Housing:', text: HEALTH }, { title: 'Health', text: HEALTH })
    expect(found({ existing, incoming })).toEqual(['title Safe housing', 'title Health'])
  })

  it('by its content if it was renamed', () => {
    const existing = toolkit({ title: 'Housing', text: HOUSING }, { title: 'Health', text: HEALTH })
    const incoming = documentOf({ title: 'A doctor', text: HEALTH }, { title: 'Where to live', text: HOUSING_EDITED })
    expect(found({ existing, incoming })).toEqual(['content Health', 'content Housing'])
  })

  it('as new if it was renamed and rewritten: the old one is missing', () => {
    const existing = toolkit({ title: 'Housing', text: HOUSING })
    expect(found({ existing, incoming: documentOf({ title: 'A doctor', text: HEALTH }) })).toEqual([
      'none',
      'gone Housing',
    ])
  })

  it('at three fifths of the words, and not below', () => {
    const words = (kept: number) =>
      Array.from({ length: 100 }, (_, n) => (n < kept ? `kept${n}` : `of${kept}x${n}`)).join(' ')
    const match = (kept: number) =>
      found({
        existing: toolkit({ title: 'One', text: words(100) }),
        incoming: documentOf({ title: 'Other', text: words(kept) }),
      })
    expect(match(60)).toEqual(['content One'])
    expect(match(59)).toEqual(['none', 'gone One'])
  })

  it('with the most similar section, not the first that is similar enough', () => {
    const existing = toolkit({ title: 'One', text: HOUSING }, { title: 'Two', text: HOUSING_EDITED })
    const incoming = documentOf({ title: 'New', text: HOUSING_EDITED }, { title: 'Newer', text: HOUSING })
    expect(found({ existing, incoming })).toEqual(['content Two', 'content One'])
  })

  it('once only, and never as two sections', () => {
    const existing = toolkit({ title: 'Housing', text: HOUSING })
    const incoming = documentOf({ title: 'Other', text: HOUSING }, { title: 'Housing', text: HOUSING })
    expect(found({ existing, incoming })).toEqual(['none', 'title Housing'])
  })

  it('but not by a few words that many sections share', () => {
    const existing = toolkit(
      { title: 'Appeals', text: 'To be written.' },
      { title: 'Contacts', text: 'To be written.' },
    )
    const incoming = documentOf({ title: 'Data protection', text: 'To be written.' })
    expect(found({ existing, incoming })).toEqual(['none', 'gone Appeals, Contacts'])
  })

  it('below its own parent first, if a title occurs several times', () => {
    const existing = toolkit(
      { title: 'Adults' },
      { title: 'Contacts', depth: 2, text: HOUSING },
      { title: 'Children' },
      { title: 'Contacts', depth: 2, text: HEALTH },
    )
    const incoming = documentOf(
      { title: 'Children' },
      { title: 'Contacts', depth: 2, text: HEALTH },
      { title: 'Adults' },
      { title: 'Contacts', depth: 2, text: HOUSING },
    )
    expect(found({ existing, incoming })).toEqual([
      'title Children',
      'title Contacts 3',
      'title Adults',
      'title Contacts',
    ])
  })

  it('by its text, if several sections of one chapter have its title', () => {
    const existing = toolkit({ title: 'Contacts', text: HOUSING }, { title: 'Contacts', text: HEALTH })
    const incoming = documentOf({ title: 'Contacts', text: `${HEALTH} Call them first.` })
    expect(found({ existing, incoming })).toEqual(['title Contacts 1', 'gone Contacts'])
  })

  it('below another parent', () => {
    const existing = toolkit({ title: 'A' }, { title: 'Contacts', depth: 2, text: HEALTH }, { title: 'B' })
    const incoming = documentOf({ title: 'A' }, { title: 'B' }, { title: 'Contacts', depth: 2, text: HEALTH })
    expect(found({ existing, incoming })).toEqual(['title A', 'title B', 'title Contacts'])
  })

  it('by the sections inside it, if a chapter without text was renamed', () => {
    const existing = toolkit(
      { title: 'Reception' },
      { title: 'Housing', depth: 2, text: HOUSING },
      { title: 'Health', depth: 2, text: HEALTH },
    )
    const incoming = documentOf(
      { title: 'Where people live' },
      { title: 'Housing', depth: 2, text: HOUSING },
      { title: 'New', depth: 2, text: 'Something else.' },
      { title: 'Health', depth: 2, text: HEALTH },
    )
    expect(found({ existing, incoming })).toEqual(['content Reception', 'title Housing', 'none', 'title Health'])
  })
})

describe('a translation is matched by position', () => {
  const existing = toolkit(
    { title: 'One', slug: 'one' },
    { title: 'One A', depth: 2, slug: 'one-a' },
    { title: 'One B', depth: 2, slug: 'one-b' },
    { title: 'Two', slug: 'two' },
  )

  it('if the two trees have the same shape', () => {
    const incoming = documentOf(
      { title: 'Un' },
      { title: 'Un A', depth: 2 },
      { title: 'Un B', depth: 2 },
      { title: 'Deux' },
    )
    expect(matchByPlace({ existing, incoming })).toEqual({ ok: true, result: ['One', 'One A', 'One B', 'Two'] })
  })

  it('by slug first: then order does not matter, and sections may be missing', () => {
    const incoming = documentOf(
      { title: 'Deux', slug: 'two' },
      { title: 'Un', slug: 'one' },
      { title: 'B', slug: 'one-b', depth: 2 },
    )
    expect(matchByPlace({ existing, incoming })).toEqual({ ok: true, result: ['Two', 'One', 'One B'] })
  })

  it('by slug and position together', () => {
    const incoming = documentOf(
      { title: 'Un', slug: 'one' },
      { title: 'Un B', slug: 'one-b', depth: 2 },
      { title: 'Un A', depth: 2 },
      { title: 'Deux' },
    )
    expect(matchByPlace({ existing, incoming })).toEqual({ ok: true, result: ['One', 'One B', 'One A', 'Two'] })
  })

  it('and refused, with the section that has no counterpart', () => {
    const longer = documentOf(
      { title: 'Un' },
      { title: 'Un A', depth: 2 },
      { title: 'Un B', depth: 2 },
      { title: 'Un C', depth: 2 },
      { title: 'Deux' },
    )
    expect(matchByPlace({ existing, incoming: longer })).toEqual({
      ok: false,
      because: [{ key: 'import.no-counterpart', params: { title: 'Un C', expected: 2, found: 3 } }],
    })
    const shorter = documentOf({ title: 'Un' }, { title: 'Un A', depth: 2 }, { title: 'Un B', depth: 2 })
    expect(matchByPlace({ existing, incoming: shorter })).toEqual({
      ok: false,
      because: [{ key: 'import.not-in-document', params: { title: 'Two', expected: 2, found: 1 } }],
    })
    expect(matchByPlace({ existing, incoming: documentOf({ title: 'Trois', slug: 'three' }) })).toEqual({
      ok: false,
      because: [{ key: 'import.no-section-of-slug', params: { title: 'Trois', slug: 'three' } }],
    })
  })

  it('and refused if a section lost all of its children', () => {
    const incoming = documentOf({ title: 'Un' }, { title: 'Deux' })
    expect(matchByPlace({ existing, incoming })).toMatchObject({ ok: false, because: [{ params: { title: 'One A' } }] })
  })
})

describe('a document with many sections', () => {
  it('is matched in linear, not quadratic, time, if the toolkit has none of them', () => {
    const reads = (count: number): number => {
      let read = 0
      const sections = documentOf(...Array.from({ length: count }, (_, n) => ({ title: `${n}`, text: 'word' })))
      const watched = new Proxy(sections, {
        get(target, name, receiver) {
          if (/^\d+$/.test(String(name))) read += 1
          return Reflect.get(target, name, receiver)
        },
      })
      matchSections({ existing: [], incoming: watched })
      return read
    }
    expect(reads(200)).toBeLessThan(2.1 * reads(100))
  })
})
