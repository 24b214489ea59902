import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { saveSection } from '@/actions/saveSection'
import { withTransaction } from '@/database/transaction'
import { countSections, listedSection, loadListedSections } from '@/stored/listedSections'
import { manifestHash } from '@/stored/resolveVariant'
import { loadWorkingSections } from '@/stored/sections'
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

test('the list without texts equals that of the texts, before and after each change', async () => {
  const released = (await acting.releasesOf(toolkit.id, 'master'))[0]?.manifestHash
  expect(manifestHash((await loadListedSections(of)).map(({ entry }) => entry))).toBe(released)
  const { key } = toolkit.sections[0] ?? {}
  for (const [seen, language] of [
    [1, 'en'],
    [2, 'el'],
  ] as const) {
    const before = await loadListedSections(of)
    const written = { toolkit: toolkit.id, key, seen, language, title: 'Title', body: typed(`Words ${seen}.`) }
    await acting.succeed(coordinator, saveSection, written)
    const after = await loadListedSections(of)
    const changed = after.filter(({ entry }, index) => entry.blob !== before[index]?.entry.blob)
    expect(changed.map(({ entry }) => entry.key)).toEqual([key])
    expect(changed[0]?.written).toContain(language)
    expect(after).toEqual((await loadWorkingSections(of)).map(listedSection))
  }
})

test('no text is read a second time', async () => {
  await loadListedSections(of)
  const find = vi.spyOn(application.payload.db, 'find')
  await loadListedSections(of)
  expect(find.mock.calls.map(([{ collection }]) => collection)).toEqual(['sections'])
  find.mockRestore()
})

test('the list has no retired sections', async () => {
  const [first, ...others] = await loadListedSections(of)
  await application.payload.db.updateOne({ collection: 'sections', id: first?.id ?? '', data: { retired: true } })
  expect(await loadListedSections(of)).toEqual(others)
  expect(await countSections(of)).toBe(others.length)
})

test('the list cannot be loaded in a transaction, whose revisions could be written again', async () => {
  await expect(withTransaction(application.payload, ({ req }) => loadListedSections({ ...of, req }))).rejects.toThrow(
    /transaction/,
  )
})
