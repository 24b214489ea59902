import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { proposeSection } from '@/actions/proposeSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { takeOverProposal } from '@/actions/takeOverProposal'
import { loadReleaseSummary } from '@/admin/release/loadReleaseSummary'
import { countByStatus } from '@/admin/updates/versionUpdates'
import { type Mark, markCounts, openIn } from '@/domain/countryStanding'
import type { ImportedSection } from '@/domain/importing'
import { loadOverview } from '@/stored/overview'
import { commonStanding } from '@/stored/releases'
import { loadToolkitById } from '@/stored/toolkits'
import { loadUpdates } from '@/stored/updates'
import { loadVariantSections, loadVariants } from '@/stored/variants'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let ireland: Variant
let france: Variant

const SIGNS = 'Write down the signs that you saw yourself, and nothing else.'
const PAPERS = 'Ask who holds the passport of the person, and the identity card.'
const PHONE = 'Let the person use a phone in a room without others.'
const LEAVE = 'Leave the room while the person speaks, and wait outside the door.'
const COMMON = (title: string) => [`Common text of ${title}.`]
const SECTIONS: Record<string, string[]> = {
  ...{ Sent: COMMON('Sent'), Offered: COMMON('Offered'), Kept: COMMON('Kept'), Partly: COMMON('Partly') },
  ...{ Signs: [SIGNS, PAPERS], Phone: [PHONE], Leave: [LEAVE] },
}

/**
 * Ireland offers its text of three sections, of which it kept one against 2.0 and of which one is taken over in part; France
 * offers text of a version that is approved; Malta changes nothing. The next release has all of that, makes a section of the end of the signs,
 * and joins the section about leaving the room to the one about the phone.
 */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({ sections: sectionsOf(SECTIONS) })
  ireland = await given.variant({ toolkit, country: 'ie' })
  await given.variant({ toolkit, country: 'mt' })
  const approved = await given.edition({ variant: await given.variant({ toolkit, country: 'fr' }), state: 'approved' })
  france = approved.variant
  await adapt('Offered', { body: typed('Ask in private.') })
  await adapt('Kept', { body: typed('Ask in private, twice.') })
  await adapt('Partly', { title: 'Partly, in Ireland', body: typed('Other words of Ireland.') })
  await save('Kept', { body: typed('Newer common text of Kept.') })
  await releaseNow('2.0')
  await acting.succeed(ireland.lead, decideOnUpdate, {
    ...{ ...at(ireland, 'Kept'), seen: 1, release: await newest(), choice: 'keep' },
    reason: 'national-practice',
  })
  await takeOver(await propose(ireland, 'Offered'), 'Offered')
  await takeOver(await propose(ireland, 'Kept'), 'Kept')
  await takeOver(await propose(ireland, 'Partly', { part: { kind: 'fields', fields: ['title'] } }), 'Partly')
  await takeOver(await propose(france, 'Sent'), 'Sent')
  await save('Partly', { body: typed('Newer common text of Partly.') })
})

afterAll(() => application.stop())

describe('the summary of the next release', () => {
  test('counts what the overview and the lists of updates show after it', async () => {
    await importNext()
    const before = await countries()
    const { reached } = await loadReleaseSummary(await asked())
    await releaseNow('3.0')
    const after = await countries()
    const counted = reached.map(({ open, sections, variant: { country } }) => ({ country, sections, open }))
    expect(byCountry(counted)).toEqual(byCountry(after))
    const opened = (all: { country: string; open: number }[]) => all.map(({ country, open }) => [country, open])
    expect(opened(counted).toSorted()).toEqual(opened(before).toSorted())
    // Its own text in three sections is common text; of the other part of one it decides.
    expect(byCountry(counted).ie).toMatchObject({ decide: 1, ready: 3, kept: 0 })
    expect(await acting.stored('update-decisions', { byProposal: { exists: true } })).toHaveLength(3)
  })
})

function sectionsOf(texts: Record<string, string[]>): ImportedSection[] {
  return Object.entries(texts).map(([title, body]) => ({
    ...{ source: 'a', depth: 1, title },
    body: body.flatMap((one) => words(one)),
  }))
}

