import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_WORKING_COPIES } from '@/actions/keepWorkingCopy'
import { nameOfDecision } from '@/domain/workingCopyOf'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Edition, type Factories, factoriesFor } from '../setup/factories'

let application: Application
let factories: Factories
let edition: Edition
/** The keys of two sections. */
let keys: string[]
let lead: Person
let colleague: Person

beforeAll(async () => {
  application = await startApplication()
  factories = factoriesFor(application)
  await factories.country('ie', { languages: ['en', 'fr'] })
  const toolkit = await factories.toolkit({ slug: 'guide' })
  keys = toolkit.sections.map(({ key }) => key)
  const variant = await factories.variant({ toolkit, country: 'ie', languages: ['en', 'fr'] })
  edition = await factories.edition({ country: 'ie', toolkit, variant })
  lead = await factories.lead('ie')
  colleague = await factories.person({ name: 'Colleague', roles: [{ role: 'national-lead', country: 'ie' }] })
})

afterAll(() => application.stop())

/** Each copy is a later one. */
let turns = 1

const keep = (person: Person, input: Fields) =>
  application.act(person, 'keep-working-copy', {
    ...{ variant: edition.variant.id, key: keys[0], language: 'en', window: 'first-window', turn: turns++ },
    ...input,
  })
const typed = (words: string) => JSON.stringify({ rev: 1, values: { title: words } })

/** What a person reads of the working copies, whoever they are. */
async function readBy(person: Person): Promise<Fields[]> {
  const { body } = await application.request(person, 'GET', '/api/working-copies?limit=100&locale=en')
  return body.docs as Fields[]
}

const wordsOf = (copies: Fields[]) =>
  copies.flatMap(({ copy }) => (copy ? JSON.parse(String(copy)).values.title : [])).toSorted()

