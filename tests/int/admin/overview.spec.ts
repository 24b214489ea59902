import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { omitSection } from '@/actions/omitSection'
import { pauseSection } from '@/actions/pauseUpdates'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { loadReleaseSummary } from '@/admin/release/loadReleaseSummary'
import { markCounts, openIn } from '@/domain/countryStanding'
import { loadOverview } from '@/stored/overview'
import { loadRelease } from '@/stored/releases'
import { loadToolkitById } from '@/stored/toolkits'
import { loadUpdates } from '@/stored/updates'
import { loadVariantSections, loadVariants } from '@/stored/variants'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let ireland: Variant
let britain: Variant
let malta: Variant
let second: string

const TITLES = ['Deadline', 'Doctor', 'Housing', 'Interview']
const DEADLINE = 'She is told of the deadline of 30 days.'

/**
 * Ireland and the United Kingdom change the deadline and the interview in the same words; Malta changes nothing. In 2.0, which is
 * late, the deadline (urgent), the doctor and the housing have other words. Ireland keeps its deadline, with a reason;
 * Malta has paused the doctor, and took back what it had decided on the housing.
 */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({
    slug: 'guide',
    sections: TITLES.map((title) => ({
      source: 'guide',
      depth: 1,
      title,
      body: words(title === 'Deadline' ? DEADLINE : `Common text of ${title}.`),
    })),
  })
  ireland = await given.variant({ country: 'ie', toolkit })
  britain = await given.variant({ country: 'gb', toolkit })
  malta = await given.variant({ country: 'mt', toolkit })
  for (const variant of [ireland, britain]) {
    const adapted = { seen: 0, reason: 'national-law' }
    const [deadline, interview] = [await changed('Deadline', '30', '15'), await changed('Interview', 'Common', 'Our')]
    await acting.succeed(variant.lead, adaptSection, { ...of(variant, 'Deadline'), ...adapted, body: deadline })
    await acting.succeed(variant.lead, adaptSection, { ...of(variant, 'Interview'), ...adapted, body: interview })
  }
  second = await release('2.0', {
    Deadline: await changed('Deadline', 'She', 'The applicant'),
    Doctor: typed('Other text of Doctor.'),
    Housing: typed('Other text of Housing.'),
  })
  await notesOf('2.0', [
    { key: key('Deadline'), class: 'urgent', note: 'The law changed.', decideBy: '2026-01-08' },
    { key: key('Doctor'), class: 'editorial', note: 'Spelling.', decideBy: null },
  ])
  await acting.succeed(ireland.lead, decideOnUpdate, {
    ...of(ireland, 'Deadline'),
    ...{ seen: 1, release: second, choice: 'keep', reason: 'national-practice', note: '=Our law is stricter.' },
  })
  await acting.succeed(malta.lead, pauseSection, { ...of(malta, 'Doctor'), seen: 0, reason: 'Elections.' })
  const housing = { ...of(malta, 'Housing'), seen: 0, release: second, choice: 'accept' }
  await acting.succeed(malta.lead, decideOnUpdate, housing)
  const [decision] = await decisionsOf(malta, 'Housing')
  await acting.succeed(malta.lead, takeBackUpdate, { ...of(malta, 'Housing'), seen: 1, decision })
})

afterAll(() => application.stop())

