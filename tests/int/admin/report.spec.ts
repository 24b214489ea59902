import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { omitSection } from '@/actions/omitSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import type { ImportedSection } from '@/domain/importing'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { fileOfReport, pageOfReport, wordsOfFile } from './reports'
import { wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let reviewer: Person
let stranger: Person
let toolkit: Toolkit
let ireland: Variant

const TITLES = ['Deadline', 'Doctor', 'Housing', 'Interview']

const OURS = 'The person has 15 days. Text of Deadline.'

/**
 * Ireland changes the deadline, leaves out the doctor, has a section of its own, and publishes 1.0. Then it changes the
 * interview, and keeps its deadline when the common framework 2.0 changes it; the housing waits, and the doctor changed too.
 */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  reviewer = await given.reviewer('ie')
  stranger = await given.person({ roles: [{ role: 'national-lead', country: 'cy' }] })
  const sections = TITLES.map((title) => {
    return { source: 'guide', depth: 1, title, body: words(`The person has 30 days. Text of ${title}.`) }
  })
  toolkit = await given.toolkit({ slug: 'guide', sections })
  ireland = await given.variant({ country: 'ie', toolkit })
  const own = { variant: ireland.id, seen: 0, language: 'en' }
  const why = { reason: 'does-not-exist-here', explanation: 'Nobody does this here.', sources: 'S.I. No. 230 of 2018' }
  await acting.succeed(ireland.lead, omitSection, { ...own, key: key('Doctor'), ...why })
  const added = { variant: ireland.id, after: key('Housing'), language: 'en', title: 'Only in Ireland' }
  await acting.succeed(ireland.lead, addSection, { ...added, body: typed('An Irish text.') })
  await given.edition({ state: 'published', variant: ireland, words: OURS })
  const interview = { ...own, key: key('Interview'), body: typed('The person has 20 days. Text of Interview.') }
  await acting.succeed(ireland.lead, adaptSection, { ...interview, reason: 'national-practice' })
  for (const title of ['Deadline', 'Doctor', 'Housing']) {
    const body = typed(`The applicant has 30 days. Text of ${title}.`)
    await acting.succeed(coordinator, saveSection, {
      ...{ toolkit: toolkit.id, key: key(title), seen: 1, language: 'en', body },
    })
  }
  const { id: release } = await acting.succeed(
    coordinator,
    releaseMaster,
    await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }),
  )
  await acting.succeed(ireland.lead, decideOnUpdate, {
    ...{ ...own, key: key('Deadline'), seen: 1, release: String(release), choice: 'keep' },
    ...{ reason: 'national-law', note: 'Our law is stricter.' },
  })
})

afterAll(() => application.stop())

function key(title: string): string {
  return toolkit.sections[TITLES.indexOf(title)]?.key ?? ''
}

const page = (person = ireland.lead, of = 'working') => pageOfReport(application, { person, variant: ireland.id, of })
const file = (person = ireland.lead, of = 'working') => fileOfReport(application, { person, variant: ireland.id, of })

const BOTH = {
  'the page': async (person?: Person, of?: string) => wordsOf(await page(person, of)),
  'the Word file': async (person?: Person, of?: string) => wordsOfFile(await file(person, of)),
}

describe.each(Object.entries(BOTH))('%s of the report', (name, shown) => {
  test('says which text is reported, on which release it stands, and what it is in numbers', async () => {
    const said = await shown()
    expect(said).toMatch(/Working text of .*It is not published\./)
    expect(said).toMatch(/Common framework 1\.0 of /)
    expect(said).toMatch(/Already on 2\.0: 1 Deadline/)
    expect(said).toContain('5 sections')
    expect(said).toContain('Common text: 1 · Adapted: 2 · National section: 1 · Not used here: 1')
  })

  test('has the words of the differences, the reasons, explanations and sources', async () => {
    const said = await shown()
    // Ireland kept its deadline when the common text changed: both differences are there.
    expect(said).toMatch(
      name === 'the page'
        ? /The \[removed\] applicant .*\[added\] person .* has \[removed\] 30 .*\[added\] 15 .* days/
        : /The −applicant \+person has −30 \+15 days\. Text of Deadline\./,
    )
    expect(said).toMatch(
      name === 'the page' ? /\[removed\] 30 .*\[added\] 20 / : /has −30 \+20 days\. Text of Interview\./,
    )
    expect(said).toMatch(/Reason ?:? National practice/)
    expect(said).toContain('Nobody does this here.')
    expect(said).toContain('S.I. No. 230 of 2018')
    expect(said).toContain('An Irish text.')
    expect(said).toMatch(/\d+ words of the common text left out\./)
  })

  test('has the decisions with role, choice, reason and note, and what waits', async () => {
    const said = await shown()
    expect(said).toMatch(/Kept its own text: common framework 2\.0, .*, National lead/)
    expect(said).toMatch(/National law/)
    expect(said).toContain('Our law is stricter.')
    expect(said).toMatch(/Waiting for the country Ready: \d Housing /)
  })

  test('lists a section that is not used and changed apart from what waits: there is nothing to decide', async () => {
    const said = await shown()
    expect(said).toMatch(/Not used, changed \(nothing to decide\) 2 Doctor /)
    expect(said).not.toContain('changed: 2 Doctor')
  })

  test('says of a working text that it is the same as the release, after publishing and until it differs', async () => {
    const variant = await given.variant({ country: name === 'the page' ? 'be' : 'fr', toolkit })
    const said = async () =>
      name === 'the page'
        ? wordsOf(await pageOfReport(application, { person: variant.lead, variant: variant.id, of: 'working' }))
        : wordsOfFile(await fileOfReport(application, { person: variant.lead, variant: variant.id, of: 'working' }))
    expect(await said()).toMatch(/Working text of [^.]*\. It is not published\./)
    await given.edition({ state: 'published', variant, words: OURS })
    expect(await said()).toMatch(/Working text of [^.]*, the same as release 1\.0\./)
    expect(await said()).not.toContain('It is not published.')
    const change = { variant: variant.id, seen: 0, language: 'en', key: key('Interview'), body: typed('Ask first.') }
    await acting.succeed(variant.lead, adaptSection, { ...change, reason: 'national-practice' })
    expect(await said()).toMatch(/Working text of [^.]*\. It is not published\./)
  })

  test('is of the published release if that is asked for: without later changes and decisions', async () => {
    const said = await shown(undefined, 'release')
    expect(said).toMatch(/Release 1\.0 of /)
    expect(said).toContain('Common text: 2 · Adapted: 1 · National section: 1 · Not used here: 1')
    expect(said).not.toContain('Our law is stricter.')
    expect(said).not.toContain('National practice')
    expect(said).toMatch(/Sent for review, .*Approved, .*Published, /)
  })

  test('lists people by role for the lead and with names for the coordinator, never an address', async () => {
    expect(await shown()).toMatch(/National lead: 1/)
    expect(await shown(coordinator)).toMatch(/National lead: 1 \(.+\)/)
    expect(await shown(reviewer)).toContain('The reports of the national lead and of the coordinator list them.')
    for (const person of [ireland.lead, coordinator, reviewer])
      expect(await shown(person)).not.toContain('@example.org')
  })
})

