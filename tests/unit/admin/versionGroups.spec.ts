import { expect, test } from 'vitest'
import { versionGroups } from '@/admin/nav/versionGroups'

const toolkit = (id: string, title: string) => ({ id, slug: id, sourceLanguage: 'en' as const, title: { en: title } })
const variant = (country: string, of: string) => ({ id: `${country}-${of}`, country, toolkit: of })
const given = { countries: [], language: 'el' as const }

test('the menu lists the countries of a single toolkit without naming it', () => {
  const groups = versionGroups({ ...given, toolkits: [toolkit('t1', 'First')], variants: [variant('ie', 't1')] })
  expect(groups).toEqual([{ toolkit: null, entries: [{ href: '/admin/version/ie-t1', label: expect.any(String) }] }])
})

test('the menu lists the updates of the versions in which the person decides, with how many wait', () => {
  const [group] = versionGroups({
    ...given,
    toolkits: [toolkit('t1', 'First')],
    variants: [variant('ie', 't1'), variant('cy', 't1')],
    updates: { label: 'Updates', waiting: new Map([['ie-t1', 6]]) },
  })
  expect(group?.entries).toEqual([
    { href: '/admin/version/ie-t1', label: expect.any(String), except: '/admin/version/ie-t1/updates' },
    { href: '/admin/version/ie-t1/updates', label: 'Updates', count: 6 },
    { href: '/admin/version/cy-t1', label: expect.any(String) },
  ])
})

test('the menu names each of several toolkits once, above its countries, and marks another language', () => {
  const groups = versionGroups({
    ...given,
    toolkits: [toolkit('t1', 'First'), toolkit('t2', 'Second'), toolkit('t3', 'Nobody has it')],
    variants: [variant('ie', 't1'), variant('ie', 't2'), variant('cy', 't1')],
  })
  expect(groups.map(({ toolkit, entries }) => [toolkit, entries.map(({ href }) => href)])).toEqual([
    [{ text: 'First', lang: 'en' }, ['/admin/version/ie-t1', '/admin/version/cy-t1']],
    [{ text: 'Second', lang: 'en' }, ['/admin/version/ie-t2']],
  ])
  for (const { label } of groups.flatMap(({ entries }) => entries)) expect(label).not.toContain('First')
})

test.each([
  ['en', ['cy', 'fr', 'ie', 'es', 'ch']],
  ['de', ['fr', 'ie', 'ch', 'es', 'cy']],
  ['el', ['fr', 'ch', 'ie', 'es', 'cy']],
] as const)('the menu lists the countries by their names in the language of the page: %s', (language, order) => {
  const variants = ['ch', 'cy', 'es', 'fr', 'ie'].map((country) => variant(country, 't1'))
  const [group] = versionGroups({ countries: [], language, toolkits: [toolkit('t1', 'First')], variants })
  expect(group?.entries.map(({ href }) => href)).toEqual(order.map((country) => `/admin/version/${country}-t1`))
})

// Greek puts its own letters before the Latin ones, English and German put them after.
test('the menu orders names of two scripts as the language of the page does', () => {
  const countries = [{ code: 'xx', name: { en: 'Atlantis' }, languages: ['en' as const] }]
  const [group] = versionGroups({
    countries,
    language: 'el',
    toolkits: [toolkit('t1', 'First')],
    variants: ['xx', 'cy'].map((country) => variant(country, 't1')),
  })
  expect(group?.entries.map(({ label }) => label)).toEqual(['Κύπρος', 'Atlantis'])
})
