import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { supplementSection } from '@/actions/supplementSection'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let lead: Person
let toolkit: Toolkit
let variant: Variant

/** Ireland has a version based on 1.0; Cyprus has none. Since then 2.0 was released and withdrawn. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  await given.country('cy')
  lead = await given.lead('cy')
  toolkit = await given.toolkit()
  variant = await given.variant({ country: 'ie', toolkit })
  const key = firstKey()
  const second = { toolkit: toolkit.id, key, seen: 1, language: 'en', body: typed('Words of 2.0.') }
  await acting.succeed(coordinator, saveSection, second)
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }))
  const withdrawn = { toolkit: toolkit.id, country: 'master', seen: 2, reason: 'The law has changed.' }
  await acting.succeed(coordinator, withdrawRelease, withdrawn)
})

afterAll(() => application.stop())

function firstKey(): string {
  return toolkit.sections[0]?.key ?? ''
}

const SCREENS = {
  tasks: async () => (await import('@/admin/tasks/TasksView')).TasksView,
  overview: async () => (await import('@/admin/overview/OverviewView')).OverviewView,
  frameworks: async () => (await import('@/admin/framework/FrameworksView')).FrameworksView,
  framework: async () => (await import('@/admin/framework/FrameworkView')).FrameworkView,
  summary: async () => (await import('@/admin/release/ReleaseSummaryView')).ReleaseSummaryView,
  section: async () => (await import('@/admin/editor/MasterSectionView')).MasterSectionView,
  version: async () => (await import('@/admin/version/VersionView')).VersionView,
  'section of a country': async () => (await import('@/admin/editor/VariantSectionView')).VariantSectionView,
}

type Asked = [person: Person, name: keyof typeof SCREENS, segments?: string[], searchParams?: Record<string, string>]

/** The words of one of our screens for a person. `segments` are the parts of its address after `/admin`. */
async function shown(...asked: Asked): Promise<string> {
  return wordsOf(await htmlOf(...asked))
}

async function htmlOf(...[person, name, segments = [], searchParams = {}]: Asked): Promise<string> {
  return htmlOfScreen(application, { person, view: await SCREENS[name](), segments, searchParams })
}

describe('while the common framework is withdrawn', () => {
  test('countries are told so, and not that newer common text is available', async () => {
    const version = await shown(variant.lead, 'version', ['version', variant.id])
    expect(version).toMatch(/Common framework 2\.0 was withdrawn on \d+ \w+ \d{4}\./)
    for (const screen of [version, await shown(variant.lead, 'tasks')])
      expect(screen).not.toMatch(/newer common text|is out/i)
  })

  test('countries are told so where they write too, and the release that they are based on is called withdrawn only if it is', async () => {
    const address = ['version', variant.id, 'section', firstKey()]
    const onSecond = await shown(variant.lead, 'section of a country', address)
    expect(onSecond).toMatch(/Common framework 2\.0 was withdrawn on \d+ \w+ \d{4}\. Your text stays as it is\./)
    expect(onSecond).toMatch(/Common framework 1\.0 (?!\(withdrawn\))/)

    const other = await given.variant({ country: 'fr', toolkit: await given.toolkit() })
    const withdrawn = { toolkit: other.toolkit.id, country: 'master', seen: 1, reason: 'It was a mistake.' }
    const theirs = ['version', other.id, 'section', other.toolkit.sections[0]?.key ?? '']
    expect(await shown(other.lead, 'section of a country', theirs)).not.toContain('withdrawn')
    await acting.succeed(coordinator, withdrawRelease, withdrawn)
    const onIt = await shown(other.lead, 'section of a country', theirs)
    expect(onIt).toContain('Common framework 1.0 was withdrawn')
    expect(onIt).toContain('Common framework 1.0 (withdrawn)')
  })

  test('the coordinator is told that a new release is needed, although the text has not changed', async () => {
    expect(await shown(coordinator, 'tasks')).toContain(
      'Release 2.0 has been withdrawn. Readers and countries have no common framework until there is a new release',
    )
    expect(await shown(lead, 'tasks')).not.toContain('Release 2.0 has been withdrawn')
    expect(await shown(coordinator, 'overview', ['overview'])).not.toContain('No change')
  })

  test('nobody is offered to start a version from it', async () => {
    expect(await shown(coordinator, 'tasks')).not.toMatch(/Start a national version|no national version/)
    expect(await shown(lead, 'tasks')).not.toContain('Start the national version')
  })

  test('the overview says so, and shows what countries do with the sections of its last text', async () => {
    const overview = await shown(coordinator, 'overview', ['overview'])
    expect(overview).toMatch(/Common framework 2\.0, withdrawn on \d+ \w+ \d{4}\. 1 country has a national version\./)
    expect(overview).toContain('1 Before you start')
    expect(overview).toContain('Common framework 2.0 has been withdrawn.')
    expect(overview).not.toMatch(/2\.0 available|no release yet/)
  })

  test('its own page and the list of frameworks name its last release, and say that it is withdrawn', async () => {
    const page = await shown(coordinator, 'framework', ['framework', toolkit.id])
    expect(page).toContain('The released text has been withdrawn. Make a new release to restore it.')
    for (const screen of [page, await shown(coordinator, 'frameworks', ['framework'])])
      expect(screen).toMatch(
        /Release 2\.0, [\w ]+\. (Nothing has changed since then\. )?The release was withdrawn on [\w ]+\./,
      )
  })

  test('its list of releases marks only the withdrawn one, and leaves enough space for its text', async () => {
    const html = await htmlOf(coordinator, 'framework', ['framework', toolkit.id])
    const list = /<h2 id="releases">.*?<ul class="([^"]*)">(.*?)<\/ul>/s.exec(html)
    const names = [...(list?.[2] ?? '').matchAll(/<h3>(.*?)<\/h3>/gs)].map(([, name = '']) => wordsOf(name))
    expect(names).toEqual(['Release 2.0 withdrawn', 'Release 2.0 (withdrawn)', 'Release 1.0'])
    // Its rows are a text and a button; in the other lists of tasks the first column is a short name.
    expect(list?.[1]).toBe('tasks two')
  })

  test('its sections show the last released text beside the working text', async () => {
    const section = await shown(coordinator, 'section', ['framework', toolkit.id, 'section', firstKey()])
    expect(section).toContain('Common framework 2.0 (withdrawn)')
    expect(section).toContain('Words of 2.0.')
  })

  test('changes of its text can be released, and the release that they are compared with is called withdrawn', async () => {
    const third = { toolkit: toolkit.id, key: firstKey(), seen: 2, language: 'en', body: typed('Words of 3.0.') }
    await acting.succeed(coordinator, saveSection, third)
    const tasks = await shown(coordinator, 'tasks')
    expect(tasks).toContain('Release 2.0 withdrawn')
    expect(tasks).toContain('1 section changed since release 2.0')
  })
})