describe('the overview of countries', () => {
  test('begins with what is decided, open and late', async () => {
    expect(await shown()).toMatch(
      /Common framework 2\.0, released on .* 0 of 3 countries have decided on everything\. 7 decisions are open, 2 are late\. 1 decision is paused\./,
    )
  })

  test('shows first the countries that are late and the urgent change that is open, each with its link', async () => {
    const first = partOf(await html(), 'first')
    const said = wordsOf(first)
    expect(said).toMatch(
      /Late by \d+ days Country mt: 1 decision is late 2 open decisions \(urgent: 1, substantive: 0\)\. Based on 1\.0, 1 release behind\. Last activity today\./,
    )
    expect(said).toContain('United Kingdom: 1 decision is late')
    expect(said).not.toContain('Ireland: ')
    expect(said).toMatch(
      /Urgent 1 Deadline: 2 countries have not decided Last day: 8 January 2026\. Country mt United Kingdom/,
    )
    expect(first).toContain(`href="/admin/version/${malta.id}/updates"`)
    expect(first).toContain(`/admin/framework/${toolkit.id}/changes?from=1.0&amp;to=2.0&amp;section=${key('Deadline')}`)
  })

  test('names the countries that changed a section alike', async () => {
    // It comes when the texts are compared, after the rest of the page.
    const said = await shown()
    expect(said).toMatch(
      /Alike 4 Interview: 2 countries made the same change It perhaps belongs in the common framework\. Text in English\. Ireland United Kingdom/,
    )
  })

  test('has a table of sections with the mode and what waits, and each cell names its section and country', async () => {
    const said = wordsOf(partOf(await html(), 'sections-by-country'))
    expect(said).toContain(
      'Section Country mt on 1.0, 2 open, 1 paused Ireland on 1.0, 2 open United Kingdom on 1.0, 3 open',
    )
    expect(said).toContain(
      '1 Deadline Common text , 1 Deadline, Country mt Ready Ready: nothing of the country’s own text changes , 1 Deadline, Country mt Adapted , 1 Deadline, Ireland Kept Theirs kept , 1 Deadline, Ireland Adapted , 1 Deadline, United Kingdom Check',
    )
    expect(said).toContain('2 Doctor Common text , 2 Doctor, Country mt Paused')
    expect(said).not.toContain('4 Interview')
  })

  test('can be filtered and sorted, with the state in the address', async () => {
    const rows = async (search: Record<string, string>) =>
      [...wordsOf(partOf(await html({ search }), 'sections-by-country')).matchAll(/(\d) (\w+) Common text , \d/g)].map(
        ([, , title]) => title,
      )
    expect(await rows({ show: 'all' })).toEqual(TITLES)
    expect(await rows({ show: 'paused' })).toEqual(['Doctor'])
    expect(await rows({ sort: 'open' })).toEqual(['Housing', 'Deadline', 'Doctor'])
    const kept = await html({ search: { toolkit: 'guide', class: 'urgent', country: 'ie' } })
    expect(kept).toContain('/admin/overview?toolkit=guide&amp;show=paused&amp;class=urgent&amp;country=ie#sections')
  })

  test('has a table of changes with each decision and its reason, and what waits', async () => {
    const said = wordsOf(partOf(await html(), 'changes-by-country'))
    expect(said).toContain('Release 1.0 to 2.0. 3 of 3 changes shown.')
    expect(said).toMatch(
      /1 Deadline Urgent · by 8 Jan 2026 Ready .*, Country mt late Kept its own text , 1 Deadline, Ireland/,
    )
    expect(said).toMatch(/Ireland [^,]* · National practice · =Our law is stricter\./)
    // What was taken back is open again.
    expect(said).toMatch(/3 Housing Ready .*, 3 Housing, Country mt/)
  })

  test('shows the changes of a class and of a country alone', async () => {
    const urgent = wordsOf(partOf(await html({ search: { class: 'urgent', country: 'ie' } }), 'changes-by-country'))
    expect(urgent).toContain('1 of 3 changes shown. Show all 3')
    expect(urgent).toContain('Change Ireland 1 Deadline')
    const none = wordsOf(partOf(await html({ search: { class: 'clarification' } }), 'changes-by-country'))
    expect(none).toContain('No change is of this class and for this country.')
  })

  test('has a picture of who stood where, and the same as a table', async () => {
    const part = partOf(await html(), 'over-time')
    expect(part).toContain('role="img" aria-label="Picture: who stood where over time. The table below says the same."')
    expect(wordsOf(part)).toMatch(/Country Followed Published Country mt 1\.0 since .* Ireland 1\.0 since/)
  })

  test('says the same of what waits as the screens of each country', async () => {
    const req = await requestOf(coordinator)
    const known = await loadToolkitById({ req, id: toolkit.id })
    const newest = await loadRelease({ req, id: second })
    if (!known) throw new Error('The toolkit is not there.')
    const variants = await loadVariants({ req, toolkit: toolkit.id })
    const today = new Date().toISOString().slice(0, 10)
    // The second time from memory.
    for (const _ of [1, 2]) {
      const overview = await loadOverview({ req, toolkit: known, variants, reader: 'en', today })
      for (const { variant, standing } of overview.countries) {
        const own = await loadVariantSections({ req, variant: variant.id })
        const updates = await loadUpdates({ req, variant, newest, sourceLanguage: 'en', own })
        expect([...standing.waiting.values()].map(({ key, status }) => [key, status])).toEqual(
          updates.map(({ update }) => [update.key, update.status]),
        )
      }
    }
  })

  test('is only for those who see all countries, and shows a person with a role in one country that country', async () => {
    const lead = await given.lead('ie')
    expect(await shown({ person: lead })).not.toContain('Deadline')
    const observer = await given.person({ roles: [{ role: 'observer', country: 'ie' }] })
    const said = await shown({ person: observer })
    expect(said).toContain('0 of 1 country has decided on everything. 2 decisions are open.')
    expect(said).not.toMatch(/Country mt|United Kingdom/)
  })
})