/** Divides the signs, and joins two sections; all else is as it is. */
async function importNext(): Promise<void> {
  const { slug } = toolkit
  const seen = await acting.seenForImport(coordinator, slug)
  const { Sent, Offered, Kept, Partly } = SECTIONS
  const texts = { Sent, Offered, Kept, Partly, Signs: [SIGNS], Papers: [PAPERS], Phone: [PHONE, LEAVE] }
  const input = { slug, title: `Toolkit ${slug}`, language: 'en', images: [], seen, allowGone: 1 }
  await acting.succeed(coordinator, importToolkit, {
    ...input,
    sections: sectionsOf(texts as Record<string, string[]>),
  })
}

function adapt(title: string, texts: Fields) {
  const why = { reason: 'national-practice', explanation: 'The law asks for it.' }
  return acting.succeed(ireland.lead, adaptSection, { ...at(ireland, title), seen: 0, ...texts, ...why })
}

async function save(title: string, texts: Fields): Promise<void> {
  const { rev } = await acting.sectionOf(toolkit.id, keyOf(title))
  const of = { toolkit: toolkit.id, key: keyOf(title), seen: Number(rev), language: 'en' }
  await acting.succeed(coordinator, saveSection, { ...of, ...texts })
}

type Made = { proposal: string; rev: number }

async function propose(variant: Variant, title: string, more: Fields = {}): Promise<Made> {
  const { rev } = await acting.ownSectionOf(variant.id, keyOf(title))
  const input = { ...at(variant, title), seen: Number(rev), part: { kind: 'whole' }, message: 'It helps.', ...more }
  return acting.succeed(variant.lead, proposeSection, input)
}

async function takeOver({ proposal, rev }: Made, title: string): Promise<void> {
  const section = await acting.sectionOf(toolkit.id, keyOf(title))
  const seen = { proposal, seenProposal: rev, seen: Number(section.rev) }
  await acting.succeed(coordinator, takeOverProposal, { ...seen, language: 'en' })
}

async function releaseNow(version: string): Promise<void> {
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version }))
}

function at(variant: Variant, title: string) {
  return { variant: variant.id, key: keyOf(title), language: 'en' }
}

function keyOf(title: string): string {
  return toolkit.sections.find((section) => section.title === title)?.key ?? ''
}

async function asked() {
  const { payload } = application
  const user = await payload.findByID({ collection: 'users', id: coordinator.id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const known = await loadToolkitById({ req, id: toolkit.id })
  if (!known) throw new Error('The toolkit is not there.')
  return { req, toolkit: known, language: 'en' as const, today: new Date().toISOString().slice(0, 10) }
}

async function newest(): Promise<string> {
  const { inUse } = await commonStanding({ req: (await asked()).req, toolkit: toolkit.id })
  return inUse?.id ?? ''
}

/** What the overview shows of each country. It must be what its list of updates shows. */
async function countries() {
  const { req, toolkit: known, today } = await asked()
  const variants = await loadVariants({ req, toolkit: known.id })
  const overview = await loadOverview({ req, toolkit: known, variants, reader: 'en', today })
  const { inUse } = overview.common
  if (!inUse) throw new Error('No release is in use.')
  const found: { country: string; sections: Record<Mark, number>; open: number }[] = []
  for (const { standing, variant } of overview.countries) {
    const own = await loadVariantSections({ req, variant: variant.id })
    const { sourceLanguage } = known
    const listed = countByStatus(await loadUpdates({ req, variant, newest: inUse, sourceLanguage, own }))
    const sections = markCounts(standing)
    const { paused, ready, told } = listed
    expect(sections).toMatchObject({
      decide: listed['decision-needed'],
      check: listed['please-check'],
      paused,
      ready,
      told,
    })
    found.push({ country: variant.country, sections, open: openIn(standing).length })
  }
  return found
}

function byCountry(all: { country: string; sections: Record<Mark, number> }[]) {
  return Object.fromEntries(all.map(({ country, sections }) => [country, sections]))
}
