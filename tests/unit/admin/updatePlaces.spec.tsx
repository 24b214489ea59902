import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { UpdatePlaces } from '@/admin/updates/UpdatePlaces.client'
import type { PlacedConflict } from '@/admin/updates/updatePreview'
import { answersTo } from '@/domain/merge/merge'
import { type Block, block, text } from '@/domain/richText/richText'
import { translatorFor } from '@/messages/translate'

const CONFLICT = {
  id: '1',
  kind: 'value',
  about: 'details',
  field: 'k/body',
  block: 'e',
  within: '',
  whole: null,
} as const

function shown(versions: PlacedConflict['versions']): string {
  return pageOf({
    ...CONFLICT,
    base: 'weight: weak',
    ours: 'weight: strong',
    theirs: 'weight: combination',
    versions,
  })
}

function pageOf(given: Omit<PlacedConflict, 'answers'>): string {
  const conflict = { ...given, answers: answersTo(given) }
  return renderToStaticMarkup(
    <UpdatePlaces
      {...{ conflicts: [conflict], answers: {}, language: 'en', pageLanguage: 'en', t: translatorFor('en') }}
      isLocked={() => false}
      onAnswer={() => {}}
    />,
  )
}

it('a place about the details of a sign shows the sign of each side as readers see it, and both can be chosen', () => {
  const holder = block('indicators', { id: 'l' })
  const sign = (weight: string) => {
    const named = block('field', { attrs: { name: 'indicator' }, runs: [text('Avoids eye contact')] })
    return { block: block('entry', { id: 'e', attrs: { weight }, children: [named] }), holder }
  }
  const page = shown({ ours: sign('strong'), theirs: sign('combination') })
  expect(page).toContain('Both changed details that belong together')
  expect(page.match(/Avoids eye contact/g)?.length).toBe(2)
  expect(page.indexOf('In combination with others')).toBeLessThan(page.indexOf('Strong'))
  expect(page.match(/type="radio"/g)?.length).toBe(3)
  expect(page).not.toContain('weight: ')
})

it('a place about the details of a picture shows the picture of each side, which no release shows yet', () => {
  const picture = (media: string): { block: Block; holder: null } => ({
    block: block('image', { id: 'i', attrs: { media, alt: 'A chart' } }),
    holder: null,
  })
  const page = shown({ ours: picture('m1'), theirs: picture('m2') })
  expect([...page.matchAll(/src="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    '/api/pictures/m2',
    '/api/pictures/m1',
  ])
})

it('a place of words can have both texts only if each is a whole sentence', () => {
  const both = (ours: string, theirs: string) =>
    pageOf({ ...CONFLICT, kind: 'words', about: undefined, base: 'Was', ours, theirs, versions: null }).includes(
      `<span lang="en">${ours}</span> <span lang="en">${theirs}</span>`,
    )
  expect(both('Call 112.', 'Call 999 (sample).')).toBe(true)
  expect(both('112', '999 or send a text message to 114')).toBe(false)
})
