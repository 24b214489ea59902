import { describe, expect, it } from 'vitest'
import { aboutDifference, releaseBefore } from '@/admin/review/reviewState'
import type { About, Release } from '@/domain/release'
import type { Edition } from '@/stored/editions'
import { plainAbout } from '../plainAbout'
import { plainRelease } from '../plainRelease'
import { edition as editionOf } from './factories'

const release = (given: Partial<Release>): Release => ({
  ...plainRelease,
  country: 'mt',
  manifestHash: 'same',
  ...given,
})

const edition = (given: Partial<Edition>) =>
  editionOf({ country: 'mt', pinnedManifest: [], pinnedHash: 'same', pinnedAbout: plainAbout, ...given })

describe('the release that a review compares with', () => {
  const releases = [release({ id: 'r2', seq: 2, edition: 'e2' }), release({ id: 'r1', seq: 1, edition: 'e1' })]

  it('is the release before the edition, even if both have the same text', () => {
    expect(releaseBefore({ edition: edition({ id: 'e2', state: 'published' }), releases })?.id).toBe('r1')
    expect(releaseBefore({ edition: edition({ id: 'e1', state: 'published' }), releases })).toBeNull()
    expect(releaseBefore({ edition: edition({ id: 'e3' }), releases })?.id).toBe('r2')
  })

  it('is none after a withdrawal: readers have no text and get all of it again', () => {
    const withdrawn = (seq: number, of: string) => release({ id: 'w', seq, version: of, kind: 'withdrawal' })
    const [r1, r2] = [
      release({ id: 'r1', seq: 1, version: '1.0' }),
      release({ id: 'r2', seq: 2, version: '2.0', edition: 'e2' }),
    ]
    const heldAgainst = (line: Release[]) => releaseBefore({ edition: edition({ id: 'e3' }), releases: line })?.id
    expect(heldAgainst([withdrawn(3, '2.0'), r2, r1])).toBe('r1')
    expect(heldAgainst([withdrawn(2, '1.0'), r1])).toBeUndefined()
    // The review of a published edition shows the comparison of its time.
    const releases = [withdrawn(3, '1.0'), r2, r1]
    expect(releaseBefore({ edition: edition({ id: 'e2', state: 'published' }), releases })?.id).toBe('r1')
  })
})

describe('the names on the pages, as the reviewer sees them', () => {
  const told = ({ pinned, code = 'mt', isFirst = false }: { pinned: About; code?: string; isFirst?: boolean }) => {
    const against = release({ about: { ...plainAbout, country: isFirst ? {} : { en: 'Malta' } } })
    return aboutDifference({
      edition: edition({ country: code, pinnedAbout: pinned }),
      earlier: isFirst ? null : against,
      against,
    }).map((one) => (one.kind === 'words' ? `${one.field}: ${one.before} → ${one.after}` : one.kind))
  }

  it('are those that were sent and differ from the last release', () => {
    expect(told({ pinned: { ...plainAbout, country: { en: 'Malta' } } })).toEqual([])
    expect(told({ pinned: { ...plainAbout, title: { en: 'Guide' }, country: { en: 'Republic of Malta' } } })).toEqual([
      'title: Toolkit → Guide',
      'country: Malta → Republic of Malta',
    ])
  })

  it("are the country's name if no release had it, and never a name that pages take from our own words", () => {
    const first = told({ pinned: { ...plainAbout, country: { en: 'Malta', fr: 'Malte' } }, isFirst: true })
    expect(first).toEqual(['country:  → Malta', 'country:  → Malte'])
    expect(told({ pinned: { ...plainAbout, country: { en: 'Éire' } }, code: 'ie', isFirst: true })).toEqual([])
    expect(told({ pinned: { ...plainAbout, country: { en: 'Éire' } }, code: 'ie' })).toEqual([])
  })
})
