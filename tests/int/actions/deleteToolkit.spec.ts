import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCommonSection } from '@/actions/addCommonSection'
import { deleteToolkit } from '@/actions/deleteToolkit'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { loadToolkitDeletion } from '@/stored/toolkitDeletion'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit } from '../setup/factories'
import { type Acting, actingOn } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
})

afterAll(() => application.stop())

async function seenBy(person: Person, toolkit: string): Promise<{ toolkit: string; seen: string }> {
  const req = await createLocalReq({ user: await acting.userOf(person) }, application.payload)
  return { toolkit, seen: (await loadToolkitDeletion({ req, toolkit })).state }
}

const readBy = async (person: Person, { id }: Toolkit) => {
  const path = `/api/sections?where[toolkit][equals]=${id}`
  return [
    (await application.request(person, 'GET', `/api/toolkits/${id}`)).status,
    (await application.request(person, 'GET', path)).body.totalDocs,
  ]
}

test('a toolkit that was never released leaves every list, and another one can have its address', async () => {
  const toolkit = await given.toolkit({ slug: 'mistake', released: false })
  expect(await readBy(coordinator, toolkit)).toEqual([200, 3])
  await acting.succeed(coordinator, deleteToolkit, await seenBy(coordinator, toolkit.id))
  expect(await readBy(coordinator, toolkit)).toEqual([404, 0])
  expect((await acting.auditOf('master')).at(-1)).toMatchObject({
    ...{ action: 'toolkit.delete', subject: `toolkits/${toolkit.id}`, actor: coordinator.id },
    details: { sections: 3 },
  })
  const again = await given.toolkit({ slug: 'mistake', released: false })
  expect(again.id).not.toBe(toolkit.id)
  expect(await readBy(coordinator, again)).toEqual([200, 3])
})

test('nobody writes in it or releases it any more, and it is not deleted twice', async () => {
  const toolkit = await given.toolkit({ released: false })
  const [first] = toolkit.sections
  const input = await seenBy(coordinator, toolkit.id)
  const release = await acting.toRelease({ toolkit: toolkit.id, version: '1.0' })
  await acting.succeed(coordinator, deleteToolkit, input)
  const save = { toolkit: toolkit.id, key: first?.key, seen: first?.rev, language: 'en', title: 'Late' }
  const keysOf = async (action: Parameters<typeof acting.refuse>[1], asked: unknown) =>
    (await acting.refuse(coordinator, action, asked)).keys
  expect(await keysOf(saveSection, save)).toEqual(['refusal.common-section-unknown'])
  expect(await keysOf(releaseMaster, release)).toEqual(['refusal.nothing-to-release'])
  expect(await keysOf(deleteToolkit, input)).toEqual(['refusal.toolkit-unknown'])
})

test('a toolkit that was released is never deleted, nor one that somebody changed meanwhile', async () => {
  const released = await given.toolkit()
  const no = await acting.refuse(coordinator, deleteToolkit, await seenBy(coordinator, released.id))
  expect(no.keys).toEqual(['refusal.toolkit-released'])
  const begun = await given.toolkit({ released: false })
  const input = await seenBy(coordinator, begun.id)
  const added = { toolkit: begun.id, language: 'en', title: 'Meanwhile', parent: null, after: null }
  await acting.succeed(coordinator, addCommonSection, added)
  expect((await acting.refuse(coordinator, deleteToolkit, input)).keys).toEqual(['refusal.toolkit-moved-on'])
})

test('of a release and a deletion at the same moment only one is done', async () => {
  for (let n = 0; n < 3; n++) {
    const toolkit = await given.toolkit({ released: false })
    const release = await acting.toRelease({ toolkit: toolkit.id, version: '1.0' })
    const outcomes = await Promise.all([
      acting.perform(coordinator, releaseMaster, release),
      acting.perform(coordinator, deleteToolkit, await seenBy(coordinator, toolkit.id)),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  }
})
