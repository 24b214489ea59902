import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveEdition } from '@/actions/approveEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { startVariant } from '@/actions/startVariant'
import { submitEdition } from '@/actions/submitEdition'
import { withdrawRelease } from '@/actions/withdrawRelease'
import type { Refusal } from '@/domain/refusal'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, typed } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let lead: Person
let toolkit: Toolkit

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  await given.country('ch', { languages: ['de', 'fr', 'it'] })
  lead = await given.lead('ch')
  toolkit = await given.toolkit()
})

afterAll(() => application.stop())

describe('starting a national version', () => {
  test('is based on the newest release, with all common text adopted and a first edition to write in', async () => {
    const made = await given.toolkit()
    await acting.succeed(coordinator, saveSection, {
      toolkit: made.id,
      key: made.sections[0]?.key,
      seen: 1,
      language: 'en',
      title: 'Newer',
    })
    const newest = await acting.succeed(
      coordinator,
      releaseMaster,
      await acting.toRelease({ toolkit: made.id, version: '1.1' }),
    )
    const before = await snapshotOf(application.payload)
    const result = await acting.succeed(lead, startVariant, {
      toolkit: made.id,
      country: 'ch',
      languages: ['fr', 'de', 'fr'],
    })
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({
      variants: 1,
      _variants_versions: 1,
      editions: 1,
      'audit-events': 1,
    })
    const [variant] = await acting.stored('variants', { id: { equals: result.variant } })
    expect(variant).toMatchObject({ toolkit: made.id, country: 'ch', languages: ['fr', 'de'], baseline: newest.id })
    expect(await acting.revisionsOf('variants', result.variant)).toMatchObject([{ rev: 1, updatedBy: lead.id }])
    expect(await acting.editionOf(result.edition)).toMatchObject({
      variant: result.variant,
      country: 'ch',
      number: 1,
      state: 'draft',
      round: 0,
    })
    const recorded = await acting.auditOf('ch')
    // The first event is that the lead got the role.
    expect(recorded.filter(({ action }) => action !== 'memberships.create')).toMatchObject([
      {
        seq: 2,
        action: 'variant.start',
        actor: lead.id,
        subject: `variants/${result.variant}`,
        details: { baseline: newest.id, version: '1.1' },
      },
    ])
    expect(await acting.problemsOf(made.id)).toEqual([])
  })

  test('makes nobody an author: the person who only started it may approve what others send', async () => {
    const { edition } = await acting.succeed(coordinator, startVariant, {
      toolkit: toolkit.id,
      country: 'ch',
      languages: ['de'],
    })
    await acting.succeed(lead, submitEdition, await acting.seenNow(edition))
    await acting.succeed(coordinator, approveEdition, await acting.seenNow(edition))
    expect(await acting.editionOf(edition)).toMatchObject({ state: 'approved' })
  })

  test('is refused the second time', async () => {
    const again = { toolkit: toolkit.id, country: 'ch', languages: ['fr'] }
    expect((await acting.refuse(lead, startVariant, again)).keys).toEqual(['refusal.variant-exists'])
  })

  test('is refused in a language that the country does not have, and in a country that does not exist', async () => {
    const made = await given.toolkit()
    const spanish = { toolkit: made.id, country: 'ch', languages: ['de', 'es'] }
    expect(await acting.refuse(lead, startVariant, spanish)).toMatchObject({
      keys: ['refusal.language-not-used'],
      params: { language: 'es' },
    })
    const nowhere = { toolkit: made.id, country: 'xx', languages: ['en'] }
    expect(await acting.refuse(coordinator, startVariant, nowhere)).toMatchObject({
      keys: ['refusal.country-unknown'],
      params: { country: 'xx' },
    })
  })

  test.each(['0123456789abcdef01234567', 'no id at all', '{"$ne":null}'])(
    'is refused for the toolkit %s, which does not exist',
    async (unknown) => {
      const { keys } = await acting.refuse(lead, startVariant, { toolkit: unknown, country: 'ch', languages: ['de'] })
      expect(keys).toEqual(['refusal.no-master-release'])
    },
  )

  test('is refused before the first release of the common framework', async () => {
    const draft = await given.toolkit({ released: false })
    const early = { toolkit: draft.id, country: 'ch', languages: ['de'] }
    expect((await acting.refuse(lead, startVariant, early)).keys).toEqual(['refusal.no-master-release'])
  })

  test('is refused while the common framework is withdrawn, and later uses the release after that', async () => {
    const made = await given.toolkit()
    const withdrawn = { toolkit: made.id, country: 'master', seen: 1, reason: 'The law has changed.' }
    await acting.succeed(coordinator, withdrawRelease, withdrawn)
    const start = { toolkit: made.id, country: 'ch', languages: ['de'] }
    expect(await acting.refuse(lead, startVariant, start)).toMatchObject({
      keys: ['refusal.common-withdrawn'],
      params: { version: '1.0' },
    })
    const next = await acting.succeed(
      coordinator,
      releaseMaster,
      await acting.toRelease({ toolkit: made.id, version: '2.0' }),
    )
    const { variant } = await acting.succeed(lead, startVariant, start)
    expect(await acting.stored('variants', { id: { equals: variant } })).toMatchObject([{ baseline: next.id }])
  })

  test('happens once if many people request it at the same time', async () => {
    const made = await given.toolkit()
    const start = { toolkit: made.id, country: 'ch', languages: ['de'] }
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => acting.perform(lead, startVariant, start)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const refusals = outcomes.flatMap((outcome): Refusal[] => (outcome.ok ? [] : outcome.because))
    expect(refusals).toEqual(Array.from({ length: 4 }, () => ({ key: 'refusal.variant-exists' })))
    expect(await acting.stored('variants', { toolkit: { equals: made.id } })).toHaveLength(1)
    expect(await acting.problemsOf(made.id)).toEqual([])
  })
})

test('words typed later do not change the release that a version is based on', async () => {
  const made = await given.toolkit()
  const { variant } = await acting.succeed(lead, startVariant, { toolkit: made.id, country: 'ch', languages: ['de'] })
  const [release] = await acting.releasesOf(made.id, 'master')
  const edited = { toolkit: made.id, key: made.sections[0]?.key, seen: 1, language: 'en', body: typed('Later.') }
  await acting.succeed(coordinator, saveSection, edited)
  expect((await acting.releasesOf(made.id, 'master'))[0]).toEqual(release)
  expect(await acting.stored('variants', { id: { equals: variant } })).toMatchObject([
    { baseline: release?.id, rev: 1 },
  ])
})
