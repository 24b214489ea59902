import { expect, it } from 'vitest'
import { LONGEST_TOOLKIT_SLUG, TOOLKIT_SLUG } from '@/domain/slug'
import { deletionForbids, slugOfDeleted } from '@/domain/toolkitDeletion'

it('a toolkit is deleted only while no release and no country has it', () => {
  expect(deletionForbids({ releases: 0, versions: 0 })).toBeNull()
  expect(deletionForbids({ releases: 1, versions: 0 })?.key).toBe('refusal.toolkit-released')
  expect(deletionForbids({ releases: 0, versions: 1 })?.key).toBe('refusal.toolkit-has-versions')
})

it('the address of a deleted toolkit is one that is valid and that no other toolkit has', () => {
  const id = '0123456789abcdef01234567'
  for (const slug of ['guide', 'a-'.repeat(29).concat('ab'), 'x'.repeat(LONGEST_TOOLKIT_SLUG)]) {
    const deleted = slugOfDeleted({ id, slug })
    expect(deleted).toMatch(TOOLKIT_SLUG)
    expect(deleted.length).toBeLessThanOrEqual(LONGEST_TOOLKIT_SLUG)
    expect(deleted.endsWith(id)).toBe(true)
  }
})
