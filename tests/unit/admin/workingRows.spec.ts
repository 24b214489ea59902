import { describe, expect, it } from 'vitest'
import { manifestOf, workingText } from '@/admin/framework/workingRows'
import type { Release } from '@/domain/release'
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
  const manifest = manifestOf(sections)
  return { ...plainRelease, manifest, manifestHash: manifestHash(manifest) }
}

function text(sections: WorkingSection[], last: Release | null, about = plainAbout) {
  return workingText({ sections, about, last, languages: ['en'], reader: 'en' })
}

describe('the working text of the common framework', () => {
  it('is the same as the release that was just made of it', () => {
    const sections = [section('a'), section('b')]
    expect(text(sections, released(sections))).toMatchObject({ changed: 0, isSameAsRelease: true, removed: [] })
  })

  it('tells new, changed, moved and removed sections apart', () => {
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

  it('is not the same where pages would call the toolkit otherwise', () => {
    const sections = [section('a')]
    const found = text(sections, released(sections), { ...plainAbout, title: { en: 'Guide' } })
    expect(found).toMatchObject({ changed: 0, isSameAsRelease: false, about: [{ field: 'title', after: 'Guide' }] })
  })

  it('is not the same as what was withdrawn: it can be released again', () => {
    const sections = [section('a')]
    expect(text(sections, { ...released(sections), kind: 'withdrawal' }).isSameAsRelease).toBe(false)
  })

  it('is all new before the first release', () => {
    expect(text([section('a')], null)).toMatchObject({ changed: 1, isSameAsRelease: false })
  })
})
