import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { proposeSection } from '@/actions/proposeSection'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveNationalSection } from '@/actions/saveNationalSection'
import { supplementSection } from '@/actions/supplementSection'
import { takeOverProposal } from '@/actions/takeOverProposal'
import type { ImportedSection } from '@/domain/importing'
import type { RichText } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { fileOfReport, pageOfReport, wordsOfFile } from './reports'
import { wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let ireland: Variant

const SIGNS = 'Write down the signs that you saw yourself, and nothing else.'
const PAPERS = 'Ask who holds the passport of the person, and the identity card.'
const PERMIT = 'Ask who holds the passport of the person, and the residence permit.'
const CALL = 'Call the office before ten.'
const OFFICE = 'Write to the office on the same day.'

/**
 * Ireland adapts the papers with a reason for that change, adds to a text, and proposes its leaflet. The coordinator takes the
 * leaflet over, changes two paragraphs of the office, and makes a section of the papers; Ireland leaves one change of the
 * office out.
 */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({
    sections: Object.entries({
      Signs: [...words(SIGNS), ...words(PAPERS)],
      Office: [...words(CALL), ...words(OFFICE)],
      Leaflet: words('Give a leaflet.'),
      Phone: [...words('Offer a phone.'), ...words('Leave the room.')],
    }).map(([title, body]) => ({ source: 'a', depth: 1, title, body })),
  })
  ireland = await given.variant({ toolkit, country: 'ie' })
  const { lead } = ireland
  const [signs, papers] = await commonBody('Signs')
  await acting.succeed(lead, saveNationalSection, {
    ...{ ...at('Signs'), seen: 0, mode: 'adapt', reason: 'national-law', explanation: '' },
    body: toLexical([...(signs ? [signs] : []), ...words(PERMIT).map((one) => ({ ...one, id: papers?.id ?? '' }))]),
    changeReasons: [
      {
        at: { field: 'body', block: papers?.id, is: 'changed', language: 'en', words: PERMIT },
        reason: 'does-not-exist-here',
        explanation: { en: 'There is no identity card here.' },
        references: [{ text: 'Immigration Act 2004', url: null }],
      },
    ],
  })
  await acting.succeed(lead, adaptSection, {
    ...{ ...at('Leaflet'), seen: 0, body: typed('Give a leaflet and read it out.'), reason: 'national-practice' },
  })
  const [offer] = await commonBody('Phone')
  await acting.succeed(lead, supplementSection, {
    ...{ ...at('Phone'), seen: 0, addition: typed('Ring 1800 123.') },
    additionPlace: { where: 'after-block', block: offer?.id },
  })
  const proposed = { ...at('Leaflet'), seen: 1, part: { kind: 'whole' }, message: 'It helps everywhere.' }
  const { proposal, rev: seenProposal } = await acting.succeed(lead, proposeSection, proposed)
  const texts = await textsOf(
    { Signs: words(SIGNS), Papers: words(PAPERS) },
    { Office: [...words('Call the office before nine.'), ...words('Write to the office on the next day.')] },
    { Leaflet: words('Give a leaflet.'), Phone: [...words('Offer a phone.'), ...words('Leave the room.')] },
  )
  await acting.succeed(coordinator, importToolkit, texts)
  const { rev } = await acting.sectionOf(toolkit.id, key('Leaflet'))
  const taken = { proposal, seenProposal, seen: Number(rev), language: 'en' }
  await acting.succeed(coordinator, takeOverProposal, taken)
  const { id: release } = await acting.succeed(
    coordinator,
    releaseMaster,
    await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }),
  )
  const others = [{ key: await keyOf('Papers'), seen: 0 }]
  const combined = { release, choice: 'combine', reason: 'national-law' }
  await acting.succeed(lead, decideOnUpdate, { ...at('Signs'), ...combined, seen: 1, others, note: 'Both as one.' })
  const declined = { en: (await commonBody('Office')).slice(0, 1).map(({ id }) => id) }
  await acting.succeed(lead, decideOnUpdate, { ...at('Office'), ...combined, seen: 0, declined })
})

afterAll(() => application.stop())

const asked = () => ({ person: ireland.lead, variant: ireland.id, of: 'working' })
const BOTH = {
  'the page': async () => wordsOf(await pageOfReport(application, asked())),
  'the Word file': async () => wordsOfFile(await fileOfReport(application, asked())),
}

