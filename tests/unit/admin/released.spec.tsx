import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { addressAfter } from '@/admin/callAction'
import { Released, releasedAddress } from '@/admin/review/Released'
import type { Release } from '@/domain/release'
import { translatorFor } from '@/messages/translate'
import { plainRelease } from '../plainRelease'

const shown = (asked: string, newest: Release | null) =>
  renderToStaticMarkup(<Released asked={asked} newest={newest} say={translatorFor('en')} />)

describe('the screen to which a release leads', () => {
  it('is named with the number that was released', () => {
    const next = releasedAddress('/admin/framework/one')
    expect(addressAfter({ next, result: { version: '2.0 b' } })).toBe('/admin/framework/one?released=2.0%20b')
  })

  it('says in a heading that can take the focus that it was released, or published in a country', () => {
    expect(shown('2.0', { ...plainRelease, version: '2.0' })).toMatch(
      /<h2 [^>]*tabindex="-1"[^>]*>Released as 2\.0<\/h2>/i,
    )
    expect(shown('2.0', { ...plainRelease, version: '2.0', country: 'ie' })).toContain('>Published as 2.0</h2>')
  })

  it('says nothing of another release than the newest, and nothing of what was withdrawn', () => {
    expect(shown('', plainRelease)).toBe('')
    expect(shown('1.0', { ...plainRelease, version: '2.0' })).toBe('')
    expect(shown('1.0', { ...plainRelease, kind: 'withdrawal' })).toBe('')
    expect(shown('1.0', null)).toBe('')
  })
})
