import { describe, expect, it } from 'vitest'
import { changesInWords } from '@/admin/framework/changesInWords'
import type { AboutChange } from '@/domain/aboutChanges'
import { translatorFor } from '@/messages/translate'

const say = translatorFor('en')
const text = (changed: number, removed: string[], about: AboutChange[] = []) => ({
  text: { rows: [], removed, changed, about, isSameAsRelease: false },
  say,
})

describe('the changes of the common framework since its last release', () => {
  it('count the sections that the list shows under “Changed”, and name removed sections separately', () => {
    expect(changesInWords(text(4, ['a', 'b']))).toBe(
      '4 sections have changed since then. 2 sections of the last release have been removed.',
    )
  })

  it('mention no changed sections if sections were only removed', () => {
    expect(changesInWords(text(0, ['a']))).not.toContain('Nothing has changed')
    expect(changesInWords(text(0, []))).toBe('Nothing has changed since then.')
  })

  it('mention what the pages call the toolkit, even if nothing else changed', () => {
    const about: AboutChange[] = [{ kind: 'words', field: 'title', language: 'en', before: 'Old', after: 'New' }]
    expect(changesInWords(text(0, [], about))).toBe('What the pages say about the toolkit has changed since then.')
    expect(changesInWords(text(1, [], about))).toBe(
      '1 section has changed since then. What the pages say about the toolkit has changed since then.',
    )
  })
})
