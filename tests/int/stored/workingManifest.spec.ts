import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { saveSection } from '@/actions/saveSection'
import { withTransaction } from '@/database/transaction'
import { manifestHash } from '@/stored/resolveVariant'
import { loadWorkingSections } from '@/stored/sections'
import { loadWorkingManifest, manifestOf } from '@/stored/workingManifest'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit } from '../setup/factories'

let application: Application
let acting: Acting
let coordinator: Person
let toolkit: Toolkit
let of: { req: PayloadRequest; toolkit: string }

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit()
  const { payload } = application
  const user = await payload.findByID({ collection: 'users', id: coordinator.id, depth: 0, overrideAccess: true })
  of = { req: await createLocalReq({ user: { ...user, collection: 'users' } }, payload), toolkit: toolkit.id }
})

afterAll(() => application.stop())

test('the manifest without texts equals that of the texts, before and after each change', async () => {
  const released = (await acting.releasesOf(toolkit.id, 'master'))[0]?.manifestHash
  expect(manifestHash(await loadWorkingManifest(of))).toBe(released)
  const { key } = toolkit.sections[0] ?? {}
  for (const [seen, language] of [
    [1, 'en'],
    [2, 'el'],
  ] as const) {
    const before = await loadWorkingManifest(of)
    const written = { toolkit: toolkit.id, key, seen, language, title: 'Title', body: typed(`Words ${seen}.`) }
    await acting.succeed(coordinator, saveSection, written)
    const after = await loadWorkingManifest(of)
    expect(after.filter(({ blob }, index) => blob !== before[index]?.blob).map((entry) => entry.key)).toEqual([key])
    expect(after).toEqual(manifestOf(await loadWorkingSections(of)))
  }
})

test('no text is read a second time', async () => {
  await loadWorkingManifest(of)
  const find = vi.spyOn(application.payload.db, 'find')
  await loadWorkingManifest(of)
  expect(find.mock.calls.map(([{ collection }]) => collection)).toEqual(['sections'])
  find.mockRestore()
})

test('the manifest cannot be loaded in a transaction, whose revisions could be written again', async () => {
  await expect(withTransaction(application.payload, ({ req }) => loadWorkingManifest({ ...of, req }))).rejects.toThrow(
    /transaction/,
  )
})
