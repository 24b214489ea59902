import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { omitSection } from '@/actions/omitSection'
import { pauseSection } from '@/actions/pauseUpdates'
import { releaseMaster } from '@/actions/releaseMaster'
import { supplementSection } from '@/actions/supplementSection'
import type { ChangeNote } from '@/domain/changeNote'
import { openIn } from '@/domain/countryStanding'
import type { ImportedSection } from '@/domain/importing'
import { loadOverview } from '@/stored/overview'
import { loadToolkitById } from '@/stored/toolkits'
import { loadVariants } from '@/stored/variants'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { type AskedScreen, htmlOfScreen, wordsOf } from './screens'

const SIGNS = 'Write down the signs that you saw yourself, and nothing else.'
const PAPERS = 'Ask who holds the passport of the person, and the identity card.'
const PHONE = 'Let the person use a phone in a room without others.'
const LEAVE = 'Leave the room while the person speaks, and wait outside the door.'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let ireland: Variant
let malta: Variant
let newest: string
let keys: Map<string, string>

/**
 * Ireland uses all common text as it is. Release 2.0 changes the signs, which is urgent and late; 3.0 makes a section of
 * the end of the signs, and joins the section about leaving the room to the one about the phone. Ireland has decided on neither.
 * Malta does not use the section about leaving the room.
 */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  const first = { Signs: [SIGNS, PAPERS], Phone: [PHONE], Leave: [LEAVE], Other: ['Other words.'] }
  toolkit = await given.toolkit({ sections: sectionsOf(first) })
  ireland = await given.variant({ toolkit, country: 'ie' })
  malta = await given.variant({ toolkit, country: 'mt' })
  const leave = (await keysByTitle()).get('Leave')
  await acting.succeed(malta.lead, omitSection, {
    ...{ variant: malta.id, key: leave, seen: 0, language: 'en' },
    ...{ reason: 'national-law', explanation: 'The law asks for two people.' },
  })
  await importAgain({ ...first, Signs: [`${SIGNS} Never in front of a companion.`, PAPERS] })
  await releaseNow('2.0')
  keys = await keysByTitle()
  await say('2.0', [
    note('Signs', { class: 'urgent', note: 'Never assess in front of a companion.', decideBy: '2020-12-04' }),
  ])
  await importAgain({
    Signs: [`${SIGNS} Never in front of a companion.`],
    Papers: [PAPERS],
    Phone: [PHONE, LEAVE],
    Other: ['Other words.'],
  })
  const before = keys
  newest = await releaseNow('3.0')
  keys = new Map([...before, ...(await keysByTitle())])
  await say('3.0', [
    note('Signs', { class: 'editorial', note: 'The end is a section of its own.' }),
    note('Papers', { class: 'clarification', note: 'New section: what was the end of the signs.' }),
    note('Phone', { class: 'substantive', note: 'Leave the room.', decideBy: '2099-12-04' }),
    note('Leave', { class: 'clarification', note: 'Joined with the phone.' }),
  ])
})

afterAll(() => application.stop())

