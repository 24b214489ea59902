import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addSection } from '@/actions/addSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { joinsTo, livingIn } from '@/domain/commonTree'
import { childrenOf, keysBelow } from '@/domain/places'
import { randomFrom } from '@/scripts/random'
import { loadRelease } from '@/stored/releases'
import { loadTree, type StoredTreeSection } from '@/stored/sections'
import { loadUpdates } from '@/stored/updates'
import { loadVariant, loadVariantSections } from '@/stored/variants'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { type Acting, actingOn, manifestOf, typed } from './acting'

const ROUNDS = 15
const random = randomFrom(12)

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let variant: Variant
let people: Person[]

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  const sections = Array.from({ length: 9 }, (_, n) => ({
    ...{ source: '', depth: n % 3 === 0 ? 1 : 2, title: `Section ${n}`, body: words(`The text number ${n}.`) },
  }))
  toolkit = await given.toolkit({ sections })
  variant = await given.variant({ toolkit, country: 'ie', languages: ['en'] })
  people = [await given.coordinator()]
  for (let n = 0; n < 2; n++) people.push(await given.person({ roles: [{ role: 'coordinator' }] }))
})

afterAll(() => application.stop())

async function requestOf(person: Person): Promise<PayloadRequest> {
  return createLocalReq({ user: await acting.userOf(person) }, application.payload)
}

const treeNow = async () => loadTree({ req: await requestOf(variant.lead), toolkit: toolkit.id })

function oneOf<Value>(values: readonly Value[]): Value | undefined {
  return values[Math.floor(random() * values.length)]
}

/** What somebody does who sees this tree: the name of an action and its input. */
function chosen(tree: readonly StoredTreeSection[]): { action: string; input: Fields } | null {
  const living = livingIn(tree)
  const seen = (keys: readonly string[]) =>
    tree.filter(({ key }) => keys.includes(key)).map(({ key, rev }) => ({ key, seen: rev }))
  const parent = oneOf([null, ...living.map(({ key }) => key)]) ?? null
  const spot = { parent, after: oneOf([null, ...childrenOf(living, parent).map(({ key }) => key)]) ?? null }
  const lot = random()
  if (lot < 0.1)
    return { action: 'add-common-section', input: { toolkit: toolkit.id, language: 'en', title: 'New', ...spot } }
  const section = oneOf(lot > 0.85 ? tree.filter(({ retired }) => retired) : living)
  if (!section) return null
  const { key, rev } = section
  const where = { toolkit: toolkit.id, key, seen: rev, language: 'en' }
  if (lot < 0.6) return { action: 'move-common-section', input: { ...where, ...spot } }
  if (lot < 0.75) {
    const below = random() < 0.5 ? 'lift' : 'retire'
    return { action: 'retire-common-section', input: { ...where, below, others: seen(keysBelow(living, key)) } }
  }
  if (lot < 0.85) {
    const into = joinsTo(tree, key)
    const others = seen([...keysBelow(living, key), ...(into ? [into] : [])])
    return into ? { action: 'join-common-section', input: { ...where, into, others } } : null
  }
  return {
    action: 'return-common-section',
    input: { ...where, withBelow: random() < 0.5, others: seen(keysBelow(tree, key)) },
  }
}

function assertOneTree(tree: readonly StoredTreeSection[]): void {
  const living = livingIn(tree)
  const reached = childrenOf(living, null).flatMap(({ key }) => [key, ...keysBelow(living, key)])
  expect(reached.toSorted()).toEqual(living.map(({ key }) => key).toSorted())
  const keys = new Set(living.map(({ key }) => key))
  expect(living.filter(({ parent }) => parent !== null && !keys.has(parent))).toEqual([])
  expect(new Set(living.map(({ parent, rank }) => `${parent} ${rank}`)).size).toBe(living.length)
}

test('three people at once leave one tree with every section, and a country is told of each that moved, came or went', {
  timeout: 600_000,
}, async () => {
  const own: { key: string; parent: string | null }[] = []
  for (const parent of [null, toolkit.sections[0]?.key ?? null]) {
    const input = { variant: variant.id, language: 'en', title: 'Ours', body: typed('Ours.'), parent, after: null }
    own.push({ key: (await acting.succeed(variant.lead, addSection, input)).key, parent })
  }
  const made = new Set((await treeNow()).map(({ key }) => key))
  const done: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const tree = await treeNow()
    const asked = people.map((person) => ({ person, one: chosen(tree) }))
    const answers = await Promise.all(
      asked.map(({ person, one }) => one && application.act(person, one.action, one.input)),
    )
    for (const [index, answer] of answers.entries()) {
      const { action = '' } = asked[index]?.one ?? {}
      // Somebody else was faster, or a rule says no: never an error.
      expect(answer === null || [200, 409, 422].includes(answer.status), `${action} ${answer?.text}`).toBe(true)
      if (answer?.status !== 200) continue
      done.push(action)
      if (action === 'add-common-section') made.add(String(Object(answer.body.result).key))
    }
    const after = await treeNow()
    expect(after.map(({ key }) => key).toSorted()).toEqual([...made].toSorted())
    assertOneTree(after)
    const { sections } = await acting.resolvedFor(variant.lead, variant.id)
    for (const { key, parent } of own)
      expect(sections.find(({ entry }) => entry.key === key)?.entry.parent ?? null).toBe(parent)
  }
  expect(new Set(done).size).toBeGreaterThan(3)

  const [person] = people
  if (!person) throw new Error('There is nobody')
  await acting.succeed(person, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }))
  const [first, second] = (await acting.releasesOf(toolkit.id, 'master')).map((one) => ({ id: one.id, ...{ one } }))
  const [before, newest] = [manifestOf(first?.one), manifestOf(second?.one)]
  const changed = [...new Set([...before.keys(), ...newest.keys()])].filter((key) => {
    const [was, is] = [before.get(key), newest.get(key)]
    return was?.parent !== is?.parent || was?.rank !== is?.rank || was?.blob !== is?.blob
  })
  const req = await requestOf(variant.lead)
  const stored = await loadVariant({ req, id: variant.id })
  const release = await loadRelease({ req, id: String(second?.id) })
  if (!stored) throw new Error('The version is not there')
  const updates = await loadUpdates({
    ...{ req, variant: stored, newest: release, sourceLanguage: 'en' },
    own: await loadVariantSections({ req, variant: variant.id }),
  })
  const named = updates.flatMap(({ update, others }) => [update.key, ...others.map(({ key }) => key)])
  expect(named.toSorted()).toEqual(changed.toSorted())
  expect(await acting.problemsOf(toolkit.id)).toEqual([])
})
