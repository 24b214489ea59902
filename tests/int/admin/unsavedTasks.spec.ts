import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepWorkingCopy } from '@/actions/keepWorkingCopy'
import { TasksView } from '@/admin/tasks/TasksView'
import { NEW_SECTION } from '@/domain/section'
import { nameOfDecision } from '@/domain/workingCopyOf'
import { type Acting, actingOn } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let ireland: Variant

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  toolkit = await given.toolkit({ titles: ['First talk', 'Safe place'] })
  ireland = await given.variant({ toolkit, country: 'ie' })
})

afterAll(() => application.stop())

const tasksOf = (person: Person) => htmlOfScreen(application, { person, view: TasksView })

function keep(person: Person, { window = 'first-window', ...of }: { key: string; window?: string }): Promise<unknown> {
  const owner = { variant: ireland.id }
  return acting.succeed(person, keepWorkingCopy, {
    ...owner,
    ...of,
    language: 'en',
    window,
    turn: 1,
    copy: '{"rev":1}',
  })
}

test('the tasks of a person begin with what they typed and did not save, once for each text, and lead there', async () => {
  const key = toolkit.sections[1]?.key ?? ''
  await keep(ireland.lead, { key })
  await keep(ireland.lead, { key, window: 'other-window' })
  await keep(ireland.lead, { key: NEW_SECTION })
  const html = await tasksOf(ireland.lead)
  const said = wordsOf(html)
  expect(said).toMatch(/Typed and not saved Not saved Ireland: New section \(English\) Only you see it\. Typed last: /)
  expect(said.split('Ireland: Safe place (English)').length - 1).toBe(2)
  expect(html).toContain(`href="/admin/version/${ireland.id}/section/${key}?lang=en"`)
})

test('a decision that was begun leads to the update', async () => {
  const key = toolkit.sections[0]?.key ?? ''
  await keep(ireland.lead, { key: nameOfDecision(key) })
  const html = await tasksOf(ireland.lead)
  expect(wordsOf(html)).toContain('Ireland: decision on “First talk”')
  expect(html).toContain(`href="/admin/version/${ireland.id}/updates/${key}"`)
})

test('nobody else sees that, whatever their role', async () => {
  const colleague = await given.person({ roles: [{ role: 'national-lead', country: 'ie' }] })
  for (const person of [colleague, await given.coordinator()])
    expect(wordsOf(await tasksOf(person))).not.toContain('Typed and not saved')
})

test('the coordinator finds unsaved text of the common framework there', async () => {
  const coordinator = await given.coordinator()
  const of = { toolkit: toolkit.id, key: toolkit.sections[0]?.key ?? '', language: 'en' as const }
  await acting.succeed(coordinator, keepWorkingCopy, { ...of, window: 'first-window', turn: 1, copy: '{"rev":1}' })
  expect(wordsOf(await tasksOf(coordinator))).toContain('Common framework: First talk (English)')
})

test('where there are several toolkits, each text names its own', async () => {
  const other = await given.toolkit({ slug: 'first-help' })
  const version = await given.variant({ toolkit: other, country: 'ie' })
  const input = { variant: version.id, key: NEW_SECTION, language: 'en', window: 'first-window', turn: 1 } as const
  await acting.succeed(version.lead, keepWorkingCopy, { ...input, copy: '{"rev":1}' })
  expect(wordsOf(await tasksOf(version.lead))).toMatch(/Ireland, .*first-help.*: New section \(English\)/i)
})
