import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveEdition } from '@/actions/approveEdition'
import { publishEdition } from '@/actions/publishEdition'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { withTransaction } from '@/database/transaction'
import { up } from '../../../migrations/20261128_093000_withdrawals_end_approvals'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
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

test('an older edition that was approved on top of withdrawn text is reviewed again, and not by the author of that text', async () => {
  const { open, before, writer, lead } = await openSinceBefore('ie')
  for (let time = 1; time <= 2; time++) {
    await run()
    const now = await acting.editionOf(open)
    expect(now).toMatchObject({ state: 'submitted', approvedHash: null, round: Number(before.round) + 1 })
    expect(new Set(Object(now).contributors)).toEqual(new Set([lead.id, writer.id]))
    const steps = await acting.stepsOf(open)
    expect(steps.filter(({ event }) => event === 'withdraw')).toHaveLength(2)
    expect(steps.at(-1)).toMatchObject({ event: 'withdraw', from: 'approved', to: 'submitted', actor: coordinator.id })
  }
  expect((await acting.refuse(writer, approveEdition, await acting.seenNow(open))).keys).toEqual(['refusal.own-text'])
  await acting.succeed(coordinator, approveEdition, await acting.seenNow(open))
})

test('an edition approved after the withdrawal by an author of the withdrawn text is reviewed again', async () => {
  const { open, writer } = await openSinceBefore('fr', new Date('2100-01-01'))
  const { 'review-decisions': decisions } = application.payload.db.collections
  await decisions?.updateOne({ edition: open }, { $set: { reviewer: writer.id } })
  await run()
  expect(await acting.editionOf(open)).toMatchObject({ state: 'submitted', approvedHash: null })
})

test('an edition approved by a person whose password one of them had set is reviewed again', async () => {
  const { open, writer } = await openSinceBefore('de', new Date('2100-01-01'))
  const { 'review-decisions': decisions } = application.payload.db.collections
  const reviewer = await given.reviewer('de')
  await decisions?.updateOne({ edition: open }, { $set: { reviewer: reviewer.id } })
  const credentials = application.payload.db.connection.collection<{ _id: string }>('account-credentials')
  const setByOther = { by: [writer.id], at: new Date() }
  await credentials.updateOne({ _id: reviewer.id }, { $set: { setByOther } }, { upsert: true })
  await run()
  expect(await acting.editionOf(open)).toMatchObject({ state: 'submitted', approvedHash: null })
})

test('an edition approved after the withdrawal stays approved, and one without a withdrawal does not change', async () => {
  const { open, lead, writer } = await openSinceBefore('cy', new Date('2100-01-01'))
  await run()
  const now = await acting.editionOf(open)
  expect(now).toMatchObject({ state: 'approved' })
  expect(new Set(Object(now).contributors)).toEqual(new Set([lead.id, writer.id]))

  const other = await given.variant({ country: 'mt' })
  await acting.succeed(other.lead, submitEdition, await acting.seenNow(other.edition))
  const sent = await acting.editionOf(other.edition)
  await run()
  expect(await acting.editionOf(other.edition)).toEqual(sent)
})

/**
 * A second edition as the older code left it: approved, with its own authors, while the release before it is withdrawn.
 */
async function openSinceBefore(country: string, approvedAt?: Date) {
  const { id, lead, edition, toolkit } = await given.variant({ country })
  const writer = await given.person({
    roles: [
      { role: 'national-editor', country },
      { role: 'reviewer', country },
    ],
  })
  const [first, second] = toolkit.sections.map(({ key }) => ({ variant: id, key, seen: 0, language: 'en' }))
  await acting.succeed(writer, supplementSection, { ...first, addition: typed('First.') })
  const publish = async (one: string) => {
    await acting.succeed(lead, submitEdition, await acting.seenNow(one))
    await acting.succeed(coordinator, approveEdition, await acting.seenNow(one))
  }
  await publish(edition)
  const release = { version: '1.0', notes: 'New.' }
  await acting.succeed(coordinator, publishEdition, { ...(await acting.seenNow(edition)), ...release })
  await acting.succeed(lead, supplementSection, { ...second, addition: typed('Second.') })
  const [next] = await acting.stored('editions', { and: [{ variant: { equals: id } }, { number: { equals: 2 } }] })
  const open = String(next?.id)
  await publish(open)
  const before = await acting.editionOf(open)
  const line = { toolkit: toolkit.id, country, seen: 1, reason: 'It was a mistake.' }
  await acting.succeed(coordinator, withdrawRelease, line)
  await storeAsBefore(open, { ...before, ...(approvedAt ? { stateSince: approvedAt.toISOString() } : {}) })
  return { open, before, writer, lead }
}

async function storeAsBefore(id: string, { approvedHash, round, stateSince }: Fields): Promise<void> {
  const { editions } = application.payload.db.collections
  const found = await editions?.findById(id).lean()
  const [lead] = Object(found).contributors
  const fields = {
    state: 'approved',
    approvedHash,
    round,
    stateSince: new Date(String(stateSince)),
    contributors: [lead],
  }
  await editions?.updateOne({ _id: id }, { $set: fields })
}

function run(): Promise<void> {
  const { payload } = application
  return withTransaction(payload, ({ req, session }) => up({ payload, req, session: session as never }))
}