describe('words that somebody typed and did not save', () => {
  test('are kept as they were typed last, for each window, and nobody else reads them', async () => {
    await keep(lead, { copy: typed('First') })
    await keep(lead, { copy: typed('Second') })
    await keep(lead, { window: 'other-window', copy: typed('Elsewhere') })
    expect(wordsOf(await readBy(lead))).toEqual(['Elsewhere', 'Second'])
    expect(await readBy(colleague)).toEqual([])
    expect(await readBy(await factories.coordinator())).toEqual([])
  })

  test('go when the window has nothing unsaved any more, with the ones of another window that it took up', async () => {
    const { body } = await keep(lead, { window: 'third-window', copy: typed('On the train') })
    const at = Object(body.result).at
    await keep(lead, { copy: null, ended: [{ window: 'third-window', at }] })
    expect(wordsOf(await readBy(lead))).toEqual(['Elsewhere'])
  })

  test('stay where the other window went on since it was taken up', async () => {
    const { body } = await keep(lead, { window: 'third-window', copy: typed('On the train') })
    const at = Object(body.result).at
    await keep(lead, { window: 'third-window', copy: typed('On the train, later') })
    await keep(lead, { copy: null, ended: [{ window: 'third-window', at }] })
    expect(wordsOf(await readBy(lead))).toEqual(['Elsewhere', 'On the train, later'])
  })

  test('are not replaced by earlier ones of the window that arrive later, nor do these end them', async () => {
    const later = turns + 10
    await keep(lead, { key: keys[1], turn: later, copy: typed('Later words') })
    await keep(lead, { key: keys[1], turn: later - 1, copy: typed('Earlier words') })
    await keep(lead, { key: keys[1], turn: later - 2, copy: null })
    expect(wordsOf(await readBy(lead))).toContain('Later words')
    expect(wordsOf(await readBy(lead))).not.toContain('Earlier words')
    await keep(lead, { key: keys[1], turn: later + 1, copy: null })
    turns = later + 2
  })

  test('do not come back with an earlier request that arrives after their end', async () => {
    const place = { key: keys[1], window: 'slow-window' }
    const [first, last] = [turns++, turns++]
    expect((await keep(lead, { ...place, turn: last, copy: null })).body).toMatchObject({
      result: { at: null, turn: last },
    })
    expect((await keep(lead, { ...place, turn: first, copy: typed('Late') })).body).toMatchObject({
      result: { at: null, turn: last },
    })
    expect(wordsOf(await readBy(lead))).not.toContain('Late')
    await keep(lead, { ...place, copy: typed('New words') })
    expect(wordsOf(await readBy(lead))).toContain('New words')
    await keep(lead, { ...place, copy: null })
  })

  test('are replaced, and end, also where the window names its own copy among those that it went on with', async () => {
    const place = { key: keys[1], window: 'own-window' }
    const { body } = await keep(lead, { ...place, copy: typed('First words') })
    const ended = [{ window: 'own-window', at: Object(body.result).at }]
    const answer = await keep(lead, { ...place, copy: typed('First and second words'), ended })
    expect(answer.body).toMatchObject({ ok: true })
    expect(wordsOf(await readBy(lead))).toContain('First and second words')
    const again = [{ window: 'own-window', at: Object(answer.body.result).at }]
    expect((await keep(lead, { ...place, copy: null, ended: again })).body).toMatchObject({ ok: true })
    expect(wordsOf(await readBy(lead))).not.toContain('First and second words')
  })

  test('are refused in a language that the version does not have', async () => {
    const { body } = await keep(lead, { language: 'de', copy: typed('Auf Deutsch') })
    expect(body).toMatchObject({ ok: false, because: [{ key: 'refusal.language-not-used' }] })
  })

  test('are kept apart for each section and language', async () => {
    await keep(lead, { language: 'fr', copy: typed('En français') })
    await keep(lead, { key: keys[1], copy: typed('Another section') })
    await keep(lead, { copy: null })
    expect(wordsOf(await readBy(lead))).toEqual(['Another section', 'Elsewhere', 'En français', 'On the train, later'])
  })

  test('are never changed by another person with the same name of a window', async () => {
    await keep(colleague, { key: keys[1], copy: typed('Of the colleague') })
    await keep(colleague, { key: keys[1], copy: null })
    expect(wordsOf(await readBy(lead))).toContain('Another section')
    expect(wordsOf(await readBy(colleague))).toEqual([])
  })

  test('are kept at most fifty times for a person: the oldest ones go', async () => {
    for (let index = 0; index < MOST_WORKING_COPIES; index++)
      await keep(colleague, { window: `window-${index}`, copy: typed(String(index)) })
    await keep(colleague, { window: 'one-more-window', copy: typed('newest') })
    const words = wordsOf(await readBy(colleague))
    expect(words).toHaveLength(MOST_WORKING_COPIES)
    expect(words).toContain('newest')
    expect(words).not.toContain('0')
  })

  test('are not pushed out by decisions that the person began', async () => {
    await keep(colleague, { key: nameOfDecision(String(keys[0])), copy: typed('A decision') })
    expect(wordsOf(await readBy(colleague))).toHaveLength(MOST_WORKING_COPIES + 1)
  })

  test('are kept of a decision on an update too, apart from the text, for those who decide', async () => {
    const decision = { key: nameOfDecision(String(keys[0])), window: 'deciding-window' }
    await keep(lead, { ...decision, copy: typed('A note') })
    expect(wordsOf(await readBy(lead))).toContain('A note')
    // One decision for all languages, whichever the version has and the person reads.
    await keep(lead, { ...decision, language: 'el', copy: typed('A later note') })
    expect(wordsOf(await readBy(lead))).toContain('A later note')
    expect(wordsOf(await readBy(lead))).not.toContain('A note')
    await keep(lead, { ...decision, copy: null })
    expect(wordsOf(await readBy(lead))).not.toContain('A later note')
    const translator = await factories.person({ roles: [{ role: 'translator', country: 'ie' }] })
    const { body } = await keep(translator, { ...decision, copy: typed('A note') })
    expect(body).toMatchObject({ ok: false, because: [{ key: 'refusal.role-edit' }] })
    const nowhere = await keep(lead, { key: nameOfDecision('no-such-section'), copy: typed('A note') })
    expect(nowhere.body).toMatchObject({ ok: false, because: [{ key: 'refusal.section-unknown' }] })
  })

  test('are refused with a sentence if they are no text of a screen, and the ones before stay', async () => {
    const { body } = await keep(lead, { key: keys[1], copy: 'not JSON' })
    expect(body).toMatchObject({ ok: false, because: [{ key: 'refusal.working-copy-unreadable' }] })
    expect(wordsOf(await readBy(lead))).toContain('Another section')
  })

  test('are refused for a section that does not exist, and for the version of another country', async () => {
    const { body } = await keep(lead, { key: 'nowhere', copy: typed('Nowhere') })
    expect(body).toMatchObject({ ok: false, because: [{ key: 'refusal.section-unknown' }] })
    const stranger = await factories.person({ name: 'Stranger', roles: [{ role: 'national-lead', country: 'cy' }] })
    expect((await keep(stranger, { copy: typed('Not mine') })).body).toMatchObject({ ok: false })
    expect(await readBy(stranger)).toEqual([])
  })

  test('can still be discarded by somebody who may no longer write there', async () => {
    const { payload } = application
    const editor = await factories.person({ name: 'Editor', roles: [{ role: 'observer', country: 'ie' }] })
    const membership = await factories.grant(editor.id, { role: 'national-editor', country: 'ie' })
    await keep(editor, { copy: typed('Of the editor') })
    const data = { to: new Date(1_000).toISOString() }
    await payload.update({ collection: 'memberships', id: membership, locale: 'en', data, overrideAccess: true })
    expect((await keep(editor, { copy: typed('Again') })).body).toMatchObject({ ok: false })
    await keep(editor, { copy: null })
    const { docs } = await payload.find({ collection: 'working-copies', where: { user: { equals: editor.id } } })
    expect(docs).toMatchObject([{ copy: null, hasEnded: true }])
    await keep(editor, { window: 'other-window', copy: null })
    const { totalDocs } = await payload.count({ collection: 'working-copies', where: { user: { equals: editor.id } } })
    expect(totalDocs).toBe(1)
  })
})