test('the basis of a country is called withdrawn only if it is, even if something newer is released', async () => {
  const { id, slug, sections } = await given.toolkit()
  const ireland = await given.variant({ country: 'ie', toolkit: { id, slug, sections } })
  const second = { toolkit: id, key: sections[0]?.key, seen: 1, language: 'en', body: typed('Words of 2.0.') }
  await acting.succeed(coordinator, saveSection, second)
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: id, version: '2.0' }))
  const malta = await given.variant({ country: 'mt', toolkit: { id, slug, sections } })
  const overview = () => shown(coordinator, 'overview', ['overview'], { toolkit: slug })
  expect(await overview()).not.toContain('(withdrawn)')

  const withdrawn = { toolkit: id, country: 'master', seen: 2, reason: 'It was a mistake.' }
  await acting.succeed(coordinator, withdrawRelease, withdrawn)
  const none = await overview()
  expect(none).toMatch(
    /Country mt .* 2\.0 \(withdrawn\) .*None in use now Ireland Draft edition 1 1\.0 (?!\(withdrawn\)).*None in use now/,
  )
  expect(none).toMatch(/ Country mt follows 2\.0 \(withdrawn\) Ireland follows 1\.0 (?!\(withdrawn\))/)
  expect(none).not.toContain('Withdrawn')

  const third = { toolkit: id, key: sections[0]?.key, seen: 2, language: 'en', body: typed('Words of 2.1.') }
  await acting.succeed(coordinator, saveSection, third)
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: id, version: '2.1' }))
  const newer = await overview()
  expect(newer).toMatch(
    /Country mt .* 2\.0 \(withdrawn\) .* 2\.1 available Ireland Draft edition 1 1\.0 (?!\(withdrawn\)).* 2\.1 available/,
  )
  expect(newer).not.toContain('None in use')

  const withdrawnBasis = 'Follows common framework 2.0, which has been withdrawn.'
  const [there, key] = [['version', malta.id], sections[0]?.key ?? '']
  for (const screen of [await shown(malta.lead, 'version', there), await shown(malta.lead, 'tasks')])
    expect(screen).toContain(withdrawnBasis)
  const section = await shown(malta.lead, 'section of a country', [...there, 'section', key])
  expect(section).toContain(withdrawnBasis)
  expect(section).toContain('Common framework 2.0 (withdrawn)')
  expect(await shown(ireland.lead, 'version', ['version', ireland.id])).toContain('Follows common framework 1.0.')
  expect(await shown(ireland.lead, 'tasks')).not.toContain('which has been withdrawn')
})