describe('a table of the overview as a file', () => {
  const file = (table: string, query: string, person = coordinator) =>
    application.request(person, 'GET', `/api/overview/${table}?toolkit=guide&${query}`)

  test('has the sections, the countries and the words of the screen', async () => {
    const { headers, status, text } = await file('sections', 'format=csv')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="guide-sections-(\d{4}-\d\d-\d\d)\.csv"; filename\*=UTF-8''Sections%20by%20country%20guide%20\1\.csv$/,
    )
    const lines = text.split('\r\n')
    expect(lines[0]).toBe(
      'Section,"Country mt (on 1.0, 2 open, 1 paused)","Ireland (on 1.0, 2 open)","United Kingdom (on 1.0, 3 open)"',
    )
    expect(lines[1]).toBe(
      '1 Deadline,Common text · Ready: nothing of the country’s own text changes,Adapted · Theirs kept,"Adapted · Please check: it can come in, but somebody should read it first"',
    )
    expect(lines).toHaveLength(5)
  })

  test('has the filters of the screen', async () => {
    const all = await file('sections', 'format=csv&show=all')
    expect(all.text).toContain('4 Interview')
    const one = await file('changes', 'format=csv&class=urgent&country=ie')
    const lines = one.text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('Change,Class,Last day for decisions,Note of the coordinator,"Ireland (on 1.0, 2 open)"')
    expect(lines[1]).toMatch(
      /^1 Deadline,Urgent,2026-01-08,The law changed\.,Kept its own text · .* · National practice · =Our law/,
    )
  })

  test('can be an Excel file', async () => {
    const { headers, status, text } = await file('changes', 'format=xlsx')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('spreadsheetml.sheet')
    expect(text.startsWith('PK')).toBe(true)
  })

  test.each([
    ['sections', 'format=pdf'],
    ['sections', ''],
    ['countries', 'format=csv'],
    ['constructor', 'format=csv'],
    ['sections', 'format=csv&toolkit=other'],
  ])('is not found as %s?%s', async (table, query) => {
    const asked = query.includes('toolkit=') ? `/api/overview/${table}?${query}` : null
    const answer = asked ? await application.request(coordinator, 'GET', asked) : await file(table, query)
    expect(answer.status).toBe(404)
  })
})

describe('what is kept in memory', () => {
  test('is computed again when a country writes: what waits, and what was changed alike', async () => {
    const before = await shown({ search: { show: 'decide' } })
    expect(before).toContain('Alike 4 Interview')
    expect(before).not.toContain('3 Housing Adapted')
    await acting.succeed(malta.lead, adaptSection, {
      ...of(malta, 'Housing'),
      ...{ seen: 2, reason: 'national-law', body: typed('Our text of Housing.') },
    })
    await acting.succeed(britain.lead, adaptSection, {
      ...of(britain, 'Interview'),
      ...{ seen: 1, reason: 'national-law', body: typed('Quite another way to talk with people.') },
    })
    const after = await shown({ search: { show: 'decide' } })
    expect(after).toMatch(/3 Housing Adapted , 3 Housing, Country mt Decide/)
    expect(after).not.toContain('Alike 4 Interview')
  })
})

describe('a pause', () => {
  test('leaves a country among those that have not decided on an urgent change, with the last day of its pause', async () => {
    const pause = { ...of(malta, 'Deadline'), seen: 0, reason: 'Elections.', until: '2099-12-24' }
    await acting.succeed(malta.lead, pauseSection, pause)
    expect(wordsOf(partOf(await html(), 'first'))).toMatch(
      /Urgent 1 Deadline: 1 country has not decided, 1 has paused it Last day: 8 January 2026\. United Kingdom Paused: Country mt \(until 24 December 2099\)/,
    )
    await acting.succeed(malta.lead, pauseSection, { ...of(malta, 'Deadline'), seen: 1, ends: true })
  })
})

describe('a later release', () => {
  test('leaves the text kept that a country kept before, and what a country does not use is noted, not kept', async () => {
    const left = { seen: 0, reason: 'national-practice', explanation: 'We have other interviews.' }
    const france = await given.variant({ country: 'fr', toolkit })
    await acting.succeed(france.lead, omitSection, { ...of(france, 'Interview'), ...left })
    const third = await release('3.0', { Interview: typed('Other text of Interview.') })
    const noted = { ...of(france, 'Interview'), seen: 1, release: third, choice: 'keep' }
    await acting.succeed(france.lead, decideOnUpdate, noted)
    const said = await shown({ search: { show: 'kept' } })
    expect(said).toMatch(/Kept 1 .* 1 Deadline .* Adapted , 1 Deadline, Ireland Kept Theirs kept , 1 Deadline, Ireland/)
    const changes = wordsOf(partOf(await html({ search: { country: 'fr' } }), 'changes-by-country'))
    expect(changes).toMatch(/4 Interview .*Noted , 4 Interview, France/)
    expect(changes).not.toMatch(/Kept its own text|National practice/)
    const { VersionView } = await import('@/admin/version/VersionView')
    const segments = ['version', ireland.id]
    const version = await htmlOfScreen(application, { person: ireland.lead, view: VersionView, segments })
    expect(wordsOf(version)).toMatch(/1 Deadline .*Yours kept/)
  })
})

