import { afterAll, beforeAll, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { approveEdition } from '@/actions/approveEdition'
import { publishEdition } from '@/actions/publishEdition'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import { withTransaction } from '@/database/transaction'
import { up } from '../../../migrations/20261128_123000_texts_that_read_otherwise'
import { up as nothingToTranslate } from '../../../migrations/20261128_190000_nothing_to_translate'
import { up as whiteSpaceIsNoText } from '../../../migrations/20261128_230000_white_space_is_no_text'
import { type Acting, actingOn, typed } from '../actions/acting'
import { htmlOfScreen, wordsOf } from '../admin/screens'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor } from '../setup/factories'

let application: Application
let acting: Acting
let coordinator: Person
let given: ReturnType<typeof factoriesFor>

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
})

afterAll(() => application.stop())

const ours = { title: 'Δικό μας', body: typed('Λόγια.') }
const addition = { addition: typed('Και εδώ.') }
const wholeOf = { language: 'el', reason: 'other' }

test('a version approved with own words shown as the common text is a draft again, and can be sent, approved and published', async () => {
  const { edition, lead, sectionOf, pages } = await versionOf('cy')
  await acting.succeed(lead, adaptSection, { ...sectionOf(0), ...wholeOf, ...ours })
  await acting.succeed(lead, supplementSection, { ...sectionOf(1), ...wholeOf, ...addition })
  await approvedAsBefore({ edition, lead, hash: 'of what read otherwise' })
  for (let time = 1; time <= 2; time++) {
    await run()
    expect(await acting.editionOf(edition)).toMatchObject({ state: 'draft', approvedHash: null })
    expect(await stepsBack(edition), 'it says once why, and where').toMatchObject([
      {
        from: 'approved',
        to: 'draft',
        actor: lead.id,
        comment: expect.stringMatching(/^This tool was updated.* One$/),
      },
    ])
  }
  const said = ['Back to draft: this tool was updated', 'This tool was updated.']
  for (const page of await pages()) for (const words of said) expect(page).toContain(words)
  await approve({ edition, lead })
  for (const page of (await pages()).slice(0, 2)) expect(page).not.toContain(said[0])
  const release = { version: '1.0', notes: 'New.' }
  await acting.succeed(coordinator, publishEdition, { ...(await acting.seenNow(edition)), ...release })
})

test('so is one approved with a translation that was called own words because the section was adapted in another language', async () => {
  const { edition, lead, sectionOf } = await versionOf('mt')
  await acting.succeed(lead, translateSection, { ...sectionOf(0), language: 'el', ...ours })
  await acting.succeed(lead, adaptSection, { ...sectionOf(1), ...wholeOf, language: 'en', title: 'Our own' })
  await approvedAsBefore({ edition, lead, hash: 'of what read otherwise' })
  // The steps of an old edition may be missing.
  await application.payload.db.collections['workflow-events']?.deleteMany({ edition })
  await run()
  expect(await acting.editionOf(edition)).toMatchObject({ state: 'draft', approvedHash: null })
  expect(await stepsBack(edition)).toMatchObject([{ actor: lead.id }])
})

test('one approved with translations, with own words that are shown, or with own words that were not shown stays approved', async () => {
  const { edition, lead, sectionOf, others } = await versionOf('gr')
  await acting.succeed(lead, translateSection, { ...sectionOf(0), language: 'el', ...ours })
  await acting.succeed(lead, adaptSection, { ...others(0), ...wholeOf, ...ours })
  const inEnglish = { ...wholeOf, language: 'en' }
  const third = { variant: sectionOf(0).variant, key: others(0).third }
  await acting.succeed(lead, adaptSection, { ...third, seen: 0, ...inEnglish, title: 'Our own' })
  await acting.succeed(lead, supplementSection, { ...third, seen: 1, ...inEnglish, ...addition })
  // Nobody reads it, because the version does not have that language.
  const { 'variant-sections': stored } = application.payload.db.collections
  await stored?.updateOne({ variant: third.variant, key: third.key }, { $set: { 'title.fr': 'Le nôtre' } })
  await approve({ edition, lead })
  const before = await acting.editionOf(edition)
  await run()
  expect(await acting.editionOf(edition)).toEqual(before)
  expect(await stepsBack(edition)).toEqual([])
})

