import { expect, test } from 'vitest'
import { versionGroups } from '@/admin/nav/versionGroups'

const toolkit = (id: string, title: string) => ({ id, slug: id, sourceLanguage: 'en' as const, title: { en: title } })
const variant = (country: string, of: string) => ({ id: `${country}-${of}`, country, toolkit: of })
const given = { countries: [], language: 'el' as const }

test('with one toolkit the menu lists its countries and does not name it', () => {
  const groups = versionGroups({ ...given, toolkits: [toolkit('t1', 'First')], variants: [variant('ie', 't1')] })
  expect(groups).toEqual([{ toolkit: null, entries: [{ href: '/admin/version/ie-t1', label: expect.any(String) }] }])
})

test('with several it names each once, above the countries that have a version of it, and marks another language', () => {
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