describe('sections that are decided together', () => {
  test('show the note of the most pressing class on the start page and in the list, and say how many there are', async () => {
    for (const said of [await tasks(), await updates()]) {
      expect(said).toContain('Never assess in front of a companion. (and 2 more notes)')
      expect(said).not.toMatch(/New section|Joined with the phone/)
    }
    expect(await updates()).toContain('Leave the room. (and 1 more note)')
    expect(await tasks()).toMatch(/Signs Urgent Divided Never assess .* Late by [\d,]+ days/)
  })

  test('show all notes on the screen of the update, each under its section with its class and release', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const said = await screen(view, ['version', ireland.id, 'updates', keys.get('Signs') ?? ''])
    expect(said).toMatch(
      /Urgent Decide by 4 December 2020 1 Signs Urgent Note of the coordinator on 2\.0: Never assess in front of a companion\. Editorial Note of the coordinator on 3\.0: The end is a section of its own\. Papers \(new\) Clarification Note of the coordinator on 3\.0: New section: what was the end of the signs\./,
    )
  })

  test('have on all screens of updates the number that they have in the version, not that in the newest release', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const said = await screen(view, ['version', ireland.id, 'updates', keys.get('Signs') ?? ''])
    expect(said).toMatch(/Next ?: 2 Phone/)
    expect(said).toContain('Its text is now also in: “Papers (new)”.')
    expect(await updates()).toContain(' 2 Phone ')
    const phone = await screen(view, ['version', ireland.id, 'updates', keys.get('Phone') ?? ''])
    expect(phone).toMatch(/Previous ?: 1 Signs .*joined this section with: “3 Leave”\./)
  })

  test('show what the person typed before for one of them alone', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const said = await screen(view, ['version', ireland.id, 'updates', keys.get('Phone') ?? ''])
    expect(said).toContain(`Words of ${keys.get('Leave')}`)
    expect(said, 'its own words are in the form').not.toContain(`Words of ${keys.get('Phone')}`)
  })

  test('are one decision in the filters of the version, in the list, and in the overview', async () => {
    const version = await versionScreen()
    expect(version).toContain('Decide on 2 sections')
    expect(version).toMatch(/ Ready 2 /)
    expect(version).toMatch(/Papers .*Ready .*Decided together with 1 Signs/)
    expect(await updates()).toMatch(/ Ready 2 /)
    const standing = await standingOf(ireland)
    expect(openIn(standing).map(({ key, class: of }) => [key, of])).toEqual([
      [keys.get('Signs'), 'urgent'],
      [keys.get('Phone'), 'substantive'],
    ])
    expect(new Set(standing.waiting.keys())).toEqual(
      new Set(['Signs', 'Papers', 'Phone', 'Leave'].map((title) => keys.get(title))),
    )
  })

  test('are named where the country does not use one of them, and are never ready there, in the overview either', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const segments = ['version', malta.id, 'updates', keys.get('Phone') ?? '']
    const said = wordsOf(await htmlOfScreen(application, { person: malta.lead, view, segments }))
    expect(said).toMatch(/Please check.*moved text to this section from: “3 Leave” \(Not used here\)\./)
    const { waiting } = await standingOf(malta)
    expect(['Phone', 'Leave', 'Signs'].map((title) => waiting.get(keys.get(title) ?? '')?.status)).toEqual([
      'please-check',
      'told',
      'ready',
    ])
  })

  test('are never ready either where the text that moved was in the unused section for a time only, and was noted there', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const of = await given.toolkit({ sections: sectionsOf({ Phone: [PHONE], Leave: [LEAVE] }) })
    const cyprus = await given.variant({ toolkit: of, country: 'cy' })
    const keyOf = await keysByTitle(of)
    const leave = { variant: cyprus.id, key: keyOf.get('Leave'), language: 'en' }
    await acting.succeed(cyprus.lead, omitSection, {
      ...{ ...leave, seen: 0, reason: 'national-law', explanation: 'The law asks for two people.' },
    })
    await importAgain({ Phone: [PHONE], Leave: [LEAVE, PAPERS] }, of)
    const release = await releaseNow('2.0', of)
    await acting.succeed(cyprus.lead, decideOnUpdate, { ...leave, seen: 1, release, choice: 'keep' })
    await importAgain({ Phone: [PHONE, PAPERS], Leave: [LEAVE] }, of)
    await releaseNow('3.0', of)
    const segments = ['version', cyprus.id, 'updates', keyOf.get('Phone') ?? '']
    const said = wordsOf(await htmlOfScreen(application, { person: cyprus.lead, view, segments }))
    expect(said).toMatch(/Please check.*moved text to this section from: “2 Leave” \(Not used here\)\./)
    const { waiting } = await standingOf(cyprus)
    expect(waiting.get(keyOf.get('Phone') ?? '')?.status).toBe('please-check')
  })

  test('show how the country treats them where it treats all of them alike', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const of = await given.toolkit({ sections: sectionsOf({ Phone: [PHONE], Leave: [LEAVE] }) })
    const [spain, greece] = [
      await given.variant({ toolkit: of, country: 'es' }),
      await given.variant({ toolkit: of, country: 'gr' }),
    ]
    const keyOf = await keysByTitle(of)
    await acting.succeed(spain.lead, supplementSection, {
      ...{ variant: spain.id, key: keyOf.get('Leave'), seen: 0, language: 'en', addition: typed('Ring 1109.') },
    })
    await importAgain({ Phone: [PHONE, LEAVE] }, of)
    await releaseNow('2.0', of)
    const said = async ({ id, lead }: Variant) => {
      const segments = ['version', id, 'updates', keyOf.get('Phone') ?? '']
      return wordsOf(await htmlOfScreen(application, { person: lead, view, segments }))
    }
    expect(await said(spain)).toMatch(/(Please check|Decision needed) Nothing in your text/)
    expect(await said(greece)).toMatch(/(Please check|Ready) Common text Nothing in your text/)
  })

  test('are one decision in the list of what is decided', async () => {
    const decision = { variant: ireland.id, language: 'en', release: newest, seen: 0, choice: 'accept' }
    await acting.succeed(ireland.lead, decideOnUpdate, {
      ...{ ...decision, key: keys.get('Signs') },
      others: [{ key: keys.get('Papers'), seen: 0 }],
    })
    expect(await updates()).toMatch(/Decided 1 .*Accept 1 Signs .*Decided together with: “2 Papers”/)
  })
})