test('the basis of a country is not called withdrawn if the country withdraws its own release with the same number', async () => {
  const { variant: own } = await given.edition({ state: 'published', country: 'lu', toolkit: await given.toolkit() })
  const withdrawn = { toolkit: own.toolkit.id, country: 'lu', seen: 1, reason: 'It was a mistake.' }
  await acting.succeed(coordinator, withdrawRelease, withdrawn)
  const version = await shown(own.lead, 'version', ['version', own.id])
  expect(version).toMatch(/withdrawn/i)
  expect(version).toContain('Follows common framework 1.0.')
  const address = ['version', own.id, 'section', own.toolkit.sections[0]?.key ?? '']
  expect(await shown(own.lead, 'section of a country', address)).not.toMatch(/framework 1\.0[^.]* withdrawn/)
})

test('the overview queries once for what all countries share, however many there are', async () => {
  const common = await given.toolkit()
  const askedFor = async () => {
    const find = vi.spyOn(application.payload, 'find')
    await shown(coordinator, 'overview', ['overview'], { toolkit: common.slug })
    const wheres = find.mock.calls.flatMap(([{ collection, where }]) => (collection === 'releases' ? [where] : []))
    find.mockRestore()
    return wheres.filter((where) => JSON.stringify(where).includes('"master"')).length
  }
  await given.variant({ country: 'ie', toolkit: common })
  const ofOne = await askedFor()
  expect(ofOne).toBeGreaterThan(0)
  for (const country of ['mt', 'es']) await given.variant({ country, toolkit: common })
  expect(await askedFor()).toBe(ofOne)
})

test('sections that the common framework removed stay in the overview while a country still has them, and are marked', async () => {
  // One of twelve: a decision would be needed if more than a tenth were missing.
  const titles = Array.from({ length: 12 }, (_, index) => `Section ${index + 1}`)
  const first = await given.toolkit({ titles })
  await given.variant({ country: 'es', toolkit: first })
  await given.toolkit({ slug: first.slug, titles: titles.slice(0, 11), released: false })
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: first.id, version: '2.0' }))
  const overview = await shown(coordinator, 'overview', ['overview'], { toolkit: first.slug })
  expect(overview).toContain('Section 12 No longer in common framework 2.0 Common text')
})

test('the summary of the next release counts the whole text, and does not compare it with what is withdrawn', async () => {
  const question = await shown(coordinator, 'summary', ['framework', toolkit.id, 'release', 'summary'])
  const count = toolkit.sections.length
  expect(count).toBeGreaterThan(1)
  expect(question).toContain('Release 2.0 has been withdrawn, so no text is in use now.')
  expect(question).toContain(`${count} sections are released to 1 country.`)
  expect(question).not.toMatch(/\( ?(New|Changed|No change) ?\)/)
  // The country stands on 1.0: only the section that differs from that waits.
  expect(question).toMatch(/Decision needed Please check Ready Theirs kept Ireland 0 0 1 0 /)
})

test('sections removed since the withdrawn text need a note all the same; countries that have written in them are named', async () => {
  const titles = Array.from({ length: 12 }, (_, index) => `Section ${index + 1}`)
  const first = await given.toolkit({ titles })
  const by = await given.variant({ country: 'mt', toolkit: first })
  await given.variant({ country: 'es', toolkit: first })
  const written = { variant: by.id, key: first.sections[11]?.key, seen: 0, language: 'en', addition: typed('Our own.') }
  await acting.succeed(by.lead, supplementSection, written)
  const withdrawn = { toolkit: first.id, country: 'master', seen: 1, reason: 'It was a mistake.' }
  await acting.succeed(coordinator, withdrawRelease, withdrawn)
  await given.toolkit({ slug: first.slug, titles: titles.slice(0, 11), released: false })
  const question = await shown(coordinator, 'summary', ['framework', first.id, 'release', 'summary'])
  expect(question).toContain('11 sections are released to 2 countries.')
  expect(question).toContain('12 Section 12 ( Removed )')
  expect(question).toContain('in sections that are no longer in the text: Country mt (1).')
})

test('a release after a withdrawal is newer text again, can be started from, and can be withdrawn by the coordinator', async () => {
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '3.0' }))
  const version = await shown(variant.lead, 'version', ['version', variant.id])
  expect(version).toContain('Common framework 3.0 is available.')
  expect(version).not.toContain('was withdrawn')
  const overview = await shown(coordinator, 'overview', ['overview'], { toolkit: toolkit.slug })
  expect(overview).toMatch(/Common framework 3\.0, released .* 3\.0 available/)
  expect(await shown(coordinator, 'tasks')).toContain('Start a national version')
  expect(await shown(lead, 'tasks')).toContain('Start the national version')
  const framework = ['framework', toolkit.id]
  expect(await shown(coordinator, 'framework', framework)).toContain('Withdraw release 3.0')
  expect(await shown(lead, 'framework', framework)).not.toContain('Withdraw release')
})