test('a section that is new in the common framework and not decided yet has its title, and never its key', async () => {
  const titles = ['Papers', 'Clothes']
  const other = await given.toolkit({ slug: 'other-guide', titles })
  const malta = await given.variant({ country: 'mt', toolkit: other })
  const all = [...titles, 'Comes'].map(
    (title): ImportedSection => ({
      ...{ source: 'a', depth: 1, title, body: words(`Other words of ${title}.`) },
    }),
  )
  const seen = await acting.seenForImport(coordinator, other.slug)
  const imported = {
    slug: other.slug,
    title: 'Other guide',
    language: 'en',
    images: [],
    seen,
    sections: all,
    allowGone: 0,
  }
  await acting.succeed(coordinator, importToolkit, imported)
  const input = await acting.toRelease({ toolkit: other.id, version: '2.0' })
  const { id: release } = await acting.succeed(coordinator, releaseMaster, input)
  for (const { key } of other.sections) {
    const decided = { variant: malta.id, language: 'en', key, seen: 0, release: String(release), choice: 'accept' }
    await acting.succeed(malta.lead, decideOnUpdate, decided)
  }
  const shown = { person: malta.lead, variant: malta.id, of: 'working' }
  const said = [
    wordsOf(await pageOfReport(application, shown)),
    await wordsOfFile(await fileOfReport(application, shown)),
  ]
  const { key } = (await acting.stored('sections', { toolkit: { equals: other.id } })).find(
    ({ title }) => Object(title).en === 'Comes',
  ) as { key: string }
  for (const one of said) {
    expect(one).toMatch(/Ready: Comes/)
    // The country does not have it, so it stands on no release there.
    expect(one).not.toMatch(/Still on/)
    expect(one).not.toContain(key)
  }
})

describe('who gets the report', () => {
  test('are people of the country and the coordinator; nobody else sees that it exists', async () => {
    const address = `/api/report/${ireland.id}?of=release`
    const statusFor = async (person: Person | null) => (await application.request(person, 'GET', address)).status
    expect(await Promise.all([ireland.lead, reviewer, coordinator].map(statusFor))).toEqual([200, 200, 200])
    expect(await statusFor(stranger)).toBe(404)
    expect(await statusFor(null)).toBe(401)
    expect(wordsOf(await page(stranger))).toContain('Page not found')
  })

  test('get a file with a name, that nobody stores, and nothing for a text that does not exist', async () => {
    const { headers } = await file()
    expect(headers.get('content-type')).toContain('wordprocessingml')
    expect(headers.get('content-disposition')).toMatch(
      /filename="guide-ie-\d{4}-\d\d-\d\d\.docx"; filename\*=UTF-8''Adaptation%20report/,
    )
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect((await file(ireland.lead, 'release')).headers.get('content-disposition')).toContain('guide-ie-1.0.docx')
    expect((await file(ireland.lead, 'nonsense')).status).toBe(404)
    const unpublished = await given.variant({ country: 'mt', toolkit })
    const address = `/api/report/${unpublished.id}?of=release`
    expect((await application.request(coordinator, 'GET', address)).status).toBe(404)
  })

  test('get it in their language', async () => {
    await application.payload.update({
      ...{ collection: 'users', id: reviewer.id, data: { language: 'el' }, overrideAccess: true },
    })
    expect(await wordsOfFile(await file(reviewer))).toContain('Έκθεση προσαρμογής: Ιρλανδία')
  })
})