describe('text that moves between sections that the country uses as they are', () => {
  const before = { Signs: [SIGNS], Phone: [PHONE], Leave: [LEAVE, PAPERS], Other: ['Look.'] }
  const after = { ...before, Phone: [PHONE, PAPERS], Leave: [LEAVE] }

  test('is not accepted from a list that shows only one of the two, which says why', async () => {
    const { UpdatesView: view } = await import('@/admin/updates/UpdatesView')
    const of = await given.toolkit({ sections: sectionsOf(before) })
    const greece = await given.variant({ toolkit: of, country: 'gr' })
    const keyOf = await keysByTitle(of)
    await importAgain({ ...after, Other: ['Look twice.'] }, of)
    await releaseNow('2.0', of, (key) => (key === keyOf.get('Phone') ? 'clarification' : 'editorial'))
    const shown = async (searchParams: Record<string, string>) => {
      const segments = ['version', greece.id, 'updates']
      return wordsOf(await htmlOfScreen(application, { person: greece.lead, view, segments, searchParams }))
    }
    const { UpdateView: page } = await import('@/admin/updates/UpdateView')
    const segments = ['version', greece.id, 'updates', keyOf.get('Leave') ?? '']
    expect(wordsOf(await htmlOfScreen(application, { person: greece.lead, view: page, segments }))).toContain(
      'moved text from this section to: “2 Phone”. If you accept only this update, readers do not find that text until you accept the change there too.',
    )
    const some = await shown({ status: 'ready', class: 'editorial' })
    expect(some).toContain(
      'Not accepted from here: text of this section went to “2 Phone”, which this list does not show. Show all classes to accept them together.',
    )
    expect(some).toContain('Accept 1 section')
    const one = await shown({ status: 'ready', class: 'clarification' })
    expect(one).toContain('Accept 1 section')
    const all = await shown({ status: 'ready' })
    expect(all).toContain('Accept 3 sections')
    expect(all).not.toContain('Not accepted from here')
  })

  test('is told where an earlier decision took it from readers, at the section that gets it, by another one and by itself', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const of = await given.toolkit({ sections: sectionsOf(before) })
    const austria = await given.variant({ toolkit: of, country: 'at' })
    const keyOf = await keysByTitle(of)
    await importAgain(after, of)
    const release = await releaseNow('2.0', of)
    const leave = { variant: austria.id, key: keyOf.get('Leave'), language: 'en' }
    await acting.succeed(austria.lead, decideOnUpdate, { ...leave, seen: 0, release, choice: 'accept' })
    const said = async (title: string) => {
      const segments = ['version', austria.id, 'updates', keyOf.get(title) ?? '']
      return wordsOf(await htmlOfScreen(application, { person: austria.lead, view, segments }))
    }
    expect(await said('Phone')).toMatch(
      /Please check.*was previously in: “3 Leave”\. We have already decided on its removal there.*Check whether this text should/,
    )
    const phone = { variant: austria.id, key: keyOf.get('Phone'), language: 'en' }
    await acting.succeed(austria.lead, pauseSection, { ...phone, seen: 0, reason: 'Elections.' })
    const during = await said('Phone')
    expect(during).toContain('decided on its removal there, so it may be missing in our version now.')
    expect(during).not.toMatch(/Check whether|on which we decide separately/)
    await acting.succeed(austria.lead, pauseSection, { ...phone, seen: 1, ends: true })
    await importAgain(before, of)
    await releaseNow('3.0', of)
    expect(await said('Leave')).toMatch(/Please check.*an earlier release took out of this section comes back\./)
    const { waiting } = await standingOf(austria)
    expect(waiting.get(keyOf.get('Leave') ?? '')?.status).toBe('please-check')
  })

  test('says what to do where a version without a text of its own can only accept it', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const of = await given.toolkit({ sections: sectionsOf(before) })
    const [france, austria] = [
      await given.variant({ toolkit: of, country: 'fr', languages: ['fr'] }),
      await given.variant({ toolkit: of, country: 'at' }),
    ]
    const keyOf = await keysByTitle(of)
    for (const [country, language] of [
      [france, 'fr'],
      [austria, 'en'],
    ] as const) {
      await acting.succeed(country.lead, omitSection, {
        ...{ variant: country.id, key: keyOf.get('Leave'), seen: 0, language },
        ...{ reason: 'national-law', explanation: 'The law asks for two people.' },
      })
    }
    await importAgain(after, of)
    await releaseNow('2.0', of)
    const shown = async ({ id, lead }: Variant) => {
      const segments = ['version', id, 'updates', keyOf.get('Phone') ?? '']
      return wordsOf(await htmlOfScreen(application, { person: lead, view, segments }))
    }
    const only = 'You can only accept this update.'
    expect(await shown(france)).toContain(only)
    expect(await shown(austria)).not.toContain(only)
  })

  test('is to be checked where the section into which it goes is not ready, in the overview either', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const of = await given.toolkit({ sections: sectionsOf(before) })
    const spain = await given.variant({ toolkit: of, country: 'es' })
    const keyOf = await keysByTitle(of)
    await acting.succeed(spain.lead, omitSection, {
      ...{ variant: spain.id, key: keyOf.get('Signs'), seen: 0, language: 'en' },
      ...{ reason: 'national-law', explanation: 'The law asks for two people.' },
    })
    await importAgain({ ...after, Signs: ['Nothing.'], Phone: [PHONE, PAPERS, SIGNS] }, of)
    await releaseNow('2.0', of)
    const segments = ['version', spain.id, 'updates', keyOf.get('Leave') ?? '']
    const said = wordsOf(await htmlOfScreen(application, { person: spain.lead, view, segments }))
    expect(said).toMatch(/Please check.*moved text from this section to: “2 Phone”\./)
    const { waiting } = await standingOf(spain)
    expect(['Phone', 'Leave'].map((title) => waiting.get(keyOf.get(title) ?? '')?.status)).toEqual([
      'please-check',
      'please-check',
    ])
  })
})

