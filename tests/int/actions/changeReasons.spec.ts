import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { bringBackSection } from '@/actions/bringBackSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { omitSection } from '@/actions/omitSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { restoreSection } from '@/actions/restoreSection'
import { saveNationalSection } from '@/actions/saveNationalSection'
import { saveSection } from '@/actions/saveSection'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import type { RichText } from '@/domain/richText/richText'
import { isSafeUrl } from '@/domain/safeUrl'
import { toLexical } from '@/lexical/toLexical'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { type Acting, actingOn } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let editor: Person
let toolkit: Toolkit
let variant: Variant

const FIRST = 'Every applicant receives the leaflet in a language that they understand.'
const SECOND = 'The interview takes place in a closed room with an interpreter.'
const OURS = 'The interview takes place in a closed room with a registered interpreter.'
const ADDED = 'The Legal Aid Board sends a lawyer.'
const LAW = { text: 'International Protection Act 2015, s. 5', url: 'https://www.irishstatutebook.ie/eli/2015/act/66' }

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'ie' }] })
})

afterAll(() => application.stop())

beforeEach(async () => {
  toolkit = await given.toolkit({
    sections: [{ source: 'a', depth: 1, title: 'Interview', body: [...words(FIRST), ...words(SECOND)] }],
  })
  variant = await given.variant({ toolkit, country: 'ie' })
})

describe('a reason for one change', () => {
  test('is stored with the save of the text, at the block of the common text', async () => {
    const [first, second] = await common()
    const result = await save({ body: text(first, changed(second, OURS)), changeReasons: [reason(second?.id)] })
    expect(result).toMatchObject({ rev: 1, changeReasons: [{ at: { block: second?.id, is: 'changed', words: OURS } }] })
    const [stored] = await reasons()
    expect(stored).toEqual({ ...reason(second?.id), at: { ...reason(second?.id).at, words: OURS } })
  })

  test('of a new paragraph is found by its words, and gets the id of the paragraph', async () => {
    const [first, second] = await common()
    const at = { field: 'body', block: null, is: 'added', language: 'en', words: ADDED }
    await save({ body: text(first, second, ...words(ADDED)), changeReasons: [{ ...reason(), at }] })
    const { content } = await acting.resolvedSection(editor, place())
    const [stored] = await reasons()
    expect(Object(stored?.at).block).toBe(content.body.en?.[2]?.id)
    expect(Object(stored?.at).block).toMatch(/./)
  })

  test('stays while other paragraphs change, and is dropped when its own says what the common text says', async () => {
    const [first, second] = await common()
    await save({ body: text(first, changed(second, OURS)), changeReasons: [reason(second?.id)] })
    const later = await save({ body: text(...words(ADDED), changed(second, OURS)), seen: 1 })
    expect(later).not.toHaveProperty('droppedReasons')
    expect(await reasons()).toHaveLength(1)
    const back = await save({ body: text(...words(ADDED), second), seen: 2 })
    expect(back).toMatchObject({ droppedReasons: 1, changeReasons: [] })
    expect((await acting.ownSectionOf(variant.id, place().key)).changeReasons).toBeNull()
  })

  test('can be saved alone, and saved again unchanged it is refused like every save without a change', async () => {
    const [first, second] = await common()
    await save({ body: text(first, changed(second, OURS)) })
    await save({ changeReasons: [reason(second?.id)], seen: 1 })
    const again = { ...place(), mode: 'adapt', changeReasons: await reasons(), seen: 2 }
    expect((await acting.refuse(editor, saveNationalSection, again)).keys).toEqual(['refusal.bring-back-same'])
  })

  test('keeps its references with safe addresses, and without words they are named by the address', async () => {
    const [first, second] = await common()
    const references = [
      { text: 'A book', url: null },
      { text: ' ', url: 'www.example.org/law' },
      { text: '', url: null },
    ]
    await save({
      body: text(first, changed(second, OURS)),
      changeReasons: [{ ...reason(second?.id), references }],
    })
    expect((await reasons())[0]?.references).toEqual([
      { text: 'A book', url: null },
      { text: 'https://www.example.org/law', url: 'https://www.example.org/law' },
    ])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '/our/page', 'the law'])(
    'is refused with the address %s, which the answer names, and nothing is stored',
    async (url) => {
      expect(isSafeUrl(url)).toBe(false)
      const [first, second] = await common()
      const references = [{ text: 'Law', url }]
      const input = { body: text(first, changed(second, OURS)), changeReasons: [{ ...reason(second?.id), references }] }
      const { mode, ...adapting } = { ...place(), mode: 'adapt', seen: 0, ...input }
      for (const refused of [
        await acting.refuse(editor, saveNationalSection, { ...adapting, mode }),
        await acting.refuse(editor, adaptSection, adapting),
      ])
        expect(refused).toMatchObject({ keys: ['refusal.web-address-wrong'], params: { address: url } })
    },
  )

  test('is refused from a person who saw an older revision, from a translator, and beyond the limits', async () => {
    const [first, second] = await common()
    await save({ body: text(first, changed(second, OURS)) })
    const input = { ...place(), mode: 'adapt', seen: 1, changeReasons: [reason(second?.id)] }
    const refused = async (person: Person, more: Fields) =>
      (await acting.refuse(person, saveNationalSection, { ...input, ...more })).keys
    expect(await refused(editor, { seen: 0 })).toEqual(['refusal.stale'])
    const translator = await given.person({ roles: [{ role: 'translator', country: 'ie' }] })
    expect(await refused(translator, {})).toEqual(['refusal.role-edit'])
    const many = Array.from({ length: 101 }, () => reason(second?.id))
    expect(await refused(editor, { changeReasons: many })).toEqual(['refusal.bad-input'])
    const long = { ...reason(second?.id), explanation: { en: 'x'.repeat(2001) } }
    expect(await refused(editor, { changeReasons: [long] })).toEqual(['refusal.bad-input'])
  })

  test('is refused for a section that is left out or only supplemented, which has no changes', async () => {
    const [, second] = await common()
    const why = { reason: 'other', explanation: 'Not here.', changeReasons: [reason(second?.id)] }
    const input = { ...place(), mode: 'omit', seen: 0, ...why }
    expect((await acting.refuse(editor, saveNationalSection, input)).keys).toEqual(['refusal.bad-input'])
  })

  test('goes with the choice to adapt the section, and an earlier state brings it back', async () => {
    const [first, second] = await common()
    await save({ body: text(first, changed(second, OURS)), changeReasons: [reason(second?.id)] })
    await acting.succeed(editor, omitSection, { ...place(), seen: 1, reason: 'other', explanation: 'Not here.' })
    expect(await reasons()).toEqual([])
    const earlier = { ...place(), seen: 2, revision: 1, part: { kind: 'whole' } }
    await acting.succeed(editor, bringBackSection, earlier)
    expect(await reasons()).toHaveLength(1)
    await acting.succeed(editor, restoreSection, { ...place(), seen: 3 })
    expect(await reasons()).toEqual([])
    await acting.succeed(editor, bringBackSection, { ...earlier, seen: 4 })
    expect(await reasons()).toHaveLength(1)
  })
})