describe.each(Object.entries(BOTH))('%s of the report', (_, shown) => {
  test('says that the taken-over proposal of the country settled an update, not a person', async () => {
    const said = await shown()
    expect(said).toMatch(/Own proposal taken over: common framework 2\.0, [^,]*\d{4}/)
    expect(said).toContain('Own proposal taken over: 1')
    expect(said).not.toContain('Accepted: ')
  })

  test('has a decision on a divided section once, with the other sections', async () => {
    const said = await shown()
    expect(said).toContain('Combined: 2')
    expect(said.split('Both as one.')).toHaveLength(2)
    expect(said).toMatch(/Decided together with: \d Papers/)
  })

  test('names the changes of the common framework that a combination was made without', async () => {
    expect(await shown()).toMatch(
      /Changes of the common framework that were not taken: Changed: “?Call the office before nine\./,
    )
  })

  test('has an addition where readers find it, named as national', async () => {
    expect(await shown()).toMatch(/the same National addition (\+|\[added\] )Ring 1800 123\. .{0,20}1 part here is/)
  })

  test('has the reasons for single changes with their references', async () => {
    const said = await shown()
    expect(said).toContain('Reasons for single changes')
    expect(said).toContain('There is no identity card here.')
    expect(said).toContain('Immigration Act 2004')
  })
})

test('the report of a release has nothing that was settled when it was published; that of the working text has it', async () => {
  const common = await given.toolkit({ titles: ['Adapted', 'Other'] })
  const variant = await given.variant({ toolkit: common, country: 'fr' })
  const approved = await given.edition({ variant, state: 'approved' })
  const of = { variant: variant.id, key: common.sections[0]?.key, language: 'en' }
  const offer = { ...of, seen: 1, part: { kind: 'whole' }, message: 'Why.' }
  const { proposal, rev } = await acting.succeed(variant.lead, proposeSection, offer)
  const taken = { proposal, seenProposal: rev, seen: 1, language: 'en' }
  await acting.succeed(coordinator, takeOverProposal, taken)
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: common.id, version: '2.0' }))
  const publish = { ...(await acting.seenNow(approved.id)), version: '1.0', notes: 'First.' }
  await acting.succeed(coordinator, publishEdition, publish)
  const report = async (of: string) =>
    wordsOf(await pageOfReport(application, { person: variant.lead, variant: variant.id, of }))
  expect(await report('release')).not.toContain('Own proposal taken over')
  expect(await report('working')).toContain('Own proposal taken over: common framework 2.0')
})

test('a section that is gone has the title that it had last', async () => {
  const body = words('Write down who came, on which day, and what the person asked for at the office.')
  const text = (title: string): ImportedSection => ({ source: 'a', depth: 1, title, body })
  const other = await given.toolkit({ sections: [{ ...text('Stays'), body: words('Stay.') }, text('Before')] })
  const malta = await given.variant({ toolkit: other, country: 'mt' })
  const renamed = other.sections.find((one) => one.title === 'Before')?.key ?? ''
  const { slug } = other
  const importAndDecide = async (version: string, sections: ImportedSection[], seenHere: number) => {
    const texts = [{ ...text('Stays'), body: words('Stay.') }, ...sections]
    const seen = await acting.seenForImport(coordinator, slug)
    const whole = { slug, title: `Toolkit ${slug}`, language: 'en', images: [], seen, allowGone: 1 }
    await acting.succeed(coordinator, importToolkit, { ...whole, sections: texts })
    const input = await acting.toRelease({ toolkit: other.id, version })
    const { id: release } = await acting.succeed(coordinator, releaseMaster, input)
    const decision = { variant: malta.id, key: renamed, language: 'en', release, seen: seenHere, choice: 'accept' }
    await acting.succeed(malta.lead, decideOnUpdate, decision)
  }
  await importAndDecide('2.0', [text('After')], 0)
  await importAndDecide('3.0', [], 1)
  const said = wordsOf(await pageOfReport(application, { person: malta.lead, variant: malta.id, of: 'working' }))
  expect(said).toContain('After')
  expect(said).not.toContain('Before')
})

function at(title: string) {
  return { variant: ireland.id, key: key(title), language: 'en' }
}

function key(title: string): string {
  return toolkit.sections.find((one) => one.title === title)?.key ?? ''
}

async function keyOf(title: string): Promise<string> {
  const all = await acting.stored('sections', { toolkit: { equals: toolkit.id } })
  return String(all.find((one) => Object(one.title).en === title)?.key)
}

async function commonBody(title: string): Promise<RichText> {
  const { body } = await acting.sectionOf(toolkit.id, key(title))
  return fromLexical(Object(body).en).filter((one) => textOf([one]) !== '')
}

async function textsOf(...texts: Record<string, RichText>[]) {
  const { slug } = toolkit
  const sections = texts
    .flatMap((some) => Object.entries(some))
    .map(([title, body]): ImportedSection => ({ source: 'a', depth: 1, title, body }))
  const seen = await acting.seenForImport(coordinator, slug)
  return { slug, title: `Toolkit ${slug}`, language: 'en', images: [], seen, sections, allowGone: 0 }
}