describe('the summary of the next release', () => {
  test('counts for each country what the overview counts after it, and what is still open before', async () => {
    for (const [title, body] of Object.entries({
      Deadline: await changed('Deadline', '30', '20'),
      Housing: await changed('Housing', 'Other', 'Newest'),
      Interview: await changed('Interview', 'Other', 'Newest'),
    }))
      await save(title, body)
    const req = await requestOf(coordinator)
    const known = await loadToolkitById({ req, id: toolkit.id })
    if (!known) throw new Error('The toolkit is not there.')
    const today = new Date().toISOString().slice(0, 10)
    const overview = async () => {
      const variants = await loadVariants({ req, toolkit: toolkit.id })
      const { countries } = await loadOverview({ req, toolkit: known, variants, reader: 'en', today })
      return countries.map(({ standing }) => ({
        country: standing.country,
        sections: markCounts(standing),
        open: openIn(standing).length,
      }))
    }
    const before = await overview()
    const { reached } = await loadReleaseSummary({ req, toolkit: known, language: 'en', today })
    await release('4.0', {})
    const after = await overview()
    const counted = reached.map(({ variant: { country }, sections, open }) => ({ country, sections, open }))
    expect(counted.map(({ country, open }) => [country, open]).toSorted()).toEqual(
      before.map(({ country, open }) => [country, open]).toSorted(),
    )
    const sectionsOf = (all: { country: string; sections: object }[]) =>
      Object.fromEntries(all.map(({ country, sections }) => [country, sections]))
    expect(sectionsOf(counted)).toEqual(sectionsOf(after))
    expect(sectionsOf(counted)).not.toEqual(sectionsOf(before))
    expect(sectionsOf(counted)).toMatchObject({ mt: { paused: 1 }, fr: { told: 1 }, ie: { decide: 2 } })
  })
})

function key(title: string): string {
  return toolkit.sections.find((section) => section.title === title)?.key ?? ''
}

function of(variant: Variant, title: string) {
  return { variant: variant.id, key: key(title), language: 'en' }
}

/** The stored common text of a section with other words: its paragraphs keep their ids. */
async function changed(title: string, from: string, to: string): Promise<unknown> {
  const { docs } = await application.payload.find({
    collection: 'sections',
    where: { key: { equals: key(title) } },
    depth: 0,
    locale: 'en',
    overrideAccess: true,
  })
  return JSON.parse(JSON.stringify(docs[0]?.body).replace(from, to))
}

async function save(title: string, body: unknown): Promise<void> {
  const { docs } = await application.payload.find({
    collection: 'sections',
    where: { key: { equals: key(title) } },
    depth: 0,
    overrideAccess: true,
  })
  const place = { toolkit: toolkit.id, key: key(title), seen: docs[0]?.rev, language: 'en' }
  await acting.succeed(coordinator, saveSection, { ...place, body })
}

async function release(version: string, bodies: Record<string, unknown>): Promise<string> {
  for (const [title, body] of Object.entries(bodies)) await save(title, body)
  const input = await acting.toRelease({ toolkit: toolkit.id, version })
  return String(Object(await acting.succeed(coordinator, releaseMaster, input)).id)
}

/** A last day that is over cannot be released, only become late. */
async function notesOf(version: string, changes: object[]): Promise<void> {
  const releases = application.payload.db.connection.collection('releases')
  await releases.updateOne({ country: 'master', version }, { $set: { changes } })
}

async function decisionsOf(variant: Variant, title: string): Promise<string[]> {
  const { docs } = await application.payload.find({
    collection: 'update-decisions',
    where: { and: [{ variant: { equals: variant.id } }, { key: { equals: key(title) } }] },
    depth: 0,
    overrideAccess: true,
  })
  return docs.map(({ id }) => String(id))
}

async function requestOf(person: Person): Promise<PayloadRequest> {
  const { payload } = application
  const user = await payload.findByID({ collection: 'users', id: person.id, depth: 0, overrideAccess: true })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}

async function html({ person = coordinator, search = {} }: Shown = {}): Promise<string> {
  const { OverviewView } = await import('@/admin/overview/OverviewView')
  return htmlOfScreen(application, { person, view: OverviewView, segments: ['overview'], searchParams: search })
}

type Shown = { person?: Person; search?: Record<string, string> }

const shown = async (asked?: Shown) => wordsOf(await html(asked))

/** The section of the page whose heading has this id. */
function partOf(page: string, id: string): string {
  const start = page.lastIndexOf('<section', page.indexOf(`id="${id}"`))
  const next = page.slice(start + 1).search(/<section[^>]*aria-labelledby/)
  return next < 0 ? page.slice(start) : page.slice(start, start + 1 + next)
}