function sectionsOf(texts: Record<string, string[]>): ImportedSection[] {
  return Object.entries(texts).map(([title, body]) => ({
    ...{ source: 'a', depth: 1, title },
    body: body.flatMap((one) => words(one)),
  }))
}

async function importAgain(texts: Record<string, string[]>, { slug } = toolkit): Promise<void> {
  const seen = await acting.seenForImport(coordinator, slug)
  const input = { slug, title: `Toolkit ${slug}`, language: 'en', images: [], seen, allowGone: 1 }
  await acting.succeed(coordinator, importToolkit, { ...input, sections: sectionsOf(texts) })
}

async function releaseNow(
  version: string,
  { id } = toolkit,
  classOf?: (key: string) => ChangeNote['class'],
): Promise<string> {
  const given = await acting.toRelease({ toolkit: id, version })
  const changes = given.changes?.map((one) => (classOf ? { ...one, class: classOf(one.key ?? '') } : one))
  const input = { ...given, changes }
  return (await acting.succeed(coordinator, releaseMaster, input)).id
}

/** What the coordinator says is stored with the release: a last day that is over cannot be released, only become late. */
async function say(version: string, changes: ChangeNote[]): Promise<void> {
  const releases = application.payload.db.connection.collection('releases')
  await releases.updateOne({ slug: toolkit.slug, country: 'master', version }, { $set: { changes } })
}

function note(title: string, said: Partial<ChangeNote>): ChangeNote {
  return { key: keys.get(title) ?? '', class: 'editorial', note: '', decideBy: null, ...said }
}

async function keysByTitle({ id } = toolkit): Promise<Map<string, string>> {
  const stored = await acting.stored('sections', { toolkit: { equals: id } }, 'rank')
  return new Map(stored.map((one) => [String(Object(one.title).en ?? one.title), String(one.key)]))
}

/** How a country stands, as the overview shows it. */
async function standingOf(variant: Variant) {
  const user = await application.payload.findByID({
    collection: 'users',
    id: coordinator.id,
    depth: 0,
    overrideAccess: true,
  })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, application.payload)
  const { id } = variant.toolkit
  const known = await loadToolkitById({ req, id })
  if (!known) throw new Error('The toolkit is not there.')
  const variants = await loadVariants({ req, toolkit: id })
  const { countries } = await loadOverview({ req, toolkit: known, variants, reader: 'en', today: '2026-12-01' })
  const found = countries.find((one) => one.variant.id === variant.id)
  if (!found) throw new Error('The country is not there.')
  return found.standing
}

async function screen(view: AskedScreen['view'], segments: string[]): Promise<string> {
  return wordsOf(await htmlOfScreen(application, { person: ireland.lead, view, segments }))
}

async function tasks(): Promise<string> {
  const { TasksView: view } = await import('@/admin/tasks/TasksView')
  return screen(view, [])
}

async function updates(): Promise<string> {
  const { UpdatesView: view } = await import('@/admin/updates/UpdatesView')
  return screen(view, ['version', ireland.id, 'updates'])
}

async function versionScreen(): Promise<string> {
  const { VersionView: view } = await import('@/admin/version/VersionView')
  return screen(view, ['version', ireland.id])
}