test('one approved with a translated summary that the common framework lacks is a draft again', async () => {
  const { edition, lead, sectionOf, others } = await versionOf('hr')
  await acting.succeed(lead, translateSection, { ...sectionOf(0), language: 'el', ...ours })
  await acting.succeed(lead, translateSection, { ...others(0), language: 'el', ...ours })
  await approvedAsBefore({ edition, lead, hash: 'of what had the summary' })
  const before = await acting.editionOf(edition)
  await run(nothingToTranslate)
  expect(await acting.editionOf(edition), 'nothing of it reads otherwise').toEqual(before)
  const { 'variant-sections': stored } = application.payload.db.collections
  const { variant, key } = others(0)
  await stored?.updateOne({ variant, key }, { $set: { 'summary.el': 'Ο γιατρός ενημερώνει την αστυνομία.' } })
  for (let time = 1; time <= 2; time++) {
    await run(nothingToTranslate)
    expect(await acting.editionOf(edition)).toMatchObject({ state: 'draft', approvedHash: null })
    const comment = expect.stringMatching(/^This tool was updated\. These sections have a summary.* Two$/)
    expect(await stepsBack(edition), 'it says once why, and where').toMatchObject([{ from: 'approved', comment }])
  }
  const { content, entry } = await acting.resolvedSection(lead, { variant, key: key ?? '' })
  expect([content.summary, entry.provenance.summary], 'readers do not get it as the common text').toEqual([
    {},
    { en: 'common', el: 'common' },
  ])
})

test('one returned by two updates in a row says why and where for both', async () => {
  const { edition, lead, sectionOf, others } = await versionOf('si')
  await acting.succeed(lead, adaptSection, { ...sectionOf(0), ...wholeOf, ...ours })
  await acting.succeed(lead, supplementSection, { ...sectionOf(1), ...wholeOf, ...addition })
  await acting.succeed(lead, translateSection, { ...others(0), language: 'el', ...ours })
  await approvedAsBefore({ edition, lead, hash: 'of both' })
  const { 'variant-sections': stored } = application.payload.db.collections
  const { variant, key } = others(0)
  await stored?.updateOne({ variant, key }, { $set: { 'summary.el': 'Ο γιατρός ενημερώνει την αστυνομία.' } })
  await run()
  for (let time = 1; time <= 2; time++) {
    await run(nothingToTranslate)
    const comment = expect.stringMatching(/^This tool was updated\. In these sections.* One\. This tool was.* Two$/)
    expect(await stepsBack(edition)).toMatchObject([{ from: 'approved', to: 'draft', comment }])
  }
})

test('one approved with a field of white space, which no longer counts as text, is a draft again', async () => {
  const { edition, lead, sectionOf, others } = await versionOf('at')
  await acting.succeed(lead, adaptSection, { ...sectionOf(0), ...wholeOf, ...ours })
  await acting.succeed(lead, translateSection, { ...others(0), language: 'el', ...ours })
  await approvedAsBefore({ edition, lead, hash: 'of white space' })
  const before = await acting.editionOf(edition)
  await run(whiteSpaceIsNoText)
  expect(await acting.editionOf(edition), 'nothing of it is white space').toEqual(before)
  const { 'variant-sections': stored } = application.payload.db.collections
  const { variant, key } = others(0)
  await stored?.updateOne({ variant, key }, { $set: { 'body.el': typed('  ') } })
  await run(whiteSpaceIsNoText)
  expect(await acting.editionOf(edition)).toMatchObject({ state: 'draft', approvedHash: null })
  const comment = expect.stringMatching(/^This tool was updated.* white space only.* Two$/)
  expect(await stepsBack(edition)).toMatchObject([{ from: 'approved', comment }])
})

/** The steps that returned it to draft. */
async function stepsBack(edition: string) {
  const where = { edition: { equals: edition }, event: { equals: 'edit' } }
  const { docs } = await application.payload.find({
    collection: 'workflow-events',
    where,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

async function versionOf(country: string) {
  const toolkit = await given.toolkit({ titles: ['One', 'Two', 'Three'] })
  const { id: variant, edition, lead } = await given.variant({ country, toolkit, languages: ['en', 'el'] })
  const [first, second, third] = toolkit.sections.map(({ key }) => key)
  return {
    edition,
    lead,
    /** The words of the tasks, the version and its review for the lead. */
    pages: async () => {
      const { TasksView } = await import('@/admin/tasks/TasksView')
      const { VersionView } = await import('@/admin/version/VersionView')
      const { ReviewView } = await import('@/admin/review/ReviewView')
      const asked = [
        { view: TasksView },
        { view: VersionView, segments: ['version', variant] },
        { view: ReviewView, segments: ['review', edition] },
      ]
      return Promise.all(asked.map(async (one) => wordsOf(await htmlOfScreen(application, { person: lead, ...one }))))
    },
    sectionOf: (seen: number) => ({ variant, key: first, seen }),
    others: (seen: number) => ({ variant, key: second, seen, third }),
  }
}

async function approve({ edition, lead }: { edition: string; lead: Person }): Promise<void> {
  await acting.succeed(lead, submitEdition, await acting.seenNow(edition))
  await acting.succeed(coordinator, approveEdition, await acting.seenNow(edition))
}

/** It was approved when the words were shown as the common text. */
async function approvedAsBefore({ hash, ...given }: { edition: string; lead: Person; hash: string }): Promise<void> {
  await approve(given)
  const { editions } = application.payload.db.collections
  await editions?.updateOne({ _id: given.edition }, { $set: { pinnedHash: hash, approvedHash: hash } })
}

function run(migration = up): Promise<void> {
  const { payload } = application
  return withTransaction(payload, ({ req, session }) => migration({ payload, req, session: session as never }))
}