describe('a release', () => {
  test('says why each change was made, and nothing of it where there are no such reasons', async () => {
    const [first, second] = await common()
    await save({
      body: text(first, changed(second, OURS)),
      reason: 'national-law',
      changeReasons: [reason(second?.id)],
    })
    await publish()
    const [published] = await acting.releasesOf(toolkit.id, 'ie')
    const [entry] = Object(published).manifest
    expect(entry.changeReasons).toMatchObject([{ reason: 'national-law', references: [LAW] }])
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
    const [master] = await acting.releasesOf(toolkit.id, 'master')
    expect(JSON.stringify(Object(master).manifest)).not.toContain('changeReasons')
  })
})

describe('an update of the common framework', () => {
  test('keeps the reasons with our text, drops them with the common text, and gives them back if it is taken back', async () => {
    const [first, second] = await common()
    const input = { body: text(first, changed(second, OURS)), reason: 'national-law' }
    await save({ ...input, changeReasons: [reason(second?.id)] })
    const { rev } = await acting.sectionOf(toolkit.id, place().key)
    await acting.succeed(coordinator, saveSection, {
      ...{ toolkit: toolkit.id, key: place().key, seen: Number(rev), language: 'en' },
      body: text(changed(first, 'Every applicant receives the new leaflet.'), second),
    })
    const toRelease = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
    const { id: release } = await acting.succeed(coordinator, releaseMaster, toRelease)
    let seen = 1
    for (const [choice, left] of [
      ['combine', 1],
      ['keep', 1],
      ['accept', 0],
    ] as const) {
      await acting.succeed(editor, decideOnUpdate, { ...place(), release, seen, choice })
      expect(await reasons(), choice).toHaveLength(left)
      const decision = (await acting.stored('update-decisions', { variant: { equals: variant.id } }, 'at')).at(-1)
      await acting.succeed(editor, takeBackUpdate, { decision: decision?.id, seen: seen + 1, language: 'en' })
      expect(await reasons(), `${choice}, taken back`).toHaveLength(1)
      seen += 2
    }
  })
})

function place() {
  return { variant: variant.id, key: toolkit.sections[0]?.key ?? '', language: 'en' }
}

async function common(): Promise<RichText> {
  const { content } = await acting.resolvedSection(editor, place())
  return content.body.en ?? []
}

function changed(block: RichText[number] | undefined, said: string) {
  return block && { ...block, runs: words(said)[0]?.runs ?? [] }
}

function text(...blocks: (RichText[number] | undefined)[]) {
  return toLexical(blocks.flatMap((one) => one ?? []))
}

function reason(block: string | null = null) {
  return {
    at: { field: 'body', block, is: 'changed', language: 'en', words: 'The interview' },
    ...{ reason: 'national-law', explanation: { en: 'Our law says who may interpret.' }, references: [LAW] },
  }
}

function save(written: Fields) {
  return acting.succeed(editor, saveNationalSection, { ...place(), seen: 0, mode: 'adapt', ...written })
}

async function reasons(): Promise<Fields[]> {
  const { changeReasons } = await acting.ownSectionOf(variant.id, place().key)
  return Array.isArray(changeReasons) ? changeReasons : []
}

async function publish(): Promise<void> {
  const { edition } = variant
  for (const [person, action, more] of [
    [variant.lead, 'submit-edition', {}],
    [await given.reviewer('ie'), 'approve-edition', {}],
    [coordinator, 'publish-edition', { version: '1.0', notes: 'What is new.' }],
  ] as const) {
    const answer = await application.act(person, action, { ...(await acting.seenNow(edition)), ...more })
    expect(answer.body).toMatchObject({ ok: true })
  }
}
